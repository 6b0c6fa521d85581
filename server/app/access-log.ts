/** Writes who saw or did what, of whose information. */
import { isReading, isRepeated, isRepetition } from '../rules/access-log.js';
import type { AccessRow, Store } from '../storage/storage.js';
import type { Call } from './endpoint.js';
import { asResident, nameOf, onBehalfOf, type StaffMember } from './visitor.js';

type Deed = Pick<AccessRow, 'what' | 'personId' | 'threadId'>;
type Caller = Pick<Call, 'services' | 'visitor' | 'now'>;

async function write(store: Store, call: Caller, entry: Omit<AccessRow, 'id' | 'at'>): Promise<void> {
  const row: AccessRow = { ...entry, id: call.services.newId(), at: call.now };
  if (!isRepeated(row.what)) return store.insertAccess(row);
  const which = { personId: row.personId, ...(row.threadId === null ? {} : { threadId: row.threadId }) };
  const recent = await store.listAccess(which, { limit: 10, cursor: null });
  if (!isRepetition(recent.items, row)) await store.insertAccess(row);
}

/** Staff stand in the log with every deed. */
export const logStaff = (store: Store, call: Caller, { staff }: StaffMember, deed: Deed): Promise<void> =>
  write(store, call, { ...deed, actorId: staff.id, who: staff.name, role: staff.role, onBehalfOf: null });

/**
 * A resident stands in the log with what was written or changed, and with what
 * was read on behalf of another.
 */
export async function logResident(store: Store, call: Caller, deed: Deed): Promise<void> {
  const resident = asResident(call.visitor);
  const acting = await onBehalfOf(store, resident);
  if (acting === null && isReading(deed.what)) return;
  const who = nameOf(resident.person);
  await write(store, call, { ...deed, actorId: resident.person.id, who, role: null, onBehalfOf: acting });
}

/** What another sees of somebody's services stands in the access log, in the same transaction. */
export async function recorded<T>(
  call: Caller & Pick<Call, 'store'>,
  what: 'contacts-read' | 'appointments-read',
  read: (store: Store) => Promise<T>,
): Promise<T> {
  const { party } = asResident(call.visitor);
  if (party.relation === 'self') return read(call.store);
  return call.services.storage.transaction(async (store) => {
    const result = await read(store);
    await logResident(store, call, { what, personId: party.personId, threadId: null });
    return result;
  });
}
