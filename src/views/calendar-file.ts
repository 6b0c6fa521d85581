import { type IcsDateObject, type IcsTimezone, generateIcsCalendar } from 'ts-ics';
import type { Appointment } from '../backend/types.js';
import { osloTime, toInstant } from '../domain/oslo.js';
import { msg, plain, timeWords } from '../i18n/index.js';

const ZONE = 'Europe/Oslo';

/**
 * From a change of the clocks on, on the last Sunday of `month` (January is 0). `shows` is what the clock
 * shows just before. ts-ics 2.4 writes it with the offset that comes after, where RFC 5545 (3.6.5) wants
 * the one before: it is given what makes the right text of it.
 */
const change = (month: number, shows: string, [from, to]: readonly [string, string]) => ({
  start: new Date(`${shows}${to}`),
  offsetFrom: from.replace(':', ''),
  offsetTo: to.replace(':', ''),
  recurrenceRule: {
    frequency: 'YEARLY' as const,
    byMonth: [month],
    byDay: [{ day: 'SU' as const, occurrence: -1 }],
  },
});

/** Summer time as it has been since 1996 (directive 2000/84/EC, forskrift om sommertid). */
const OSLO: IcsTimezone = {
  id: ZONE,
  props: [
    { type: 'DAYLIGHT', ...change(2, '1996-03-31T02:00:00', ['+01:00', '+02:00']) },
    { type: 'STANDARD', ...change(9, '1996-10-27T03:00:00', ['+02:00', '+01:00']) },
  ],
};

const HOUR = 3_600_000;

/**
 * A moment on Oslo's clock, so that it stays what was agreed on. Of the hour that the night to winter time
 * has twice readers take one or the other, whatever RFC 5545 (3.3.5) says: there it is said in UTC.
 */
function moment(ms: number): IcsDateObject {
  const date = new Date(ms);
  const isTwice = [-HOUR, HOUR].some((away) => osloTime(ms + away) === osloTime(ms));
  if (isTwice) return { date };
  const [wall, offset] = [toInstant(ms).slice(0, 19), toInstant(ms).slice(-6)];
  return {
    date,
    local: { date: new Date(`${wall}Z`), timezone: ZONE, tzoffset: offset.replace(':', '') },
  };
}

/**
 * An appointment with a time as a file for one's own calendar, which others may see and servers abroad
 * may keep: it says when, and nothing about health. No service, no name, no preparation; no place either,
 * as the address of a clinic says what one goes there for.
 *
 * The same appointment has the same UID in every file, so that a later one takes the place of an earlier
 * one. There is no SEQUENCE: `version` is opaque, and the later DTSTAMP decides.
 *
 * @param now milliseconds since the epoch by the backend's clock
 */
export function calendarFile(appointment: Appointment, now: number): string {
  const { id, start, end, window, status } = appointment;
  const begins = Date.parse(start ?? '');
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//hn-widgets//hn-appointments//NO',
    method: 'PUBLISH',
    timezones: [OSLO],
    events: [
      {
        // Opaque as it is, an id breaks no line.
        uid: `${encodeURIComponent(id)}@hn-widgets`,
        stamp: { date: new Date(now) },
        start: moment(begins),
        end: moment(Date.parse(end ?? '') || begins),
        summary: plain(
          msg('Avtale', { id: 'appointments.calendarTitle', desc: 'Says nothing about health' }),
        ),
        // When it begins, not how long it lasts.
        ...(window && { description: plain(timeWords(appointment)) }),
        class: 'PRIVATE',
        status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
      },
    ],
  });
}
