import type { Language } from '../../src/backend/types.js';
import {
  dayInSentence,
  formatBytes,
  formatDate,
  formatDayAndTime,
  formatList,
  formatNumber,
  formatTimes,
  formatWeekdays,
  holidayName,
  momentInSentence,
  openingText,
  plain,
  plural,
  relativeDay,
  weekdayName,
} from '../../src/i18n/index.js';

/** 08:00 in Oslo. */
const MORNING = Date.parse('2026-11-23T08:00:00+01:00');
const NIGHT_BEFORE = Date.parse('2026-11-22T23:59:00+01:00');
const TODAY = '2026-11-23';

/** What is said, by a name for it, in every language: the same bytes in every engine. */
export const DATE_STRINGS: readonly [name: string, say: () => string, Record<Language, string>][] = [
  [
    'a date',
    () => formatDate('2026-12-24'),
    {
      nb: '24. desember 2026',
      nn: '24. desember 2026',
      en: '24 December 2026',
      se: 'juovlamánu 24. b. 2026',
    },
  ],
  [
    'a date with its weekday',
    () => formatDate('2026-11-23', 'longWithWeekday'),
    {
      nb: 'mandag 23. november 2026',
      nn: 'måndag 23. november 2026',
      en: 'Monday 23 November 2026',
      se: 'vuossárga skábmamánu 23. b. 2026',
    },
  ],
  [
    'a short date',
    () => formatDate('2026-09-01', 'short'),
    { nb: '1. sep. 2026', nn: '1. sep. 2026', en: '1 Sept 2026', se: 'čakčamánu 1. b. 2026' },
  ],
  [
    'a day',
    () => formatDate('2026-05-17', 'day'),
    { nb: '17. mai', nn: '17. mai', en: '17 May', se: 'miessemánu 17. b.' },
  ],
  [
    'a day with its weekday',
    () => formatDate('2027-03-06', 'dayWithWeekday'),
    {
      nb: 'lørdag 6. mars',
      nn: 'laurdag 6. mars',
      en: 'Saturday 6 March',
      se: 'lávvardat njukčamánu 6. b.',
    },
  ],
  [
    'a day and time',
    () => formatDayAndTime(MORNING),
    {
      nb: 'mandag 23. november 2026 kl. 08:00',
      nn: 'måndag 23. november 2026 kl. 08:00',
      en: 'Monday 23 November 2026 at 08:00',
      se: 'vuossárga skábmamánu 23. b. 2026 dii. 08:00',
    },
  ],
  ['today', () => relativeDay(TODAY, TODAY) ?? '', { nb: 'I dag', nn: 'I dag', en: 'Today', se: 'Odne' }],
  [
    'tomorrow, over the end of a year',
    () => relativeDay('2027-01-01', '2026-12-31') ?? '',
    { nb: 'I morgen', nn: 'I morgon', en: 'Tomorrow', se: 'Ihttin' },
  ],
  [
    'yesterday',
    () => relativeDay('2026-11-22', TODAY) ?? '',
    { nb: 'I går', nn: 'I går', en: 'Yesterday', se: 'Ikte' },
  ],
  [
    'a weekday to come within a sentence',
    () => dayInSentence('2026-11-29', TODAY),
    { nb: 'søndag', nn: 'søndag', en: 'Sunday', se: 'sotnabeaivi' },
  ],
  [
    'a day of next week within a sentence',
    () => dayInSentence('2026-12-01', TODAY),
    {
      nb: 'tirsdag 1. desember',
      nn: 'tysdag 1. desember',
      en: 'Tuesday 1 December',
      se: 'maŋŋebárga juovlamánu 1. b.',
    },
  ],
  [
    'a day of next year within a sentence',
    () => dayInSentence('2027-01-06', TODAY),
    {
      nb: 'onsdag 6. januar 2027',
      nn: 'onsdag 6. januar 2027',
      en: 'Wednesday 6 January 2027',
      se: 'gaskavahkku ođđajagemánu 6. b. 2027',
    },
  ],
  [
    'a moment within a sentence, a minute before midnight in Oslo',
    () => momentInSentence(MORNING, NIGHT_BEFORE),
    { nb: 'i morgen kl. 08:00', nn: 'i morgon kl. 08:00', en: 'tomorrow at 08:00', se: 'ihttin dii. 08:00' },
  ],
  ['a weekday', () => weekdayName('thu'), { nb: 'torsdag', nn: 'torsdag', en: 'Thursday', se: 'duorasdat' }],
  ['a short weekday', () => weekdayName('fri', 'short'), { nb: 'fre.', nn: 'fre', en: 'Fri', se: 'bear' }],
  [
    'weekdays in a row',
    () => formatWeekdays(['fri', 'mon', 'tue', 'wed', 'thu']),
    {
      nb: 'mandag–fredag',
      nn: 'måndag–fredag',
      en: 'Monday to Friday',
      se: 'vuossárga–bearjadat',
    },
  ],
  [
    'weekdays in a row and others',
    () => formatWeekdays(['mon', 'tue', 'wed', 'fri', 'sat']),
    {
      nb: 'mandag–onsdag, fredag og lørdag',
      nn: 'måndag–onsdag, fredag og laurdag',
      en: 'Monday to Wednesday, Friday and Saturday',
      se: 'vuossárga–gaskavahkku, bearjadat ja lávvardat',
    },
  ],
  [
    'all weekdays',
    () => formatWeekdays(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    { nb: 'hver dag', nn: 'kvar dag', en: 'every day', se: 'juohke beaivvi' },
  ],
  [
    'times',
    () => formatTimes(MORNING, '24:00'),
    { nb: '08:00–24:00', nn: '08:00–24:00', en: '08:00 to 24:00', se: '08:00–24:00' },
  ],
  [
    'a list',
    () => formatList(['A', 'B', 'C']),
    { nb: 'A, B og C', nn: 'A, B og C', en: 'A, B and C', se: 'A, B ja C' },
  ],
  [
    'a number',
    () => formatNumber(1234567.25, 2),
    {
      nb: '1\u00a0234\u00a0567,25',
      nn: '1\u00a0234\u00a0567,25',
      en: '1,234,567.25',
      se: '1\u00a0234\u00a0567,25',
    },
  ],
  [
    'a size',
    () => formatBytes(2.5 * 1024 * 1024),
    { nb: '2,5\u00a0MB', nn: '2,5\u00a0MB', en: '2.5\u00a0MB', se: '2,5\u00a0MB' },
  ],
  [
    'a small size',
    () => formatBytes(1),
    { nb: '1\u00a0kB', nn: '1\u00a0kB', en: '1\u00a0kB', se: '1\u00a0kB' },
  ],
  [
    'the form for one',
    () => plural(1, { one: 'one', two: 'two', other: 'other' }),
    { nb: 'one', nn: 'one', en: 'one', se: 'one' },
  ],
  [
    'the form for two',
    () => plural(2, { one: 'one', two: 'two', other: 'other' }),
    { nb: 'other', nn: 'other', en: 'other', se: 'two' },
  ],
  [
    'the form for none',
    () => plural(0, { one: 'one', two: 'two', other: 'other' }),
    { nb: 'other', nn: 'other', en: 'other', se: 'other' },
  ],
  [
    'that it is open',
    () => plain(openingText({ open: true, closesAt: Date.parse('2026-11-23T15:30:00+01:00') }, MORNING)),
    {
      nb: 'Åpent nå, stenger kl. 15:30',
      nn: 'Ope no, stengjer kl. 15:30',
      en: 'Open now, closes at 15:30',
      se: 'Åpent nå, stenger kl. 15:30',
    },
  ],
  [
    'when it opens',
    () => plain(openingText({ open: false, opensAt: MORNING, closed: null }, NIGHT_BEFORE)),
    {
      nb: 'Åpner i morgen kl. 08:00',
      nn: 'Opnar i morgon kl. 08:00',
      en: 'Opens tomorrow at 08:00',
      se: 'Åpner ihttin dii. 08:00',
    },
  ],
  [
    'a holiday',
    () => plain(holidayName('maundy-thursday')),
    { nb: 'skjærtorsdag', nn: 'skjertorsdag', en: 'Maundy Thursday', se: 'skjærtorsdag' },
  ],
];
