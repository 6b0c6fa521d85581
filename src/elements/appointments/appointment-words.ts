import type { Appointment, OsloDate } from '../../backend/types.js';
import { capitalise, formatDate, formatTime, formatTimes, msg, relativeDay, str } from '../../i18n/index.js';

/** A day as a heading: «I morgen, onsdag 25. november», with the year where it is another than today's. */
export function dayWords(date: OsloDate, today: OsloDate): string {
  const near = relativeDay(date, today);
  const inFull = formatDate(date, date.startsWith(today.slice(0, 5)) ? 'dayWithWeekday' : 'longWithWeekday');
  return near ? `${near}, ${inFull}` : capitalise(inFull);
}

/**
 * When an appointment is: «10:00–10:45», and for a window «Mellom 09:00 og 11:00», so that nobody takes it
 * for an exact time; empty where none is set.
 */
export function timeWords({ start, end, window, kind }: Appointment, sentence?: boolean): string {
  if (!start) return '';
  const from = formatTime(Date.parse(start));
  const to = end && formatTime(Date.parse(end));
  if (!to) return from;
  if (!window) return formatTimes(from, to);
  return sentence && kind === 'home-visit'
    ? msg(str`Kommer mellom ${from} og ${to}`, {
        id: 'appointments.comes',
        desc: 'A home visit; two times of day',
      })
    : msg(str`Mellom ${from} og ${to}`, { id: 'appointments.between', desc: 'Two times of day' });
}
