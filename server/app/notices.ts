/**
 * Who gets a notice of what happened to a resident's messages or appointments: the resident, and those who may hear
 * of them and want to.
 *
 * It is asked twice: when it happens, in whose transaction the notices are put into the outbox, and when one is
 * about to leave, which may be much later. What has ended meanwhile gives no notice any more.
 */
import type { Language, NoticeChannel, NoticeEvent } from '../../src/backend/types.js';
import { isRequired, mayHearOf, noticeTargets, type NoticeTarget } from '../rules/notices.js';
import type { NoticeRow } from '../storage/notices.js';
import type { PersonRow, Store } from '../storage/storage.js';
import type { Call } from './endpoint.js';
import { loadLinks } from './visitor.js';

export interface Receiver extends NoticeTarget {
  readerId: string;
  language: Language;
  /** Whether it is about somebody else than who gets it. */
  forOther: boolean;
}

interface Happened {
  event: NoticeEvent;
  personId: string;
}

interface When {
  /** By which notices can be sent. */
  sendable: readonly NoticeChannel[];
  now: number;
}

/**
 * Writes the notices of an event. An address that several share gets one.
 *
 * @param happened `causeId` is another for each time: of one only one notice leaves for an address
 */
export async function notify(
  store: Store,
  { services, now }: Pick<Call, 'services' | 'now'>,
  happened: Happened & { causeId: string },
): Promise<void> {
  const sendable = services.settings.noticeChannels ?? [];
  if (sendable.length === 0) return;
  const { event, causeId, personId } = happened;
  for (const receiver of await receiversOf(store, happened, { sendable, now }))
    await store.insertNotice({
      ...receiver,
      id: services.newId(),
      event,
      causeId,
      personId,
      createdAt: now,
    });
}

/** The resident first, then others by id. */
export async function receiversOf(
  store: Store,
  { event, personId }: Happened,
  { sendable, now }: When,
): Promise<Receiver[]> {
  const rules = await store.listNoticeRules(personId, event);
  const others = rules.map(({ readerId }) => readerId).filter((readerId) => readerId !== personId);
  const receivers: Receiver[] = [];
  for (const readerId of [personId, ...others]) {
    const reader = await store.getPerson(readerId);
    const settings = await store.getNoticeSettings(readerId);
    if (!reader || !settings || !(await isTold(store, reader, { event, personId }, now))) continue;
    const rule = rules.find((one) => one.readerId === readerId);
    const required = isRequired(event) && readerId === personId;
    for (const target of noticeTargets(settings, rule, { required, sendable })) {
      const { language } = settings;
      receivers.push({ ...target, readerId, language, forOther: readerId !== personId });
    }
  }
  return receivers;
}

/**
 * Who gets a notice that has waited: who was to get it, or else somebody with whom that reader shares the address.
 * Null when nobody is to get it there any more.
 */
export async function receiverOf(
  store: Store,
  { channel, address, readerId, personId }: NoticeRow,
  event: NoticeEvent,
  now: number,
): Promise<Receiver | null> {
  const receivers = await receiversOf(store, { event, personId }, { sendable: [channel], now });
  const there = receivers.filter((one) => one.address === address);
  return there.find((one) => one.readerId === readerId) ?? there[0] ?? null;
}

/** Who has withdrawn consent is left in peace; who has to accept new terms still hears that there is something. */
async function isTold(
  store: Store,
  reader: PersonRow,
  { event, personId }: Happened,
  now: number,
): Promise<boolean> {
  if (reader.termsAcceptedAt === null) return false;
  const link = (await loadLinks(store, reader, now)).find((one) => one.personId === personId);
  return link !== undefined && mayHearOf(link, event);
}
