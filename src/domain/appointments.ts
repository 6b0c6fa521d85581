import type { Appointment, AppointmentStatus, OsloDate } from '../backend/types.js';
import { byOsloDay, osloDate, osloToMs } from './oslo.js';

/** A day and what begins on it. */
export interface AppointmentDay<T = Appointment> {
  date: OsloDate;
  appointments: T[];
}

/** What of an appointment says when it begins. */
type Begun = Pick<Appointment, 'start' | 'decision'>;

/** Appointments as a resident looks for them. */
export interface Agenda {
  /** Asked for, and no time is set yet. */
  waiting: Appointment[];
  /** The one that somebody is to be ready for; it stands among the coming ones too. */
  next: Appointment | null;
  /** The earliest first. */
  coming: AppointmentDay[];
  /** The latest first. */
  earlier: AppointmentDay[];
}

const CLOSED: readonly AppointmentStatus[] = ['cancelled', 'declined', 'completed', 'no-show'];

const isClosed = ({ status }: Appointment): boolean => CLOSED.includes(status);

/** When it begins; of one that never got a time when it was decided (milliseconds since the epoch). */
const beginning = ({ start, decision }: Begun): number => Date.parse(start ?? decision?.at ?? '') || 0;

/** When it is over at the latest (milliseconds since the epoch). */
const ending = ({ start, end }: Appointment): number => Date.parse(end ?? start ?? '') || 0;

/**
 * `appointments` by the day in Oslo on which they begin, in the order in which they come. A visit whose
 * window runs over midnight stands on its first day alone.
 */
export function byDay<T extends Begun>(appointments: readonly T[]): AppointmentDay<T>[] {
  return Array.from(byOsloDay(appointments, beginning), ([date, ofDay]) => ({ date, appointments: ofDay }));
}

/**
 * What of `appointments` is waited for, coming and over at `now` (milliseconds since the epoch, by the
 * backend's clock). One that is neither done nor called off stays among the coming ones until its day is
 * over: the nurse may be late. What is called off of a later day stands there too, so that nobody waits.
 *
 * What has no day at all (`isUndated`) is not to be among them.
 *
 * Pages of a list may overlap: of two with the same id the later one holds.
 */
export function agenda(appointments: readonly Appointment[], now: number): Agenda {
  const today = osloDate(now);
  const todayBegins = osloToMs(today, '00:00');
  const all = [...new Map(appointments.map((one) => [one.id, one])).values()]
    .map((one) => ({ one, at: beginning(one) }))
    .sort((a, b) => a.at - b.at || (a.one.id < b.one.id ? -1 : 1));

  const waiting: Appointment[] = [];
  const coming: Appointment[] = [];
  const earlier: Appointment[] = [];
  for (const { one, at } of all) {
    if (!one.start && !isClosed(one)) waiting.push(one);
    else if (isClosed(one) ? osloDate(at) > today : at >= todayBegins || ending(one) > todayBegins)
      coming.push(one);
    else earlier.push(one);
  }
  return {
    waiting,
    next: coming.find((one) => !isClosed(one) && ending(one) > now) ?? null,
    coming: byDay(coming),
    earlier: byDay(earlier.reverse()),
  };
}
