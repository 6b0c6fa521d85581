import type { Action, Language } from '../../src/backend/types.js';
import {
  changeDeadlineText,
  clockTime,
  completedText,
  dayWords,
  momentWords,
  monthWords,
  plain,
  timeWords,
  shortTimes,
  weekWords,
} from '../../src/i18n/index.js';
import { daysOfWeek, weekNumber } from '../../src/domain/calendar.js';

/** A Tuesday, 10:00 in Oslo. */
const NOW = Date.parse('2026-11-24T10:00:00+01:00');
const TODAY = '2026-11-24';

const times = (start: string, end: string | null, window = false) => ({
  start,
  end,
  window,
  kind: 'home-visit' as const,
});
const WINDOW = times('2026-11-25T09:00:00+01:00', '2026-11-25T11:00:00+01:00', true);
const NIGHT = times('2026-11-24T23:00:00+01:00', '2026-11-25T01:00:00+01:00', true);
const SESSION = times('2026-11-26T10:30:00+01:00', '2026-11-26T11:00:00+01:00');

const until = (instant: string | null, allowed = true): Pick<Action, 'allowed' | 'until'> => ({
  allowed,
  until: instant,
});
const NEVER = until(null, false);
const deadline = (cancel: string | null, reschedule: string | null) =>
  plain(
    changeDeadlineText(
      { cancel: cancel ? until(cancel) : NEVER, reschedule: reschedule ? until(reschedule) : NEVER },
      NOW,
    ) ?? '',
  );
const DAY_END = '2026-11-27T23:59:59.999+01:00';
const AN_HOUR = '2026-11-26T09:00:00+01:00';

