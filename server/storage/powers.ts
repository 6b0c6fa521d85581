/**
 * Who may act for whom, who somebody is by their identity number, and how often something was tried. The
 * part of `Store` (storage.ts) that is about them.
 */
import type { OsloDate, Scope } from '../../src/backend/types.js';
import type { PageOf, PageRequest } from './common.js';
import type { PersonRow } from './persons.js';

export interface PowerRow {
  id: string;
  giverId: string;
  receiverId: string;
  scopes: Scope[];
  /** Both days are counted in. */
  validFrom: OsloDate;
  validTo: OsloDate | null;
  createdAt: number;
  endedAt: number | null;
}

export interface ChildRow {
  parentId: string;
  childId: string;
  /** What the parent may do for the child. */
  scopes: Scope[];
}

/** One try at something of which there may be so many in a time. */
export interface AttemptRow {
  /** Keyed hash of who or what it is counted for. */
  key: string;
  at: number;
}

export interface PowersStore {
  putPower(row: PowerRow): Promise<void>;
  getPower(id: string): Promise<PowerRow | null>;
  /** Given and received ones, also those that are over; newest first. */
  listPowers(personId: string, page: PageRequest): Promise<PageOf<PowerRow>>;
  /** By id. */
  listPowersGiven(personId: string): Promise<PowerRow[]>;
  /** By id. */
  listPowersReceived(personId: string): Promise<PowerRow[]>;
  /**
   * Inside a transaction: what was given to the receiver stays as it is until the transaction ends. Who wants
   * to change one of these waits; when one has been changed meanwhile, the transaction starts again.
   */
  holdPowers(giverId: string, receiverId: string): Promise<void>;
  putChild(row: ChildRow): Promise<void>;
  listChildren(parentId: string): Promise<ChildRow[]>;

  /**
   * Keeps the keyed hash of a person's identity number in place of the one before. The number itself is kept
   * nowhere. Rejects with `duplicate` when it is another's.
   */
  putNationalIdHash(personId: string, hash: string): Promise<void>;
  findPersonByNationalIdHash(hash: string): Promise<PersonRow | null>;

  insertAttempt(row: AttemptRow): Promise<void>;
  /** When, after an instant; the first one first. */
  listAttempts(key: string, after: number): Promise<number[]>;
  deleteAttemptsBefore(at: number): Promise<number>;
}
