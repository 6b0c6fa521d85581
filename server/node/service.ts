/** The whole service in one process: port, storage, log-in and application, put together and taken down in order. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Clock } from '../../src/domain/clock.js';
import { CHANNELS } from '../../src/domain/notice-choices.js';
import { createApp, type App } from '../app/app.js';
import { createKeyedHash, hashNationalId } from '../app/crypto.js';
import type { RateLimits } from '../app/options.js';
import { createOidcIdentity } from '../auth/oidc.js';
import { createTestProvider, TEST_PROVIDER_PATH } from '../auth/test-provider.js';
import type { TestProvider } from '../auth/test-provider.js';
import { messageLimits } from '../contract/limits.js';
import { demoMunicipalities, seed, testIdentities } from '../data/household/index.js';
import type { MunicipalityRecord } from '../data/municipalities.js';
import type { Log } from '../log.js';
import { createSenders } from '../notices/senders.js';
import { createNoticeWorker } from '../notices/worker.js';
import { offeringOf } from '../offering.js';
import { keptProviderKeys, keptSecret } from '../kept-keys.js';
import { allowedOriginsOf } from '../settings.js';
import type { Settings } from '../settings.js';
import { openStorage } from '../storage/open.js';
import type { Storage } from '../storage/storage.js';
import { followDays } from './follow-days.js';
import { hashToken } from './hash-token.js';
import { listen } from './http-server.js';
import type { HttpServer } from './http-server.js';
import { municipalityList } from './municipality-list.js';
import { createSelfFetch } from './self-fetch.js';
import { createSite } from './site.js';

/** How long requests under way may take once the server is told to stop, in milliseconds. */
const STOP_LIMIT = 10_000;

export interface ServiceOptions {
  settings: Settings;
  log: Log;
  /** The folder of the repository: `SiteOptions.root`. */
  root: string;
  rateLimits?: RateLimits | null;
}

export interface Service {
  port: number;
  publicUrl: string;
  /** The name of the storage. */
  storage: string;
  /** Ends what is under way, then the rest. True when nothing had to be cut off. */
  stop(): Promise<boolean>;
}

/**
 * @throws {ListenError} when the port cannot be had
 * @throws {OpenStorageError} when the database cannot be opened
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { settings } = options;
  // First the port: it also keeps a second server, started by mistake, away from the database.
  const server = await listen(settings.host, settings.port);
  try {
    return await fill(server, options);
  } catch (fault) {
    await server.close(0, () => Promise.resolve());
    throw fault;
  }
}

/** What everything else stands on. */
interface Ground extends ServiceOptions {
  server: HttpServer;
  storage: Storage;
  clock: Clock;
  publicUrl: string;
  allowedOrigins: readonly string[];
  municipalities: readonly MunicipalityRecord[];
  /** Key of the keyed hashes. */
  secret: string;
}

type LogIn = Awaited<ReturnType<typeof logInOf>>;
type Senders = ReturnType<typeof createSenders>;

async function fill(server: HttpServer, options: ServiceOptions): Promise<Service> {
  const { settings } = options;
  const municipalities = await municipalityList(settings.municipalitiesFile);
  const publicUrl = settings.publicUrl ?? `http://localhost:${server.port}`;
  const allowedOrigins = allowedOriginsOf(settings, publicUrl);
  const clock = clockFrom(settings.clock);
  const storage = await openStorage(settings.databaseUrl);
  try {
    const secret = await keptSecret(storage);
    return await open({
      ...options,
      server,
      storage,
      clock,
      publicUrl,
      allowedOrigins,
      municipalities,
      secret,
    });
  } catch (fault) {
    await storage.close();
    throw fault;
  }
}

