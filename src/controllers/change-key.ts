import { newKey } from '../care/outbox.js';

/** A key as a draft keeps it: with it what may have arrived is the same change after a reload, too. */
export interface KeptKey {
  key: string;
  /** What is sent under it. */
  of: string;
}

/**
 * The idempotency key of one change. It stays the same as long as the same is sent and no answer has come,
 * so that a retry of what may have arrived happens once.
 */
export class ChangeKey {
  #key: string;
  #of: string;

  constructor({ key, of }: KeptKey = { key: '', of: '' }) {
    this.#key = key;
    this.#of = of;
  }

  /** The key under which `change` is sent. */
  for(change: unknown): string {
    const of = JSON.stringify(change);
    if (!this.#key || of !== this.#of) this.#key = newKey();
    this.#of = of;
    return this.#key;
  }

  /** There was a definite answer: what is sent next is another change. */
  end(): void {
    this.#key = this.#of = '';
  }

  /** For the draft; null while nothing is under way. */
  get kept(): KeptKey | null {
    return this.#key ? { key: this.#key, of: this.#of } : null;
  }
}
