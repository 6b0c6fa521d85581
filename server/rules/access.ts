/**
 * How far in a person is, and whether a request may go on. As the public services have it, access begins one day
 * after the terms are accepted, and consent can be withdrawn. The answers are the HTTP contract's error codes.
 */
import type { Scope } from '../../src/backend/types.js';
import type { RuleExtensions } from '../contract/operation.js';
import type { ProblemCode } from '../contract/problems.js';
import type { PersonRow } from '../storage/storage.js';
import type { Link } from './acting-for.js';

export type PersonAccess = 'terms' | 'pending' | 'active';

type Consent = Pick<PersonRow, 'termsVersion' | 'termsAcceptedAt' | 'activeFrom'>;

/** Whether the person must accept the terms in force, waits after accepting, or is in. */
export function accessOf(person: Consent, termsVersion: string, now: number): PersonAccess {
  if (person.termsAcceptedAt === null || person.termsVersion !== termsVersion) return 'terms';
  return person.activeFrom === null || person.activeFrom > now ? 'pending' : 'active';
}

/**
 * The consent after the terms were accepted. Who already was or waited to be
 * active does not start to wait again when a new version comes; accepting the
 * same version twice changes nothing.
 */
export function acceptTerms(person: Consent, termsVersion: string, delayHours: number, now: number): Consent {
  if (person.termsVersion === termsVersion && person.termsAcceptedAt !== null) {
    const { termsAcceptedAt, activeFrom } = person;
    return { termsVersion, termsAcceptedAt, activeFrom };
  }
  const activeFrom = person.termsAcceptedAt === null ? null : person.activeFrom;
  return { termsVersion, termsAcceptedAt: now, activeFrom: activeFrom ?? now + delayHours * 3_600_000 };
}

/** The consent after it was withdrawn: nothing is left that gives access. */
export const withdrawTerms = (): Consent => ({ termsVersion: null, termsAcceptedAt: null, activeFrom: null });

/** As much of who asks as the decision needs. */
export type Asker =
  | { kind: 'anonymous' }
  /** The identity provider vouches for somebody whom the service does not know. */
  | { kind: 'unregistered' }
  | { kind: 'staff' }
  /** `party` is null when the one named is not one this person may act for. */
  | { kind: 'resident'; access: PersonAccess; party: Link | null };

/** As much of an operation of the contract as the decision needs. */
export type AccessRules = Pick<RuleExtensions, 'x-access' | 'x-acting-for' | 'x-scope'>;

/**
 * Why a request may not go on, or null. The order is fixed, so that a person
 * is always told the first thing that stands in the way: log in, be the right
 * kind of person, accept the terms, wait, act for somebody one may act for,
 * have the scope.
 *
 * `HN-Acting-For` is checked whatever the operation is about, `GET /session`
 * too: a party that one may not act for (any more) is 403 `forbidden`, so that
 * a page in which a power of attorney has ended learns it at once and goes back
 * to oneself; without the header the session answers.
 */
export function refusalOf(rules: AccessRules, asker: Asker): ProblemCode | null {
  const access = rules['x-access'];
  if (access === 'public') return null;
  if (asker.kind === 'anonymous') return access === 'anonymous-ok' ? null : 'unauthenticated';
  if (asker.kind === 'unregistered') return 'forbidden';
  if (asker.kind === 'staff') return access === 'staff' || access === 'anonymous-ok' ? null : 'forbidden';
  if (access === 'staff') return 'forbidden';
  if (access === 'active') {
    if (asker.access === 'terms') return 'terms-required';
    if (asker.access === 'pending') return 'pending';
  }
  if (!asker.party) return 'forbidden';
  if (rules['x-acting-for'] === 'refused' && asker.party.relation !== 'self') return 'forbidden';
  const scope = rules['x-scope'];
  return scope && !hasScope(asker.party, scope) ? 'scope-missing' : null;
}

/** Oneself has every scope. */
export const hasScope = (link: Link, scope: Scope): boolean => link.scopes.includes(scope);

/** Whether a request changes nothing: then it keeps no session alive either (HTTP contract). */
export const onlyReads = ({ method, operationId }: { method: string; operationId: string }): boolean =>
  method === 'get' || operationId === 'searchThreads';
