/** Whom staff see a conversation or an appointment with. */
import type { PersonRow, Store } from '../../storage/storage.js';
import { nameOf } from '../visitor.js';

type Residents = ReadonlyMap<string, PersonRow>;

export async function residentsOf(
  store: Store,
  rows: readonly { readonly personId: string }[],
): Promise<Residents> {
  const persons = await store.getPersons([...new Set(rows.map(({ personId }) => personId))]);
  return new Map(persons.map((person) => [person.id, person]));
}

export function residentOf(personId: string, residents: Residents) {
  const resident = residents.get(personId);
  return {
    id: personId,
    name: resident ? nameOf(resident) : '',
    birthDate: resident?.birthDate ?? '',
  };
}
