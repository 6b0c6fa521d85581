import type { Attachment, Id } from '../backend/types.js';
import { onceOn } from './once.js';
import { PREFIX, storedDrafts } from './draft-names.js';
import type { Person, PersonSource } from './person.js';
import { platform, tabStorage } from '../backend/platform.js';

/** What somebody is writing. */
export interface Draft {
  /** The idempotency key under which it is sent; the same over retries and reloads. */
  key: string;
  /** It was being sent: after a reload it is sent again, on the same key. */
  sending?: boolean;
  topicId?: Id | null;
  subject?: string;
  body: string;
  attachments: Attachment[];
  /** Names of files that were not yet uploaded: after a reload they are named as lost. */
  uploading?: string[];
}

export interface DraftOptions {
  /** Keeps the draft in memory alone (`draft-storage="none"`). */
  memory?: boolean;
  /** Whose draft it is, if another may be here by now, or be acted for. */
  person?: Person;
  /** Somebody wants it sent: the page asks before it closes, also once the form has been left. */
  unsent?: boolean;
}

/** The place of a draft; `T` is what lies there. */
export type DraftSlot<T = Draft> = string & { readonly draft?: T };

/**
 * Drafts of one backend in this tab, each under a slot of the caller's
 * (`new:<contact id>`), apart for every user and everyone acted for.
 *
 * Encrypted with the key that the session gives, in session storage; without
 * a key, or where the page is not secure enough for encryption, in memory.
 */
export class DraftStore {
  readonly #source: PersonSource;
  readonly #memory = new Map<string, unknown>();
  /** The last person here: what they typed as the session ran out is still theirs. */
  #last: Person | null = null;
  readonly #listeners = new Set<(keep: Id | null) => void>();
  /** Whose drafts each purge has left: what another began before one is not kept after it. */
  readonly #purges: (Id | null)[] = [];
  /** Names and keys by what they are made of: what is kept just before it is sent waits for neither. */
  readonly #names = new Map<string, string>();
  readonly #keys = new Map<string, CryptoKey | null>();
  /** The last write or deletion of each draft that was begun: of several under way the last has the word. */
  readonly #turns = new Map<string, symbol>();
  /** Whose each draft is that was written here and has not been sent: with the tab it would be gone. */
  readonly #unsent = new Map<string, Id>();
  #goingToLogIn = false;

  constructor(source: PersonSource) {
    this.#source = source;
    source.draftsLoaded = true;
    this.#last = source.person;
  }

  /** Whether nothing is kept, of anybody: then there is nothing to look for. */
  get isEmpty(): boolean {
    return !this.#memory.size && !storedDrafts().length;
  }

  /** Whether what this person begins is there again after the page has gone. */
  outlives({ draftKey }: Person): boolean {
    return !!draftKey && !!(platform.crypto as Partial<Crypto> | undefined)?.subtle && !!tabStorage();
  }

