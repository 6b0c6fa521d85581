/** What stands around every request: the log, safe headers, CORS, the origin check and the limits. */
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { isSecure, readSessionCookie } from './cookies.js';
import { Problem } from './problem.js';
import type { AppEnv, Services } from './services.js';

type Middleware = MiddlewareHandler<AppEnv>;

/** One line a request: the pattern of the route, never the address or anything that was sent. */
export function logRequests({ log }: Services): Middleware {
  return async (c, next) => {
    const started = performance.now();
    c.set('requestId', crypto.randomUUID());
    c.header('X-Request-Id', c.var.requestId);
    await next();
    log.info('request.done', {
      method: METHODS.has(c.req.method) ? c.req.method : 'other',
      route: c.var.route ?? 'none',
      status: c.res.status,
      durationMs: Math.round(performance.now() - started),
      requestId: c.var.requestId,
    });
  };
}

/** What a client makes up is not written to the log. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);

/** Headers that leave a browser nothing to do with an answer but to read it. */
export function protect({ settings }: Services): Middleware {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: isSecure(settings.publicUrl),
    // An answer may say more strictly what it is.
    overwrite: false,
  });
}

/** What an answer depends on that is for one person, or for one person acting for another. */
const PRIVATE_VARY = 'Origin, Authorization, Cookie, HN-Acting-For';

/**
 * Answers are private, errors too, until a route says otherwise. `Date` is of the clock that rules: clients
 * correct theirs by it.
 */
export function keepPrivate({ clock }: Services): Middleware {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.header('Vary', PRIVATE_VARY);
    await next();
    c.header('Date', new Date(clock.now()).toUTCString());
  };
}

/** Makes an answer everybody's for a minute. */
export function makePublic(c: Context<AppEnv>): void {
  c.header('Cache-Control', 'public, max-age=60');
  c.header('Vary', 'Origin');
}

/** CORS for listed origins only, with credentials. `null` and `*` are never on the list. */
export function shareWithOrigins({ settings }: Services): Middleware {
  return cors({
    origin: (origin) => (settings.allowedOrigins.includes(origin) ? origin : null),
    credentials: true,
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key', 'HN-Acting-For'],
    exposeHeaders: ['ETag', 'Retry-After', 'Location', 'Date'],
    maxAge: 600,
  });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The page that asks, as far as the browser says. */
const originOf = (c: Context<AppEnv>): string | undefined => c.env.origin ?? c.req.header('Origin');

/**
 * A cookie goes along by itself, so a request that changes something with one
 * must come from a page that is allowed; who has put a token into the request
 * has shown who asks.
 */
export function sameSiteOnly({ settings }: Services): Middleware {
  return async (c, next) => {
    const byToken = /^Bearer /i.test(c.req.header('Authorization') ?? '');
    if (!SAFE.has(c.req.method) && !byToken && readSessionCookie(c, settings.publicUrl, 'person')) {
      const origin = originOf(c);
      if (origin === undefined || !settings.allowedOrigins.includes(origin))
        throw new Problem('origin-refused');
    }
    await next();
  };
}

/** Who asks from where: the last hop before a trusted proxy, else the connection. */
export function addressOf(c: Context<AppEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').pop()?.trim() : undefined;
  return forwarded || (c.env.remoteAddress ?? 'here');
}

export function limitAddresses(services: Services): Middleware {
  const { settings, limiter } = services;
  const limits = settings.rateLimits;
  return async (c, next) => {
    if (limits) limiter.take(`address ${addressOf(c, settings.trustProxy)}`, limits.address);
    await next();
  };
}
