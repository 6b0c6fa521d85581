/** Puts the notices of an event into the outbox, in the transaction in which it happens. */
import type { NoticeEvent, Scope } from '../../src/backend/types.js';
import { hasScope } from '../rules/access.js';
import { isRequired, noticeTargets, scopeOf } from '../rules/notices.js';
import type { PersonRow, Store } from '../storage/storage.js';
import type { Call } from './endpoint.js';
import { loadLinks } from './visitor.js';

/**
 * Notices of what happened to a resident's messages or appointments: for the resident, and for those who may see
 * them at this moment and want to hear of them. An address that several share gets one.
 *
 * @param happened `causeId` is another for each time: of one only one notice leaves for an address
 */
export async function notify(
  store: Store,
  { services, now }: Pick<Call, 'services' | 'now'>,
  { event, causeId, personId }: { event: NoticeEvent; causeId: string; personId: string },
): Promise<void> {
  const sendable = services.settings.noticeChannels ?? [];
  if (sendable.length === 0) return;
  const rules = await store.listNoticeRules(personId, event);
  const others = rules.map(({ readerId }) => readerId).filter((readerId) => readerId !== personId);
  for (const readerId of [personId, ...others]) {
    const reader = await store.getPerson(readerId);
    const settings = await store.getNoticeSettings(readerId);
    if (!reader || !settings || !(await maySee(store, reader, personId, scopeOf(event), now))) continue;
    const rule = rules.find((one) => one.readerId === readerId);
    const required = isRequired(event) && readerId === personId;
    for (const target of noticeTargets(settings, rule, { required, sendable })) {
      await store.insertNotice({
        ...target,
        id: services.newId(),
        event,
        causeId,
        language: settings.language,
        forOther: readerId !== personId,
        createdAt: now,
      });
    }
  }
}

/** Who has withdrawn consent is left in peace; who has to accept new terms still hears that there is something. */
async function maySee(
  store: Store,
  reader: PersonRow,
  personId: string,
  scope: Scope,
  now: number,
): Promise<boolean> {
  if (reader.termsAcceptedAt === null) return false;
  const link = (await loadLinks(store, reader, now)).find((one) => one.personId === personId);
  return link !== undefined && hasScope(link, scope);
}
