import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CareClient } from '../care/care-client.js';
import { draftsOf, type DraftSlot } from '../care/drafts.js';
import { isSamePerson, type Person } from '../care/person.js';
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
  #care: CareClient | null = null;
  #owner: Person | null = null;
  /** While there is something: nothing listens for what is not there. */
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
    if (value === null) {
      void this.#draft?.discard();
      this.#draft = null;
    } else {
      this.#begin()?.keep();
    }
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { care, isConnected } = this.#host;
    if (this.#isSame) return;
    this.#close();
    const owner = isConnected && care?.person;
    if (!owner) return;
    this.#care = care;
    this.#owner = owner;
    this.#opened = this.#open(care, owner);
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** Whether it is still the same person who is here, on behalf of the same; nobody may come back. */
  get #isSame(): boolean {
    const { care, session } = this.#host;
    return !!this.#owner && care === this.#care && isSamePerson(this.#owner, session.data ?? {});
  }

  #begin(): FormDraft<T> | null {
    if (!this.#care || !this.#owner) return null;
    return (this.#draft ??= new FormDraft<T>(this.#care, this.#owner, {
      slot: this.#slot,
      values: () => this.#value,
      unsent: () => this.#value !== null,
      purged: () => this.#forget(),
    }));
  }

  async #open(care: CareClient, owner: Person): Promise<void> {
    const value = await draftsOf(care).get(this.#slot);
    if (value === null || owner !== this.#owner || this.#value !== null) return;
    this.#value = value;
    this.#begin();
    this.#host.requestUpdate();
  }

  /** What is written goes to where it is kept before it is another's turn. */
  #close(): void {
    void this.#draft?.close();
    this.#owner = null;
    this.#forget();
  }

  #forget(): void {
    this.#draft = null;
    this.#value = null;
    this.#host.requestUpdate();
  }
}
