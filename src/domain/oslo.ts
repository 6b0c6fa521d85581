import type { Instant, OsloDate, TimeOfDay, Weekday } from '../backend/types.js';

export type { OsloDate } from '../backend/types.js';

const HOUR = 3_600_000;
/** A day of a UTC clock, in milliseconds. */
export const DAY = 24 * HOUR;

/** Monday first, as weeks go in Norway. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

let clockFace: Intl.DateTimeFormat | undefined;
/** How far ahead of UTC Oslo's clocks are, in milliseconds, by the hour since the epoch: they change at full ones. */
const ahead = new Map<number, number>();

/**
 * What an Oslo clock shows at `ms`, as the instant at which a UTC clock shows the same. The two differ by
 * whole hours, so that Oslo's hour says all.
 */
function wallClock(ms: number): number {
  const hour = Math.floor(ms / HOUR);
  let off = ahead.get(hour);
  if (off === undefined) {
    // Built on first use: it is the slowest thing here. A number alone is read, so the locale is no matter.
    clockFace ??= new Intl.DateTimeFormat('en', {
      timeZone: 'Europe/Oslo',
      hourCycle: 'h23',
      hour: 'numeric',
    });
    off = ((Number(clockFace.format(ms)) - new Date(ms).getUTCHours() + 24) % 24) * HOUR;
    ahead.set(hour, off);
  }
  return ms + off;
}

/** The Oslo clock at `ms` as `2026-11-24T09:00:00.000`. */
const wallText = (ms: number): string => new Date(wallClock(ms)).toISOString().slice(0, -1);

/** The day in Oslo at `ms` (since the epoch). */
export const osloDate = (ms: number): OsloDate => wallText(ms).slice(0, 10);

/** `items` by the day in Oslo of `at` (milliseconds since the epoch), in the order in which they come. */
export function byOsloDay<T>(items: readonly T[], at: (item: T) => number): Map<OsloDate, T[]> {
  const days = new Map<OsloDate, T[]>();
  for (const item of items) {
    const date = osloDate(at(item));
    if (!days.get(date)?.push(item)) days.set(date, [item]);
  }
  return days;
}

/** The time on an Oslo clock at `ms` (since the epoch), `00:00` to `23:59`. */
export const osloTime = (ms: number): TimeOfDay => wallText(ms).slice(11, 16);

/**
 * Milliseconds since the epoch at which Oslo's clocks show `time` (`00:00` to `24:00`) on `date`.
 * A time that the night to summer time skips is moved an hour forward; of the hour that the night
 * to winter time repeats, the first is meant (as `Temporal` does unless told otherwise).
 */
export function osloToMs(date: OsloDate, time: TimeOfDay): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const wall = Date.parse(date) + hour * HOUR + minute * 60_000;
  const inSummer = wall - 2 * HOUR;
  return wallClock(inSummer) === wall ? inSummer : wall - HOUR;
}

/** The date `n` days after `date`; before it if `n` is negative. */
export const addDays = (date: OsloDate, n: number): OsloDate =>
  new Date(Date.parse(date) + n * DAY).toISOString().slice(0, 10);

/** The day of the week of `date`. */
export const weekdayOf = (date: OsloDate): Weekday =>
  WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] as Weekday;

/** `ms` (since the epoch) as RFC 3339 with Oslo's offset; milliseconds stand only where there are any. */
export function toInstant(ms: number): Instant {
  const offset = (wallClock(ms) - ms) / HOUR;
  return `${wallText(ms).replace('.000', '')}+0${offset}:00`;
}
