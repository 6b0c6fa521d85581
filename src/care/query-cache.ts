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

/** What the care client decides for the cache. */
export interface QueryRules {
  /** Whether something private may be asked for now; if not it stays pending. */
  mayLoad(): boolean;
  /** What a private answer waits for before it is shown: the session that is under way. */
  barrier(): Promise<unknown> | undefined;
  /** A query failed; `startedAt` is when it began (`performance.now()`). */
  failed(error: BackendError, startedAt: number): void;
  /** Nothing is under way any more. */
  idle(): void;
}

export const PENDING: Snapshot<never> = { status: 'pending', stale: false, fetching: false };
/** How long an answer is kept that nobody looks at, in milliseconds. */
const KEPT = 60_000;
/** Younger answers are not asked for again by who comes next, in milliseconds. */
const FRESH = 2_000;

export class Query<T = unknown> {
  snapshot: Snapshot<T> = PENDING;
  readonly listeners = new Set<() => void>();
  readonly options: QueryOptions;
  /** `performance.now()` of the last answer, 0 before it. */
  settledAt = 0;
  expiry?: ReturnType<typeof setTimeout>;
  #load: (signal: AbortSignal) => Promise<T>;
  #rules: QueryRules;
  #controller: AbortController | null = null;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(load: (signal: AbortSignal) => Promise<T>, options: QueryOptions, rules: QueryRules) {
    this.#load = load;
    this.options = options;
    this.#rules = rules;
  }

  get running(): Promise<void> | null {
    return this.#running;
  }

  /** Asks if nobody has asked lately. */
  start(): void {
    if (!this.#running && !(this.settledAt && performance.now() - this.settledAt < FRESH)) void this.renew();
  }

  /** Asks again: what is under way began too early to be sure. */
  async renew(): Promise<void> {
    if (this.#running) this.#again = true;
    else this.#begin();
    while (this.#running) await this.#running;
  }

  /** Forgets the answer at once, and whatever is under way. */
  drop(): void {
    this.#controller?.abort();
    this.#controller = this.#running = null;
    this.#again = false;
    this.settledAt = 0;
    if (this.snapshot !== PENDING) this.#show(PENDING);
  }

  update(change: (data: T) => T): void {
    const { snapshot } = this;
    if (snapshot.status === 'ready') this.#show({ ...snapshot, data: change(snapshot.data as T) });
  }

  #begin(): void {
    if (!this.options.public && !this.#rules.mayLoad()) return;
    const controller = (this.#controller = new AbortController());
    this.#again = false;
    this.#show({ ...this.snapshot, fetching: true });
    const running = this.#ask(controller.signal).then(() => {
      if (this.#running !== running) return;
      this.#running = null;
      if (this.#again) this.#begin();
      else this.#rules.idle();
    });
    this.#running = running;
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    let next: Snapshot<T>;
    let failure: BackendError | undefined;
    try {
      next = { status: 'ready', data: await this.#load(signal), stale: false, fetching: false };
    } catch (cause) {
      failure = cause instanceof BackendError ? cause : new BackendError('bad-response', { cause });
    }
    if (!this.options.public) await this.#rules.barrier();
    // Dropped meanwhile: an answer for somebody else is nobody's.
    if (signal.aborted) return;
    this.settledAt = performance.now();
    if (failure) {
      const { snapshot } = this;
      const shown = snapshot.status === 'ready';
      next = {
        ...snapshot,
        status: shown ? 'ready' : 'error',
        error: failure,
        stale: shown,
        fetching: false,
      };
    }
    this.#show({ ...next!, fetching: this.#again });
    if (failure) this.#rules.failed(failure, startedAt);
  }

  #show(snapshot: Snapshot<T>): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

/** The queries of one backend, shared by everybody who asks for the same. */
export class QueryCache {
  readonly #queries = new Map<string, Query>();

  get(key: string): Query | undefined {
    return this.#queries.get(key);
  }

  /** Holds the query under `key`, made by `make` when it is new, and starts it. */
  observe<T>(key: string, make: () => Query<T>, listener: () => void): Observation<T> {
    let query = this.#queries.get(key) as Query<T> | undefined;
    if (!query) this.#queries.set(key, (query = make()) as Query);
    const held = query;
    // Each observation has a listener of its own, so that one may be given twice.
    const own = (): void => listener();
    held.listeners.add(own);
    held.start();
    return {
      get snapshot() {
        return held.snapshot;
      },
      refresh: () => held.renew(),
      update: (change) => held.update(change),
      release: () => {
        held.listeners.delete(own);
        // One timer to a query, however often it is let go.
        clearTimeout(held.expiry);
        held.expiry = setTimeout(() => {
          if (!held.listeners.size && this.#queries.get(key) === held) this.#queries.delete(key);
        }, KEPT);
      },
    };
  }

  /** Drops what `which` names, and asks again for what of it is looked at. */
  drop(which: (query: Query) => boolean, again: boolean): void {
    const dropped = [...this.#queries.values()].filter(which);
    for (const query of dropped) query.drop();
    if (!again) return;
    for (const query of dropped) if (query.listeners.size) void query.renew();
  }

  /** Asks again for what `which` names and somebody looks at; the rest is asked for when looked at. */
  async renew(which: (query: Query) => boolean): Promise<void> {
    await Promise.all(
      [...this.#queries.values()].filter(which).map((query) => {
        if (query.listeners.size) return query.renew();
        query.settledAt = 0;
        return undefined;
      }),
    );
  }

  get all(): Iterable<Query> {
    return this.#queries.values();
  }

  clear(): void {
    for (const query of this.#queries.values()) {
      clearTimeout(query.expiry);
      query.drop();
    }
    this.#queries.clear();
  }
}
