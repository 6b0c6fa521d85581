import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, CallOptions } from '../backend/backend.js';
import type { Language } from '../backend/types.js';
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

const NOTHING: Snapshot<never> = { status: 'pending', stale: false, fetching: false };

/**
 * One question to the backend, asked for as long as the widget is on the page and `ask` gives one.
 * Whoever asks the same shares the answer; what one changes, the others show.
 */
export class Query<T> implements ReactiveController {
  readonly #host: QueryHost;
  readonly #ask: () => Question<T> | null;
  #observation: Observation<T> | null = null;
  #care: CareClient | null = null;
  #asked = '';
  #connected = false;

  /** `ask` is called before each rendering; null asks nothing. */
  constructor(host: QueryHost, ask: () => Question<T> | null) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** Whether something is asked for at all. */
  get asking(): boolean {
    return !!this.#observation;
  }

  get snapshot(): Snapshot<T> {
    return this.#observation?.snapshot ?? NOTHING;
  }

  get data(): T | undefined {
    return this.snapshot.data;
  }

  /** Asks again; resolves when what is shown is as current as can be had. */
  async refresh(): Promise<void> {
    await this.#observation?.refresh();
  }

  /** Changes what all widgets show of this question without asking again. */
  update(change: (data: T) => T): void {
    this.#observation?.update(change);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostUpdate(): void {
    const { care, language } = this.#host;
    // A rendering may come after the widget has left the page: nothing may be held then.
    const question = this.#connected && care ? this.#ask() : null;
    const asked = question ? JSON.stringify([language, question.key]) : '';
    if (asked === this.#asked && care === this.#care) return;
    this.#release();
    if (!care || !question) return;
    this.#care = care;
    this.#asked = asked;
    this.#observation = care.observe(
      question.key,
      language,
      question.load,
      () => this.#host.requestUpdate(),
      question,
    );
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#release();
  }

  #release(): void {
    this.#observation?.release();
    this.#observation = this.#care = null;
    this.#asked = '';
  }
}
