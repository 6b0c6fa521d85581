import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  byOsloDay,
  osloDate,
  osloTime,
  osloToMs,
  toInstant,
  weekdayOf,
} from '../../src/domain/oslo.js';

const from = Date.UTC(1990, 0, 1);
const to = Date.UTC(2061, 0, 1);
const instants = fc.integer({ min: from, max: to });
const dates = instants.map((ms) => new Date(ms).toISOString().slice(0, 10));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('osloDate and osloTime', () => {
  it('give the Oslo clock whatever the offset is', () => {
    expect(osloDate(Date.UTC(2026, 11, 31, 22, 59))).toBe('2026-12-31');
    expect(osloDate(Date.UTC(2026, 11, 31, 23))).toBe('2027-01-01');
    expect(osloTime(Date.UTC(2026, 11, 31, 23))).toBe('00:00');
    expect(osloTime(Date.UTC(2026, 6, 1, 6, 30))).toBe('08:30');
  });

  it('agree with the formatter of another locale', () => {
    const swedish = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Oslo',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(instants, (ms) => {
        expect(`${osloDate(ms)} ${osloTime(ms)}`).toBe(swedish.format(ms));
      }),
    );
  });
});

describe('byOsloDay', () => {
  it('has what is of one day in Oslo together, in the order in which it comes', () => {
    const of = [
      '2026-11-24T22:59:59Z',
      '2026-11-24T23:00:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-25T12:00:00Z',
    ];
    expect([...byOsloDay(of, Date.parse)]).toEqual([
      ['2026-11-24', [of[0], of[2]]],
      ['2026-11-25', [of[1], of[3]]],
    ]);
    expect([...byOsloDay([], Date.parse)]).toEqual([]);
  });

  it('loses and doubles nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * 86_400_000 })), (times) => {
        const days = [...byOsloDay(times, (ms) => ms)];
        expect(days.flatMap(([, ofDay]) => ofDay).sort()).toEqual([...times].sort());
        for (const [date, ofDay] of days) expect(new Set(ofDay.map(osloDate))).toEqual(new Set([date]));
      }),
    );
  });
});

describe('osloToMs', () => {
  it('moves a time that the night to summer time skips forward', () => {
    expect(osloToMs('2026-03-29', '01:59')).toBe(Date.UTC(2026, 2, 29, 0, 59));
    expect(osloToMs('2026-03-29', '02:30')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(osloTime(osloToMs('2026-03-29', '02:30'))).toBe('03:30');
    expect(osloToMs('2026-03-29', '03:00')).toBe(Date.UTC(2026, 2, 29, 1));
  });

  it('takes the first of the hour that the night to winter time repeats', () => {
    expect(osloToMs('2026-10-25', '01:59')).toBe(Date.UTC(2026, 9, 24, 23, 59));
    expect(osloToMs('2026-10-25', '02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(osloToMs('2026-10-25', '03:00')).toBe(Date.UTC(2026, 9, 25, 2));
  });

  it('knows midnight as the end of a day, also of the days with 23 and 25 hours', () => {
    expect(osloToMs('2026-11-24', '24:00')).toBe(osloToMs('2026-11-25', '00:00'));
    expect(osloToMs('2026-03-29', '24:00') - osloToMs('2026-03-29', '00:00')).toBe(23 * 3_600_000);
    expect(osloToMs('2026-10-25', '24:00') - osloToMs('2026-10-25', '00:00')).toBe(25 * 3_600_000);
  });

  it('is undone by osloDate and osloTime, save for times that are skipped', () => {
    fc.assert(
      fc.property(dates, times, (date, time) => {
        const ms = osloToMs(date, time);
        const skipped = date.slice(5, 7) === '03' && weekdayOf(date) === 'sun' && time.startsWith('02');
        const back = osloTime(ms);
        expect(osloDate(ms)).toBe(date);
        expect([time, ...(skipped ? [time.replace(/^02/, '03')] : [])]).toContain(back);
      }),
    );
  });
});

describe('addDays and weekdayOf', () => {
  it('go by the calendar, not by 24 hours', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(weekdayOf('2026-11-23')).toBe('mon');
    expect(weekdayOf('2026-11-29')).toBe('sun');
  });

  it('go round: seven days later is the same weekday, and back again the same date', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(weekdayOf(addDays(date, 7 * n))).toBe(weekdayOf(date));
      }),
    );
  });
});

describe('toInstant', () => {
  it('writes the Oslo offset of summer and winter', () => {
    expect(toInstant(Date.UTC(2026, 10, 24, 8))).toBe('2026-11-24T09:00:00+01:00');
    expect(toInstant(Date.UTC(2026, 6, 24, 8, 0, 0, 5))).toBe('2026-07-24T10:00:00.005+02:00');
  });

  it('names the same instant', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(Date.parse(toInstant(ms))).toBe(ms);
      }),
    );
  });
});
