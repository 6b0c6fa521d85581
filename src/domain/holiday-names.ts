import type { OsloDate } from '../backend/types.js';
import { FIXED, MOVABLE, daysAfterEaster } from './holidays.js';

/** The names of the public holidays, those with a fixed date first; the texts have words for each. */
const IDS = [
  'new-year',
  'labour-day',
  'constitution-day',
  'christmas-day',
  'second-christmas-day',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'ascension-day',
  'whit-sunday',
  'whit-monday',
] as const;

export type HolidayId = (typeof IDS)[number];

const FIXED_IDS: readonly HolidayId[] = IDS.slice(0, FIXED.length);
const MOVABLE_IDS: readonly HolidayId[] = IDS.slice(FIXED.length);

/**
 * The public holiday that `date` (of the years 1900 to 2099) is, or null; of two on one day the one with a
 * fixed date.
 */
export const holidayOn = (date: OsloDate): HolidayId | null =>
  FIXED_IDS[FIXED.indexOf(date.slice(5))] ?? MOVABLE_IDS[MOVABLE.indexOf(daysAfterEaster(date))] ?? null;
