/**
 * What stands at one origin: the API, the library's own build, health checks,
 * and in demo mode the pages that show it all.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { brotli } from './compress.js';

export interface SiteOptions {
  /** Everything under `/api`. */
  api(request: Request, remoteAddress: string | undefined): Promise<Response>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** True once the server is on its way down. */
  closing(): boolean;
  /** The folder with `demo` and `dist` in it. */
  root: string;
  demo: boolean;
  https: boolean;
  /** Where the help film of the session plays, after consent; null when there is none. */
  filmOrigin: string | null;
}

export interface SiteEnvironment {
  Bindings: { remoteAddress: string | undefined };
}

/** Kinds of files that are there to be seen; sources beside them are not. */
const SERVED = /\.(html|css|js|map|json|svg|png|webp|jpg|ico|woff2|txt)$/;
/** Named after their content by the build. */
const IMMUTABLE = /^\/dist\/cdn\/chunks\/[^/]+-[\w-]{8}\.js(\.map)?$/;
const PING_LIMIT = 2000;

export function createSite(options: SiteOptions): Hono<SiteEnvironment> {
  const site = new Hono<SiteEnvironment>();
  site.all('/api/*', (c) => options.api(c.req.raw, c.env.remoteAddress));
  site.all('/api', (c) => options.api(c.req.raw, c.env.remoteAddress));

  site.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  site.get('/readyz', async (c) => {
    const ready = !options.closing() && (await answers(options.ping));
    if (ready) return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
    return c.json({ status: 'unavailable' }, 503, { 'Cache-Control': 'no-store', 'Retry-After': '5' });
  });

  site.use('/dist/*', sharedHeaders(options), brotli(), etag({ weak: true }), onlyServed);
  site.get('/dist/*', serveStatic({ root: options.root, onFound: cacheHeaders }));
  site.use('*', pageHeaders(options));
  if (options.demo) {
    site.use('*', brotli(), etag({ weak: true }), onlyServed);
    site.get('/demo/*', serveStatic({ root: join(options.root, 'dist'), onFound: cacheHeaders }));
    site.get('*', serveStatic({ root: join(options.root, 'demo'), onFound: cacheHeaders }));
  }
  site.notFound((c) => notFound(c, options));
  return site;
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PING_LIMIT, false).unref());
  return Promise.race([ping().then(() => true), late]).catch(() => false);
}

/** Lets through what `SERVED` names, and folders, which stand for their `index.html`. */
const onlyServed: MiddlewareHandler = async (c, next) => {
  const { path } = c.req;
  if (!path.endsWith('/') && !SERVED.test(path)) return c.notFound();
  return next();
};

function cacheHeaders(_path: string, c: Context): void {
  c.header('Cache-Control', IMMUTABLE.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Pages of other sites may load the library, with an integrity hash too, which needs CORS. */
function sharedHeaders({ https }: SiteOptions): MiddlewareHandler {
  const secure = secureHeaders({
    crossOriginResourcePolicy: 'cross-origin',
    strictTransportSecurity: https,
    referrerPolicy: 'no-referrer',
  });
  return (c, next) => {
    c.header('Access-Control-Allow-Origin', '*');
    return secure(c, next);
  };
}

/**
 * The policy that the README gives to host pages, at its strictest. Every
 * single-file widget brings its own Lit, and each of them makes the policy
 * `lit-html`: hence `allow-duplicates`.
 */
function pageHeaders({ https, filmOrigin }: SiteOptions): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      ...(filmOrigin ? { frameSrc: [filmOrigin] } : {}),
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['lit-html', "'allow-duplicates'"],
    },
    strictTransportSecurity: https,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
}

/** The demo's own page for it, where there is one. */
async function notFound(c: Context<SiteEnvironment>, { demo, root }: SiteOptions): Promise<Response> {
  const page =
    demo && c.req.method === 'GET'
      ? await readFile(join(root, 'demo', '404.html'), 'utf8').catch(() => null)
      : null;
  return page === null ? c.text('Siden finnes ikke.', 404) : c.html(page, 404);
}
