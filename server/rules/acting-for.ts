/**
 * Whom a person may act for: oneself, those who gave a power of attorney that
 * is in force today, and one's children until they are of age, 18 years
 * (vergemålsloven § 8). A person with a protected address cannot represent anybody.
 */
import type { OsloDate, Party, Scope } from '../../src/backend/types.js';
import { inOrder, SCOPES } from '../../src/domain/scopes.js';
import type { ChildRow, PersonRow, PowerRow } from '../storage/storage.js';

/** That the person may act for `personId`, and in what. */
export interface Link {
  personId: string;
  relation: Party['relation'];
  scopes: readonly Scope[];
}

export const MAJORITY = 18;

export const selfLink = (personId: string): Link => ({ personId, relation: 'self', scopes: SCOPES });

/** In force on the Oslo day `today`: both dates are counted in; ended at any time is ended. */
export const powerInForce = (power: PowerRow, today: OsloDate): boolean =>
  power.endedAt === null && power.validFrom <= today && (power.validTo === null || power.validTo >= today);

/** Full years of age on a day; who is born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: OsloDate, day: OsloDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Powers and children as links; several powers from one giver are one link with the scopes of all. */
export function linksOf(
  person: Pick<PersonRow, 'id' | 'protectedAddress'>,
  powers: readonly PowerRow[],
  children: readonly (ChildRow & { birthDate: OsloDate })[],
  today: OsloDate,
): Link[] {
  const links = new Map<string, Link>([[person.id, selfLink(person.id)]]);
  const add = (personId: string, relation: Link['relation'], scopes: readonly Scope[]) => {
    const before = links.get(personId);
    if (before?.relation === 'self' || scopes.length === 0) return;
    const all = inOrder([...scopes, ...(before?.scopes ?? [])]);
    links.set(personId, { personId, relation: before?.relation ?? relation, scopes: all });
  };
  for (const child of children) {
    if (child.parentId === person.id && ageOn(child.birthDate, today) < MAJORITY)
      add(child.childId, 'child', child.scopes);
  }
  for (const power of powers) {
    if (power.receiverId === person.id && !person.protectedAddress && powerInForce(power, today))
      add(power.giverId, 'proxy', power.scopes);
  }
  return [...links.values()];
}
