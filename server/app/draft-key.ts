/** Keeps a person's draft key as the rule says. */
import { draftKeyStep } from '../rules/draft-key.js';
import type { PersonRow } from '../storage/storage.js';
import { randomKey } from './crypto.js';
import type { Services } from './services.js';

/** The person with the key to use now. */
export async function withDraftKey(
  services: Pick<Services, 'storage'>,
  person: PersonRow,
  now: number,
): Promise<PersonRow> {
  if (draftKeyStep(person, now) === 'keep') return person;
  const fresh = randomKey();
  return services.storage.transaction(async (store) => {
    const row = (await store.getPerson(person.id)) ?? person;
    const step = draftKeyStep(row, now);
    if (step === 'keep') return row;
    const next = { ...row, draftKey: step === 'replace' ? fresh : row.draftKey, draftKeyUsedAt: now };
    await store.putPerson(next);
    return next;
  });
}
