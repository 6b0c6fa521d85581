import type { Action, Instant, OsloDate } from '../backend/types.js';
import { monthOf } from '../domain/calendar.js';
import { osloDate, osloTime } from '../domain/oslo.js';
import { type Timed, clockTime, fullDay, timesInWords } from './appointment-dates.js';
import { formatDate, nearDay, withTime } from './dates.js';
import { capitalise } from './date-phrases.js';
import { formatRange } from './lists.js';
import { currentCatalogue } from './catalogue.js';
import { msg, plain, str, together } from './msg.js';

/** A backend without fractions of seconds ends a day a second before midnight; milliseconds. */
const SECOND = 1000;

/** A day within a sentence, always with its date unless it is next to `today`: «i morgen», «fredag 27. november». */
const dayNamed = (date: OsloDate, today: OsloDate): string => nearDay(date, today) ?? fullDay(date, today);

/**
 * Until when, within a sentence (milliseconds since the epoch): «til og med fredag 27. november» where the
 * whole day counts, else «fram til torsdag 26. november kl. 09:00».
 */
function deadlineWords(until: number, now: number): string {
  const today = osloDate(now);
  // The last second of a day or the first instant of the next: both are said as the day.
  const lastDay = osloDate(until - 1);
  return osloDate(until + SECOND) > lastDay
    ? msg(str`til og med ${dayNamed(lastDay, today)}`, { id: 'appointments.deadlineDay', desc: 'A day' })
    : msg(str`fram til ${withTime(dayNamed(osloDate(until), today), clockTime(until))}`, {
        id: 'appointments.deadlineTime',
        desc: 'A day and a time',
      });
}

/**
 * Until when an appointment may be cancelled or moved: «Du kan avlyse eller endre timen til og med fredag
 * 27. november.» Null where neither may be done, or there is no end to it.
 */
export function changeDeadlineText(
  { cancel, reschedule }: Record<'cancel' | 'reschedule', Pick<Action, 'allowed' | 'until'>>,
  now: number,
): string | null {
  const words = ({ allowed, until }: Pick<Action, 'allowed' | 'until'>) =>
    allowed && until ? deadlineWords(Date.parse(until), now) : null;
  const cancelling = words(cancel);
  const moving = words(reschedule);
  if (cancelling && moving && plain(cancelling) === plain(moving))
    return msg(str`Du kan avlyse eller endre timen ${cancelling}.`, { id: 'appointments.deadline' });
  const sentences = [
    cancelling && msg(str`Du kan avlyse timen ${cancelling}.`, { id: 'appointments.deadlineCancel' }),
    moving && msg(str`Du kan endre timen ${moving}.`, { id: 'appointments.deadlineChange' }),
  ].filter((one) => one !== null);
  return sentences.length ? together(...sentences.flatMap((one, n) => (n ? [' ', one] : [one]))) : null;
}

/** When a visit took place: «Utført i går kl. 09:40». */
export function completedText(completedAt: Instant, now: number): string {
  const at = Date.parse(completedAt);
  const moment = withTime(dayNamed(osloDate(at), osloDate(now)), clockTime(at));
  return msg(str`Utført ${moment}`, { id: 'appointments.completedWhen', desc: 'A day and a time' });
}

/**
 * The day and time of an appointment as they stand alone: «I morgen mellom 09:00 og 11:00», «Torsdag 26.
 * november kl. 10:30–11:00»; empty where no time is set.
 */
export function momentWords(appointment: Timed, now: number): string {
  const date = osloDate(Date.parse(appointment.start ?? '') || 0);
  const day = capitalise(dayNamed(date, osloDate(now)));
  return timesInWords(
    appointment,
    (from, to) =>
      msg(str`${day} mellom ${from} og ${to}`, {
        id: 'appointments.dayBetween',
        desc: 'A day and two times of day',
      }),
    (times) =>
      msg(str`${day} kl. ${times}`, { id: 'appointments.dayAt', desc: 'A day, and one time or from and to' }),
  );
}

/** From when to when where there is little room, by the hour where it is whole: «09–11», «09:30–24». */
export function shortTimes({ start, end }: Timed): string {
  const [from, to] = [start, end ?? start].map((instant) => osloTime(Date.parse(instant ?? '')));
  const hour = (time = ''): string => time.replace(':00', '');
  // Midnight is the end of its day, as elsewhere.
  return plain(formatRange(hour(from), to === '00:00' ? '24' : hour(to)));
}

/** A month as a heading: «November 2026». */
export function monthWords(month: string): string {
  const [year, number] = month.split('-') as [string, string];
  // Northern Sámi months stand in the genitive in a date, and in the nominative alone.
  const name = currentCatalogue().dates.months[Number(number) - 1]?.replace(/mánu$/, 'mánnu') ?? '';
  return `${capitalise(name)} ${year}`;
}

/** From one day to a later one, no longer than it must be: «23.–29. november 2026», «30. november–6. desember 2026». */
export function formatDays(first: OsloDate, last: OsloDate): string {
  const year = last.slice(0, 4);
  if (monthOf(first) !== monthOf(last)) {
    return formatRange(formatDate(first, first.slice(0, 4) === year ? 'day' : 'long'), formatDate(last));
  }
  // The month is said once: after both days, or before them in Northern Sámi.
  const { dayAndMonth, months } = currentCatalogue().dates;
  const [before = '', after = ''] = dayAndMonth
    .split(/D\.?/)
    .map((part) => part.replace('M', months[Number(first.slice(5, 7)) - 1] ?? ''));
  const point = dayAndMonth.includes('D.') ? '.' : '';
  const day = (date: OsloDate): string => `${Number(date.slice(8))}${point}`;
  return formatRange(`${before}${day(first)}`, `${day(last)}${after} ${year}`);
}

/** A week by its number and seven days, as a heading: «Uke 48, 23.–29. november 2026». */
export const weekWords = (week: number, days: readonly OsloDate[]): string =>
  msg(str`Uke ${week}, ${formatDays(days[0] ?? '', days.at(-1) ?? '')}`, {
    id: 'appointments.weekNumber',
    desc: 'The number of a week, and its first and last day',
  });
