import type { Id } from '../backend/types.js';
import type { CareClient } from '../care/care-client.js';
import { onceOn } from '../care/once.js';

/** Whether nobody has told of `id` yet: what several widgets of a page learn, one of them says. */
export function tellsFirst(care: CareClient, id: Id): boolean {
  const told = onceOn(care, 'told', () => new Set<Id>());
  return told.size < told.add(id).size;
}
