/**
 * Phone numbers, addresses and e-mail that cannot reach anybody.
 *
 * Norway has no series set aside for fiction. All numbers here begin with 01,
 * which the Norwegian numbering plan keeps for future changes of the plan
 * itself: no number in it is given to anybody (Nkom, «Alle nummerserier for
 * norske telefonnumre», nkom.no, read 2026-11). They carry the country code, so
 * that a phone abroad does not take 01 for a prefix of that country.
 *
 * Postal codes end at 9991; 9999 is in use nowhere. `.example` is reserved
 * (RFC 2606).
 */
import type { PostalAddress } from '../../src/backend/types.js';

/** The `index`-th number of the series, 0 to 999 999. */
export function exampleNumber(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index > 999_999) {
    throw new RangeError('The series has a million numbers');
  }
  const digits = String(index).padStart(6, '0');
  return `+47 01 ${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}`;
}

/** An address in an invented street. */
export function exampleAddress(city: string, house: number): PostalAddress {
  return { lines: [`Eksempelveien ${house}`], postalCode: '9999', city };
}

export function exampleEmail(local: string, municipality: string): string {
  return `${local}@kommune-${municipality}.example`;
}
