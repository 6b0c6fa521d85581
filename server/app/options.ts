/**
 * What the application is told about where it runs. Web standards only, as all
 * of `server/app`: the same application runs in Node and inside a browser.
 */
import type { Language, Limits, NoticeChannel } from '../../src/backend/types.js';
import type { Clock } from '../../src/domain/clock.js';
import type { Identity } from '../auth/identity.js';
import type { MunicipalityRecord } from '../data/municipalities.js';
import type { Log } from '../log.js';
import type { LocalText, Storage } from '../storage/storage.js';

/** Requests in a window of one minute. */
export interface RateLimits {
  /** Of one session or token. */
  session: number;
  /** Of one network address, whoever uses it. */
  address: number;
  /** Log-ins begun from one address. */
  login: number;
  /** Files uploaded in one session. */
  upload: number;
}

export interface AppSettings {
  /** The address people see, without a trailing slash; `https` decides the kind of cookie. */
  publicUrl: string;
  /** Origins that may read answers, change things with a cookie and be returned to; that of `publicUrl` always may. */
  allowedOrigins: readonly string[];
  /** From acceptance of the terms to active. */
  activationDelayHours: number;
  sessionIdleMinutes: number;
  demo: boolean;
  /** Believe the last entry of `X-Forwarded-For`. */
  trustProxy: boolean;
  /** Key of the keyed hashes; at least 32 characters, the same in every process. */
  secret: string;
  help: { phone: string | null; label: LocalText | null; url: string | null };
  film: { url: string; title: LocalText; provider: string } | null;
  limits: Limits;
  terms: { version: string; url: string; points: { nb: string[] } & Partial<Record<Language, string[]>> };
  /** By which notices can be sent; left out: none, and none are written. */
  noticeChannels?: readonly NoticeChannel[];
  /** Left out: `DEFAULT_RATE_LIMITS`; null: none. */
  rateLimits?: RateLimits | null;
}

export const DEFAULT_RATE_LIMITS: RateLimits = { session: 300, address: 1200, login: 30, upload: 60 };

export interface AppOptions {
  storage: Storage;
  clock: Clock;
  municipalities: readonly MunicipalityRecord[];
  settings: AppSettings;
  identity: Identity;
  log: Log;
  /** `hashToken` of crypto.ts by the means of the place; WebCrypto's, left out, takes the way over another thread. */
  hashToken?: (token: string) => string | Promise<string>;
  /** Ids of new rows; must not be guessable. Left out: `crypto.randomUUID`. */
  randomId?: () => string;
  /** Milliseconds between signs of life on `GET /events`; at each the session is looked at again. */
  heartbeatMs?: number;
  /** At multiples of so many milliseconds it is answered whether a named person was found; 500 when left out. */
  namingPaceMs?: number;
  /** Milliseconds between looks at what other processes have written, where none wakes this one; 1000 when left out. */
  hintsMs?: number;
}

/** What one request brings besides itself. */
export interface RequestEnvironment {
  /** The network address of who asks. */
  remoteAddress?: string;
  /**
   * Stands in for the `Cookie` and `Set-Cookie` headers where code may not see them: in a browser, under
   * Mock Service Worker. `set` with null removes.
   */
  cookies?: { get(name: string): string | undefined; set(name: string, value: string | null): void };
  /** Stands in for the `Origin` header, which the same places hide. */
  origin?: string;
}
