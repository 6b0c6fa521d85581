import { BackendError } from '../backend/errors.js';
import type { Hint } from '../backend/types.js';

/** What is known of one query now. A new object whenever something changes. */
export interface Snapshot<T> {
  /** `pending` until the first answer, `error` when the first answer was one; then `ready` for good. */
  readonly status: 'pending' | 'ready' | 'error';
  readonly data?: T;
  /** Why `data` is missing (`error`) or not up to date (`ready` and `stale`). */
  readonly error?: BackendError;
  /** Shown, but the last attempt to renew it failed. */
  readonly stale: boolean;
  /** A request is under way. */
  readonly fetching: boolean;
}

/** One interested party's hold on a query. */
export interface Observation<T> {
  readonly snapshot: Snapshot<T>;
  /** Asks again; resolves, never rejects, when what is shown is as current as can be had. */
  refresh(): Promise<void>;
  /** Changes what is shown for everybody without a request: the answer to a change, a further page. */
  update(change: (data: T) => T): void;
  /** Lets go. The answer is kept for a minute for whoever comes next. */
  release(): void;
}

export interface QueryOptions {
  /** Hints of these types make the query ask again. */
  hints?: readonly Hint['type'][];
  /** What anyone may see: neither waits for the session nor is dropped with it. */
  public?: boolean;
}

/** What the care client decides for a query. */
export interface QueryRules<T = never> {
  /** Whether it may be asked for now; if not it stays pending. */
  mayLoad?(): boolean;
  /** What an answer waits for before it is shown: the session that is under way. */
  barrier?(): Promise<unknown>;
  /** An answer has come; nobody has been told yet. */
  taken?(data: T): void;
  /** It failed; `startedAt` is when it began (`performance.now()`). */
  failed?(error: BackendError, startedAt: number): void;
  /** Nothing of it is under way any more. */
  idle(): void;
}

/** One question to the backend, and its answer, shared by everybody who asks it. */
export interface CachedQuery<T = unknown> {
  snapshot: Snapshot<T>;
  readonly listeners: Set<() => void>;
  readonly options: QueryOptions;
  /** `performance.now()` of the last answer, 0 before it. */
  settledAt: number;
  /** How often it has been asked since it was dropped. */
  asks: number;
  /** When it is forgotten, once nobody looks. */
  expiry?: ReturnType<typeof setTimeout>;
  /** What is under way; never rejects. */
  running: Promise<void> | null;
  /** Asks if nobody has asked lately. */
  start(): void;
  /** Asks again: what is under way may have begun too early. */
  renew(): Promise<void>;
  /** Forgets the answer at once, and whatever is under way; tells nobody. Whether there was anything to forget. */
  drop(): boolean;
  /** Tells who looks. */
  tell(): void;
  update(change: (data: T) => T): void;
}

export const PENDING: Snapshot<never> = { status: 'pending', stale: false, fetching: false };
/** How long an answer is kept that nobody looks at, in milliseconds. */
const KEPT = 60_000;
/** Younger answers are not asked for again by who comes next, in milliseconds. */
const FRESH = 2_000;

