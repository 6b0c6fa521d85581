import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CareClient } from '../care/care-client.js';
import type { DraftSlot } from '../care/drafts.js';
import { FormDraft } from './form-draft.js';
import type { SessionQuery } from './session.js';

export interface UnsavedHost extends ReactiveControllerHost, HTMLElement {
  readonly care: CareClient | null;
  readonly session: SessionQuery;
}

/**
 * What the person who is here has changed and not saved, always at hand: as soon as another is here, or is acted
 * for, it is theirs instead. Closing the tab with something of it asks first.
 */
export class UnsavedKeeper<T> implements ReactiveController {
  readonly #host: UnsavedHost;
  readonly #slot: DraftSlot<T>;
  #draft: FormDraft<T> | null = null;
  #value: T | null = null;
  #opened: Promise<void> = Promise.resolve();

  constructor(host: UnsavedHost, slot: DraftSlot<T>) {
    this.#host = host;
    this.#slot = slot;
    host.addController(this);
  }

  /** Null is nothing, or not yet known. */
  get value(): T | null {
    return this.#value;
  }

  /** Resolves when what was begun before has been taken up. */
  get opened(): Promise<void> {
    return this.#opened;
  }

  /** Keeps it from now on; null lets go of it. */
  keep(value: T | null): void {
    this.#value = value;
    this.#draft?.keep();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { care, session, isConnected } = this.#host;
    if (this.#draft?.isOf(care, session.data)) return;
    this.#close();
    if (!care?.person || !isConnected) return;
    const draft = new FormDraft<T>(this.#host, care, care.person, {
      slot: this.#slot,
      values: () => this.#value,
      unsent: () => this.#value !== null,
      purged: () => this.#forget(),
    });
    this.#draft = draft;
    this.#opened = this.#open(draft);
  }

  hostDisconnected(): void {
    this.#close();
  }

  async #open(draft: FormDraft<T>): Promise<void> {
    const value = await draft.read();
    if (value === null || draft !== this.#draft || this.#value !== null) return;
    this.#value = value;
    this.#host.requestUpdate();
  }

  /** What is written goes to where it is kept before the value is another's. */
  #close(): void {
    void this.#draft?.close();
    this.#forget();
  }

  #forget(): void {
    this.#draft = null;
    this.#value = null;
    this.#host.requestUpdate();
  }
}
