import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../src/backend/types.js';
import { type Hours, openingAt } from '../../src/domain/opening-hours.js';
import { WEEKDAYS, osloDate, osloTime, osloToMs, weekdayOf } from '../../src/domain/oslo.js';

const OFFICE: OpeningHours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '15:30' };
const office: Hours = { openingHours: [OFFICE], closedDays: [] };
const always: Hours = {
  openingHours: [{ days: [...WEEKDAYS], opens: '00:00', closes: '24:00' }],
  closedDays: [],
};

describe('openingAt', () => {
  it('is open from the minute it opens until the minute it closes', () => {
    const at = (time: string) => openingAt(office, osloToMs('2026-11-24', time));
    const closesAt = osloToMs('2026-11-24', '15:30');
    expect(at('07:59')).toEqual({ open: false, opensAt: osloToMs('2026-11-24', '08:00'), closed: null });
    expect(at('08:00')).toEqual({ open: true, closesAt });
    expect(at('15:29')).toEqual({ open: true, closesAt });
    expect(at('15:30')).toEqual({ open: false, opensAt: osloToMs('2026-11-25', '08:00'), closed: null });
  });

  it('opens again after the week-end and after Easter', () => {
    expect(openingAt(office, osloToMs('2026-11-28', '12:00'))).toEqual({
      open: false,
      opensAt: osloToMs('2026-11-30', '08:00'),
      closed: null,
    });
    expect(openingAt(office, osloToMs('2026-04-02', '10:00'))).toEqual({
      open: false,
      opensAt: osloToMs('2026-04-07', '08:00'),
      closed: { label: null },
    });
  });

  it('is closed on a closed day, with its label', () => {
    const hours = { ...office, closedDays: [{ date: '2026-11-24', label: 'Planleggingsdag' }] };
    expect(openingAt(hours, osloToMs('2026-11-24', '10:00'))).toEqual({
      open: false,
      opensAt: osloToMs('2026-11-25', '08:00'),
      closed: { label: 'Planleggingsdag' },
    });
  });

  it('keeps Sunday hours on a public holiday', () => {
    const hours: Hours = {
      openingHours: [OFFICE, { days: ['sun'], opens: '10:00', closes: '12:00' }],
      closedDays: [],
    };
    // 25 December 2026 is a Friday.
    expect(openingAt(hours, osloToMs('2026-12-25', '11:00'))).toEqual({
      open: true,
      closesAt: osloToMs('2026-12-25', '12:00'),
    });
    expect(openingAt(hours, osloToMs('2026-12-25', '14:00'))).toMatchObject({ open: false, closed: null });
  });

  it('stays open past midnight, into a day that has no hours itself', () => {
    const night: Hours = {
      openingHours: [{ days: ['fri', 'sat'], opens: '20:00', closes: '02:00' }],
      closedDays: [{ date: '2026-11-29', label: null }],
    };
    const until = osloToMs('2026-11-29', '02:00');
    expect(openingAt(night, osloToMs('2026-11-28', '23:59'))).toEqual({ open: true, closesAt: until });
    expect(openingAt(night, osloToMs('2026-11-29', '01:59'))).toEqual({ open: true, closesAt: until });
    expect(openingAt(night, osloToMs('2026-11-29', '02:00'))).toMatchObject({ open: false });
  });

  it('is open around the clock without an end, holidays or not, until a closed day', () => {
    for (const date of ['2026-05-17', '2026-12-25', '2026-11-24']) {
      for (const time of ['00:00', '12:00', '23:59']) {
        expect(openingAt(always, osloToMs(date, time))).toEqual({ open: true, closesAt: null });
      }
    }
    const hours = { ...always, closedDays: [{ date: '2026-11-26', label: null }] };
    expect(openingAt(hours, osloToMs('2026-11-24', '12:00'))).toEqual({
      open: true,
      closesAt: osloToMs('2026-11-26', '00:00'),
    });
  });

  it('joins hours that meet', () => {
    const hours: Hours = {
      openingHours: [
        { days: ['mon'], opens: '12:00', closes: '24:00' },
        { days: ['mon'], opens: '08:00', closes: '12:00' },
        { days: ['tue'], opens: '00:00', closes: '03:00' },
      ],
      closedDays: [],
    };
    expect(openingAt(hours, osloToMs('2026-11-23', '09:00'))).toEqual({
      open: true,
      closesAt: osloToMs('2026-11-24', '03:00'),
    });
  });

  it('counts the hours of the nights when the clock changes', () => {
    const night: Hours = {
      openingHours: [{ days: [...WEEKDAYS], opens: '22:00', closes: '07:00' }],
      closedDays: [],
    };
    const open = (date: string) => openingAt(night, osloToMs(date, '22:00'));
    expect(open('2026-03-28')).toEqual({
      open: true,
      closesAt: osloToMs('2026-03-28', '22:00') + 8 * 3_600_000,
    });
    expect(open('2026-10-24')).toEqual({
      open: true,
      closesAt: osloToMs('2026-10-24', '22:00') + 10 * 3_600_000,
    });
  });

  it('does not know when it opens where it never does', () => {
    const never = { open: false, opensAt: null, closed: null };
    expect(openingAt({ openingHours: [], closedDays: [] }, osloToMs('2026-11-24', '12:00'))).toEqual(never);
  });

  it('ends at its own time where the next weeks are closed', () => {
    const hours: Hours = {
      openingHours: [{ days: ['mon'], opens: '08:00', closes: '24:00' }],
      closedDays: ['2026-11-30', '2026-12-07'].map((date) => ({ date, label: null })),
    };
    expect(openingAt(hours, osloToMs('2026-11-23', '09:00'))).toEqual({
      open: true,
      closesAt: osloToMs('2026-11-24', '00:00'),
    });
  });

  it('says open when one of its hours holds now, and names instants at which that changes', () => {
    const time = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const hours = fc.record({
      openingHours: fc.array(
        fc
          .record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), opens: time, closes: time })
          .filter(({ opens, closes }) => opens < closes),
        { maxLength: 4 },
      ),
      closedDays: fc.constant([]),
    });
    // November has no public holiday and no change of clocks, so that an oracle is simple.
    const now = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 28) });
    const isOpen = (set: Hours, ms: number) =>
      set.openingHours.some(
        ({ days, opens, closes }) =>
          days.includes(weekdayOf(osloDate(ms))) && opens <= osloTime(ms) && osloTime(ms) < closes,
      );
    fc.assert(
      fc.property(hours, now, (set, ms) => {
        const state = openingAt(set, ms);
        expect(state.open).toBe(isOpen(set, ms));
        const change = state.open ? state.closesAt : state.opensAt;
        if (change !== null) {
          expect(change).toBeGreaterThan(ms);
          expect(isOpen(set, change)).toBe(!state.open);
          expect(isOpen(set, change - 1)).toBe(state.open);
        }
      }),
    );
  });
});
