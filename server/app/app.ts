/**
 * The care service: a web-standard `Request → Response` application over a
 * storage. The Node server runs it over SQL, Mock Service Worker over memory.
 */
import { Hono } from 'hono';
import { operations } from '../contract/routes/index.js';
import { faultFields } from '../fault.js';
import { createKeyedHash, hashToken } from './crypto.js';
import { createMount, honoPath } from './endpoint.js';
import { createHintBus } from './hint-bus.js';
import { mountHealth } from './health.js';
import {
  keepPrivate,
  limitAddresses,
  logRequests,
  protect,
  sameSiteOnly,
  shareWithOrigins,
} from './middleware.js';
import { asProblem, Problem, retryAfter } from './problem.js';
import { createRateLimiter } from './rate-limit.js';
import { mountAppointments } from './routes/appointments.js';
import { mountAttachments } from './routes/attachments.js';
import { mountContacts } from './routes/contacts.js';
import { mountEvents } from './routes/events.js';
import { mountNotificationSettings } from './routes/notification-settings.js';
import { mountLogin } from './routes/login.js';
import { mountProxies } from './routes/proxies.js';
import { mountSession } from './routes/session.js';
import { mountStaff } from './routes/staff.js';
import { mountStaffAppointments } from './routes/staff-appointments.js';
import { mountThreads } from './routes/threads.js';
import { mountWriting } from './routes/writing.js';
import type { AppEnv, Services } from './services.js';
import { DEFAULT_RATE_LIMITS, type AppOptions, type RequestEnvironment } from './options.js';
import { startSweeping } from './sweep.js';

export type { AppOptions, AppSettings, RateLimits, RequestEnvironment } from './options.js';

export interface App {
  fetch(request: Request, environment?: RequestEnvironment): Promise<Response>;
  /** Deletes what has expired; happens by itself now and then. */
  sweep(): Promise<void>;
  /** Ends streams, answers new requests with 503 and waits for those under way. */
  close(): Promise<void>;
}

const HEARTBEAT = 20_000;
const NAMING_PACE = 500;

/** @throws Error when an operation of the contract has no handler */
export function createApp(options: AppOptions): App {
  const closing = new AbortController();
  const { rateLimits } = options.settings;
  const origin = new URL(options.settings.publicUrl).origin;
  const services: Services = {
    ...options,
    settings: {
      ...options.settings,
      publicUrl: options.settings.publicUrl.replace(/\/+$/, ''),
      allowedOrigins: [...new Set([origin, ...options.settings.allowedOrigins])],
      rateLimits: rateLimits === undefined ? DEFAULT_RATE_LIMITS : rateLimits,
    },
    newId: options.randomId ?? (() => crypto.randomUUID()),
    hashToken: options.hashToken ?? hashToken,
    hash: createKeyedHash(options.settings.secret),
    bus: createHintBus(options.storage, options.log, options.hintsMs),
    limiter: createRateLimiter(options.clock),
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT,
    namingPaceMs: options.namingPaceMs ?? NAMING_PACE,
    closing: closing.signal,
  };

  const app = new Hono<AppEnv>();
  app.use(logRequests(services));
  app.use(protect(services));
  app.use(keepPrivate(services));
  app.use(shareWithOrigins(services));
  mountHealth(app, services);
  app.use('/api/*', limitAddresses(services));
  app.use('/api/*', sameSiteOnly(services));
  const mount = createMount(app, services);
  mountLogin(app, services);
  mountSession(mount);
  mountContacts(mount);
  mountAppointments(mount);
  mountThreads(mount);
  mountWriting(mount);
  mountAttachments(mount);
  mountStaff(mount);
  mountStaffAppointments(mount);
  mountProxies(mount);
  mountNotificationSettings(mount);
  mountEvents(mount);
  refuseOtherMethods(app);
  app.notFound(() => new Problem('not-found').toResponse());
  app.onError((fault, c) => {
    const problem = asProblem(fault);
    if (problem.code === 'internal') {
      services.log.error('request.failed', { requestId: c.var.requestId, ...faultFields(fault) });
    }
    for (const [header, value] of Object.entries(problem.headers)) c.header(header, value);
    c.header('Cache-Control', 'no-store');
    return c.body(JSON.stringify(problem.body), problem.status as 400);
  });

  const underWay = new Set<Promise<unknown>>();
  const sweeping = startSweeping(services);
  return {
    async fetch(request, environment = {}) {
      if (closing.signal.aborted) return new Problem('unavailable', retryAfter(5)).toResponse();
      const answer = Promise.resolve(app.fetch(request, environment));
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    sweep: () => sweeping.sweep(),
    async close() {
      closing.abort();
      sweeping.stop();
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** A known address with a method that it does not have: 405, and which it has. */
function refuseOtherMethods(app: Hono<AppEnv>): void {
  const methods = new Map<string, string[]>();
  const handled = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
  for (const operation of operations) {
    const path = honoPath(operation.path);
    const method = operation.method.toUpperCase();
    if (!handled.has(`${method} ${path}`)) throw new Error(`No handler for ${operation.operationId}`);
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      throw new Problem('not-found', { status: 405, headers: { Allow: allowed.join(', ') } });
    });
  }
}
