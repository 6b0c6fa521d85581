/**
 * Who may give whom a power of attorney, and what becomes of one; what a request says is in the HTTP contract,
 * `POST /proxies`. As the public services have it, the giver is at least 16, the receiver at least 18, nobody gives
 * more than they have, and a change ends the old one and makes a new one. A person with a protected address is never
 * found and cannot represent.
 */
import type { OsloDate, Proxy } from '../../src/backend/types.js';
import type { ProblemCode } from '../contract/problems.js';
import type { PersonRow, PowerRow } from '../storage/storage.js';
import { ageOn, MAJORITY } from './acting-for.js';
import type { AttemptLimit } from './attempts.js';

const GIVER_AGE = 16;

/** Of naming a person by number and family name: nobody finds out whose numbers there are. */
export const NAMING_LIMIT: AttemptLimit = { most: 5, within: 24 * 3_600_000 };

/** Letters of their own, whichever accents others may lack. */
const LETTERS = new Set('æøåäö');
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ŋ: 'n', ŧ: 't' };

/** How a name is compared: case, accents, hyphens and spaces are what people leave out. */
function plainName(name: string): string {
  return Array.from(name.normalize('NFC').toLowerCase(), (letter) =>
    LETTERS.has(letter) ? letter : (PLAIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')),
  )
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a family name was typed as people write it. */
export const isSameName = (typed: string, registered: string): boolean =>
  plainName(typed) === plainName(registered);

/**
 * Who was named; null whatever it was that did not fit. The same steps are taken whether or not the number
 * is somebody's. One's own number is known to oneself: a protected address does not hide one.
 */
export function personNamed(
  found: PersonRow | null,
  familyName: string,
  giver: Pick<PersonRow, 'id'>,
): PersonRow | null {
  const named = isSameName(familyName, found?.familyName ?? '');
  const hidden = found?.protectedAddress === true && found.id !== giver.id;
  return named && !hidden ? found : null;
}

/** Why a power may not be given, or null. Only after the receiver was named rightly: age is theirs to tell. */
export function grantRefusal(
  giver: Pick<PersonRow, 'id' | 'birthDate'>,
  receiver: Pick<PersonRow, 'id' | 'birthDate' | 'protectedAddress'>,
  today: OsloDate,
): ProblemCode | null {
  if (receiver.id === giver.id) return 'proxy-self';
  if (receiver.protectedAddress) return 'person-unknown';
  if (ageOn(giver.birthDate, today) < GIVER_AGE) return 'grantor-too-young';
  return ageOn(receiver.birthDate, today) < MAJORITY ? 'proxy-too-young' : null;
}

/** A power that may be used on that day is `active`, and one that begins later is. */
export const statusOf = (
  { endedAt, validTo }: Pick<PowerRow, 'endedAt' | 'validTo'>,
  today: OsloDate,
): Proxy['status'] =>
  endedAt !== null ? 'ended' : validTo !== null && validTo < today ? 'expired' : 'active';
