import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  daysOfWeek,
  mondayOf,
  monthOf,
  spanOfMonth,
  spanOfWeek,
  weekNumber,
  weeksOfMonth,
} from '../../src/domain/calendar.js';
import { startOf } from '../support/oslo-rules.js';

const FIRST = 1990;
const LAST = 2060;
const HOUR = 3_600_000;

const dates = fc
  .integer({ min: Date.UTC(FIRST, 0, 1), max: Date.UTC(LAST, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const everyMonth = Array.from(
  { length: (LAST - FIRST + 1) * 12 },
  (_, n) => `${FIRST + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
);
const plain = (date: string) => Temporal.PlainDate.from(date);
/** The instant at which `date` begins, by Temporal and a time-zone database. */
const begins = (date: Temporal.PlainDate) => date.toZonedDateTime('Europe/Oslo').epochMilliseconds;

describe('weeksOfMonth', () => {
  it(`has each day of every month from ${FIRST} to ${LAST} once, in whole weeks from Monday on`, () => {
    for (const month of everyMonth) {
      const weeks = weeksOfMonth(month);
      const days = weeks.flatMap((week) => week.days);
      const first = plain(`${month}-01`);
      expect(days.filter((day) => monthOf(day) === month)).toHaveLength(first.daysInMonth);
      expect(days[0]).toBe(first.subtract({ days: first.dayOfWeek - 1 }).toString());
      expect(days).toEqual(days.map((_, n) => plain(days[0]!).add({ days: n }).toString()));
      for (const { days: week } of weeks) {
        expect(week).toHaveLength(7);
        expect(week.some((day) => monthOf(day) === month)).toBe(true);
      }
    }
  });

  it('has four to six weeks', () => {
    expect(weeksOfMonth('2027-02')).toHaveLength(4);
    expect(weeksOfMonth('2026-11').map(({ week }) => week)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(weeksOfMonth('2026-11')[0]!.days).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(weeksOfMonth('2028-02').flatMap(({ days }) => days)).toContain('2028-02-29');
  });
});

describe('weekNumber', () => {
  it('is that of ISO 8601 on every day', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(weekNumber(date)).toBe(plain(date).weekOfYear);
      }),
      { numRuns: 2000 },
    );
  });

  it('goes over the end of the year', () => {
    expect(weekNumber('2026-12-31')).toBe(53);
    expect(weekNumber('2027-01-03')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
    expect(weekNumber('2024-12-30')).toBe(1);
  });
});

describe('daysOfWeek and mondayOf', () => {
  it('begin on the Monday on or before', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = plain(date).subtract({ days: plain(date).dayOfWeek - 1 });
        expect(mondayOf(date)).toBe(monday.toString());
        expect(daysOfWeek(date)).toEqual(
          [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }).toString()),
        );
      }),
    );
  });
});

describe('addMonths', () => {
  it('stays within the month that it comes to', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
    expect(addMonths('2026-11-24', 0)).toBe('2026-11-24');
  });

  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), (date, months) => {
        expect(addMonths(date, months)).toBe(plain(date).add({ months }).toString());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('spanOfMonth and spanOfWeek', () => {
  it('go from midnight to midnight in Oslo, by Temporal and by the rules of summer time', () => {
    for (const month of everyMonth) {
      const first = plain(`${month}-01`);
      const after = first.add({ months: 1 });
      const span = { from: startOf(first.toString()), to: startOf(after.toString()) };
      expect(spanOfMonth(month)).toEqual(span);
      expect(span).toEqual({ from: begins(first), to: begins(after) });
    }
    fc.assert(
      fc.property(dates, (date) => {
        const monday = plain(date).subtract({ days: plain(date).dayOfWeek - 1 });
        const after = monday.add({ days: 7 });
        expect(spanOfWeek(date)).toEqual({ from: begins(monday), to: begins(after) });
      }),
    );
  });

  it('are an hour short or long where the clocks change', () => {
    const hours = ({ from, to }: { from: number; to: number }) => (to - from) / HOUR;
    expect(hours(spanOfWeek('2026-03-29'))).toBe(167);
    expect(hours(spanOfWeek('2026-10-25'))).toBe(169);
    expect(hours(spanOfMonth('2026-03'))).toBe(31 * 24 - 1);
    expect(hours(spanOfMonth('2026-10'))).toBe(31 * 24 + 1);
    expect(hours(spanOfMonth('2028-02'))).toBe(29 * 24);
  });
});
