import fc from 'fast-check';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { changeDeadline } from '../../src/domain/deadlines.js';
import { toInstant } from '../../src/domain/oslo.js';
import { clockChanges, dateAt, startOf } from '../support/oslo-rules.js';

const FIRST = 1990;
const LAST = 2060;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Norway's public holidays as `date-holidays` reckons them, from the year before the first appointment. */
const oracle = new Holidays('NO');
const holidays = new Set(
  Array.from({ length: LAST - FIRST + 2 }, (_, n) => oracle.getHolidays(FIRST - 1 + n))
    .flat()
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10)),
);

const dayBefore = (date: string) => new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);
const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());

/** The deadline by counting days on a calendar with the free ones crossed out. */
function counted(startMs: number, workingDays: number, closed: readonly string[]): number {
  let next = dateAt(startMs);
  for (let left = workingDays; left > 0;) {
    const day = dayBefore(next);
    if (!isWeekend(day) && !holidays.has(day) && !closed.includes(day)) left--;
    if (left === 0) return startOf(next) - 1;
    next = day;
  }
  return startMs;
}

const years = Array.from({ length: LAST - FIRST + 1 }, (_, n) => FIRST + n);
const anyInstant = fc.integer({ min: Date.UTC(FIRST, 0, 1), max: Date.UTC(LAST, 11, 31) });
/** Around the nights on which the clocks change, Easter and the days in May. */
const trickyInstant = fc
  .tuple(
    fc.constantFrom(
      ...years.flatMap((year) => [
        ...Object.values(clockChanges(year)),
        Date.UTC(year, 4, 17, 10),
        Date.UTC(year, 1, 28, 23, 30),
        Date.UTC(year, 0, 1, 8),
      ]),
    ),
    fc.integer({ min: -4 * DAY, max: 4 * DAY }),
  )
  .map(([ms, off]) => ms + off);
const starts = fc.oneof(anyInstant, trickyInstant);

const until = (start: string, workingDays: number, closed: readonly string[] = []) =>
  toInstant(
    changeDeadline(
      Date.parse(start),
      { workingDays },
      closed.map((date) => ({ date })),
    ),
  );

describe('changeDeadline in working days', () => {
  it(`agrees with another almanac and the rules of summer time from ${FIRST} to ${LAST}`, () => {
    const nearby = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 15 }), nearby, (start, n, closedBefore) => {
        const closed = closedBefore.map((days) => dateAt(start - days * DAY));
        expect(
          changeDeadline(
            start,
            { workingDays: n },
            closed.map((date) => ({ date })),
          ),
        ).toBe(counted(start, n, closed));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees on every day of those years', () => {
    const wrong = [];
    for (let ms = Date.UTC(FIRST, 0, 1, 8); ms < Date.UTC(LAST + 1, 0, 1); ms += DAY) {
      if (changeDeadline(ms, { workingDays: 2 }) !== counted(ms, 2, [])) wrong.push(dateAt(ms));
    }
    expect(wrong).toEqual([]);
  });

  it('is the last millisecond of a working day', () => {
    expect(until('2026-11-30T09:00:00+01:00', 1)).toBe('2026-11-27T23:59:59.999+01:00');
    expect(until('2026-11-27T09:00:00+01:00', 2)).toBe('2026-11-25T23:59:59.999+01:00');
  });

  it('steps over 17 May 2027, which is Whit Monday too, once', () => {
    expect(until('2027-05-18T09:00:00+02:00', 1)).toBe('2027-05-14T23:59:59.999+02:00');
    expect(until('2027-05-19T09:00:00+02:00', 2)).toBe('2027-05-14T23:59:59.999+02:00');
    // A year before, when the two are a week apart.
    expect(until('2026-05-18T09:00:00+02:00', 1)).toBe('2026-05-15T23:59:59.999+02:00');
    expect(until('2026-05-26T09:00:00+02:00', 1)).toBe('2026-05-22T23:59:59.999+02:00');
  });

  it('steps over Easter and what the service closes besides', () => {
    expect(until('2027-03-30T09:00:00+02:00', 1)).toBe('2027-03-24T23:59:59.999+01:00');
    expect(until('2027-03-30T09:00:00+02:00', 1, ['2027-03-24'])).toBe('2027-03-23T23:59:59.999+01:00');
  });

  it('counts February 29 where there is one', () => {
    expect(until('2028-03-01T09:00:00+01:00', 1)).toBe('2028-02-29T23:59:59.999+01:00');
    expect(until('2027-03-01T09:00:00+01:00', 1)).toBe('2027-02-26T23:59:59.999+01:00');
  });

  it('goes by the day in Oslo on which the visit begins, also just past midnight', () => {
    expect(until('2026-11-25T00:10:00+01:00', 1)).toBe('2026-11-24T23:59:59.999+01:00');
    expect(until('2026-11-24T23:50:00+01:00', 1)).toBe('2026-11-23T23:59:59.999+01:00');
    // UTC is still on the day before, and so is New York.
    expect(until('2026-06-30T22:30:00Z', 1)).toBe('2026-06-30T23:59:59.999+02:00');
  });

  it('ends with the day on both nights on which the clocks change', () => {
    expect(until('2026-03-30T00:30:00+02:00', 1)).toBe('2026-03-27T23:59:59.999+01:00');
    expect(until('2026-10-26T00:30:00+01:00', 1)).toBe('2026-10-23T23:59:59.999+02:00');
  });

  it('is the appointment itself where none is asked for', () => {
    expect(until('2026-11-27T09:00:00+01:00', 0)).toBe('2026-11-27T09:00:00+01:00');
  });
});

describe('changeDeadline in hours', () => {
  const hoursBefore = (start: string, hours: number) =>
    toInstant(changeDeadline(Date.parse(start), { hours }));

  it('goes by hours that pass, not by what the clock shows', () => {
    expect(hoursBefore('2026-11-27T09:00:00+01:00', 24)).toBe('2026-11-26T09:00:00+01:00');
    expect(hoursBefore('2026-03-29T09:00:00+02:00', 24)).toBe('2026-03-28T08:00:00+01:00');
    expect(hoursBefore('2026-10-25T09:00:00+01:00', 24)).toBe('2026-10-24T10:00:00+02:00');
    expect(hoursBefore('2028-03-01T09:00:00+01:00', 48)).toBe('2028-02-28T09:00:00+01:00');
  });

  it('is that many hours before, and no closed day moves it', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 500 }), (start, hours) => {
        const closedDays = [{ date: dateAt(start) }, { date: dateAt(start - DAY) }];
        expect(start - changeDeadline(start, { hours }, closedDays)).toBe(hours * HOUR);
      }),
    );
  });
});
