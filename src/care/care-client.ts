import type { Backend, BackendCapability, CallOptions } from '../backend/backend.js';
import type { BackendError } from '../backend/errors.js';
import type { Access, Hint, Id, Instant, Language, Session } from '../backend/types.js';
import { onPage } from './page-events.js';
import type { Person } from './person.js';
import { PENDING, Query, QueryCache } from './query-cache.js';
import type { Observation, QueryOptions, QueryRules, Snapshot } from './query-cache.js';
import { tabStorage } from './storage.js';
import { openTabs } from './tabs.js';
import type { TabMessage, Tabs } from './tabs.js';

/** One is warned this long before the session ends, in milliseconds. */
const WARNING = 120_000;
/** The session is extended at most this often, and a client without widgets kept this long, in milliseconds. */
const MINUTE = 60_000;
/** The longest wait that a timer takes; with more it fires at once. */
const LONGEST_WAIT = 2 ** 31 - 1;
/** Live hints begin this long after everything has been loaded, out of the way of the first sight. */
const WATCH_AFTER = 1_000;
/** Answers that say more of the session than of what was asked for. */
const ACCESS_CODES = /^(unauthenticated|terms-required|pending|forbidden|scope-missing)$/;

/**
 * What the widgets of one backend share: session, cache, live hints.
 *
 * It sleeps while nobody observes: then nothing listens and nothing is kept.
 */
export class CareClient {
  readonly #source: () => Backend | Promise<Backend>;
  #backend: Backend | null = null;
  /** What requests wait for: the backend, and a change of whom one acts for. */
  #ready: Promise<Backend> | null = null;
  readonly #cache = new QueryCache();
  readonly #sessions = new Set<Query>();
  readonly #subscribers = new Set<() => void>();
  /** Counts changes of user and acted-for. */
  #era = 0;
  /** Undefined until a session has answered; empty for nobody. */
  #user?: Id;
  #party?: Id;
  #access?: Access;
  #session: Session | null = null;
  #expiresAt: Instant | null = null;
  #ending: number | null = null;
  #ended = false;
  #loginLost = false;
  #extendedAt = 0;
  /** Whether another tab told of the change, so that it needs no telling. */
  #told = false;
  #observers = 0;
  #sleepTimer?: ReturnType<typeof setTimeout>;
  #endTimer?: ReturnType<typeof setTimeout>;
  #watchTimer?: ReturnType<typeof setTimeout>;
  #stopWatch?: () => void;
  #stopPage?: () => void;
  #tabs?: Tabs;
  /** Set once somebody has asked for the drafts: then some may be in memory. */
  draftsLoaded = false;

