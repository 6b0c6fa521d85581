import type { Backend } from '../backend/backend.js';
import { platform } from '../backend/platform.js';
import { createRestBackend } from '../backend/rest/rest.js';
import type { Language } from '../backend/types.js';
import { VERSION } from '../version.js';
import { createCareClient } from './care-client.js';
import type { CareClient } from './care-client.js';

export type GetToken = () => Promise<string>;

/** Settings for all widgets of a page; a nearer setting wins. */
export interface PageConfiguration {
  backendUrl?: string;
  backendType?: string;
  /** With it requests carry `Authorization: Bearer` and no cookies. */
  getToken?: GetToken;
  lang?: string;
  /** Single texts of the page's own, by language and id. */
  texts?: Partial<Record<Language, Record<string, string>>>;
  /** Settings of an adapter, by backend type. */
  backends?: Record<string, Record<string, unknown>>;
}

/** What an adapter is made with. */
export interface BackendSettings {
  /** Absolute, without a slash at the end. */
  url: string;
  getToken?: GetToken;
  /** `configure({ backends: { [type]: options } })`. */
  options: Record<string, unknown>;
}

export type BackendFactory = (settings: BackendSettings) => Backend | Promise<Backend>;

/** What decides which care client a widget uses: a backend object, or an address. */
export interface CareSettings {
  backend?: Backend | null;
  url?: string | null;
  /** `rest` when left out. */
  type?: string | null;
  getToken?: GetToken | null;
}

interface Shared {
  configuration: PageConfiguration;
  listeners: Set<() => void>;
  factories: Map<string, BackendFactory>;
  /** By what they are made with (a backend, a token function, or neither), and then by type and address. */
  clients: WeakMap<object, Map<string, CareClient>>;
}

const KEY = Symbol.for(`hn-widgets/${VERSION}`);

/** One for all files of this version on the page: they may have come as several bundles. */
function shared(): Shared {
  return ((globalThis as unknown as Record<symbol, Shared | undefined>)[KEY] ??= {
    configuration: {},
    listeners: new Set(),
    factories: new Map<string, BackendFactory>([
      ['rest', ({ url, getToken, options }) => createRestBackend({ ...options, url, getToken })],
    ]),
    clients: new WeakMap(),
  });
}

function changed(): void {
  for (const listener of shared().listeners) listener();
}

/**
 * Sets what all widgets of the page use unless something nearer says otherwise.
 * Further calls add to it; address, type and token are one unit: a call with
 * one of them replaces all three.
 */
export function configure(configuration: PageConfiguration): void {
  const now = shared();
  const unit = 'backendUrl' in configuration || 'backendType' in configuration || 'getToken' in configuration;
  now.configuration = {
    ...now.configuration,
    ...(unit && { backendUrl: undefined, backendType: undefined, getToken: undefined }),
    ...configuration,
  };
  changed();
}

export function pageConfiguration(): Readonly<PageConfiguration> {
  return shared().configuration;
}

/** Calls `listener` after `configure()` and `registerBackend()`; returns what stops it. */
export function onConfigure(listener: () => void): () => void {
  shared().listeners.add(listener);
  return () => shared().listeners.delete(listener);
}

/** Makes `backend-type="<type>"` use the adapter that `factory` makes. */
export function registerBackend(type: string, factory: BackendFactory): void {
  shared().factories.set(type, factory);
  changed();
}

/**
 * The care client for these settings: the same for the same settings.
 * Null where there is no backend: neither object nor address, an address that
 * is none, or a type that nobody has registered (yet: see `onConfigure`).
 */
export function careFor({ backend, url, type, getToken }: CareSettings): CareClient | null {
  if (backend) return clientOf(backend, '', () => backend);
  const now = shared();
  const adapter = type || 'rest';
  const address = absolute(url);
  const factory = now.factories.get(adapter);
  if (!address || !factory) return null;
  return clientOf(getToken ?? now, `${adapter} ${address}`, () =>
    factory({
      url: address,
      getToken: getToken ?? undefined,
      options: now.configuration.backends?.[adapter] ?? {},
    }),
  );
}

function clientOf(maker: object, key: string, source: () => Backend | Promise<Backend>): CareClient {
  const { clients } = shared();
  const mine = clients.get(maker) ?? new Map<string, CareClient>();
  clients.set(maker, mine);
  let client = mine.get(key);
  if (!client) mine.set(key, (client = createCareClient(source)));
  return client;
}

/** The address in full, so that two spellings of it are one backend; null for what is none. */
function absolute(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol, href } = new URL(url, platform.document?.baseURI);
    return /^https?:$/.test(protocol) ? href.replace(/\/+$/, '') : null;
  } catch {
    return null;
  }
}
