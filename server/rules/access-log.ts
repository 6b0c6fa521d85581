/**
 * What stands in the access log, which the widgets show as "Hvem har sett" (who has seen a conversation) and "Bruk
 * og tilganger" (who read or did what, on whose behalf).
 */
import type { AccessRow } from '../storage/storage.js';

/** A page asks again by itself; the same reading within this many milliseconds is one entry. */
const SAME_READING = 60_000;

/** A page asks for these again by itself; all else always stands. */
const REPEATED: ReadonlySet<AccessRow['what']> = new Set([
  'thread-opened',
  'thread-read',
  'contacts-read',
  'appointments-read',
  'appointment-opened',
]);

/** Whether an entry of this kind may say what a recent one says. */
export const isRepeated = (what: AccessRow['what']): boolean => REPEATED.has(what);

/** What only looks. */
const READING: ReadonlySet<AccessRow['what']> = new Set([
  'thread-read',
  'attachment-read',
  'contacts-read',
  'appointments-read',
]);

/** Whether a resident changed nothing by it: reading one's own is nobody else's to know. */
export const isReading = (what: AccessRow['what']): boolean => READING.has(what);

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
