import type { Storage } from '../../server/storage/storage.js';

/**
 * What the network does to requests:
 *
 * - `slow`: each answer takes a second and a half
 * - `pending`: no answer comes
 * - `offline`: the connection fails
 * - `unavailable`: 503 as `application/problem+json`
 * - `html`: a page where JSON should be, as behind a wrong address
 */
export type Network = 'slow' | 'pending' | 'offline' | 'unavailable' | 'html';

/** A situation to show or test a widget in. */
export interface Scenario {
  /** Who is logged in: an id of the invented household, such as `ingrid-solberg`; null for nobody. */
  person: string | null;
  /** False where the person comes to the page before logging in. */
  loggedIn?: boolean;
  /** Whom to act for from the start, with `actFor` of the backend; the service checks it. */
  actingFor?: string;
  /** Where the service's clock starts (RFC 3339); now when left out. */
  now?: string;
  /** From acceptance of the terms to active; 0 when left out. */
  activationDelayHours?: number;
  /** 30 when left out. */
  sessionIdleMinutes?: number;
  /** Whether the session names a help film on another site. */
  film?: boolean;
  network?: Network;
  /**
   * Which requests `network` hits: all when left out; `repeats` lets each address answer well the first time, so
   * that something is shown before the network fails; `changes` hits what would change something.
   */
  networkHits?: 'all' | 'repeats' | 'changes';
  /** Changes what is in the storage before the first request; `now` is in milliseconds since the epoch. */
  prepare?(storage: Storage, now: number): Promise<void>;
}

/** Scenarios by name. People are those of the invented household. */
export const scenarios = {
  /** Nobody is logged in. */
  anonymous: { person: null },
  /** Tor is logged in and has not accepted the terms; he is active as soon as he does. */
  terms: { person: 'tor-nygaard' },
  /** Tor again, in a municipality where it takes a day from acceptance. */
  'terms-then-pending': { person: 'tor-nygaard', activationDelayHours: 24 },
  /** Kari has accepted today and is active tomorrow. */
  pending: { person: 'kari-lie' },
  /** Ingrid receives home care, practical help, physiotherapy and vaccination. */
  active: { person: 'ingrid-solberg' },
  /** Per is active and receives no service. */
  'no-services': { person: 'per-aas' },
  /** Ragnhild's municipality gives contact information, and opens for messages on a date. */
  'contact-information-only': { person: 'ragnhild-oygard' },
  /** Marte acts for her mother Ingrid. */
  'acting-for-parent': { person: 'marte-solberg', actingFor: 'ingrid-solberg' },
  /** Marte acts for Sander, 14: parents do not write for him. */
  'acting-for-teenager': { person: 'marte-solberg', actingFor: 'sander-solberg' },
  /** Áilu reads Northern Sámi. */
  sami: { person: 'ailu-somby' },
  /** Ingrid's session ends within two minutes. */
  'session-ending': { person: 'ingrid-solberg', sessionIdleMinutes: 1.75 },
  /** Ingrid's session ends after a moment. */
  'session-ended': { person: 'ingrid-solberg', sessionIdleMinutes: 0.05 },
  /** The session names a help film on another site. */
  film: { person: 'ingrid-solberg', film: true },
  /** No answer comes: what stands while loading. */
  loading: { person: 'ingrid-solberg', network: 'pending' },
  slow: { person: 'ingrid-solberg', network: 'slow' },
  offline: { person: 'ingrid-solberg', network: 'offline' },
  unavailable: { person: 'ingrid-solberg', network: 'unavailable' },
  /** The backend's address leads to a page instead of the service. */
  html: { person: 'ingrid-solberg', network: 'html' },
  /** The first answers come, later ones do not: what was shown stays. */
  stale: { person: 'ingrid-solberg', network: 'offline', networkHits: 'repeats' },
  /** All can be read, nothing can be sent. */
  'sending-fails': { person: 'ingrid-solberg', network: 'offline', networkHits: 'changes' },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
