/** What stands in the access log. Source: product.md "Hvem har sett", "Bruk og tilganger". */
import type { AccessRow } from '../storage/storage.js';

/** A page asks again by itself; the same reading within this many milliseconds is one entry. */
const SAME_READING = 60_000;

/** Whether the entry says nothing that a recent one does not. What was written always stands. */
export const isRepetition = (
  recent: readonly AccessRow[],
  entry: Pick<AccessRow, 'what' | 'threadId' | 'actorId' | 'onBehalfOf' | 'at'>,
): boolean =>
  entry.what !== 'message-sent' &&
  entry.what !== 'attachment-read' &&
  recent.some(
    (row) =>
      row.what === entry.what &&
      row.threadId === entry.threadId &&
      row.actorId === entry.actorId &&
      row.onBehalfOf === entry.onBehalfOf &&
      entry.at - row.at < SAME_READING,
  );
