/** What stands in the access log. Source: product.md "Hvem har sett", "Bruk og tilganger". */
import type { AccessRow } from '../storage/storage.js';

/** A page asks again by itself; the same reading within this many milliseconds is one entry. */
const SAME_READING = 60_000;

/** A page asks for these again by itself; all else always stands. */
const REPEATED: ReadonlySet<AccessRow['what']> = new Set(['thread-opened', 'thread-read', 'contacts-read']);

/** Whether an entry of this kind may say what a recent one says. */
export const isRepeated = (what: AccessRow['what']): boolean => REPEATED.has(what);

/** Whether the entry says nothing that a recent one does not. */
export const isRepetition = (
  recent: readonly AccessRow[],
  entry: Pick<AccessRow, 'what' | 'threadId' | 'actorId' | 'onBehalfOf' | 'at'>,
): boolean =>
  isRepeated(entry.what) &&
  recent.some(
    (row) =>
      row.what === entry.what &&
      row.threadId === entry.threadId &&
      row.actorId === entry.actorId &&
      row.onBehalfOf === entry.onBehalfOf &&
      entry.at - row.at < SAME_READING,
  );
