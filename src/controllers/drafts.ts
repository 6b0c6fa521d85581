import type { CareClient } from '../care/care-client.js';
import { tabStorage } from '../care/storage.js';
import type { Id } from '../backend/types.js';

/** Where what is begun to a contact is kept. */
export const slotOf = (contactId: Id): string => `new:${contactId}`;

/**
 * The contacts to whom the person has begun to write. The code that reads drafts is loaded only where
 * there may be some.
 */
export async function drafted(care: CareClient, contactIds: readonly Id[]): Promise<Set<Id>> {
  const may = care.draftsLoaded || Object.keys(tabStorage() ?? {}).some((key) => key.startsWith('hn:draft:'));
  if (!may) return new Set();
  const { draftsOf } = await import('../care/drafts.js');
  const drafts = draftsOf(care);
  const found = await Promise.all(contactIds.map(async (id) => ((await drafts.get(slotOf(id))) ? [id] : [])));
  return new Set(found.flat());
}
