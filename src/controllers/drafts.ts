import type { CareClient } from '../care/care-client.js';
import { mayHaveDrafts } from '../care/draft-names.js';
import type { Id } from '../backend/types.js';

export { mayHaveDrafts };

/** Where what is begun to a contact is kept. */
export const slotOf = (contactId: Id): string => `new:${contactId}`;

/** Where a reply that is begun in a conversation is kept. */
export const replySlotOf = (threadId: Id): string => `reply:${threadId}`;

/**
 * Those of `ids` under whose slot something is begun. The code that reads drafts is loaded only where
 * there may be some.
 */
export async function drafted(
  care: CareClient,
  ids: readonly Id[],
  slot: (id: Id) => string = slotOf,
): Promise<Set<Id>> {
  if (!mayHaveDrafts(care)) return new Set();
  const { draftsOf } = await import('../care/drafts.js');
  const drafts = draftsOf(care);
  const found = await Promise.all(ids.map(async (id) => ((await drafts.get(slot(id))) ? [id] : [])));
  return new Set(found.flat());
}
