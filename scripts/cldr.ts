/**
 * Writes `src/i18n/generated/dates.<language>.ts`: what dates and numbers in words are made of, from
 * the CLDR packages, since browsers do not all have `nn` and `se`.
 *
 *   tsx scripts/cldr.ts            writes the files
 *   tsx scripts/cldr.ts --check    fails if they are not what it would write
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { DateWords } from '../src/i18n/types.js';
import { writeGenerated } from './generated.js';

const require = createRequire(import.meta.url);

type ByMonth = Record<string, string>;
type ByDay = Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', string>;

interface Gregorian {
  months: { format: { wide: ByMonth; abbreviated: ByMonth } };
  days: { format: { wide: ByDay }; 'stand-alone': { abbreviated: ByDay } };
  dateTimeFormats: { availableFormats: { MMMMd: string } };
}

/** Our languages and CLDR's; English is British. */
const LOCALES = { nb: 'nb', nn: 'nn', en: 'en-GB', se: 'se' } as const;

const DATES = dirname(require.resolve('cldr-dates-full/package.json'));
const NUMBERS = dirname(require.resolve('cldr-numbers-full/package.json'));

const read = (folder: string, locale: string, file: string) =>
  (require(`${folder}/main/${locale}/${file}.json`) as { main: Record<string, unknown> }).main[locale];

const byMonth = (months: ByMonth): string[] => Array.from({ length: 12 }, (_, n) => months[n + 1] as string);

const byDay = ({ mon, tue, wed, thu, fri, sat, sun }: ByDay): string[] => [mon, tue, wed, thu, fri, sat, sun];

/** `d. MMMM` as `D. M`. */
const simplified = (pattern: string): string => pattern.replace(/M+/, 'M').replace(/d+/, 'D');

/** The genitive of a Northern Sámi month, in which it stands in a date: CLDR has the nominative alone. */
function genitive(month: string): string {
  if (!month.endsWith('mánnu')) throw new Error(`No Northern Sámi month: ${month}`);
  return month.replace(/mánnu$/, 'mánu');
}

function wordsOf(language: keyof typeof LOCALES): DateWords {
  const locale = LOCALES[language];
  const { calendars } = (
    read(DATES, locale, 'ca-gregorian') as { dates: { calendars: { gregorian: Gregorian } } }
  ).dates;
  const { day } = (
    read(DATES, locale, 'dateFields') as { dates: { fields: { day: Record<string, string> } } }
  ).dates.fields;
  const { decimal, group } = (
    read(NUMBERS, locale, 'numbers') as {
      numbers: { 'symbols-numberSystem-latn': { decimal: string; group: string } };
    }
  ).numbers['symbols-numberSystem-latn'];
  const { months, days, dateTimeFormats } = calendars.gregorian;
  const words: DateWords = {
    months: byMonth(months.format.wide),
    shortMonths: byMonth(months.format.abbreviated),
    weekdays: byDay(days.format.wide),
    shortWeekdays: byDay(days['stand-alone'].abbreviated),
    days: [day['relative-type--1'], day['relative-type-0'], day['relative-type-1']] as DateWords['days'],
    dayAndMonth: simplified(dateTimeFormats.availableFormats.MMMMd),
    group,
    decimal,
  };
  if (language !== 'se') return words;
  // As it is written: the month in the genitive before the day, "juovlamánu 24. b." (b. = beaivi, day).
  // The short names have no genitive, so that the long ones serve in short dates too.
  const inDates = words.months.map(genitive);
  return { ...words, months: inDates, shortMonths: inDates, dayAndMonth: 'M D. b.' };
}

/** As source text, with no-break spaces that can be seen. */
const literal = (words: DateWords): string => JSON.stringify(words).replaceAll('\u00a0', '\\u00a0');

await writeGenerated(
  Object.keys(LOCALES).map((language) => ({
    path: `src/i18n/generated/dates.${language}.ts`,
    text: `// From CLDR by scripts/cldr.ts; not edited by hand.
import type { DateWords } from '../types.js';

export const dates: DateWords = ${literal(wordsOf(language as keyof typeof LOCALES))};
`,
  })),
);
