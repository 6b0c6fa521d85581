/**
 * Synthetic Norwegian identity numbers: 80 is added to the month, as the Tax
 * Administration does for test people, so that none can be a real person's,
 * and both check digits are right. Example data only.
 */
import { checkDigits } from '../../src/domain/national-id.js';

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
    const nine = start + String(individual).padStart(3, '0');
    const check = checkDigits(nine);
    if (check === null) continue;
    if (left === 0) return nine + check;
    left -= 1;
  }
  throw new RangeError('There is no such number');
}
