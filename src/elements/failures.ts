import type { BackendError } from '../backend/errors.js';
import { errorWords } from '../views/error-words.js';
import { staleWords } from '../views/labels.js';
import type { HnElement } from './base.js';
import { HnErrorEvent } from './events.js';

/** Tells what goes wrong, to the page and to screen readers. */
export class Failures {
  readonly #host: HnElement;
  readonly #say: (words: () => string) => void;
  readonly #told = new WeakSet<BackendError>();
  #wasStale = false;

  /** @param say says words to screen readers, in the widget's language */
  constructor(host: HnElement, say: (words: () => string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** Whether something that is shown could not be renewed. */
  get stale(): boolean {
    return this.#host.queries.some(({ snapshot }) => snapshot.stale);
  }

  /** Tells of something that was asked for and did not come about. */
  tell(error: BackendError): void {
    this.#host.dispatchEvent(new HnErrorEvent(error));
    this.#say(() => errorWords(error));
  }

  /** Looks through what the widget holds: everything that goes wrong is an event once, and said once. */
  look(): void {
    for (const { snapshot } of this.#host.queries) {
      const { error, status } = snapshot;
      if (!error || this.#told.has(error)) continue;
      this.#told.add(error);
      this.#host.dispatchEvent(new HnErrorEvent(error));
      if (status === 'error') this.#say(() => errorWords(error));
    }
    const { stale } = this;
    if (stale && !this.#wasStale) this.#say(staleWords);
    this.#wasStale = stale;
  }
}
