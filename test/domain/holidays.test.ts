import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayOn } from '../../src/domain/holiday-names.js';
import { isHoliday } from '../../src/domain/holidays.js';
import { addDays, weekdayOf } from '../../src/domain/oslo.js';
import { addWorkingDays, answerBy, isWorkingDay } from '../../src/domain/working-days.js';

const FIRST = 1990;
const LAST = 2060;
const years = Array.from({ length: LAST - FIRST + 1 }, (_, n) => FIRST + n);

/** The dates of Norway's public holidays as `date-holidays` reckons them: by other hands than ours. */
const oracle = new Holidays('NO');
const expected = new Set(
  years.flatMap((year) =>
    oracle
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  ),
);

const days = fc
  .integer({ min: Date.UTC(FIRST + 1, 0, 1), max: Date.UTC(LAST - 1, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) => parseInt(day) === year);

describe('isHoliday', () => {
  it(`holds for the public holidays of ${FIRST} to ${LAST}, and for no other day`, () => {
    const ours = years.flatMap((year) => daysOf(year).filter(isHoliday));
    expect(ours.sort()).toEqual([...expected].sort());
  });
});

describe('holidayOn', () => {
  it('has a name for each, twelve a year unless two fall together', () => {
    for (const year of years) {
      const named = daysOf(year).flatMap((day) => holidayOn(day) ?? []);
      expect(named).toHaveLength(daysOf(year).filter(isHoliday).length);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it('puts Easter on the Sundays of the almanac', () => {
    const easter = (year: number) => daysOf(year).find((day) => holidayOn(day) === 'easter-sunday');
    expect(easter(2008)).toBe('2008-03-23');
    expect(easter(2026)).toBe('2026-04-05');
    expect(easter(2027)).toBe('2027-03-28');
    expect(easter(2038)).toBe('2038-04-25');
  });

  it('names the day, by its fixed date where two fall together', () => {
    expect(holidayOn('2026-05-17')).toBe('constitution-day');
    expect(holidayOn('2008-05-01')).toBe('labour-day');
    expect(holidayOn('2012-05-17')).toBe('constitution-day');
    expect(holidayOn('2026-05-14')).toBe('ascension-day');
    expect(holidayOn('2026-12-25')).toBe('christmas-day');
    expect(holidayOn('2026-12-26')).toBe('second-christmas-day');
    expect(holidayOn('2026-12-24')).toBeNull();
  });
});

describe('isWorkingDay', () => {
  it('is what is neither week-end, holiday nor closed', () => {
    fc.assert(
      fc.property(days, (date) => {
        const free = ['sat', 'sun'].includes(weekdayOf(date)) || expected.has(date);
        expect(isWorkingDay(date)).toBe(!free);
        expect(isWorkingDay(date, [{ date }])).toBe(false);
      }),
    );
  });
});

describe('addWorkingDays', () => {
  it('steps over Easter and Christmas', () => {
    expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07');
    expect(addWorkingDays('2026-12-23', 2)).toBe('2026-12-28');
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-01');
    expect(addWorkingDays('2026-04-04', 0)).toBe('2026-04-04');
  });

  it('has exactly n working days up to and with the day that it gives', () => {
    const closed = fc.array(
      days.map((date) => ({ date })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 15 }), closed, fc.boolean(), (date, n, far, near) => {
        const closedDays = near ? [...far, { date: addDays(date, 1) }] : far;
        const end = addWorkingDays(date, n, closedDays);
        let count = 0;
        for (let day = addDays(date, 1); day <= end; day = addDays(day, 1)) {
          if (isWorkingDay(day, closedDays)) count++;
        }
        expect(count).toBe(n);
        expect(isWorkingDay(end, closedDays)).toBe(true);
      }),
    );
  });
});

describe('answerBy', () => {
  it('is the first working day after the day in Oslo on which it was sent', () => {
    // A Friday at 23:30 in Oslo, then half an hour later: Saturday.
    expect(answerBy(Date.parse('2026-11-20T23:30:00+01:00'), 1)).toBe('2026-11-23');
    expect(answerBy(Date.parse('2026-11-21T00:00:00+01:00'), 1)).toBe('2026-11-23');
    // Past midnight in Oslo while it is still Sunday evening in UTC.
    expect(answerBy(Date.parse('2026-11-23T00:10:00+01:00'), 1)).toBe('2026-11-24');
    expect(answerBy(Date.parse('2026-11-23T00:10:00+01:00'), 1, [{ date: '2026-11-24' }])).toBe('2026-11-25');
  });
});
