import type { OsloDate } from '../backend/types.js';
import { addDays } from './oslo.js';

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

/** Month and day. */
const FIXED: readonly [HolidayId, string][] = [
  ['new-year', '01-01'],
  ['labour-day', '05-01'],
  ['constitution-day', '05-17'],
  ['christmas-day', '12-25'],
  ['second-christmas-day', '12-26'],
];

/** Days after Easter Sunday. */
const MOVABLE: readonly [HolidayId, number][] = [
  ['maundy-thursday', -3],
  ['good-friday', -2],
  ['easter-sunday', 0],
  ['easter-monday', 1],
  ['ascension-day', 39],
  ['whit-sunday', 49],
  ['whit-monday', 50],
];

/** Easter Sunday by the Gregorian reckoning ("Meeus/Jones/Butcher"). */
function easterSunday(year: number): OsloDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  // Days after 22 March, the earliest Easter.
  return addDays(`${year}-03-22`, epact + toSunday - 7 * correction);
}

const years = new Map<number, readonly Holiday[]>();

/**
 * The public holidays of Norway in `year` (four digits), by date; of two on one day the one with a
 * fixed date comes first.
 * Source: lov om helligdager og helligdagsfred § 2, and lov om 1 og 17 mai som høgtidsdagar.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  let holidays = years.get(year);
  if (!holidays) {
    const easter = easterSunday(year);
    holidays = [
      ...FIXED.map(([id, monthAndDay]) => ({ date: `${year}-${monthAndDay}`, id })),
      ...MOVABLE.map(([id, days]) => ({ date: addDays(easter, days), id })),
    ].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    years.set(year, holidays);
  }
  return holidays;
}

/** The public holiday that `date` is, or null. */
export const holidayOn = (date: OsloDate): HolidayId | null =>
  holidaysOf(Number(date.slice(0, 4))).find((holiday) => holiday.date === date)?.id ?? null;
