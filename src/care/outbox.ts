import type { Backend, ChangeOptions, NewMessage, NewThread } from '../backend/backend.js';
import { BackendError } from '../backend/errors.js';
import { tabLocks } from '../backend/platform.js';
import type { Id, Message, Thread } from '../backend/types.js';
import type { CareClient } from './care-client.js';
import { draftsOf } from './drafts.js';
import { onceOn } from './once.js';
import type { Person } from './person.js';

export { newKey } from '../backend/key.js';

/** How far one message has come. A live object: `subscribe` tells of changes. */
export interface Sending<T> {
  readonly key: string;
  readonly state: 'sending' | 'sent' | 'failed';
  /** What the backend made of it, once sent. */
  readonly result: T | null;
  /** Why it has not been sent. After one that is not `retryable` a changed text needs a new key. */
  readonly error: BackendError | null;
  /**
   * Why it is not under way although it will be again by itself: another
   * attempt comes, the network is gone, or the person (or whom they acted for)
   * is not here. Null when nothing more happens by itself.
   */
  readonly waitingFor: 'retry' | 'online' | 'login' | null;
  /** Tries again now, on the same key. */
  retry(): void;
  /** Gives up: nothing more is sent. It may have arrived all the same. */
  cancel(): void;
  subscribe(listener: () => void): () => void;
}

export interface SendOptions {
  /** The slot of the draft that is deleted once this is sent. */
  draft?: string;
}

/** The first and the longest wait before another attempt, in milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** Who is to wait longer than this for another attempt is told that it has not been sent, in milliseconds. */
const LONGEST_SILENCE = 10_000;
/** It is still called sending while so many attempts go wrong; then it has failed, and goes on at intervals. */
const PATIENCE = 3;
/** Answers after which the person must come in again first. */
const ACCESS_CODES = /^(unauthenticated|terms-required|pending)$/;

type Send<T> = (backend: Backend, options: ChangeOptions) => Promise<T>;

