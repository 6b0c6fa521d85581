import type { ReactiveController } from 'lit';
import type { Backend, ListOptions } from '../backend/backend.js';
import { BackendError } from '../backend/errors.js';
import type { Id, Page } from '../backend/types.js';
import { extended, renewed, type Loaded } from '../domain/pages.js';
import type { Query, QueryHost } from './query.js';

export interface PagesOptions<T> {
  /** The newest page, which is kept current. */
  first: Query<Page<T>>;
  /** Tells lists apart: another one begins at its first page. */
  list: () => string;
  /** Asks for the page that `options.cursor` leads to. */
  more: (backend: Backend, options: ListOptions) => Promise<Page<T>>;
  /** When a row's place in the list is from, in milliseconds since the epoch. */
  at: (item: T) => number;
  /** As many rows stand in the page's tree at once, however many have been fetched. */
  most: number;
}

/**
 * A list of any length, fetched page by page. A stretch of it is shown: further rows push the first
 * ones out, and these come back on the way back, so that the page stays as light as with a short list.
 */
export class Pages<T extends { readonly id: Id }> implements ReactiveController {
  /** Why older rows did not come. */
  error: BackendError | null = null;

  readonly #host: QueryHost;
  readonly #options: PagesOptions<T>;
  #list = '';
  /** The page that is on its way. */
  #coming: Promise<boolean> | null = null;
  #first: Loaded<T> | undefined;
  #loaded: Loaded<T> = { items: [], next: null };
  /** Where the stretch that is shown begins. */
  #start = 0;

  constructor(host: QueryHost, options: PagesOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Takes in what has come since. */
  hostUpdate(): void {
    const { first, list, at } = this.#options;
    const { person } = this.#host.care ?? {};
    const now = `${person?.user} ${person?.party} ${list()}`;
    const { data } = first;
    if (now !== this.#list || !data) {
      this.#list = now;
      this.#start = 0;
      this.error = null;
      this.#coming = null;
      this.#loaded = data ?? { items: [], next: null };
    } else if (data !== this.#first) {
      this.#loaded = renewed(this.#loaded, data, at);
    }
    this.#first = data;
    this.#start = Math.min(this.#start, Math.max(0, this.#loaded.items.length - this.#options.most));
  }

  /** Older rows are on their way. */
  get fetching(): boolean {
    return !!this.#coming;
  }

  /** The rows that are shown, the newest first. */
  get items(): readonly T[] {
    return this.#loaded.items.slice(this.#start, this.#start + this.#options.most);
  }

  /** Rows that are there, shown or not. */
  get all(): readonly T[] {
    return this.#loaded.items;
  }

  /** Whether all rows are there. */
  get whole(): boolean {
    return !this.#loaded.next;
  }

  get hasNewer(): boolean {
    return this.#start > 0;
  }

  get hasOlder(): boolean {
    return !!this.#loaded.next || this.#start + this.#options.most < this.#loaded.items.length;
  }

  /** Shows older rows; resolves to the first of them, or null if none came. */
  async showOlder(): Promise<T | null> {
    const end = this.#start + this.items.length;
    if (end >= this.#loaded.items.length && !(await this.#fetch())) return null;
    const step = Math.min(this.#options.most / 2, this.#loaded.items.length - end);
    this.#start = Math.max(0, end + step - this.#options.most);
    this.#host.requestUpdate();
    return this.#loaded.items[end] ?? null;
  }

  /** Shows the newer rows that older ones have pushed out; the last of them. */
  showNewer(): T | null {
    const first = this.#start;
    this.#start = Math.max(0, first - this.#options.most / 2);
    this.#host.requestUpdate();
    return this.#loaded.items[first - 1] ?? null;
  }

  /** Fetches all there is, for what shows it at once; null if it is not whole, or another list is shown meanwhile. */
  async fetchAll(): Promise<readonly T[] | null> {
    const list = this.#list;
    if (!this.#first) {
      await this.#options.first.refresh();
      await this.#host.updateComplete;
    }
    while (this.#loaded.next) {
      const came = await this.#fetch();
      // What did not come may be there all the same: the list may have begun again meanwhile.
      if (list !== this.#list || (!came && !this.whole)) return null;
    }
    return this.#first && list === this.#list ? this.#loaded.items : null;
  }

  /** Changes a row that is there, or takes it away with null; the next answer has the last word. */
  change(id: Id, to: (item: T) => T | null): void {
    const items = this.#loaded.items.flatMap((item) => (item.id === id ? (to(item) ?? []) : item));
    this.#loaded = { ...this.#loaded, items };
    this.#host.requestUpdate();
  }

  /** Fetches the next page, or waits for it where it is on its way; resolves to whether it came. */
  #fetch(): Promise<boolean> {
    if (this.#coming) return this.#coming;
    const coming = this.#ask().finally(() => {
      if (this.#coming === coming) this.#coming = null;
      this.#host.requestUpdate();
    });
    this.#coming = coming;
    this.#host.requestUpdate();
    return coming;
  }

  async #ask(): Promise<boolean> {
    const { care, language } = this.#host;
    if (!care) return false;
    const list = this.#list;
    this.error = null;
    try {
      for (let next; (next = this.#loaded.next);) {
        const options = { cursor: next, lang: language };
        const page = await care.call((to) => this.#options.more(to, options));
        if (list !== this.#list) return false;
        // The list has begun again meanwhile: this page does not go on from it.
        if (next !== this.#loaded.next) continue;
        this.#loaded = extended(this.#loaded, page);
        return true;
      }
    } catch (error) {
      // What came too late is for another list, or for another person.
      if (list === this.#list && error instanceof BackendError) this.error = error;
    }
    return false;
  }
}
