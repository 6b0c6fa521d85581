/**
 * Norwegian identity numbers: whether one can exist, and what it says by itself. Who has it is for a
 * register to say.
 *
 * Six digits are the date of birth, three tell people of one day apart and give the century, and two are
 * check digits. A D-number (who is not settled in Norway) has 40 added to the day; a number of an invented
 * person has 80 (the Tax Administration's test population) or 40 (other registers) added to the month.
 * Source: Skatteetaten, «Fødselsnummer» and «D-nummer», skatteetaten.no; folkeregisterforskriften § 2-2-1.
 */
import type { OsloDate } from '../backend/types.js';

interface NationalId {
  /** Eleven, without the spaces that people write. */
  digits: string;
  birthDate: OsloDate;
  /** Given to somebody who is not settled in Norway. */
  dNumber: boolean;
  /** Of an invented person. */
  synthetic: boolean;
}

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Individual numbers with the years (two digits) that they are given out in, and their century. */
const CENTURIES = [
  { from: 0, to: 499, first: 0, last: 99, century: 1900 },
  { from: 500, to: 749, first: 54, last: 99, century: 1800 },
  { from: 500, to: 999, first: 0, last: 39, century: 2000 },
  { from: 900, to: 999, first: 40, last: 99, century: 1900 },
] as const;

/** Modulo 11; null where the remainder would need two digits. */
function checkDigit(digits: string, weights: readonly number[]): string | null {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : String(digit);
}

/** The two digits that follow the first nine; null where no number begins so. */
export function checkDigits(nine: string): string | null {
  const first = checkDigit(nine, FIRST);
  const second = first === null ? null : checkDigit(nine + first, SECOND);
  return first === null || second === null ? null : first + second;
}

/** What was typed without the spaces in between: `140348 123 45` is how many write it. */
const withoutSpaces = (typed: string): string => typed.replace(/\s/gu, '');

/** What a number says; null for what is none. Spaces do not matter. */
export function readNationalId(typed: string): NationalId | null {
  const digits = withoutSpaces(typed);
  if (!/^\d{11}$/.test(digits) || checkDigits(digits.slice(0, 9)) !== digits.slice(9)) return null;
  const [day, month, year, individual] = [
    Number(digits.slice(0, 2)),
    Number(digits.slice(2, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6, 9)),
  ];
  const dNumber = day > 40;
  const added = month > 80 ? 80 : month > 40 ? 40 : 0;
  const born = CENTURIES.find(
    ({ from, to, first, last }) => individual >= from && individual <= to && year >= first && year <= last,
  );
  const birthDate = born && dateOf(born.century + year, month - added, dNumber ? day - 40 : day);
  return birthDate ? { digits, birthDate, dNumber, synthetic: added > 0 } : null;
}

/** Null for a day that does not exist. */
function dateOf(year: number, month: number, day: number): OsloDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const ms = Date.parse(date);
  // Other engines than V8 refuse 30 February; V8 takes it for 2 March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : null;
}
