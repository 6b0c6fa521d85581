import type { CareClient } from '../care/care-client.js';
import { draftsOf, type DraftSlot, type DraftStore } from '../care/drafts.js';
import { isSamePerson, type Person } from '../care/person.js';
import type { Id, Session } from '../backend/types.js';

export type { DraftSlot };

/** A draft is kept this long after the last change, in milliseconds. */
const PAUSE = 300;

export interface FormDraftOptions<T> {
  slot: DraftSlot<T>;
  /** What is filled in; null where nothing would be missed. */
  values: () => T | null;
  /** Whether there is text that has not been sent: then the page asks before it closes. */
  unsent: () => boolean;
  /** Called when it is deleted with all that its person has begun, as at log-out. */
  purged: () => void;
}

/**
 * What somebody fills in in one form: kept as their draft from the first letter until it is sent, and there
 * again after a reload or a new log-in.
 */
export class FormDraft<T> {
  readonly #care: CareClient;
  readonly #drafts: DraftStore;
  readonly #owner: Person;
  readonly #options: FormDraftOptions<T>;
  readonly #stop: () => void;
  #timer?: ReturnType<typeof setTimeout>;
  /** What lies there is older than what is filled in. */
  #changed = false;
  #goingToLogIn = false;
  #over = false;

  /** @param owner who fills it in, and for whom */
  constructor(care: CareClient, owner: Person, options: FormDraftOptions<T>) {
    this.#care = care;
    this.#drafts = draftsOf(care);
    this.#owner = owner;
    this.#options = options;
    this.#stop = this.#drafts.onPurge((keep) => this.#purge(keep));
    addEventListener('beforeunload', this.#ask);
    addEventListener('pagehide', this.#leaving);
    addEventListener('hn-login-required', this.#letGo);
  }

  /** What was begun before; null for nothing. */
  read(): Promise<T | null> {
    return this.#drafts.get(this.#options.slot);
  }

  /** To be called when something was filled in. */
  keep(): void {
    this.#changed = true;
    this.#goingToLogIn = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#leaving, PAUSE);
  }

  /** Resolves when what is filled in is kept. */
  async keepNow(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#over) return;
    this.#changed = false;
    const { slot, values } = this.#options;
    const now = values();
    if (now) await this.#drafts.set(slot, now, { person: this.#owner });
    else await this.#drafts.delete(slot, this.#owner);
  }

  /** The form is left; what is filled in is kept for the next time. */
  async close(): Promise<void> {
    const kept = this.#keepChanges();
    this.#end();
    await kept;
  }

  /** It has been sent, or is not wanted. */
  async discard(): Promise<void> {
    this.#end();
    await this.#drafts.delete(this.#options.slot, this.#owner);
  }

  /** Whether it is still the same person who is here, on behalf of the same; nobody may come back. */
  isOf(care: CareClient | null, session: Session | undefined): boolean {
    return care === this.#care && isSamePerson(this.#owner, session ?? {});
  }

  async #keepChanges(): Promise<void> {
    if (this.#changed) await this.keepNow();
  }

  #end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#stop();
    removeEventListener('beforeunload', this.#ask);
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('hn-login-required', this.#letGo);
  }

  #purge(keep: Id | null): void {
    if (keep === this.#owner.user) return;
    this.#end();
    this.#options.purged();
  }

  readonly #leaving = (): void => void this.#keepChanges();

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.#options.unsent() && !this.#goingToLogIn) event.preventDefault();
  };

  /** What is filled in is kept for the way back from log-in, so there is nothing to ask about. */
  readonly #letGo = (): void => {
    this.#goingToLogIn = this.#drafts.outlives(this.#owner);
  };
}
