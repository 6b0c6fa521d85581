import type { OsloDate } from '../backend/types.js';
import { DAY, addDays } from './oslo.js';

/** The names of the public holidays; the texts have words for each. */
export type HolidayId =
  | 'new-year'
  | 'labour-day'
  | 'constitution-day'
  | 'christmas-day'
  | 'second-christmas-day'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday';

export interface Holiday {
  date: OsloDate;
  id: HolidayId;
}

/** By month and day. */
const FIXED: Record<string, HolidayId> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-17': 'constitution-day',
  '12-25': 'christmas-day',
  '12-26': 'second-christmas-day',
};

/** By days after Easter Sunday. */
const MOVABLE: Record<number, HolidayId> = {
  [-3]: 'maundy-thursday',
  [-2]: 'good-friday',
  0: 'easter-sunday',
  1: 'easter-monday',
  39: 'ascension-day',
  49: 'whit-sunday',
  50: 'whit-monday',
};

/** Easter Sunday of the years 1900 to 2099, by Carter's algorithm, as the instant at which it begins in UTC. */
function easterSunday(year: number): number {
  // The full moon of spring as a day of March: the 21st at the earliest, the 48th at the latest.
  const day = ((204 - 11 * (year % 19)) % 30) + 21;
  const moon = day > 48 ? day - 1 : day;
  return Date.UTC(year, 2, moon + 7 - ((year + Math.floor(year / 4) + moon + 1) % 7));
}

/**
 * The public holiday that `date` (of the years 1900 to 2099) is, or null; of two on one day the one with a
 * fixed date.
 * Source: lov om helligdager og helligdagsfred § 2, and lov om 1 og 17 mai som høgtidsdagar.
 */
export const holidayOn = (date: OsloDate): HolidayId | null =>
  FIXED[date.slice(5)] ?? MOVABLE[(Date.parse(date) - easterSunday(parseInt(date))) / DAY] ?? null;

/** The public holidays of Norway in `year`, by date; of two on one day the one with a fixed date comes first. */
export function holidaysOf(year: number): Holiday[] {
  const easter = new Date(easterSunday(year)).toISOString().slice(0, 10);
  return [
    ...Object.entries(FIXED).map(([monthAndDay, id]) => ({ date: `${year}-${monthAndDay}`, id })),
    ...Object.entries(MOVABLE).map(([days, id]) => ({ date: addDays(easter, Number(days)), id })),
  ].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}
