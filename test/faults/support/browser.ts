/**
 * Browsers and their tabs without a browser, hundreds in one process: for the product's own code each tab is
 * a page of its own. Which tab the code runs in goes with it through promises and timers.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll } from 'vitest';
import { TestBrowser } from '../../server/auth/browser.js';
import { logIn } from '../../support/server.js';
import { fakeStorage } from '../../backend/storage.js';

const current = new AsyncLocalStorage<Tab>();

/** How often code of a page has run in no tab: then what follows proves nothing. */
let homeless = 0;

function here(): Tab {
  const tab = current.getStore();
  if (tab) return tab;
  homeless += 1;
  throw new Error('This is code of a page, and runs in no tab.');
}

const never = new Promise<never>(() => undefined);

/** A browser: cookies, locks and channels are shared by its tabs. */
export class Browser {
  readonly url: string;
  /** Where it asks from. */
  readonly address: string;
  readonly locks = new Map<string, Promise<unknown>>();
  readonly channels = new Set<Channel>();
  cookies = new TestBrowser();

  constructor(url: string, address: string) {
    this.url = url;
    this.address = address;
  }

  async logIn(person: string): Promise<void> {
    await logIn(this.url, person, this.cookies);
  }

  /** The session is over: nothing of it goes along any more. */
  loseSession(): void {
    this.cookies = new TestBrowser();
  }

  open(): Tab {
    return new Tab(this, fakeStorage());
  }
}

/** A tab with a page in it. */
export class Tab {
  readonly browser: Browser;
  readonly storage: Storage;
  readonly window = new EventTarget();
  readonly document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  online = true;
  readonly #end = new AbortController();
  readonly #gone: Promise<never>;

  constructor(browser: Browser, storage: Storage) {
    this.browser = browser;
    this.storage = storage;
    const { signal } = this.#end;
    // Code of a page that is gone never gets any further.
    this.#gone = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('The page is gone', 'AbortError')));
    });
    this.#gone.catch(() => undefined);
  }

  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** What the page's code finds under `navigator`. */
  get navigator(): { onLine: boolean; locks: { request: (...given: LockArguments) => Promise<unknown> } } {
    const request = (...given: LockArguments): Promise<unknown> => this.#lock(given);
    return { onLine: this.online, locks: { request } };
  }

  readonly fetch: typeof fetch = async (input, init) => {
    if (this.closed) await never;
    if (!this.online) throw new TypeError('Failed to fetch');
    const headers = new Headers(init?.headers);
    headers.set('Origin', this.browser.url);
    headers.set('X-Forwarded-For', this.browser.address);
    const signal = AbortSignal.any([this.#end.signal, ...(init?.signal ? [init.signal] : [])]);
    try {
      return await this.browser.cookies.request(input as string, { ...init, headers, signal });
    } catch (cause) {
      if (this.closed) await never;
      throw cause;
    }
  };

  /** The network goes or comes back, and the page is told. */
  connect(online: boolean): void {
    this.online = online;
    this.run(() => this.window.dispatchEvent(new Event(online ? 'online' : 'offline')));
  }

  /** Somebody looks at it again. */
  look(): void {
    this.run(() => this.document.dispatchEvent(new Event('visibilitychange')));
  }

  /** Its process ends at once. Gives the page that is there afterwards: the tab's storage is as it was. */
  crash(): Tab {
    const after = this.duplicate();
    this.close();
    return after;
  }

  /** The page is asked to go, and goes: what it still begins is not finished. */
  reload(): Tab {
    this.run(() => this.window.dispatchEvent(new Event('pagehide')));
    return this.crash();
  }

  /** Another tab with a copy of the storage, as browsers do it. */
  duplicate(): Tab {
    return new Tab(this.browser, Object.assign(fakeStorage(), this.storage));
  }

  close(): void {
    this.#end.abort();
    for (const channel of this.browser.channels) if (channel.tab === this) channel.close();
  }

  get closed(): boolean {
    return this.#end.signal.aborted;
  }

  /** One at a time in the whole browser; a tab that goes lets go. */
  async #lock(given: LockArguments): Promise<unknown> {
    const [name] = given;
    const [signal, work] = given.length === 3 ? [given[1].signal, given[2]] : [undefined, given[1]];
    const { locks } = this.browser;
    const turn = (locks.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      return Promise.race([work(), this.#gone]);
    });
    const settled = turn.catch(() => undefined);
    locks.set(name, settled);
    try {
      return await turn;
    } catch (cause) {
      if (this.closed) await never;
      throw cause;
    } finally {
      if (locks.get(name) === settled) locks.delete(name);
    }
  }
}

type LockArguments =
  | [name: string, work: () => Promise<unknown>]
  | [name: string, options: { signal?: AbortSignal }, work: () => Promise<unknown>];

/** What the page's code finds under `BroadcastChannel`. */
class Channel {
  readonly name: string;
  readonly tab = here();
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(name: string) {
    this.name = name;
    this.tab.browser.channels.add(this);
  }

  postMessage(message: unknown): void {
    for (const other of this.tab.browser.channels) {
      if (other === this || other.name !== this.name) continue;
      const data = structuredClone(message);
      setImmediate(() => {
        if (this.tab.browser.channels.has(other)) other.tab.run(() => other.onmessage?.({ data }));
      });
    }
  }

  close(): void {
    this.tab.browser.channels.delete(this);
  }
}

/** Gives this file's tests a world in which pages find what they look for, each that of its tab. */
export function useTabs(): void {
  const globals: PropertyDescriptorMap = {
    sessionStorage: { get: () => here().storage },
    navigator: { get: () => current.getStore()?.navigator },
    document: { get: () => current.getStore()?.document },
    BroadcastChannel: { get: () => (current.getStore() ? Channel : undefined) },
    addEventListener: { get: () => here().window.addEventListener.bind(here().window) },
    removeEventListener: { get: () => here().window.removeEventListener.bind(here().window) },
  };
  const before = new Map<string, PropertyDescriptor | undefined>();
  beforeAll(() => {
    for (const [name, descriptor] of Object.entries(globals)) {
      before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { ...descriptor, configurable: true });
    }
  });
  afterAll(() => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
    if (homeless > 0) throw new Error(`Code of a page has run in no tab ${homeless} times.`);
  });
}
