/**
 * Synthetic Norwegian identity numbers: 80 is added to the month, as the Tax
 * Administration does for test people, so that none can be a real person's,
 * and both check digits are right. Example data only.
 */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The check digit for weights, modulo 11; null where the remainder needs two digits. */
function checkDigit(digits: readonly number[], weights: readonly number[]): number | null {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : digit;
}

/**
 * A number for who was born on `birthDate` (Oslo date, 1900 to 2039). `order`
 * tells people of one birth date apart: 0, 1, 2 …
 */
export function syntheticNationalId(birthDate: string, sex: 'female' | 'male', order = 0): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const start = day + String(Number(month) + 80) + year.slice(2);
  // 000 to 499 for the twentieth century, 500 to 999 for the twenty-first; the last digit is even for women.
  const [from, to] = Number(year) < 2000 ? [0, 499] : [500, 999];
  let left = order;
  for (let individual = from; individual <= to; individual += 1) {
    if ((individual % 2 === 0) !== (sex === 'female')) continue;
    const digits = Array.from(start + String(individual).padStart(3, '0'), Number);
    const first = checkDigit(digits, FIRST);
    const second = first === null ? null : checkDigit([...digits, first], SECOND);
    if (second === null) continue;
    if (left === 0) return [...digits, first, second].join('');
    left -= 1;
  }
  throw new RangeError('There is no such number');
}