/** What is said of appointments' times, by a name for it: the same bytes in every engine. */
export const APPOINTMENT_STRINGS: readonly [name: string, say: () => string, Record<Language, string>][] = [
  [
    'today as a heading',
    () => dayWords(TODAY, TODAY),
    {
      nb: 'I dag, tirsdag 24. november',
      nn: 'I dag, tysdag 24. november',
      en: 'Today, Tuesday 24 November',
      se: 'Odne, maŋŋebárga skábmamánu 24. b.',
    },
  ],
  [
    'tomorrow as a heading, over the end of a year',
    () => dayWords('2027-01-01', '2026-12-31'),
    {
      nb: 'I morgen, fredag 1. januar 2027',
      nn: 'I morgon, fredag 1. januar 2027',
      en: 'Tomorrow, Friday 1 January 2027',
      se: 'Ihttin, bearjadat ođđajagemánu 1. b. 2027',
    },
  ],
  [
    'February 29 as a heading',
    () => dayWords('2028-02-29', '2028-02-01'),
    {
      nb: 'Tirsdag 29. februar',
      nn: 'Tysdag 29. februar',
      en: 'Tuesday 29 February',
      se: 'Maŋŋebárga guovvamánu 29. b.',
    },
  ],
  [
    'an exact time',
    () => timeWords(times('2026-11-26T10:30:00+01:00', null)),
    { nb: '10:30', nn: '10:30', en: '10:30', se: '10:30' },
  ],
  [
    'from and to',
    () => timeWords(SESSION),
    { nb: '10:30–11:00', nn: '10:30–11:00', en: '10:30 to 11:00', se: '10:30–11:00' },
  ],
  [
    'a window',
    () => plain(timeWords(WINDOW)),
    {
      nb: 'Mellom 09:00 og 11:00',
      nn: 'Mellom 09:00 og 11:00',
      en: 'Between 09:00 and 11:00',
      se: 'Mellom 09:00 og 11:00',
    },
  ],
  [
    'when somebody comes',
    () => plain(timeWords(WINDOW, 'comes')),
    {
      nb: 'Kommer mellom 09:00 og 11:00',
      nn: 'Kjem mellom 09:00 og 11:00',
      en: 'Arrives between 09:00 and 11:00',
      se: 'Kommer mellom 09:00 og 11:00',
    },
  ],
  [
    'a window over midnight',
    () => plain(timeWords(NIGHT)),
    {
      nb: 'Mellom 23:00 og 01:00 (natt til onsdag 25. november)',
      nn: 'Mellom 23:00 og 01:00 (natt til onsdag 25. november)',
      en: 'Between 23:00 and 01:00 (the night before Wednesday 25 November)',
      se: 'Mellom 23:00 og 01:00 (natt til gaskavahkku skábmamánu 25. b.)',
    },
  ],
  [
    'a window until midnight',
    () => plain(timeWords(times('2026-11-24T22:00:00+01:00', '2026-11-25T00:00:00+01:00', true))),
    {
      nb: 'Mellom 22:00 og 24:00',
      nn: 'Mellom 22:00 og 24:00',
      en: 'Between 22:00 and 24:00',
      se: 'Mellom 22:00 og 24:00',
    },
  ],
  [
    'a window of the night to summer time',
    () => plain(timeWords(times('2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00', true))),
    {
      nb: 'Mellom 01:00 og 03:00',
      nn: 'Mellom 01:00 og 03:00',
      en: 'Between 01:00 and 03:00',
      se: 'Mellom 01:00 og 03:00',
    },
  ],
  [
    'a window within the hour that comes twice',
    () => plain(timeWords(times('2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', true))),
    {
      nb: 'Mellom 02:30 (sommertid) og 02:30 (vintertid)',
      nn: 'Mellom 02:30 (sommartid) og 02:30 (vintertid)',
      en: 'Between 02:30 (summer time) and 02:30 (winter time)',
      se: 'Mellom 02:30 (sommertid) og 02:30 (vintertid)',
    },
  ],
  [
    'the first of the hour that comes twice',
    () => plain(clockTime(Date.parse('2026-10-25T02:00:00+02:00'))),
    {
      nb: '02:00 (sommertid)',
      nn: '02:00 (sommartid)',
      en: '02:00 (summer time)',
      se: '02:00 (sommertid)',
    },
  ],
  [
    'the times around that hour',
    () =>
      ['2026-10-25T01:59:00+02:00', '2026-10-25T03:00:00+01:00']
        .map((at) => clockTime(Date.parse(at)))
        .join(),
    { nb: '01:59,03:00', nn: '01:59,03:00', en: '01:59,03:00', se: '01:59,03:00' },
  ],
  [
    'the day and the window',
    () => plain(momentWords(WINDOW, NOW)),
    {
      nb: 'I morgen mellom 09:00 og 11:00',
      nn: 'I morgon mellom 09:00 og 11:00',
      en: 'Tomorrow between 09:00 and 11:00',
      se: 'Ihttin mellom 09:00 og 11:00',
    },
  ],
  [
    'the day and the time',
    () => plain(momentWords(SESSION, NOW)),
    {
      nb: 'Torsdag 26. november kl. 10:30–11:00',
      nn: 'Torsdag 26. november kl. 10:30–11:00',
      en: 'Thursday 26 November, 10:30 to 11:00',
      se: 'Duorasdat skábmamánu 26. b. dii. 10:30–11:00',
    },
  ],
  [
    'the deadline of a day',
    () => deadline(DAY_END, DAY_END),
    {
      nb: 'Du kan avlyse eller endre timen til og med fredag 27. november.',
      nn: 'Du kan avlyse eller endre timen til og med fredag 27. november.',
      en: 'You can cancel or change the appointment up to and including Friday 27 November.',
      se: 'Du kan avlyse eller endre timen til og med bearjadat skábmamánu 27. b..',
    },
  ],
  [
    'the deadline of an hour',
    () => deadline(AN_HOUR, null),
    {
      nb: 'Du kan avlyse timen fram til torsdag 26. november kl. 09:00.',
      nn: 'Du kan avlyse timen fram til torsdag 26. november kl. 09:00.',
      en: 'You can cancel the appointment until Thursday 26 November at 09:00.',
      se: 'Du kan avlyse timen fram til duorasdat skábmamánu 26. b. dii. 09:00.',
    },
  ],
  [
    'two deadlines',
    () => deadline('2026-11-24T23:59:59+01:00', '2026-11-25T12:00:00+01:00'),
    {
      nb: 'Du kan avlyse timen til og med i dag. Du kan endre timen fram til i morgen kl. 12:00.',
      nn: 'Du kan avlyse timen til og med i dag. Du kan endre timen fram til i morgon kl. 12:00.',
      en: 'You can cancel the appointment up to and including today. You can change the appointment until tomorrow at 12:00.',
      se: 'Du kan avlyse timen til og med odne. Du kan endre timen fram til ihttin dii. 12:00.',
    },
  ],
  [
    'when a visit took place',
    () => plain(completedText('2026-11-23T09:40:00+01:00', NOW)),
    {
      nb: 'Utført i går kl. 09:40',
      nn: 'Utført i går kl. 09:40',
      en: 'Completed yesterday at 09:40',
      se: 'Utført ikte dii. 09:40',
    },
  ],
  [
    'a month',
    () => monthWords('2026-11'),
    { nb: 'November 2026', nn: 'November 2026', en: 'November 2026', se: 'Skábmamánnu 2026' },
  ],
  [
    'a week over the end of a year',
    () => plain(weekWords(weekNumber('2026-12-31'), daysOfWeek('2026-12-31'))),
    {
      nb: 'Uke 53, 28. desember 2026–3. januar 2027',
      nn: 'Veke 53, 28. desember 2026–3. januar 2027',
      en: 'Week 53, 28 December 2026 to 3 January 2027',
      se: 'Uke 53, juovlamánu 28. b. 2026–ođđajagemánu 3. b. 2027',
    },
  ],
  [
    'a week',
    () => plain(weekWords(48, daysOfWeek(TODAY))),
    {
      nb: 'Uke 48, 23.–29. november 2026',
      nn: 'Veke 48, 23.–29. november 2026',
      en: 'Week 48, 23 to 29 November 2026',
      se: 'Uke 48, skábmamánu 23.–29. b. 2026',
    },
  ],
  [
    'a week over the end of a month',
    () => plain(weekWords(49, daysOfWeek('2026-12-01'))),
    {
      nb: 'Uke 49, 30. november–6. desember 2026',
      nn: 'Veke 49, 30. november–6. desember 2026',
      en: 'Week 49, 30 November to 6 December 2026',
      se: 'Uke 49, skábmamánu 30. b.–juovlamánu 6. b. 2026',
    },
  ],
  [
    'a window where there is little room',
    () => shortTimes(times('2026-11-24T09:00:00+01:00', '2026-11-24T11:30:00+01:00', true)),
    { nb: '09–11:30', nn: '09–11:30', en: '09 to 11:30', se: '09–11:30' },
  ],
  [
    'a window up to midnight where there is little room',
    () => shortTimes(times('2026-11-24T22:30:00+01:00', '2026-11-25T00:00:00+01:00', true)),
    { nb: '22:30–24', nn: '22:30–24', en: '22:30 to 24', se: '22:30–24' },
  ],
];