export function createQuery<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: QueryOptions,
  rules: QueryRules<T>,
): CachedQuery<T> {
  let controller: AbortController | undefined;
  let again = false;
  /** What was shown while it was asked last. */
  let begun: Snapshot<T>;

  const show = (snapshot: Snapshot<T>): void => {
    query.snapshot = snapshot;
    query.tell();
  };

  const ask = async (signal: AbortSignal): Promise<void> => {
    const startedAt = performance.now();
    let data: T | undefined;
    let error: BackendError | undefined;
    try {
      data = await load(signal);
    } catch (cause) {
      error = cause instanceof BackendError ? cause : new BackendError('bad-response', { cause });
    }
    await rules.barrier?.();
    // Dropped meanwhile, an answer is for somebody else; asked for again, it may be.
    if (signal.aborted || again) return;
    query.settledAt = performance.now();
    const stale = !!error && query.snapshot.status === 'ready';
    // The same again is no news: what was made of it stands.
    const same =
      !error &&
      !begun.error &&
      begun.data &&
      query.snapshot === begun &&
      JSON.stringify(data) === JSON.stringify(begun.data);
    if (stale || same) data = query.snapshot.data;
    query.snapshot = { status: error && !stale ? 'error' : 'ready', data, error, stale, fetching: false };
    if (!error) rules.taken?.(data as T);
    if (!same) query.tell();
    if (error) rules.failed?.(error, startedAt);
  };

  const begin = (): void => {
    if (rules.mayLoad?.() === false) return;
    controller = new AbortController();
    again = false;
    query.asks++;
    const running = (query.running = ask(controller.signal).then(() => {
      if (query.running !== running) return;
      query.running = null;
      if (again) begin();
      else rules.idle();
    }));
    // Nobody is told: what is shown stays until the answer is here.
    query.snapshot = begun = { ...query.snapshot, fetching: true };
  };

  const query: CachedQuery<T> = {
    snapshot: PENDING,
    listeners: new Set(),
    options,
    settledAt: 0,
    asks: 0,
    running: null,
    start() {
      if (!query.running && (!query.settledAt || performance.now() - query.settledAt > FRESH)) begin();
    },
    async renew() {
      if (query.running) again = true;
      else begin();
      while (query.running) await query.running;
    },
    drop() {
      controller?.abort();
      query.running = null;
      again = false;
      query.settledAt = query.asks = 0;
      const shown = query.snapshot !== PENDING;
      query.snapshot = PENDING;
      return shown;
    },
    tell() {
      for (const listener of query.listeners) listener();
    },
    update(change) {
      const { snapshot } = query;
      if (snapshot.status === 'ready') show({ ...snapshot, data: change(snapshot.data as T) });
    },
  };
  return query;
}

export type QueryFilter = (query: CachedQuery) => boolean;

/** The queries of one backend. */
export interface QueryCache {
  get(key: string): CachedQuery | undefined;
  /** Holds the query under `key`, made by `make` when it is new, and starts it. */
  observe<T>(key: string, make: () => CachedQuery<T>, listener: () => void): Observation<T>;
  /** Those that `which` names, all without it. */
  find(which?: QueryFilter): CachedQuery[];
  /** Drops what `which` names. */
  drop(which?: QueryFilter): void;
  /** Asks again for what `which` names and somebody looks at; drops the rest. */
  renew(which?: QueryFilter): Promise<unknown>;
  clear(): void;
}

/** @param released is called whenever an observation is let go */
export function createQueryCache(released: () => void): QueryCache {
  const queries = new Map<string, CachedQuery>();
  const cache: QueryCache = {
    get: (key) => queries.get(key),
    observe<T>(key: string, make: () => CachedQuery<T>, listener: () => void): Observation<T> {
      const query = (queries.get(key) ?? make()) as CachedQuery<T>;
      queries.set(key, query);
      // Each observation has a listener of its own, so that one may be given twice.
      const own = (): void => listener();
      query.start();
      // Last, so that nobody is called before they hold what they are called about.
      query.listeners.add(own);
      return {
        get snapshot() {
          return query.snapshot;
        },
        refresh: query.renew,
        update: query.update,
        release() {
          // Let go twice is let go.
          if (!query.listeners.delete(own)) return;
          released();
          // One timer to a query, however often it is let go.
          clearTimeout(query.expiry);
          query.expiry = setTimeout(() => {
            if (!query.listeners.size && queries.get(key) === query) queries.delete(key);
          }, KEPT);
        },
      };
    },
    find: (which) => [...queries.values()].filter(which ?? (() => true)),
    drop(which) {
      // All is gone before anybody looks.
      for (const query of cache.find(which).filter((one) => one.drop())) query.tell();
    },
    renew: (which) =>
      Promise.all(
        cache.find(which).map(async (query) => {
          if (query.listeners.size) await query.renew();
          else query.drop();
        }),
      ),
    clear() {
      for (const query of queries.values()) clearTimeout(query.expiry);
      cache.drop();
      queries.clear();
    },
  };
  return cache;
}
