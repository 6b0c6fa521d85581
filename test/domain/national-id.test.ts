import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticNationalId } from '../../server/data/national-id.js';
import { addDays } from '../../src/domain/oslo.js';
import { checkDigits, readNationalId } from '../../src/domain/national-id.js';

const numRuns = 300;

/** A day on which numbers are given out. */
const birthDates = fc.integer({ min: 0, max: 140 * 365 }).map((days) => addDays('1900-01-01', days));

const numbers = fc
  .record({ date: birthDates, sex: fc.constantFrom('female' as const, 'male' as const), order: fc.nat(20) })
  .map(({ date, sex, order }) => ({ date, digits: syntheticNationalId(date, sex, order) }));

/** A real-looking number's first nine digits with something added to day and month, and its check digits. */
function whole(nine: string, add: { day?: number; month?: number } = {}): string {
  const day = String(Number(nine.slice(0, 2)) + (add.day ?? 0)).padStart(2, '0');
  const month = String(Number(nine.slice(2, 4)) + (add.month ?? 0)).padStart(2, '0');
  const changed = day + month + nine.slice(4);
  return changed + (checkDigits(changed) ?? '--');
}

/** The first individual number from `from` on that has check digits. */
function numberOf(date: string, from: number, add: { day?: number; month?: number } = {}): string {
  for (let individual = from; individual < from + 9; individual++) {
    const found = whole(date + String(individual).padStart(3, '0'), add);
    if (/^\d{11}$/.test(found)) return found;
  }
  throw new Error('none');
}

describe('an identity number', () => {
  it('says when its owner was born, whatever the spaces', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), ({ date, digits }, at) => {
        const read = { digits, birthDate: date, dNumber: false, synthetic: true };
        expect(readNationalId(digits)).toEqual(read);
        expect(readNationalId(` ${digits.slice(0, at)} \u00a0${digits.slice(at)}\n`)).toEqual(read);
      }),
      { numRuns },
    );
  });

  it('is none any more when one digit is another, or two neighbours change places', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), fc.integer({ min: 1, max: 9 }), ({ digits }, at, by) => {
        const other = String((Number(digits[at]) + by) % 10);
        expect(readNationalId(digits.slice(0, at) + other + digits.slice(at + 1))).toBeNull();
        const [first = '', second = ''] = digits.slice(at, at + 2);
        if (second === '' || first === second) return;
        expect(readNationalId(digits.slice(0, at) + second + first + digits.slice(at + 2))).toBeNull();
      }),
      { numRuns },
    );
  });

  it('is none with fewer or more digits, or with anything else in it', () => {
    fc.assert(
      fc.property(numbers, fc.string({ minLength: 1 }), fc.nat(11), ({ digits }, more, at) => {
        fc.pre(!/^\s+$/u.test(more));
        expect(readNationalId(digits.slice(0, at) + more + digits.slice(at))).toBeNull();
        if (at < 11) expect(readNationalId(digits.slice(0, at) + digits.slice(at + 1))).toBeNull();
      }),
      { numRuns },
    );
    for (const none of ['', '           ', '-1234567890', '1e100000000', '١٢٣٤٥٦٧٨٩٠١'])
      expect(readNationalId(none)).toBeNull();
  });

  it('has 40 more in the day when it is a D-number, and 80 or 40 more in the month when it is invented', () => {
    for (const day of [0, 40])
      for (const month of [0, 40, 80]) {
        const digits = numberOf('290296', 300, { day, month });
        expect(readNationalId(digits)).toEqual({
          digits,
          birthDate: '1996-02-29',
          dNumber: day === 40,
          synthetic: month > 0,
        });
      }
    // Invented D-numbers of another register's own tests.
    expect(readNationalId('55507608360')).toMatchObject({ birthDate: '1976-10-15', dNumber: true });
    expect(readNationalId('69422056629')).toMatchObject({ birthDate: '2020-02-29', synthetic: true });
  });

  it('gives the century by the individual number', () => {
    for (const [date, from, birthDate] of [
      ['010154', 500, '1854-01-01'],
      ['311299', 740, '1899-12-31'],
      ['010100', 0, '1900-01-01'],
      ['311299', 490, '1999-12-31'],
      ['010140', 900, '1940-01-01'],
      ['010199', 990, '1999-01-01'],
      ['010100', 500, '2000-01-01'],
      ['311239', 990, '2039-12-31'],
    ] as const)
      expect([date, from, readNationalId(numberOf(date, from))?.birthDate]).toEqual([date, from, birthDate]);
    // Not given out: 1940 to 1953 with 500 to 899, and later with 750 to 899.
    for (const [date, from] of [
      ['010140', 500],
      ['010153', 740],
      ['010154', 750],
      ['010199', 890],
    ] as const)
      expect([date, from, readNationalId(numberOf(date, from))]).toEqual([date, from, null]);
  });

  it('is none on a day that does not exist', () => {
    for (const date of ['300296', '290297', '290200', '310496', '000196', '320196', '010096', '011396'])
      expect([date, readNationalId(numberOf(date, 300))]).toEqual([date, null]);
    // 2000 is a leap year and 1900 is none: the individual number says which is meant.
    expect(readNationalId(numberOf('290200', 500))?.birthDate).toBe('2000-02-29');
    for (const add of [{ day: 40 }, { month: 40 }, { month: 80 }]) {
      expect(readNationalId(numberOf('310496', 300, add))).toBeNull();
      expect(readNationalId(numberOf('011396', 300, add))).toBeNull();
    }
  });

  it('has check digits as the two sums of the register say', () => {
    fc.assert(
      fc.property(numbers, ({ digits }) => {
        const sum = (weights: number[]) =>
          weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
        expect(sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11).toBe(0);
        expect(sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11).toBe(0);
      }),
      { numRuns },
    );
  });
});
