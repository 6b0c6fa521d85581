/** Rules for what is written: how it stands in a list, and by when an answer comes. */
import type { OsloDate } from '../../src/backend/types.js';
import { osloDate } from '../../src/domain/oslo.js';
import { answerBy } from '../../src/domain/working-days.js';
import type { ContactRow, ThreadRow } from '../storage/storage.js';

/** Code points of an excerpt. */
const EXCERPT = 120;

/** The beginning of a message on one line. */
export function excerptOf(body: string): string {
  // A long text is not gone through for its beginning; runs of white space are rarely longer than this.
  const text = body
    .slice(0, EXCERPT * 8)
    .replace(/\s+/gu, ' ')
    .trim();
  // No text has more code points than units, and most are short.
  if (text.length <= EXCERPT) return text;
  const points = Array.from(text);
  return points.length > EXCERPT
    ? `${points
        .slice(0, EXCERPT - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

/**
 * By when an answer may be expected after another message from the resident's side: what was promised
 * stands until its day has passed, so that writing again does not postpone it.
 */
export function nextReplyDate(
  thread: Pick<ThreadRow, 'replyBy'>,
  contact: Pick<ContactRow, 'replyWithinWorkingDays' | 'closedDays'>,
  sentAt: number,
): OsloDate | null {
  if (thread.replyBy !== null && thread.replyBy >= osloDate(sentAt)) return thread.replyBy;
  return replyDate(contact, sentAt);
}

/** By when the service answers: its n-th working day after sending, its closed days counted out. */
export function replyDate(
  contact: Pick<ContactRow, 'replyWithinWorkingDays' | 'closedDays'>,
  sentAt: number,
): OsloDate | null {
  const days = contact.replyWithinWorkingDays;
  return days === null ? null : answerBy(sentAt, days, contact.closedDays);
}
