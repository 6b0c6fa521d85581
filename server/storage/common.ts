/** What rows of every kind are made of, and how they are listed. */
import type { Language } from '../../src/backend/types.js';

/** A text in the languages it exists in; `nb` is always there. */
export type LocalText = { nb: string } & Partial<Record<Language, string>>;

export interface PageOf<Row> {
  items: Row[];
  next: string | null;
}

export interface PageRequest {
  limit: number;
  /** `PageOf.next` of the page before: keyset, so new rows neither shift nor repeat others. */
  cursor: string | null;
}
