import type { OsloDate } from '../backend/types.js';
import { DAY } from './oslo.js';

/** Public holidays by month and day. */
export const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** By days after Easter Sunday. */
export const MOVABLE = [-3, -2, 0, 1, 39, 49, 50];

/** Easter Sunday of the years 1900 to 2099, by Carter's algorithm, as the instant at which it begins in UTC. */
function easterSunday(year: number): number {
  // The full moon of spring as a day of March: the 21st at the earliest, the 48th at the latest.
  const day = ((204 - 11 * (year % 19)) % 30) + 21;
  const moon = day > 48 ? day - 1 : day;
  return Date.UTC(year, 2, moon + 7 - ((year + Math.floor(year / 4) + moon + 1) % 7));
}

/** How many days `date` (of the years 1900 to 2099) comes after Easter Sunday; before it if negative. */
export const daysAfterEaster = (date: OsloDate): number =>
  (Date.parse(date) - easterSunday(parseInt(date))) / DAY;

/**
 * Whether `date` (of the years 1900 to 2099) is a public holiday.
 * Source: lov om helligdager og helligdagsfred § 2, and lov om 1 og 17 mai som høgtidsdagar.
 */
export const isHoliday = (date: OsloDate): boolean =>
  FIXED.includes(date.slice(5)) || MOVABLE.includes(daysAfterEaster(date));
