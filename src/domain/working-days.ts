import type { OsloDate } from '../backend/types.js';
import { isHoliday } from './holidays.js';
import { addDays, osloDate, weekdayOf } from './oslo.js';

/** Days on which a service is closed besides week-ends and public holidays. */
export type ClosedDays = readonly { readonly date: OsloDate }[];

/** Whether `date` is a working day: Monday to Friday, no public holiday, none of `closedDays`. */
export const isWorkingDay = (date: OsloDate, closedDays: ClosedDays = []): boolean =>
  !weekdayOf(date).startsWith('s') && !isHoliday(date) && !closedDays.some((day) => day.date === date);

/** The `n`-th working day after `date`; before it if `n` is negative, `date` itself if 0. */
export function addWorkingDays(date: OsloDate, n: number, closedDays: ClosedDays = []): OsloDate {
  const step = Math.sign(n);
  let day = date;
  for (let left = n; left !== 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, closedDays)) left -= step;
  }
  return day;
}

/** By when an answer may be expected to what was sent at `sentAtMs` (since the epoch). */
export const answerBy = (
  sentAtMs: number,
  replyWithinWorkingDays: number,
  closedDays: ClosedDays = [],
): OsloDate => addWorkingDays(osloDate(sentAtMs), replyWithinWorkingDays, closedDays);
