/** Powers of attorney in tests: people who can be found, and those who give and end. */
import type { Scope } from '../../../../src/backend/types.js';
import { createKeyedHash, hashNationalId } from '../../../../server/app/crypto.js';
import { syntheticNationalId } from '../../../../server/data/national-id.js';
import { people, type PersonName } from './people.js';
import { SECRET, type Ask, type World } from './world.js';

const names = Object.keys(people) as PersonName[];

/** Invented, and another for each; it says nothing of the age that a test gives somebody. */
export const numberOf = (who: PersonName): string =>
  syntheticNationalId('1970-05-17', 'female', names.indexOf(who));

/** Nobody's. */
export const NOBODYS_NUMBER = syntheticNationalId('1971-05-17', 'male');

/** From here on people are found by their numbers. */
export async function putNumbers({ storage }: World): Promise<void> {
  const hash = createKeyedHash(SECRET);
  for (const who of names) await storage.putNationalIdHash(who, await hashNationalId(hash, numberOf(who)));
}

export interface Grant {
  to?: PersonName;
  person?: { nationalId: string; familyName: string };
  replaces?: string;
  scopes?: Scope[];
  validTo?: string | null;
}

/** Anna gives one to Ola, unless the test says otherwise. */
export function grant(world: World, { to = 'ola', ...given }: Grant = {}, ask: Ask = { as: 'anna' }) {
  const { person, replaces, scopes = ['messages'], validTo = null } = given;
  const whom =
    replaces === undefined
      ? { person: person ?? { nationalId: numberOf(to), familyName: people[to].familyName } }
      : { replaces };
  return world.ask('POST', '/api/proxies', { ...ask, body: { ...whom, scopes, validTo } });
}

export const end = (world: World, id: string, ask: Ask = { as: 'anna' }) =>
  world.ask('POST', `/api/proxies/${id}/end`, ask);

export const listed = async (world: World, as: PersonName) =>
  (await world.ask('GET', '/api/proxies', { as })).body.items;

/** What the session says of whom somebody may act for, by their ids. */
export async function partiesOf(world: World, as: PersonName): Promise<Record<string, readonly Scope[]>> {
  const { parties } = (await world.ask('GET', '/api/session', { as })).body;
  return Object.fromEntries(
    parties.filter(({ relation }) => relation !== 'self').map(({ id, scopes }) => [id, scopes]),
  );
}
