import { newKey } from '../care/outbox.js';

/**
 * The idempotency key of one change. It stays the same as long as the same is sent and no answer has come,
 * so that a retry of what may have arrived happens once.
 */
export class ChangeKey {
  #key = '';
  #of = '';

  /** The key under which `change` is sent. */
  for(change: unknown): string {
    const of = JSON.stringify(change);
    if (!this.#key || of !== this.#of) this.#key = newKey();
    this.#of = of;
    return this.#key;
  }

  /** There was a definite answer: what is sent next is another change. */
  end(): void {
    this.#key = '';
  }
}
