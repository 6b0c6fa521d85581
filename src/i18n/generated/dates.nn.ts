// From CLDR by scripts/cldr.ts; not edited by hand.
import type { DateWords } from '../types.js';

export const dates: DateWords = {
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  shortMonths: [
    'jan.',
    'feb.',
    'mars',
    'apr.',
    'mai',
    'juni',
    'juli',
    'aug.',
    'sep.',
    'okt.',
    'nov.',
    'des.',
  ],
  weekdays: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  shortWeekdays: ['mån', 'tys', 'ons', 'tor', 'fre', 'lau', 'søn'],
  days: ['i går', 'i dag', 'i morgon'],
  dayAndMonth: 'D. M',
  group: '\u00a0',
  decimal: ',',
};
