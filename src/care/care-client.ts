import type { Backend, BackendCapability, CallOptions } from '../backend/backend.js';
import type { BackendError } from '../backend/errors.js';
import { onDemand } from '../backend/on-demand.js';
import { isOnline, platform, tabStorage } from '../backend/platform.js';
import type { Hint, Id, Language, Session } from '../backend/types.js';
import type { CareState, SessionLife } from './core.js';
import type { Person } from './person.js';
import { createQuery, createQueryCache, PENDING } from './query-cache.js';
import type {
  Observation,
  CachedQuery,
  QueryFilter,
  QueryOptions,
  QueryRules,
  Snapshot,
} from './query-cache.js';

export type { Observation, QueryOptions, Snapshot } from './query-cache.js';

/**
 * What the widgets of one backend share: session, cache, live hints.
 *
 * It sleeps while nobody observes: then nothing listens and nothing is kept.
 */
export interface CareClient {
  /** Milliseconds since the epoch by the backend's clock. */
  now(): number;
  /** Tells backends apart; empty until the backend is loaded. */
  readonly backendId: string;
  readonly online: boolean;
  /** Who is here, as far as a session has answered; null for nobody. */
  readonly person: Person | null;
  /** Whom the tab acts for; null is oneself. */
  readonly actingFor: Id | null;
  /** When the session ends (milliseconds since the epoch), from two minutes before; else null. */
  readonly sessionEnding: number | null;
  /** Whether a session ran out here, and nobody has logged in or out since. */
  readonly sessionEnded: boolean;
  /** Whether the person came back from log-in and is still nobody here: the log-in does not reach this page. */
  readonly loginLost: boolean;
  /** Set once somebody has asked for the drafts: then some may be in memory. */
  draftsLoaded: boolean;

  /** Whether the backend can do it; false until the backend is loaded (with the first answer at the latest). */
  can(capability: BackendCapability): boolean;
  /** Calls `listener` when person, session end or network change; returns what stops it. */
  subscribe(listener: () => void): () => void;
  /** The session's words in `lang`, as far as known. For one that stays current see `observeSession`. */
  session(lang: Language): Snapshot<Session>;
  /** Holds the session; `listener` is also called when its end draws near and when the network comes or goes. */
  observeSession(lang: Language, listener: () => void): Observation<Session>;
  /**
   * Holds what `load` answers, shared with everybody who holds the same `key`
   * in the same language, for as long as user and acted-for are the same.
   *
   * `load` is called again whenever the answer may be out of date: after a
   * hint, on return to the page, when the network is back, on `refresh()`.
   */
  observe<T>(
    key: readonly string[],
    lang: Language,
    load: (backend: Backend, options: CallOptions) => Promise<T>,
    listener: () => void,
    options?: QueryOptions,
  ): Observation<T>;
  /**
   * Does something with the backend: a change, or a question that nobody shares.
   * Rejects with a `BackendError`, or an `AbortError` when user or acted-for
   * changed meanwhile: a late answer is for somebody else.
   */
  call<T>(run: (backend: Backend) => Promise<T>): Promise<T>;
  /** As `call`, but gives the answer whoever is here by then. */
  use<T>(run: (backend: Backend) => Promise<T>): Promise<T>;
  /** Makes everything that `hint` names ask again, in all widgets; null is everything. Resolves when that has answered. */
  hint(hint: Hint | null): Promise<void>;

  /** Accepts the version of the terms that the session shows. */
  acceptTerms(lang: Language): Promise<void>;
  withdrawTerms(lang: Language): Promise<void>;
  /** To be called when the person types, clicks or scrolls: extends the session at most once a minute. */
  activity(): void;
  extendSession(): Promise<void>;
  /** Where *Logg inn* leads, coming back to this page; null where the backend has no log-in of its own. */
  loginUrl(): string | null;
  /** To be called just before the page goes to `loginUrl()`. */
  loggingIn(): void;
  /** Ends the session here and in the other tabs; resolves to where the page then goes, if anywhere. */
  logOut(): Promise<string | null>;
  /**
   * Acts for `partyId`, or for oneself with null. Everything private is
   * dropped at once. Resolves to where the browser must go, if anywhere.
   */
  actFor(partyId: Id | null): Promise<string | null>;
  /** Lets go of everything now; the next observation wakes it again. */
  close(): void;
}

/** A client without observers is kept this long, in milliseconds. */
const KEPT = 60_000;
/** What can wait begins this long after everything has been loaded, out of the way of the first sight. */
const LATER = 1_000;
/** Answers that say more of the session than of what was asked for. */
const ACCESS_CODES = /^(unauthenticated|terms-required|pending|forbidden|scope-missing)$/;

/** What a session goes on and ends by, and news. */
type LifeName = Exclude<keyof CareClient & keyof SessionLife, 'activity'>;

