/**
 * News of what changed, as rows that every process of the service reads on
 * from: ids only, never what changed. A row is written in the transaction of
 * the change, so that there is neither one without the other.
 */
import type { Hint, Id, Scope } from '../../src/backend/types.js';

export type News =
  /**
   * Something of a resident changed: a hint to all who may see it, and to staff of the service. With
   * `readerId` only to that one reader's other pages (and still to staff of a named service).
   */
  | {
      about: 'person';
      personId: Id;
      scope: Scope;
      contactId: Id | null;
      type: Hint['type'];
      id: Id | null;
      readerId?: Id;
    }
  /** A user's own standing changed (terms, powers of attorney): their streams look again. */
  | { about: 'user'; userId: Id }
  /** A session ended. */
  | { about: 'session'; sessionId: string };

export interface HintRow {
  /** Given in the order of writing, which is not that of committing: a lower one may come to be seen later. */
  id: number;
  news: News;
}

export interface HintsStore {
  insertHints(news: readonly News[], at: number): Promise<void>;
  /** Those above an id and those of other ids, by id. */
  listHints(which: { after: number; or: readonly number[] }, limit: number): Promise<HintRow[]>;
  /** 0 when there is none. */
  lastHintId(): Promise<number>;
  deleteHintsBefore(at: number): Promise<number>;
}

/** Wakes those who read rows of hints. It promises nothing: correctness comes from reading. */
export interface Announcer {
  /** Whether other processes may write to the same storage: who reads looks now and then by itself. */
  readonly shared: boolean;
  /** Says that rows were committed, to this process and to others. Neither waits nor fails. */
  announce(): void;
  /** Gives the way to stop. */
  onAnnounced(listener: () => void): () => void;
}

/** Of a storage that one process has to itself. */
export function localAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  return {
    shared: false,
    announce() {
      for (const listener of [...listeners]) listener();
    },
    onAnnounced(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