/** Begins to answer, to send notices and to follow the days. */
async function open(ground: Ground): Promise<Service> {
  const { server, settings, log, storage, clock, publicUrl, municipalities, secret } = ground;
  const hash = createKeyedHash(secret);
  const nationalIdHash = (nationalId: string) => hashNationalId(hash, nationalId);
  const seedToday = () => seed(storage, clock.now(), { municipalities, nationalIdHash });
  if (settings.demo) await seedToday();
  const logIn = await logInOf(ground);
  try {
    const senders = createSenders(settings, { storage, clock, publicUrl });
    const app = answerWith(ground, logIn, senders);
    for (const channel of CHANNELS) if (!senders[channel]) log.warn('notices.off', { channel });
    const notices = createNoticeWorker({ storage, clock, log, hash, senders, publicUrl });
    const unsubscribe = storage.onAnnounced(() => notices.wake());
    const days = settings.demo ? followDays(clock, log, seedToday) : null;
    void logIn.identity.ready();

    return {
      port: server.port,
      publicUrl,
      storage: storage.name,
      async stop() {
        logIn.identity.close();
        unsubscribe();
        // What is written meanwhile is sent after the next start, or by another process.
        const [clean] = await Promise.all([
          server.close(STOP_LIMIT, () => app.close()),
          notices.stop(),
          days?.stop(),
        ]);
        await storage.close();
        return clean;
      },
    };
  } catch (fault) {
    logIn.identity.close();
    throw fault;
  }
}

/** Who people are: the operator's provider says so, or the built-in one. */
async function logInOf({ settings, server, storage, clock, log, publicUrl, allowedOrigins }: Ground) {
  const audience = `${publicUrl}/api`;
  const provider = settings.oidc
    ? null
    : createTestProvider({
        publicUrl,
        allowedOrigins,
        audience,
        people: testIdentities,
        keys: await keptProviderKeys(storage),
        log,
      });
  const identity = createOidcIdentity({
    ...(provider?.oidc ?? settings.oidc ?? never()),
    audience,
    clock,
    log,
    ...(provider ? { fetch: createSelfFetch(publicUrl, server.address) } : {}),
  });
  return { provider, identity };
}

/** The application and the pages around it, on the port. */
function answerWith(ground: Ground, { provider, identity }: LogIn, senders: Senders): App {
  const { server, settings, storage, clock, log, root, publicUrl, municipalities, rateLimits } = ground;
  const words = offeringOf(settings, publicUrl);
  const app = createApp({
    storage,
    clock,
    municipalities: settings.demo ? withExampleServices(clock.now(), municipalities) : municipalities,
    identity,
    log,
    hashToken,
    settings: {
      publicUrl,
      allowedOrigins: ground.allowedOrigins,
      activationDelayHours: settings.activationDelayHours,
      sessionIdleMinutes: settings.sessionIdleMinutes,
      demo: settings.demo,
      trustProxy: settings.trustProxy,
      secret: ground.secret,
      limits: messageLimits,
      ...words,
      noticeChannels: CHANNELS.filter((channel) => senders[channel]),
      ...(rateLimits === undefined ? {} : { rateLimits }),
    },
  });
  const site = createSite({
    app,
    root,
    demo: settings.demo,
    publicUrl,
    terms: words.terms,
    outbox: settings.demo ? (limit) => storage.listCaughtNotices(limit) : null,
    filmOrigin: words.film ? new URL(words.film.url).origin : null,
  });
  const listener = getRequestListener(
    (request, { incoming }) => site.fetch(request, { remoteAddress: incoming.socket.remoteAddress }),
    { overrideGlobalObjects: false, hostname: new URL(publicUrl).host },
  );
  server.setHandler((request, response) => route(provider, listener, request, response));
  return app;
}

/** What the example services offer, where the list itself does not say. */
function withExampleServices(now: number, records: readonly MunicipalityRecord[]): MunicipalityRecord[] {
  return demoMunicipalities(now, records).map((example, index) => {
    const services = records[index]?.services ?? [];
    return services.length > 0 ? { ...example, services } : example;
  });
}

function route(
  provider: TestProvider | null,
  listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [path = ''] = (request.url ?? '').split('?');
  if (provider && (path === TEST_PROVIDER_PATH || path.startsWith(`${TEST_PROVIDER_PATH}/`))) {
    provider.handle(request, response);
  } else {
    void listener(request, response);
  }
}

/** Goes on from `start` at the pace of the real clock. */
function clockFrom(start: number | null): Clock {
  if (start === null) return { now: () => Date.now() };
  const begun = performance.now();
  return { now: () => Math.floor(start + performance.now() - begun) };
}

function never(): never {
  throw new Error('settings without a provider outside demo mode');
}
