import { createApp, type App } from '../../server/app/app.js';
import { createKeyedHash, hashNationalId } from '../../server/app/crypto.js';
import { LoginRefusedError, type Identity } from '../../server/auth/identity.js';
import { messageLimits } from '../../server/contract/limits.js';
import { demoHelp, demoMunicipalities, seed } from '../../server/data/household/index.js';
import { terms } from '../../server/data/terms.js';
import { municipalities, type MunicipalityRecord } from '../../server/data/municipalities.js';
import { caughtItem, createCatcher } from '../../server/notices/catcher.js';
import { createNoticeWorker } from '../../server/notices/worker.js';
import { filmAt } from '../../server/offering.js';
import { createMemoryStorage } from '../../server/storage/memory/memory.js';
import type { Storage } from '../../server/storage/storage.js';
import { osloDate } from '../domain/oslo.js';
import type { Scenario } from './scenarios.js';

/** The care service in memory, with its own clock and its own cookie jar. */
export interface CareService {
  readonly storage: Storage;
  fetch(request: Request): Promise<Response>;
  /** What anybody would have got as text message or e-mail, as the demo has it at `/outbox.json`. */
  outbox(): Promise<object>;
}

const MINUTE = 60_000;
const MOST_CAUGHT = 100;
const ignore = (): void => undefined;
const silent = { info: ignore, warn: ignore, error: ignore };

let today: { day: string; records: MunicipalityRecord[] } | undefined;

/** The municipalities with what they offer on the day of `now` (ms): made once, since tests begin many services. */
function municipalitiesOn(now: number): MunicipalityRecord[] {
  const day = osloDate(now);
  if (today?.day !== day) today = { day, records: demoMunicipalities(now, municipalities) };
  return today.records;
}

/** Says that the person of the scenario is whoever logs in. */
function identityOf(person: string | null): Identity {
  return {
    begin: ({ redirectUri }) => {
      const state = crypto.randomUUID();
      const attempt = { state, nonce: crypto.randomUUID(), codeVerifier: crypto.randomUUID() };
      return Promise.resolve({ url: `${redirectUri}?code=scenario&state=${state}`, attempt });
    },
    complete: () =>
      person ? Promise.resolve({ subject: person }) : Promise.reject(new LoginRefusedError('denied')),
    logoutUrl: () => null,
    // Whoever has a token is the person of the scenario.
    verifyBearer: () =>
      Promise.resolve(person ? { subject: person, expiresAt: Date.now() + 60 * MINUTE } : null),
  };
}

/** `api` is the address of the contract, such as `https://page.example.no/api`. */
export async function createCareService(scenario: Scenario, api: URL): Promise<CareService> {
  const origin = api.origin;
  // What stands before `/api`: the application's own paths begin there.
  const prefix = api.pathname.replace(/\/api\/?$/, '');
  const begun = Date.now();
  const start = scenario.now ? Date.parse(scenario.now) : begun;
  const clock = { now: () => start + Date.now() - begun };
  const storage = createMemoryStorage();
  const secret = crypto.randomUUID() + crypto.randomUUID();
  const hash = createKeyedHash(secret);
  await seed(storage, start, { nationalIdHash: (nationalId) => hashNationalId(hash, nationalId) });
  await scenario.prepare?.(storage, start);

  const jar = new Map<string, string>();
  const environment = {
    origin,
    cookies: {
      get: (name: string) => jar.get(name),
      set: (name: string, value: string | null) => {
        if (value === null) jar.delete(name);
        else jar.set(name, value);
      },
    },
  };
  const app: App = createApp({
    storage,
    clock,
    municipalities: municipalitiesOn(start),
    identity: identityOf(scenario.person),
    log: silent,
    settings: {
      publicUrl: origin,
      allowedOrigins: [origin],
      activationDelayHours: scenario.activationDelayHours ?? 0,
      sessionIdleMinutes: scenario.sessionIdleMinutes ?? 30,
      demo: true,
      trustProxy: false,
      secret,
      noticeChannels: ['sms', 'email'],
      help: { ...demoHelp, url: null },
      film: scenario.film ? filmAt('https://film.example.no/helsetjenester') : null,
      limits: messageLimits,
      terms: { ...terms, url: `${origin}/vilkar.html` },
      rateLimits: null,
    },
  });
  if (scenario.person && !(await storage.findPersonBySubject(scenario.person))) {
    throw new TypeError(`The invented household has no person "${scenario.person}".`);
  }
  if (scenario.person && scenario.loggedIn !== false) await logIn();

  const notices = createNoticeWorker({
    storage,
    clock,
    log: silent,
    hash,
    senders: { sms: createCatcher(storage, clock, 'sms'), email: createCatcher(storage, clock, 'email') },
    publicUrl: origin,
    pollMs: null,
  });

  return {
    storage,
    async outbox() {
      notices.wake();
      await notices.idle();
      return { items: (await storage.listCaughtNotices(MOST_CAUGHT)).map(caughtItem) };
    },
    fetch(request) {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(prefix.length);
      return app.fetch(new Request(url, request), environment);
    },
  };

  /** Over the same routes as in a browser, so that there is no session that the service did not make. */
  async function logIn(): Promise<void> {
    const begin = new URL('/api/login', origin);
    begin.searchParams.set('return_to', `${origin}/`);
    const gone = await app.fetch(new Request(begin), environment);
    const callback = gone.headers.get('Location');
    if (!callback) throw new Error(`The log-in of the scenario was refused with ${gone.status}.`);
    await app.fetch(new Request(new URL(callback, origin)), environment);
  }
}