/** What fails in the background is tried again when it is needed. */
const ignore = (): void => undefined;
/** What is known before a session has answered. */
const NOBODY_YET: Omit<CareState, 'backend'> = {
  session: null,
  user: undefined,
  party: undefined,
  access: undefined,
  ending: null,
  ended: false,
  loginLost: false,
};
/** What the session is asked with: known again by being this very object. */
const SESSION: QueryOptions = { public: true };
const isSession = (query: CachedQuery): boolean => query.options === SESSION;
const isRunning = (query: CachedQuery): boolean => query.running !== null;
const isPrivate = (query: CachedQuery): boolean => !query.options.public;

/** @param source gives the backend, at the first use. */
export function createCareClient(source: () => Backend | Promise<Backend>): CareClient {
  const cache = createQueryCache(() => {
    if (!--observers) sleepTimer = setTimeout(() => client.close(), KEPT);
  });
  const subscribers = new Set<() => void>();
  const state: CareState = { backend: null, ...NOBODY_YET };
  /** What requests wait for: the backend, and a change of whom one acts for. */
  let ready: Promise<Backend> | undefined;
  /** What `ready` has given: what is asked for then leaves before anything is drawn. */
  let here: Backend | undefined;
  /** Counts changes of user and acted-for. */
  let era = 0;
  let observers = 0;
  let sleepTimer: ReturnType<typeof setTimeout> | undefined;
  let lifeTimer: ReturnType<typeof setTimeout> | undefined;
  let life: SessionLife | undefined;
  let loadingLife: Promise<SessionLife> | undefined;

  const open = (): Promise<Backend> =>
    (ready ??= Promise.resolve()
      .then(source)
      .then(
        (backend) => (here = state.backend = backend),
        (error: unknown) => {
          ready = undefined;
          throw error;
        },
      ));
  const wait = (backend: Promise<Backend>): void => {
    here = undefined;
    const mine: Promise<Backend> = (ready = backend.then((one) => (ready === mine ? (here = one) : one)));
  };
  const sessions = (): CachedQuery[] => cache.find(isSession);
  /** Asks who is here; answers that nobody looks at may be another's by then, and go. */
  const renewSession = (): Promise<unknown> =>
    cache.renew((query) => isSession(query) || (isPrivate(query) && !query.listeners.size));
  /** What is being asked of the session now is from before what has just been done. */
  const outdateSession = (): void => void cache.renew((query) => isSession(query) && isRunning(query));

  const notify = (): void => {
    for (const { listeners } of sessions()) for (const listener of listeners) listener();
    for (const listener of subscribers) listener();
  };

  const isMine = (query: CachedQuery): boolean => isPrivate(query) || isSession(query);
  /** Forgets at once all of what is private that `which` names. */
  const forget = (which: QueryFilter): void => {
    era++;
    cache.drop(which);
    notify();
  };
  /** Forgets, and asks again for what is looked at. */
  const drop = (which: QueryFilter = isMine): void => {
    const gone = new Set(cache.find(which));
    forget(which);
    void cache.renew((query) => gone.has(query));
  };

  const rules: QueryRules = {
    mayLoad: () => !state.access || state.access === 'active',
    // Until no session is under way: the first to come may itself be too old.
    async barrier() {
      for (let session; (session = sessions().find(isRunning));) await session.running;
    },
    failed(error, startedAt) {
      const current = sessions().every((session) => isRunning(session) || session.settledAt > startedAt);
      if (ACCESS_CODES.test(error.code) && !current) void renewSession();
    },
    idle() {
      if (cache.find(isRunning).length) return;
      if (life) life.idle();
      else lifeTimer ??= setTimeout(() => void begin().catch(ignore), LATER);
    },
  };

  /** Loads the part that the first sight does without. */
  const begin = (): Promise<SessionLife> => {
    const mine = (loadingLife ??= Promise.all([import('./session-life.js'), open()]).then(
      ([{ startLife }, backend]) => {
        const started = startLife(
          { client, state, wait, drop, renew: cache.renew, renewSession, outdateSession, notify },
          backend,
        );
        // Closed meanwhile.
        if (mine === loadingLife) life = started;
        else started.stop();
        return started;
      },
      (error: unknown) => {
        loadingLife = lifeTimer = undefined;
        throw error;
      },
    ));
    return mine;
  };

  const loginMark = (): string => `hn:login:${client.backendId}`;

  /** Drops all that is private but for the session that has just told of it. */
  const dropBeside = (session: CachedQuery): void => drop((other) => other !== session && isMine(other));

  /** Takes in who is here, before anybody sees the answer: nothing of another may stand beside it. */
  const identify = (session: Session, query: CachedQuery): void => {
    const before = { ...state };
    const { access } = session;
    const user = session.user?.id ?? '';
    const party = session.actingFor?.id ?? user;
    Object.assign(state, { session, user, party, access });
    const storage = tabStorage();
    if (user) state.loginLost = state.ended = false;
    else if (storage?.getItem(loginMark())) state.loginLost = true;
    else if (before.user) state.ended = true;
    storage?.removeItem(loginMark());
    if (before.user === undefined) {
      // Asked or answered before it was known for whom: this session was asked for later.
      const early = (other: CachedQuery): boolean =>
        isPrivate(other) && (access !== 'active' || query.asks > 1 || !!other.settledAt);
      if (cache.find(early).length) drop(early);
    } else if (
      user !== before.user ||
      access !== before.access ||
      // Areas too: what a power no longer covers goes as if it had ended.
      (before.party && JSON.stringify(session.actingFor) !== JSON.stringify(before.session?.actingFor))
    ) {
      dropBeside(query);
    }
    life?.identified(before.user);
    for (const listener of subscribers) listener();
  };

  const sessionQuery = (lang: Language): CachedQuery<Session> => {
    const load = async (signal: AbortSignal): Promise<Session> => {
      const backend = await open();
      const ask = (): Promise<Session> => backend.getSession({ lang, signal });
      const acting = backend.actingFor;
      const session = await ask().catch((error: unknown) => {
        if (!acting || (error as BackendError).status !== 403) throw error;
      });
      signal.throwIfAborted();
      if (session && !(acting && session.user && (session.actingFor ?? session.user).id !== acting))
        return session;
      // The power of attorney has ended, or another person has logged in: oneself from here on.
      await backend.actFor(null);
      dropBeside(query);
      return ask().catch((error: unknown) => {
        // What comes is one's own by now, and may not stand under the other's name.
        if (!signal.aborted) query.snapshot = PENDING;
        throw error;
      });
    };
    const query: CachedQuery<Session> = createQuery(load, SESSION, {
      idle: rules.idle,
      taken: (session) => identify(session, query as CachedQuery),
    });
    return query;
  };

  // A page may be frozen in the back/forward cache with what it shows, and shown again to whoever is there then.
  const freeze = (event: PageTransitionEvent): void => {
    if (event.persisted) forget(isMine);
  };
  const thaw = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    // Back without having been through the log-in.
    tabStorage()?.removeItem(loginMark());
    void cache.renew();
  };

  const hold = <T>(key: string, make: () => CachedQuery<T>, listener: () => void): Observation<T> => {
    clearTimeout(sleepTimer);
    observers++;
    // The same listeners again and again are one.
    platform.addEventListener?.('pagehide', freeze);
    platform.addEventListener?.('pageshow', thaw);
    return cache.observe(key, make, listener);
  };
  const sessionKey = (lang: Language): string => `session ${lang}`;

  const own: Omit<CareClient, LifeName> = {
    draftsLoaded: false,
    now: () => (state.backend ?? Date).now(),
    get backendId() {
      return state.backend?.id ?? '';
    },
    get online() {
      return isOnline();
    },
    get person() {
      const { user, party, session } = state;
      return user && party ? { user, party, draftKey: session?.draftKey ?? null } : null;
    },
    get actingFor() {
      return state.backend?.actingFor ?? null;
    },
    get sessionEnding() {
      return state.ending;
    },
    get sessionEnded() {
      return state.ended;
    },
    get loginLost() {
      return state.loginLost;
    },
    can: (capability) => !!state.backend?.capabilities.has(capability),
    subscribe(listener) {
      subscribers.add(listener);
      return () => subscribers.delete(listener);
    },
    session: (lang) => (cache.get(sessionKey(lang))?.snapshot as Snapshot<Session> | undefined) ?? PENDING,
    observeSession: (lang, listener) => hold(sessionKey(lang), () => sessionQuery(lang), listener),
    observe: (key, lang, ask, listener, options = {}) =>
      hold(
        JSON.stringify([lang, options.public, ...key]),
        () =>
          createQuery(
            async (signal) => ask(here ?? (await open()), { lang, signal }),
            options,
            options.public ? { idle: rules.idle } : rules,
          ),
        listener,
      ),
    async call(run) {
      const before = era;
      try {
        return await client.use(run);
      } finally {
        // eslint-disable-next-line no-unsafe-finally -- the answer and the error are both for somebody else
        if (era !== before) throw new DOMException('Another person', 'AbortError');
      }
    },
    async use(run) {
      const backend = await open();
      try {
        return await run(backend);
      } catch (error) {
        if (ACCESS_CODES.test((error as BackendError).code)) void renewSession();
        throw error;
      }
    },
    loginUrl() {
      return (
        (state.session &&
          state.backend?.loginUrl(state.session, platform.location?.href.replace(/[?#].*/, '') ?? '')) ??
        null
      );
    },
    loggingIn() {
      tabStorage()?.setItem(loginMark(), '1');
    },
    activity: () => life?.activity(),
    close() {
      clearTimeout(sleepTimer);
      clearTimeout(lifeTimer);
      life?.stop();
      life = loadingLife = lifeTimer = undefined;
      platform.removeEventListener?.('pagehide', freeze);
      platform.removeEventListener?.('pageshow', thaw);
      cache.clear();
      era++;
      Object.assign(state, NOBODY_YET);
    },
  };
  const client: CareClient = onDemand(own, begin);
  return client;
}
