import type { Appointment, OsloDate } from '../backend/types.js';
import { addDays, osloDate, osloTime, osloToMs } from '../domain/oslo.js';
import { capitalise, formatTimes, relativeDay } from './date-phrases.js';
import { formatDate } from './dates.js';
import { msg, str } from './msg.js';

const HOUR = 3_600_000;

/**
 * `date` in full, with the year where it is another than that of `today`: «tirsdag 24. november»,
 * «fredag 1. januar 2027».
 */
export const fullDay = (date: OsloDate, today: OsloDate): string =>
  formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? 'dayWithWeekday' : 'longWithWeekday');

/** A day as a heading: «I morgen, onsdag 25. november», «Torsdag 26. november». */
export function dayWords(date: OsloDate, today: OsloDate): string {
  const near = relativeDay(date, today);
  const day = fullDay(date, today);
  return near ? `${near}, ${day}` : capitalise(day);
}

/**
 * The time in Oslo at `ms` (since the epoch); of the hour that the night to winter time has twice it says
 * which: «02:30 (vintertid)».
 */
export function clockTime(ms: number): string {
  const time = osloTime(ms);
  if (osloTime(ms + HOUR) === time) return msg(str`${time} (sommertid)`, { id: 'common.summerTime' });
  if (osloTime(ms - HOUR) === time) return msg(str`${time} (vintertid)`, { id: 'common.winterTime' });
  return time;
}

/** What of an appointment says when it is. */
export type Timed = Pick<Appointment, 'start' | 'end' | 'window' | 'kind'>;

/**
 * An appointment's times, empty where none is set: by `between` if they are a window, by `exactly` if not.
 * Past midnight they say of which night: «… (natt til onsdag 25. november)».
 */
export function timesInWords(
  { start, end, window }: Timed,
  between: (from: string, to: string) => string,
  exactly = (times: string): string => times,
): string {
  if (!start) return '';
  const begins = Date.parse(start);
  const ends = Date.parse(end ?? start);
  const from = clockTime(begins);
  if (ends === begins) return exactly(from);
  // Midnight is the end of its day, as in opening hours.
  const midnight = osloToMs(addDays(osloDate(begins), 1), '00:00');
  const to = ends === midnight ? '24:00' : clockTime(ends);
  const times = window ? between(from, to) : exactly(formatTimes(from, to));
  return ends <= midnight
    ? times
    : msg(str`${times} (natt til ${formatDate(osloDate(ends), 'dayWithWeekday')})`, {
        id: 'appointments.night',
        desc: 'Times that run past midnight, and the day that then begins',
      });
}

/**
 * When an appointment is: «10:30», «10:30–11:00». A window says so, lest somebody takes it for an exact
 * time: «Mellom 09:00 og 11:00», and with `comes` of a home visit «Kommer mellom 09:00 og 11:00».
 */
export const timeWords = (appointment: Timed, style?: 'comes'): string =>
  timesInWords(appointment, (from, to) =>
    style && appointment.kind === 'home-visit'
      ? msg(str`Kommer mellom ${from} og ${to}`, {
          id: 'appointments.comes',
          desc: 'A home visit; two times of day',
        })
      : msg(str`Mellom ${from} og ${to}`, { id: 'appointments.between', desc: 'Two times of day' }),
  );
