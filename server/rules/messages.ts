/** Rules for what is written. Source: product.md "hn-inbox" and the HTTP contract. */
import type { OsloDate } from '../../src/backend/types.js';
import { answerBy } from '../../src/domain/working-days.js';
import type { ContactRow } from '../storage/storage.js';

/** Code points of an excerpt. */
const EXCERPT = 120;

/** The beginning of a message on one line. */
export function excerptOf(body: string): string {
  // A long text is not gone through for its beginning; runs of white space are rarely longer than this.
  const points = Array.from(
    body
      .slice(0, EXCERPT * 8)
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return points.length > EXCERPT
    ? `${points
        .slice(0, EXCERPT - 1)
        .join('')
        .trimEnd()}…`
    : points.join('');
}

/** By when the service answers: its n-th working day after sending, its closed days counted out. */
export function replyDate(
  contact: Pick<ContactRow, 'replyWithinWorkingDays' | 'closedDays'>,
  sentAt: number,
): OsloDate | null {
  const days = contact.replyWithinWorkingDays;
  return days === null ? null : answerBy(sentAt, days, contact.closedDays);
}
