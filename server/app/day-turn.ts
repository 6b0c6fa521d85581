/** What begins or ends for somebody when another day begins in Oslo, as hints. */
import type { Hint } from '../../src/backend/types.js';
import { osloDate } from '../../src/domain/oslo.js';
import { powerInForce } from '../rules/acting-for.js';
import type { Store } from '../storage/storage.js';
import { loadLinks } from './visitor.js';

/**
 * Of the days from one instant to another: first of whom one may act for, then of each power, given or
 * received, that may be used no more, or from now on.
 */
export async function hintsOfDay(store: Store, personId: string, from: number, to: number): Promise<Hint[]> {
  const person = await store.getPerson(personId);
  if (!person) return [];
  const [before, after] = [await loadLinks(store, person, from), await loadLinks(store, person, to)];
  const powers = [...(await store.listPowersGiven(personId)), ...(await store.listPowersReceived(personId))];
  const turned = powers.filter(
    (power) => powerInForce(power, osloDate(from)) !== powerInForce(power, osloDate(to)),
  );
  return [
    ...(JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ type: 'session', partyId: null, id: null } as const]),
    ...turned.map(({ id }) => ({ type: 'proxy', partyId: personId, id }) as const),
  ];
}
