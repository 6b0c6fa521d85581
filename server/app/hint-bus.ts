/**
 * Carries news of what changed to the open event streams of this process. A
 * bus that hears of changes in other processes fits behind the same interface.
 */
import type { Hint, Id, Scope } from '../../src/backend/types.js';

/** Ids only: news never says what changed. */
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

export interface HintBus {
  publish(news: News): void;
  /** Gives the way to stop. */
  subscribe(listener: (news: News) => void): () => void;
}

export function createHintBus(): HintBus {
  const listeners = new Set<(news: News) => void>();
  return {
    publish(news) {
      for (const listener of [...listeners]) listener(news);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
