/**
 * What stands at one origin: the API with its health checks, the library's own
 * build, and in demo mode the pages that show it all.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { App } from '../app/app.js';
import type { AppSettings, RequestEnvironment } from '../app/options.js';
import { mountOutbox, type CaughtNotices } from '../notices/outbox-page.js';
import { TERMS_PATH } from '../offering.js';
import { brotli } from './compress.js';
import { loopbackTwin } from './loopback.js';
import { termsPage } from './terms-page.js';

export interface SiteOptions {
  /** Answers everything under `/api`, and the health checks. */
  app: Pick<App, 'fetch'>;
  /** The folder with `demo`, `dist` and `.cache/demo` (the pages' scripts, built) in it. */
  root: string;
  demo: boolean;
  publicUrl: string;
  terms: AppSettings['terms'];
  /** What the catcher took in; null: there is none. */
  outbox: CaughtNotices | null;
  /** Where the help film of the session plays, after consent; null when there is none. */
  filmOrigin: string | null;
}

export interface SiteEnvironment {
  Bindings: Pick<RequestEnvironment, 'remoteAddress'>;
}

/** Kinds of files that are there to be seen; sources beside them are not. */
const SERVED = /\.(html|css|js|map|json|svg|png|webp|jpg|ico|woff2|txt)$/;
/** The demo's page with both sides in frames. */
const BOTH_SIDES = '/both.html';
/** Named after their content by the build. */
const IMMUTABLE = /^\/dist\/cdn\/chunks\/[^/]+-[\w-]{8}\.js(\.map)?$/;

export function createSite(options: SiteOptions): Hono<SiteEnvironment> {
  const site = new Hono<SiteEnvironment>();
  for (const path of ['/api', '/api/*', '/healthz', '/readyz']) {
    site.all(path, (c) => options.app.fetch(c.req.raw, c.env));
  }

  site.use('/dist/*', sharedHeaders(options), brotli(), etag({ weak: true }), keepable, onlyServed);
  site.get('/dist/*', serveStatic({ root: options.root }));
  site.use('*', pageHeaders(options));
  site.get(TERMS_PATH, (c) => c.html(termsPage(options.terms)));
  if (options.demo) {
    site.get('*', atPublicAddress(options));
    if (options.outbox) mountOutbox(site, options.outbox);
    site.use('*', brotli(), etag({ weak: true }), keepable, onlyServed);
    site.get('/demo/*', serveStatic({ root: join(options.root, '.cache') }));
    site.get('*', serveStatic({ root: join(options.root, 'demo') }));
  }
  site.notFound((c) => notFound(c, options));
  return site;
}

/**
 * Brings who came under the other name of this machine to the public one: the
 * log-in ends there, and its cookies are of that name alone.
 */
function atPublicAddress({ publicUrl }: SiteOptions): MiddlewareHandler {
  const twins = loopbackTwin(publicUrl);
  return async (c, next) => {
    const { origin, pathname, search } = new URL(c.req.url);
    if (twins.includes(origin) && /(\/|\.html)$/.test(pathname)) {
      return c.redirect(`${publicUrl}/${(pathname + search).replace(/^\/+/, '')}`, 307);
    }
    return next();
  };
}

/** Lets through what `SERVED` names, and folders, which stand for their `index.html`. */
const onlyServed: MiddlewareHandler = async (c, next) => {
  const { path } = c.req;
  if (!path.endsWith('/') && !SERVED.test(path)) return c.notFound();
  return next();
};

/** Ask each time whether it changed, which costs a 304; but what is named after its content never does. */
const keepable: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.ok) return;
  c.header('Cache-Control', IMMUTABLE.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
};

/** Pages of other sites may load the library, with an integrity hash too, which needs CORS. */
function sharedHeaders({ publicUrl }: SiteOptions): MiddlewareHandler {
  const secure = secureHeaders({
    crossOriginResourcePolicy: 'cross-origin',
    strictTransportSecurity: publicUrl.startsWith('https:'),
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
 * `lit-html`: hence `allow-duplicates`. Only the demo's own pages are framed,
 * and only by the one that has both sides.
 */
function pageHeaders({ publicUrl, filmOrigin, demo }: SiteOptions): MiddlewareHandler {
  const film = filmOrigin ? [filmOrigin] : [];
  const headers = (framedBy: "'self'" | "'none'", shown: string[]) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        ...(shown.length > 0 ? { frameSrc: shown } : {}),
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: [framedBy],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html', "'allow-duplicates'"],
      },
      strictTransportSecurity: publicUrl.startsWith('https:'),
      referrerPolicy: 'same-origin',
      xFrameOptions: framedBy === "'self'" ? 'SAMEORIGIN' : 'DENY',
    });
  if (!demo) return headers("'none'", film);
  const [page, bothSides] = [headers("'self'", film), headers("'none'", ["'self'", ...film])];
  return (c, next) => (c.req.path === BOTH_SIDES ? bothSides : page)(c, next);
}

/** The demo's own page for it, where there is one. */
async function notFound(c: Context<SiteEnvironment>, { demo, root }: SiteOptions): Promise<Response> {
  const page =
    demo && c.req.method === 'GET'
      ? await readFile(join(root, 'demo', '404.html'), 'utf8').catch(() => null)
      : null;
  return page === null ? c.text('Siden finnes ikke.', 404) : c.html(page, 404);
}
