/**
 * Oslo's clock by the rule book instead of by a time-zone database, for tests alone: an oracle that shares
 * nothing with `Intl`. Summer time is from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last
 * Sunday of October (of September until 1995).
 * Source: directive 2000/84/EC and those before it, forskrift om sommertid.
 */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** 01:00 UTC on the last Sunday of the month (January is 0), which has 30 or 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY;
}

/** The instants of the two nights in `year`: into summer time and out of it. */
export const clockChanges = (year: number): { summer: number; winter: number } => ({
  summer: lastSunday(year, 2),
  winter: lastSunday(year, year < 1996 ? 8 : 9),
});

/** How far ahead of UTC Oslo is at `ms`, in milliseconds. */
export function offsetAt(ms: number): number {
  const { summer, winter } = clockChanges(new Date(ms).getUTCFullYear());
  return ms >= summer && ms < winter ? 2 * HOUR : HOUR;
}

/** The day in Oslo at `ms`. */
export const dateAt = (ms: number): string => new Date(ms + offsetAt(ms)).toISOString().slice(0, 10);

/** The instant at which `date` begins in Oslo: no clock is changed at midnight. */
export function startOf(date: string): number {
  const midnight = Date.parse(date);
  return midnight - offsetAt(midnight - HOUR);
}