class Delivery<T> implements Sending<T> {
  readonly key: string;
  state: Sending<T>['state'] = 'sending';
  result: T | null = null;
  error: BackendError | null = null;
  waitingFor: Sending<T>['waitingFor'] = null;
  /** Who sends: it never goes out in the name of another. */
  readonly person: Person | null;
  readonly #client: CareClient;
  readonly #send: Send<T>;
  readonly #options: SendOptions;
  readonly #listeners = new Set<() => void>();
  readonly #controller = new AbortController();
  #attempts = 0;
  #underWay = false;
  /** It has been said to have failed: what is tried by itself from here on disturbs nobody. */
  #quiet = false;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(client: CareClient, key: string, send: Send<T>, options: SendOptions) {
    this.#client = client;
    this.key = key;
    this.person = client.person;
    this.#send = send;
    this.#options = options;
    void this.#attempt();
  }

  retry(): void {
    this.#attempts = 0;
    this.#quiet = false;
    if (this.#underWay) this.#show('sending');
    else void this.#attempt();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
    if (this.state !== 'sent') this.#show('failed', { error: this.error });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something it may have waited for has come. */
  wake(): void {
    if (this.waitingFor === 'online' ? this.#client.online : this.waitingFor === 'login' && this.#mine)
      this.retry();
  }

  get #mine(): boolean {
    const { person } = this.#client;
    return !!person && person.user === this.person?.user && person.party === this.person.party;
  }

  async #attempt(): Promise<void> {
    const { signal } = this.#controller;
    if (this.#underWay || this.state === 'sent' || signal.aborted) return;
    clearTimeout(this.#timer);
    if (!this.#mine) {
      this.#show('failed', { error: this.error, waitingFor: 'login' });
      return;
    }
    this.#underWay = true;
    if (!this.#quiet) this.#show('sending');
    try {
      this.result = await this.#alone(() =>
        this.#client.use((backend) => {
          // While another tab had its turn somebody else may have come, or be acted for.
          if (!this.#mine) throw new BackendError('unauthenticated');
          return this.#send(backend, { idempotencyKey: this.key, signal });
        }),
      );
    } catch (cause) {
      this.#underWay = false;
      this.#fail(cause instanceof BackendError ? cause : new BackendError('bad-response', { cause }));
      return;
    }
    const { draft } = this.#options;
    // Before it is told, so that nobody finds the draft of what has been sent.
    if (draft !== undefined) await draftsOf(this.#client).delete(draft, this.person);
    this.#show('sent');
    // What it changed shows at once in all widgets.
    void this.#client.hint({ type: 'message', partyId: this.person?.party ?? null, id: null });
  }

  /** One tab at a time; the server knows the key of the second. */
  #alone(run: () => Promise<T>): Promise<T> {
    const locks = tabLocks();
    return locks ? (locks.request(`hn-send:${this.key}`, run) as Promise<T>) : run();
  }

  #fail(error: BackendError): void {
    if (this.#controller.signal.aborted) return;
    if (ACCESS_CODES.test(error.code)) {
      this.#show('failed', { error, waitingFor: 'login' });
      return;
    }
    if (!error.retryable) {
      this.#show('failed', { error });
      return;
    }
    if (!this.#client.online) {
      this.#show('failed', { error, waitingFor: 'online' });
      return;
    }
    const wait = Math.min(FIRST_WAIT * 2 ** this.#attempts++, LONGEST_WAIT) * (0.5 + Math.random() / 2);
    const pause = Math.max(wait, error.retryAfter ?? 0);
    this.#timer = setTimeout(() => void this.#attempt(), pause);
    this.#quiet ||= this.#attempts >= PATIENCE || pause > LONGEST_SILENCE;
    this.#show(this.#quiet ? 'failed' : 'sending', { error, waitingFor: 'retry' });
  }

  #show(state: Sending<T>['state'], more: Partial<Pick<Sending<T>, 'error' | 'waitingFor'>> = {}): void {
    this.state = state;
    this.error = more.error ?? null;
    this.waitingFor = more.waitingFor ?? null;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Sends messages so that each arrives once: on one key over all attempts,
 * under the name of whoever pressed *Send* and nobody else's.
 */
export class Outbox {
  readonly #client: CareClient;
  readonly #deliveries = new Map<string, Delivery<never>>();

  constructor(client: CareClient) {
    this.#client = client;
    const wake = (): void => {
      for (const delivery of this.#deliveries.values()) delivery.wake();
    };
    client.subscribe(wake);
    draftsOf(client).onPurge((keep) => {
      // Logged out, or somebody else is here: what was not sent goes with the drafts.
      for (const [key, delivery] of this.#deliveries) {
        if (delivery.person?.user === keep) continue;
        delivery.cancel();
        this.#deliveries.delete(key);
      }
    });
  }

  /** Sends a first message. The same `key` again is the same message: it is not sent twice. */
  sendThread(thread: NewThread, key: string, options: SendOptions = {}): Sending<Thread> {
    return this.#deliver(key, (backend, o) => backend.createThread(thread, o), options);
  }

  /** Sends a reply. */
  sendMessage(threadId: Id, message: NewMessage, key: string, options: SendOptions = {}): Sending<Message> {
    return this.#deliver(key, (backend, o) => backend.sendMessage(threadId, message, o), options);
  }

  /** What is being sent, or was, under `key`. */
  get(key: string): Sending<unknown> | null {
    return this.#deliveries.get(key) ?? null;
  }

  #deliver<T>(key: string, send: Send<T>, options: SendOptions): Sending<T> {
    const known = this.#deliveries.get(key) as Delivery<T> | undefined;
    // After a definite no the text may be another; else this is the one that is under way.
    if (known && (known.state !== 'failed' || known.waitingFor)) {
      if (known.state === 'failed') known.retry();
      return known;
    }
    const delivery = new Delivery<T>(this.#client, key, send, options);
    this.#deliveries.set(key, delivery as Delivery<never>);
    return delivery;
  }
}

/** The outbox of a care client: the same for everybody who asks. */
export const outboxOf = (client: CareClient): Outbox => onceOn(client, 'outbox', () => new Outbox(client));
