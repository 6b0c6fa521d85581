import type { OsloDate, TimeOfDay, Weekday } from '../backend/types.js';
import { WEEKDAYS, addDays, osloDate, osloTime, weekdayOf } from '../domain/oslo.js';
import { currentCatalogue } from './catalogue.js';
import { msg, plain, str } from './msg.js';

/**
 * How a date is written, in Bokmål: `long` is «23. november 2026», `longWithWeekday` «mandag 23. november
 * 2026», `short` «23. nov. 2026», `day` «23. november» and `dayWithWeekday` «mandag 23. november».
 */
export type DateStyle = 'long' | 'longWithWeekday' | 'short' | 'day' | 'dayWithWeekday';

const words = () => currentCatalogue().dates;

/** `date` in words. */
export function formatDate(date: OsloDate, style: DateStyle = 'long'): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const { months, shortMonths, dayAndMonth } = words();
  const name = (style === 'short' ? shortMonths : months)[month - 1] as string;
  const text = dayAndMonth.replace('D', String(day)).replace('M', name);
  const dated = style.startsWith('day') ? text : `${text} ${year}`;
  return style.endsWith('Weekday') ? `${weekdayName(weekdayOf(date))} ${dated}` : dated;
}

/** A time of day, `08:00`: of an instant (milliseconds since the epoch) in Oslo. */
export const formatTime = (time: number | TimeOfDay): TimeOfDay =>
  typeof time === 'number' ? osloTime(time) : time;

/** «i går», «i dag», «i morgen»; null for other days than these. */
export const nearDay = (date: OsloDate, today: OsloDate): string | null =>
  words().days[[-1, 0, 1].findIndex((n) => addDays(today, n) === date)] ?? null;

/**
 * `date` within a sentence of `today`, no longer than it must be: «i morgen», «mandag» within a week
 * to come, «mandag 30. november», with the year where it is another one.
 */
export function dayInSentence(date: OsloDate, today: OsloDate): string {
  const near = nearDay(date, today);
  if (near) return near;
  if (date > today && date < addDays(today, 7)) return weekdayName(weekdayOf(date));
  return formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? 'dayWithWeekday' : 'longWithWeekday');
}

/** A day in words and a time: «i morgen kl. 08:00». */
export const withTime = (day: string, time: string): string =>
  plain(
    msg(str`${day} kl. ${time}`, { id: 'common.dayAndTime', desc: 'A day and a time, within a sentence' }),
  );

/** The day and time of an instant within a sentence of `now` (both milliseconds since the epoch): «i morgen kl. 08:00». */
export const momentInSentence = (ms: number, now: number): string =>
  withTime(dayInSentence(osloDate(ms), osloDate(now)), osloTime(ms));

/** The name of a weekday, in small letters where the language writes it so: «mandag», `short` «man.». */
export const weekdayName = (day: Weekday, style: 'long' | 'short' = 'long'): string =>
  words()[style === 'long' ? 'weekdays' : 'shortWeekdays'][WEEKDAYS.indexOf(day)] as string;