  /** The draft in `slot`; null when there is none that this person can read. */
  async get<T = Draft>(slot: DraftSlot<T>): Promise<T | null> {
    const { person } = this.#source;
    if (!person) return null;
    this.#last = person;
    const name = await this.#name(person, slot);
    const kept = this.#memory.get(name);
    if (kept) return structuredClone(kept) as T;
    const stored = tabStorage()?.getItem(name);
    // Also where nothing lies yet: what is kept just before it is sent waits for no key.
    const coming = this.#key(person);
    const key = stored && (await coming);
    if (!key) return null;
    try {
      const bytes = fromBase64(stored);
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: encode(name) },
        key,
        bytes.subarray(12),
      );
      return JSON.parse(new TextDecoder().decode(plain)) as T;
    } catch {
      // Damaged, or under a key that log-out has replaced: nobody can read it again.
      tabStorage()?.removeItem(name);
      return null;
    }
  }

  /** Keeps the draft. Just after the session ran out it is kept for the person who was here. */
  async set<T = Draft>(slot: DraftSlot<T>, draft: T, options: DraftOptions = {}): Promise<void> {
    const here = this.#source.person ?? this.#last;
    const { person: owner = here } = options;
    // Where another has logged in, nothing is left of who was here before.
    if (!here || here.user !== owner?.user) return;
    this.#last = here;
    // A key may have been replaced since.
    const person = { ...here, party: owner.party };
    const { purges } = this;
    const isLatest = this.#turn(person, slot, options.unsent);
    const name = await this.#name(person, slot);
    const storage = tabStorage();
    const key = options.memory ? null : await this.#key(person);
    if (!isLatest() || this.purgedSince(purges, person.user)) return;
    // Kept in memory until it is stored, so that the latest of two writes wins.
    const copy = structuredClone(draft);
    this.#memory.set(name, copy);
    if (!key || !storage) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const cipher = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: encode(name) },
      key,
      encode(JSON.stringify(copy)),
    );
    if (this.#memory.get(name) !== copy) return;
    try {
      storage.setItem(name, toBase64(iv, new Uint8Array(cipher)));
      this.#memory.delete(name);
    } catch {
      // The storage is full or refused: memory it is.
    }
  }

  /** @param person whose draft it is, if they may no longer be here */
  async delete(slot: string, person: Person | null = this.#source.person ?? this.#last): Promise<void> {
    if (!person) return;
    const isLatest = this.#turn(person, slot);
    const name = await this.#name(person, slot);
    if (!isLatest()) return;
    this.#memory.delete(name);
    tabStorage()?.removeItem(name);
  }

  /** Deletes every draft of this backend in the tab, save those of the user `keep`. */
  async purge(keep: Id | null): Promise<void> {
    this.#purges.push(keep);
    this.#names.clear();
    this.#keys.clear();
    for (const listener of this.#listeners) listener(keep);
    for (const [draft, user] of this.#unsent) if (user !== keep) this.#unsent.delete(draft);
    this.#watch();
    if (this.#last?.user !== keep) this.#last = null;
    const all = PREFIX + (await hash(this.#source.backendId));
    const kept = keep === null ? null : `${all}:${await hash(this.#source.backendId, keep)}:`;
    const gone = (name: string): boolean => name.startsWith(all) && !(kept && name.startsWith(kept));
    for (const name of [...this.#memory.keys()].filter(gone)) this.#memory.delete(name);
    const storage = tabStorage();
    for (const name of Object.keys(storage ?? {}).filter(gone)) storage?.removeItem(name);
  }

  /** How many purges there have been. */
  get purges(): number {
    return this.#purges.length;
  }

  /** Whether what `user` had begun has been deleted since there were so many purges. */
  purgedSince(purges: number, user: Id): boolean {
    return this.#purges.slice(purges).some((keep) => keep !== user);
  }

  /** Calls `listener` at each purge; returns what stops it. */
  onPurge(listener: (keep: Id | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a write or a deletion; gives whether no other has begun since. */
  #turn({ user, party }: Person, slot: string, unsent = false): () => boolean {
    const draft = JSON.stringify([user, party, slot]);
    const turn = Symbol();
    this.#turns.set(draft, turn);
    if (unsent) this.#unsent.set(draft, user);
    else this.#unsent.delete(draft);
    this.#watch();
    return () => this.#turns.get(draft) === turn;
  }

  /** Nothing is listened for while nothing would be lost. */
  #watch(): void {
    this.#goingToLogIn = false;
    const act = this.#unsent.size ? 'addEventListener' : 'removeEventListener';
    platform[act]?.('beforeunload', this.#ask);
    platform[act]?.('hn-login-required', this.#letGo);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.#goingToLogIn ? this.#memory.size : !this.isEmpty) event.preventDefault();
  };

  /** What is stored is there again after log-in. */
  readonly #letGo = (): void => {
    this.#goingToLogIn = true;
  };

  /** Says nothing of whose it is or where it goes, but tells all of them apart. */
  async #name({ user, party }: Person, slot: string): Promise<string> {
    const { backendId } = this.#source;
    const draft = JSON.stringify([backendId, user, party, slot]);
    const known = this.#names.get(draft);
    if (known) return known;
    const parts = await Promise.all([
      hash(backendId),
      hash(backendId, user),
      hash(backendId, user, party, slot),
    ]);
    const name = PREFIX + parts.join(':');
    this.#names.set(draft, name);
    return name;
  }

  async #key({ draftKey }: Person): Promise<CryptoKey | null> {
    if (!draftKey) return null;
    const known = this.#keys.get(draftKey);
    if (known) return known;
    const key = await cipherKey(draftKey);
    this.#keys.set(draftKey, key);
    return key;
  }
}

/** The drafts of a care client: the same store for everybody who asks. */
export const draftsOf = (client: PersonSource): DraftStore =>
  onceOn(client, 'drafts', () => new DraftStore(client));

/** 128 bits of SHA-256. Without `crypto.subtle` nothing is stored, and the parts themselves do for memory. */
async function hash(...parts: string[]): Promise<string> {
  const text = JSON.stringify(parts);
  if (!(platform.crypto as Partial<Crypto> | undefined)?.subtle) return text;
  const digest = await crypto.subtle.digest('SHA-256', encode(text));
  return toBase64(new Uint8Array(digest, 0, 16));
}

async function cipherKey(draftKey: string): Promise<CryptoKey | null> {
  if (!(platform.crypto as Partial<Crypto> | undefined)?.subtle) return null;
  try {
    return await crypto.subtle.importKey('raw', fromBase64(draftKey), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
  } catch {
    return null;
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64(...parts: Uint8Array[]): string {
  let text = '';
  for (const part of parts) for (const byte of part) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
