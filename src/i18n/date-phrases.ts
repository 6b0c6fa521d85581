import type { OsloDate, TimeOfDay, Weekday } from '../backend/types.js';
import { WEEKDAYS, osloDate, osloTime } from '../domain/oslo.js';
import { type DateStyle, formatDate, formatTime, nearDay, weekdayName, withTime } from './dates.js';
import { formatList, formatRange } from './lists.js';
import { msg, plain } from './msg.js';

/** `text` as it begins a sentence or stands alone. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From one time of day to another: «09:00–11:00». */
export const formatTimes = (from: number | TimeOfDay, to: number | TimeOfDay): string =>
  formatRange(formatTime(from), formatTime(to));

/** «I går», «I dag», «I morgen» as it stands alone; null for other days than these. */
export function relativeDay(date: OsloDate, today: OsloDate): string | null {
  const day = nearDay(date, today);
  return day && capitalise(day);
}

/** The day and time of an instant (milliseconds since the epoch): «mandag 23. november 2026 kl. 08:00». */
export const formatDayAndTime = (ms: number, style: DateStyle = 'longWithWeekday'): string =>
  withTime(formatDate(osloDate(ms), style), osloTime(ms));

/** Days of the week in their order, three and more in a row as a range: «mandag–onsdag og lørdag». */
export function formatWeekdays(days: readonly Weekday[]): string {
  const rows: Weekday[][] = [];
  let row: Weekday[] | undefined;
  for (const day of WEEKDAYS) {
    if (!days.includes(day)) row = undefined;
    else if (row) row.push(day);
    else rows.push((row = [day]));
  }
  if (rows[0]?.length === 7)
    return plain(msg('hver dag', { id: 'common.everyDay', desc: 'As in: every day 08:00–20:00' }));
  return formatList(
    rows.flatMap((inRow) => {
      const names = inRow.map((day) => weekdayName(day));
      return names.length > 2 ? formatRange(names[0] as string, names.at(-1) as string) : names;
    }),
  );
}
