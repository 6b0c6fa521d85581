import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, CallOptions } from '../backend/backend.js';
import type { Language } from '../backend/types.js';
import { PENDING } from '../care/query-cache.js';
import type { CareClient, Observation, QueryOptions, Snapshot } from '../care/care-client.js';

/** A widget as its queries see it. */
export interface QueryHost extends ReactiveControllerHost {
  readonly care: CareClient | null;
  readonly language: Language;
}

/** What is asked for; the same key is the same question. */
export interface Question<T> extends QueryOptions {
  readonly key: readonly string[];
  readonly load: (backend: Backend, options: CallOptions) => Promise<T>;
}

/** Begins to hold the answer, for a widget in `language`. */
type Hold<T> = (care: CareClient, language: Language, listener: () => void) => Observation<T>;

/**
 * Something of the backend's, held for as long as the widget is on the page. Whoever asks the same
 * shares the answer; what one changes, the others show.
 */
export class Query<T> implements ReactiveController {
  readonly #host: QueryHost;
  readonly #find: () => { key: unknown; hold: Hold<T> } | null;
  #observation: Observation<T> | null = null;
  #held = '';
  #care: CareClient | null = null;
  #connected = false;

  /** `find` is called before each rendering, and says what to hold; null holds nothing. */
  constructor(host: QueryHost, find: () => { key: unknown; hold: Hold<T> } | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  get snapshot(): Snapshot<T> {
    return this.#observation?.snapshot ?? PENDING;
  }

  get data(): T | undefined {
    return this.snapshot.data;
  }

  /** Asks again; resolves when what is shown is as current as can be had. */
  async refresh(): Promise<void> {
    await this.#observation?.refresh();
  }

  /** Changes what is shown for everybody without a request: the answer to a change. */
  update(change: (data: T) => T): void {
    this.#observation?.update(change);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostUpdate(): void {
    const { care, language } = this.#host;
    // A rendering may come after the widget has left the page: nothing may be held then.
    const found = this.#connected && care ? this.#find() : null;
    const held = found ? `${language} ${JSON.stringify(found.key)}` : '';
    if (held === this.#held && care === this.#care) return;
    this.#observation?.release();
    this.#held = held;
    this.#care = care;
    this.#observation = found && care && found.hold(care, language, () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.hostUpdate();
  }
}

/** A question to the backend, the same for everybody who asks it. */
export const ask = <T>(question: Question<T>): { key: unknown; hold: Hold<T> } => ({
  key: question.key,
  hold: (care, language, listener) => care.observe(question.key, language, question.load, listener, question),
});
