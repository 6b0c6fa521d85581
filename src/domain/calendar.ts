import type { OsloDate } from '../backend/types.js';
import { DAY, addDays, osloToMs, weekdayOf, WEEKDAYS } from './oslo.js';

/** A month of a year: `2026-11`. */
export type OsloMonth = string;

/** A row of a calendar: Monday first. */
export interface CalendarWeek {
  /** ISO 8601, 1 to 53: the week of a year's first Thursday is its first. */
  week: number;
  days: OsloDate[];
}

/** From the instant `from` on and before `to`, milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** The month that `date` is in. */
export const monthOf = (date: OsloDate): OsloMonth => date.slice(0, 7);

/** The Monday on or before `date`. */
export const mondayOf = (date: OsloDate): OsloDate => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));

/** The seven days of the week that `date` is in. */
export const daysOfWeek = (date: OsloDate): OsloDate[] => WEEKDAYS.map((_, n) => addDays(mondayOf(date), n));

/** The number of the week that `date` is in, by ISO 8601 as in Norway. */
export function weekNumber(date: OsloDate): number {
  const thursday = addDays(mondayOf(date), 3);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / DAY;
  return Math.floor(dayOfYear / 7) + 1;
}

/** The weeks in which `month` has days, whole: the first and last have days of its neighbours too. */
export function weeksOfMonth(month: OsloMonth): CalendarWeek[] {
  const weeks: CalendarWeek[] = [];
  for (let day = mondayOf(`${month}-01`); monthOf(day) <= month; day = addDays(day, 7)) {
    weeks.push({ week: weekNumber(day), days: daysOfWeek(day) });
  }
  return weeks;
}

/** `date` moved by `n` months; the last day of the month where it has no such day: January 31 to February 28. */
export function addMonths(date: OsloDate, n: number): OsloDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + n, 0));
  return new Date(Math.min(Date.UTC(year, month - 1 + n, day), last.getTime())).toISOString().slice(0, 10);
}

const between = (first: OsloDate, after: OsloDate): Span => ({
  from: osloToMs(first, '00:00'),
  to: osloToMs(after, '00:00'),
});

/** All of `month` in Oslo. */
export const spanOfMonth = (month: OsloMonth): Span => between(`${month}-01`, addMonths(`${month}-01`, 1));

/** All of the week in Oslo that `date` is in. */
export const spanOfWeek = (date: OsloDate): Span => between(mondayOf(date), addDays(mondayOf(date), 7));