  readonly #rules: QueryRules = {
    mayLoad: () => !this.#access || this.#access === 'active',
    barrier: () => Promise.all([...this.#sessions].map((session) => session.running)),
    failed: (error, startedAt) => {
      const current = [...this.#sessions].every(
        (session) => session.running || session.settledAt > startedAt,
      );
      if (ACCESS_CODES.test(error.code) && !current) void this.#renewSession();
    },
    idle: () => this.#watch(),
  };

  /** @param source gives the backend, at the first use. */
  constructor(source: () => Backend | Promise<Backend>) {
    this.#source = source;
  }

  /** Milliseconds since the epoch by the backend's clock. */
  readonly now = (): number => this.#backend?.now() ?? Date.now();

  get backendId(): string {
    return this.#backend?.id ?? '';
  }

  get online(): boolean {
    return globalThis.navigator?.onLine !== false;
  }

  /** Who is here, as far as a session has answered; null for nobody. */
  get person(): Person | null {
    return this.#user && this.#party
      ? { user: this.#user, party: this.#party, draftKey: this.#session?.draftKey ?? null }
      : null;
  }

  /** Whom the tab acts for; null is oneself. */
  get actingFor(): Id | null {
    return this.#backend?.actingFor ?? null;
  }

  /** When the session ends (milliseconds since the epoch), from two minutes before; else null. */
  get sessionEnding(): number | null {
    return this.#ending;
  }

  /** Whether a session ran out here, and nobody has logged in or out since. */
  get sessionEnded(): boolean {
    return this.#ended;
  }

  /** Whether the person came back from log-in and is still nobody here: the log-in does not reach this page. */
  get loginLost(): boolean {
    return this.#loginLost;
  }

  /** Whether the backend can do it; false until the backend is loaded (with the first answer at the latest). */
  can(capability: BackendCapability): boolean {
    return this.#backend?.capabilities.has(capability) ?? false;
  }

  /** Calls `listener` when person, session end or network change; returns what stops it. */
  subscribe(listener: () => void): () => void {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  }

  /** The session's words in `lang`, as far as known. For one that stays current see `observeSession`. */
  session(lang: Language): Snapshot<Session> {
    return (this.#cache.get(sessionKey(lang)) as Query<Session> | undefined)?.snapshot ?? PENDING;
  }

  /** Holds the session; `listener` is also called when its end draws near and when the network comes or goes. */
  observeSession(lang: Language, listener: () => void): Observation<Session> {
    const make = (): Query<Session> => {
      const query: Query<Session> = new Query<Session>(
        (signal) => this.#loadSession(query as Query, { lang, signal }),
        { public: true },
        { ...this.#rules, failed: () => {} },
      );
      this.#sessions.add(query as Query);
      return query;
    };
    return this.#hold(sessionKey(lang), make, listener);
  }

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
    options: QueryOptions = {},
  ): Observation<T> {
    const ask = async (signal: AbortSignal): Promise<T> => load(await this.#open(), { lang, signal });
    return this.#hold(
      JSON.stringify([lang, options.public, ...key]),
      () => new Query<T>(ask, options, this.#rules),
      listener,
    );
  }

  /**
   * Does something with the backend: a change, or a question that nobody shares.
   * Rejects with a `BackendError`, or an `AbortError` when user or acted-for
   * changed meanwhile: a late answer is for somebody else.
   */
  async call<T>(run: (backend: Backend) => Promise<T>): Promise<T> {
    const era = this.#era;
    try {
      return await this.use(run);
    } finally {
      // eslint-disable-next-line no-unsafe-finally -- the answer and the error are both for somebody else
      if (era !== this.#era) throw new DOMException('Another person', 'AbortError');
    }
  }

  /** As `call`, but gives the answer whoever is here by then. */
  async use<T>(run: (backend: Backend) => Promise<T>): Promise<T> {
    const backend = await this.#open();
    try {
      return await run(backend);
    } catch (error) {
      if (ACCESS_CODES.test((error as BackendError).code)) void this.#renewSession();
      throw error;
    }
  }

  /** Makes everything that `hint` names ask again, in all widgets; null is everything. */
  hint(hint: Hint | null): void {
    if (!hint) return void this.#cache.renew(() => true);
    const { type, partyId } = hint;
    if (type === 'session' || type === 'proxy') void this.#renewSession();
    if (!partyId || partyId === this.#party || partyId === this.#user) {
      void this.#cache.renew((query) => !!query.options.hints?.includes(type));
    }
  }

  /** Accepts the version of the terms that the session shows. */
  async acceptTerms(lang: Language): Promise<void> {
    const version = this.session(lang).data?.terms?.version ?? '';
    await this.call((backend) => backend.acceptTerms(version, { lang }));
    await this.#renewSession();
  }

  async withdrawTerms(lang: Language): Promise<void> {
    await this.call((backend) => backend.withdrawTerms({ lang }));
    await this.#renewSession();
  }

  /** To be called when the person types, clicks or scrolls: extends the session at most once a minute. */
  activity(): void {
    if (!this.#user || !this.#expiresAt || performance.now() - this.#extendedAt < MINUTE) return;
    // What fails here is said by the warning before the session ends.
    this.extendSession().catch(() => {});
  }

  async extendSession(): Promise<void> {
    this.#extendedAt = performance.now();
    const { expiresAt } = await this.call((backend) => backend.extendSession());
    this.#expire(expiresAt);
    this.#tell();
  }

  /** Where *Logg inn* leads, coming back to this page; null where the backend has no log-in of its own. */
  loginUrl(): string | null {
    const { origin, pathname } = globalThis.location ?? {};
    return this.#session && this.#backend ? this.#backend.loginUrl(this.#session, origin + pathname) : null;
  }

  /** To be called when the page is about to go to `loginUrl()`. */
  loggingIn(): void {
    tabStorage()?.setItem(this.#loginMark, '1');
  }

  /** Ends the session here and in the other tabs; returns where the page then goes, if anywhere. */
  async logOut(): Promise<string | null> {
    const backend = await this.#open();
    const { logoutUrl } = await backend.endSession().catch((error: BackendError) => {
      if (error.code === 'unauthenticated') return { logoutUrl: null };
      throw error;
    });
    this.#tabs?.tell({ out: true });
    await this.#leave();
    return logoutUrl;
  }

  /**
   * Acts for `partyId`, or for oneself with null. Everything private is
   * dropped at once. Returns where the browser must go, if anywhere.
   */
  async actFor(partyId: Id | null): Promise<string | null> {
    const change = this.#open().then(async (backend) => (await backend.actFor(partyId)) ?? null);
    const backend = this.#open();
    const settled = change.then(
      () => backend,
      () => backend,
    );
    this.#ready = settled;
    this.#party = undefined;
    this.#drop();
    return (await change)?.redirect ?? null;
  }

  /** Lets go of everything now; the next observation wakes it again. */
  close(): void {
    for (const timer of [this.#sleepTimer, this.#endTimer]) clearTimeout(timer);
    this.#unwatch();
    this.#stopPage?.();
    this.#tabs?.close();
    this.#stopPage = this.#tabs = undefined;
    this.#cache.clear();
    this.#sessions.clear();
    this.#era++;
    this.#user = this.#party = this.#access = undefined;
    this.#session = this.#expiresAt = this.#ending = null;
    this.#ended = this.#loginLost = false;
  }

  get #loginMark(): string {
    return `hn:login:${this.backendId}`;
  }

  #open(): Promise<Backend> {
    return (this.#ready ??= this.#load().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    }));
  }

  async #load(): Promise<Backend> {
    // Without a wait where the backend is there at once.
    const source = this.#source();
    return (this.#backend = source instanceof Promise ? await source : source);
  }

  #hold<T>(key: string, make: () => Query<T>, listener: () => void): Observation<T> {
    clearTimeout(this.#sleepTimer);
    this.#observers++;
    this.#wake();
    const held = this.#cache.observe(key, make, listener);
    return {
      get snapshot() {
        return held.snapshot;
      },
      refresh: () => held.refresh(),
      update: (change) => held.update(change),
      release: () => {
        held.release();
        if (!--this.#observers) this.#sleepTimer = setTimeout(() => this.close(), MINUTE);
      },
    };
  }

  #wake(): void {
    this.#stopPage ??= onPage({
      returned: () => this.hint(null),
      network: () => this.#notify(),
      frozen: () => {
        this.#unwatch();
        this.#drop(false);
      },
      thawed: () => {
        // Back without having been through the log-in.
        tabStorage()?.removeItem(this.#loginMark);
        this.hint(null);
      },
    });
  }

  async #loadSession(query: Query, options: CallOptions & { signal: AbortSignal }): Promise<Session> {
    const backend = await this.#open();
    const ask = async (): Promise<Session> => {
      const answer = await backend.getSession(options);
      options.signal.throwIfAborted();
      return answer;
    };
    const acting = backend.actingFor;
    let session: Session | null = null;
    try {
      session = await ask();
    } catch (error) {
      if (!acting || (error as BackendError).status !== 403) throw error;
    }
    // The power of attorney has ended, or another person has logged in: oneself from here on.
    const refused = acting && (!session || (session.user && partyOf(session) !== acting));
    if (refused) {
      await backend.actFor(null);
      session = await ask();
    }
    this.#identify(session!, query, !!refused);
    return session!;
  }

  /** Takes in who is here. Before anybody sees the answer, so that nothing of another stands beside it. */
  #identify(session: Session, query: Query, refused: boolean): void {
    const user = session.user?.id ?? '';
    const party = partyOf(session);
    const before = this.#user;
    const newcomer = user && user !== before;
    const wasOpen = this.#access === 'active';
    const changed =
      refused || (before !== undefined && (user !== before || (this.#party ?? party) !== party));
    this.#user = user;
    this.#party = party;
    this.#access = session.access;
    this.#session = session;
    const mark = this.#loginMark;
    const storage = tabStorage();
    if (user) this.#loginLost = this.#ended = false;
    else if (storage?.getItem(mark)) this.#loginLost = true;
    else if (before) this.#ended = true;
    storage?.removeItem(mark);
    this.#tabs ??= openTabs(this.backendId, (message) => this.#hear(message));
    if (newcomer) {
      this.#extendedAt = performance.now();
      if (!this.#told) this.#tell();
      void this.#purge(user);
    }
    this.#told = false;
    if (newcomer || !user) this.#unwatch();
    if (changed) this.#drop(true, query);
    else if (!wasOpen && session.access === 'active') void this.#cache.renew(isPrivate);
    this.#expire(session.expiresAt);
  }

  /** Nobody is here any more, by the person's own wish. */
  async #leave(): Promise<void> {
    this.#unwatch();
    this.#user = this.#party = '';
    this.#access = 'anonymous';
    this.#session = this.#ending = null;
    this.#ended = false;
    clearTimeout(this.#endTimer);
    const purged = this.#purge(null);
    await this.#backend?.actFor(null);
    this.#drop();
    await purged;
  }

  #hear(message: TabMessage): void {
    if (message.out) void this.#leave();
    else if (message.user === this.#user) this.#expire(message.expiresAt);
    else if (this.#user !== undefined) {
      this.#told = true;
      this.#party = undefined;
      this.#drop();
    }
  }

  #tell(): void {
    if (this.#user) this.#tabs?.tell({ user: this.#user, expiresAt: this.#expiresAt });
  }

  /** Forgets at once all that is private, and asks again for what is looked at. */
  #drop(again = true, except?: Query): void {
    this.#era++;
    this.#cache.drop((query) => query !== except && (isPrivate(query) || this.#sessions.has(query)), again);
    this.#notify();
  }

  async #renewSession(): Promise<void> {
    await this.#cache.renew((query) => this.#sessions.has(query));
  }

  #notify(): void {
    for (const session of this.#sessions) for (const listener of session.listeners) listener();
    for (const listener of this.#subscribers) listener();
  }

  /** Warns two minutes before `expiresAt`, and asks then and at the end what the server says. */
  #expire(expiresAt: Instant | null): void {
    clearTimeout(this.#endTimer);
    this.#expiresAt = expiresAt;
    const endsAt = expiresAt && this.#user ? Date.parse(expiresAt) : NaN;
    const left = endsAt - this.now();
    this.#ending = left <= WARNING ? endsAt : null;
    this.#notify();
    if (!endsAt) return;
    // Past the end the server has the last word, asked every ten seconds.
    const wait = left > WARNING ? left - WARNING : Math.max(left, 10_000);
    this.#endTimer = setTimeout(
      () => {
        void this.#renewSession().then(() => {
          if (this.#expiresAt === expiresAt) this.#expire(expiresAt);
        });
      },
      Math.min(wait + 100, LONGEST_WAIT),
    );
  }

  /** Begins the live hints once all is loaded. */
  #watch(): void {
    const backend = this.#backend;
    if (!this.#user || this.#watchTimer || !backend?.capabilities.has('live')) return;
    if ([...this.#cache.all].some((query) => query.running)) return;
    this.#watchTimer = setTimeout(() => {
      this.#stopWatch = backend.watch((hint) => this.hint(hint));
    }, WATCH_AFTER);
  }

  #unwatch(): void {
    clearTimeout(this.#watchTimer);
    this.#watchTimer = undefined;
    this.#stopWatch?.();
    this.#stopWatch = undefined;
  }

  /** Deletes this backend's drafts, save those of `keep`. Their code is loaded only where there may be any. */
  async #purge(keep: Id | null): Promise<void> {
    if (!this.draftsLoaded && !Object.keys(tabStorage() ?? {}).some((key) => key.startsWith('hn:draft:')))
      return;
    const { draftsOf } = await import('./drafts.js');
    await draftsOf(this).purge(keep);
  }
}

function sessionKey(lang: Language): string {
  return `session ${lang}`;
}

function partyOf(session: Session): Id {
  return session.actingFor?.id ?? session.user?.id ?? '';
}

function isPrivate(query: Query): boolean {
  return !query.options.public;
}
