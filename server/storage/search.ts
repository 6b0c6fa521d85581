/**
 * What conversations are found by. Every storage keeps or computes the same
 * terms from the same words, so that all find the same.
 *
 * A word is folded first (case, accents, `aa` for å and so on: data/fold.ts) and
 * stemmed then, by the Norwegian Snowball algorithm: its endings hold no letter
 * that folding changes, and it knows those of Nynorsk too. Words of other
 * languages are found as they were written, or by their beginning.
 */
import { stemmer } from '@orama/stemmers/norwegian';
import { fold } from '../data/fold.js';
import type { MessageRow, ThreadRow } from './storage.js';

/** Raised when the terms of a text become others: storages that keep them then make them anew. */
export const TERMS_VERSION = 1;

/** Code points; longer words are found by their beginning. An index takes no key of any length. */
const LONGEST = 40;

/** What one of the words looked for must meet in a conversation: a term, or the beginning of one. */
export interface SearchWord {
  term: string;
  /** Of the last word, which may not be written to its end yet. */
  beginning: string | null;
}

/** Sorted, each once: every word as it is written, and its stem. */
export function termsOf(text: string): string[] {
  const words = wordsOf(text);
  return [...new Set([...words, ...words.map(stemmer)])].sort();
}

/** By what is written, and by who of the service wrote it. */
export const messageTerms = ({
  authorName,
  body,
  direction,
}: Pick<MessageRow, 'authorName' | 'body' | 'direction'>): string[] =>
  termsOf(direction === 'in' ? `${authorName} ${body}` : body);

export const threadTerms = ({ subject }: Pick<ThreadRow, 'subject'>): string[] => termsOf(subject);

/** All must be met by one conversation; none when nothing in the text is a word, and then nothing is found. */
export function searchWords(text: string): SearchWord[] {
  const words = wordsOf(text);
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(text);
  return words.map((word, index) => ({
    term: stemmer(word),
    beginning: unfinished && index === words.length - 1 ? word : null,
  }));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (word.length <= LONGEST ? word : Array.from(word).slice(0, LONGEST).join('')));
}
