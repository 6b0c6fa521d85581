/** Puts the notices of an event into the outbox, in the transaction in which it happens. */
import { hasScope } from '../rules/access.js';
import { noticeTargets } from '../rules/notices.js';
import type { MessageRow, PersonRow, Store } from '../storage/storage.js';
import type { Call } from './endpoint.js';
import { loadLinks } from './visitor.js';

/**
 * Notices of a message to a resident: for the resident, and for those who may read the resident's messages
 * at this moment and want to hear of them. An address that several share gets one.
 */
export async function noticeMessage(
  store: Store,
  { services, now }: Pick<Call, 'services' | 'now'>,
  { id, personId }: Pick<MessageRow, 'id'> & { personId: string },
): Promise<void> {
  const sendable = services.settings.noticeChannels ?? [];
  if (sendable.length === 0) return;
  const rules = await store.listNoticeRules(personId, 'message');
  const others = rules.map(({ readerId }) => readerId).filter((readerId) => readerId !== personId);
  for (const readerId of [personId, ...others]) {
    const reader = await store.getPerson(readerId);
    const settings = await store.getNoticeSettings(readerId);
    if (!reader || !settings || !(await maySee(store, reader, personId, now))) continue;
    const rule = rules.find((one) => one.readerId === readerId);
    for (const target of noticeTargets(settings, rule, { required: readerId === personId, sendable })) {
      await store.insertNotice({
        ...target,
        id: services.newId(),
        event: 'message',
        causeId: id,
        language: settings.language,
        forOther: readerId !== personId,
        createdAt: now,
      });
    }
  }
}

/** Who has withdrawn consent is left in peace; who has to accept new terms still hears that there is something. */
async function maySee(store: Store, reader: PersonRow, personId: string, now: number): Promise<boolean> {
  if (reader.termsAcceptedAt === null) return false;
  const link = (await loadLinks(store, reader, now)).find((one) => one.personId === personId);
  return link !== undefined && hasScope(link, 'messages');
}
