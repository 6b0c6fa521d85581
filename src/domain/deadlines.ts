import { addWorkingDays, type ClosedDays } from './working-days.js';
import { osloDate, osloToMs } from './oslo.js';

/** How long before an appointment a service wants to hear of a change. */
export type ChangeRule = { readonly hours: number } | { readonly workingDays: number };

/**
 * The last instant at which one may still ask for an appointment that begins at `startMs` to be cancelled
 * or moved (both milliseconds since the epoch). Hours go by the clock, also through the nights on which
 * Oslo's clocks change. Working days are whole ones: the last millisecond of the `n`-th working day
 * before the day on which the appointment begins. Never later than the appointment itself.
 */
export function changeDeadline(startMs: number, rule: ChangeRule, closedDays: ClosedDays = []): number {
  if ('hours' in rule) return startMs - rule.hours * 3_600_000;
  const day = addWorkingDays(osloDate(startMs), -rule.workingDays, closedDays);
  return Math.min(startMs, osloToMs(day, '24:00') - 1);
}
