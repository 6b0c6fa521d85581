/** A running care service for one test: a real port, a clock to set, people to ask as. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp, type App, type AppSettings } from '../../../../server/app/app.js';
import { hashToken } from '../../../../server/app/crypto.js';
import { LoginRefusedError, type Identity } from '../../../../server/auth/identity.js';
import { messageLimits } from '../../../../server/contract/limits.js';
import { municipalities } from '../../../../server/data/municipalities.js';
import type { Log, LogFields } from '../../../../server/log.js';
import type { Storage } from '../../../../server/storage/storage.js';
import type { Body } from './body.js';
import { checkAgainstContract } from './contract-check.js';
import { NOW, people, seed, TERMS, type PersonName, type StaffName } from './people.js';

export const PAGE = 'https://kommune.example';
/** Of the keyed hashes. */
export const SECRET = 'a secret for tests, at least 32 characters';

export interface Ask {
  /** Session cookie of this person or staff member; left out: nobody. */
  as?: PersonName | StaffName;
  /** Asks with a bearer token and without cookies instead. */
  bearer?: string;
  actingFor?: string;
  body?: unknown;
  /** A new one for each POST unless given; null: none. */
  key?: string | null;
  headers?: Record<string, string>;
  /** Sent as it is, instead of `body`. */
  raw?: BodyInit;
  signal?: AbortSignal;
}

export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON; of an answer that is not, nothing may be read. */
  body: Body;
  response: Response;
}

export interface World {
  storage: Storage;
  app: App;
  /** Of this server, without `/api`. */
  url: string;
  clock: { now(): number; set(ms: number): void; pass(ms: number): void };
  log: { event: string; fields: LogFields }[];
  /** Asks over HTTP; the answer is held against the contract. */
  ask(method: string, path: string, options?: Ask): Promise<Reply>;
  /** A cookie header with a new session. */
  session(who: PersonName | StaffName): Promise<string>;
  close(): Promise<void>;
}

export interface WorldOptions {
  settings?: Partial<AppSettings>;
  identity?: Partial<Identity>;
  heartbeatMs?: number;
  namingPaceMs?: number;
}

/** `code` is the subject, `denied` gives up; a bearer token is `token-` and the subject. */
function testIdentity(): Identity {
  return {
    async begin({ redirectUri }) {
      const state = randomUUID();
      const url = `https://id.example/authorize?state=${state}&redirect_uri=${encodeURIComponent(redirectUri)}`;
      return { url, attempt: { state, nonce: randomUUID(), codeVerifier: randomUUID() } };
    },
    async complete(url) {
      const code = url.searchParams.get('code');
      if (!code) throw new LoginRefusedError(url.searchParams.has('error') ? 'denied' : 'mismatch');
      return { subject: code };
    },
    logoutUrl: ({ returnTo }) => `https://id.example/logout?back=${encodeURIComponent(returnTo)}`,
    async verifyBearer(token) {
      const subject = /^token-(.+)$/.exec(token)?.[1];
      return subject ? { subject, expiresAt: NOW + 3_600_000 } : null;
    },
  };
}

export async function openWorld(storage: Storage, options: WorldOptions = {}): Promise<World> {
  await seed(storage);
  let now = NOW;
  const clock = {
    now: () => now,
    set: (ms: number) => void (now = ms),
    pass: (ms: number) => void (now += ms),
  };
  const lines: World['log'] = [];
  const note = (event: string, fields: LogFields = {}) => void lines.push({ event, fields });
  const log: Log = { info: note, warn: note, error: note };
  const settings: AppSettings = {
    publicUrl: 'http://localhost:8080',
    allowedOrigins: [PAGE],
    activationDelayHours: 24,
    sessionIdleMinutes: 30,
    demo: false,
    trustProxy: false,
    secret: SECRET,
    help: { phone: '55 55 00 00', label: { nb: 'Hjelp', en: 'Help' }, url: null },
    film: null,
    limits: { ...messageLimits, mediaTypes: [...messageLimits.mediaTypes, 'text/plain'] },
    terms: {
      version: TERMS,
      url: 'https://example.no/vilkar',
      points: { nb: ['Et punkt'], nn: ['Eit punkt'], en: ['A point'] },
    },
    rateLimits: null,
    ...options.settings,
  };
  const app = createApp({
    storage,
    clock,
    municipalities,
    settings,
    identity: { ...testIdentity(), ...options.identity },
    log,
    namingPaceMs: options.namingPaceMs ?? 0,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve(
      {
        fetch: (request, { incoming }) => {
          const { remoteAddress } = (incoming as { socket: { remoteAddress?: string } }).socket;
          return app.fetch(request, remoteAddress === undefined ? {} : { remoteAddress });
        },
        port: 0,
        hostname: '127.0.0.1',
      },
      () => resolve(started),
    );
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookies = new Map<string, string>();
  const prefix = settings.publicUrl.startsWith('https:') ? '__Host-' : '';

  const session = async (who: PersonName | StaffName): Promise<string> => {
    const token = randomUUID() + randomUUID();
    const kind = who in people ? 'person' : 'staff';
    await storage.insertSession({
      id: await hashToken(token),
      kind,
      userId: who,
      createdAt: now,
      expiresAt: now + settings.sessionIdleMinutes * 60_000,
    });
    return `${prefix}${kind === 'staff' ? 'hn-staff-session' : 'hn-session'}=${token}`;
  };
  const cookieOf = async (who: PersonName | StaffName): Promise<string> => {
    const cookie = cookies.get(who) ?? (await session(who));
    cookies.set(who, cookie);
    return cookie;
  };

  return {
    storage,
    app,
    url,
    clock,
    log: lines,
    session,
    async ask(method, path, ask = {}) {
      const headers = new Headers();
      if (ask.as) headers.set('Cookie', await cookieOf(ask.as));
      if (ask.bearer) headers.set('Authorization', `Bearer ${ask.bearer}`);
      if (ask.actingFor !== undefined) headers.set('HN-Acting-For', ask.actingFor);
      if (method !== 'GET' && !ask.bearer) headers.set('Origin', PAGE);
      if (method === 'POST' && ask.key !== null) headers.set('Idempotency-Key', ask.key ?? randomUUID());
      if (ask.body !== undefined) headers.set('Content-Type', 'application/json');
      for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value);
      const body = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
      const response = await fetch(url + path, {
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
        ...(ask.signal ? { signal: ask.signal } : {}),
      });
      const type = response.headers.get('Content-Type') ?? '';
      const parsed =
        type.includes('json') && method !== 'HEAD' ? ((await response.clone().json()) as unknown) : undefined;
      checkAgainstContract(method, path, response, parsed);
      return { status: response.status, headers: response.headers, body: parsed as Body, response };
    },
    async close() {
      await app.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
