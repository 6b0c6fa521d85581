import type { ClosedDay, OpeningHours, OsloDate } from '../backend/types.js';
import { isHoliday } from './holidays.js';
import { addDays, osloDate, osloToMs, weekdayOf } from './oslo.js';

/** What of a service says when it is open. */
export interface Hours {
  readonly openingHours: readonly OpeningHours[];
  readonly closedDays: readonly ClosedDay[];
}

/** Whether a service is open. Times are milliseconds since the epoch. */
export type Opening =
  /** `closesAt` is null if it is open around the clock. */
  | { open: true; closesAt: number | null }
  /**
   * `opensAt` is null if it does not open within a year; `closed` is there where it is closed all of today
   * for a public holiday or one of its closed days, with that day's label.
   */
  | {
      open: false;
      opensAt: number | null;
      closed: { label: string | null } | null;
    };

type Span = readonly [from: number, to: number];

const WEEK = 7;
const YEAR = 366;

/**
 * The spans for which `hours` open on `date`, the earliest first; past midnight they belong to the day
 * on which they begin. On a public holiday the hours of a Sunday hold, so that a service for office
 * hours is closed and an emergency clinic is not.
 */
function spansOn({ openingHours, closedDays }: Hours, date: OsloDate): Span[] {
  if (closedDays.some((day) => day.date === date)) return [];
  const weekday = isHoliday(date) ? 'sun' : weekdayOf(date);
  return openingHours
    .filter(({ days }) => days.includes(weekday))
    .map(({ opens, closes }): Span => [
      osloToMs(date, opens),
      osloToMs(closes <= opens ? addDays(date, 1) : date, closes),
    ])
    .sort((a, b) => a[0] - b[0]);
}

/** Whether a service with these `hours` is open at `now` (milliseconds since the epoch), and until or from when. */
export function openingAt(hours: Hours, now: number): Opening {
  const today = osloDate(now);
  let closesAt: number | null = null;
  // From yesterday on, whose hours may go past midnight.
  for (let n = -1; n <= YEAR; n++) {
    const date = addDays(today, n);
    for (const [from, to] of spansOn(hours, date)) {
      if (closesAt !== null) {
        // Hours that begin before the last ones end, as at midnight, make one span of both.
        if (from > closesAt) return { open: true, closesAt };
        closesAt = Math.max(closesAt, to);
      } else if (from > now) {
        return { open: false, opensAt: from, closed: closedToday(hours, today) };
      } else if (to > now) {
        closesAt = to;
      }
    }
    if (closesAt !== null) {
      if (osloDate(closesAt) <= date) return { open: true, closesAt };
      if (n === WEEK) return { open: true, closesAt: null };
    }
  }
  return { open: false, opensAt: null, closed: closedToday(hours, today) };
}

/** Why the service is closed all of `today`, if that is no ordinary weekday's doing. */
function closedToday(hours: Hours, today: OsloDate): (Opening & { open: false })['closed'] {
  const closedDay = hours.closedDays.find((day) => day.date === today);
  return closedDay || (isHoliday(today) && !spansOn(hours, today).length)
    ? { label: closedDay?.label ?? null }
    : null;
}
