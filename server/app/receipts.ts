/** Puts receipts into the inboxes of those whom a power of attorney concerns, in the transaction of the change. */
import { receiptText, SERVICE_NAME, type ReceiptOf } from '../rules/receipts.js';
import type { PersonRow, PowerRow, ThreadRow } from '../storage/storage.js';
import type { Call } from './endpoint.js';
import { aboutThread } from './routes/threads.js';
import { nameOf } from './visitor.js';

/** One to each side, in each one's language. @param by who did it */
export async function sendReceipts(
  call: Pick<Call, 'store' | 'services' | 'now' | 'tell'>,
  what: ReceiptOf['what'],
  power: PowerRow,
  { giver, receiver, by }: { giver: PersonRow; receiver: PersonRow; by: PersonRow },
): Promise<void> {
  const { scopes, validTo } = power;
  for (const to of ['giver', 'receiver'] as const) {
    const [reader, other] = to === 'giver' ? [giver, receiver] : [receiver, giver];
    const settings = await call.store.getNoticeSettings(reader.id);
    const byReader = by.id === reader.id;
    const { subject, body } = receiptText(
      { what, to, other: nameOf(other), byReader, scopes, validTo },
      settings?.language ?? 'nb',
    );
    await sendReceipt(call, reader, subject, body);
  }
}

/** A conversation with the service itself, which takes no answer. */
async function sendReceipt(
  { store, services, now, tell }: Pick<Call, 'store' | 'services' | 'now' | 'tell'>,
  reader: PersonRow,
  subject: string,
  body: string,
): Promise<void> {
  const thread: ThreadRow = {
    id: services.newId(),
    personId: reader.id,
    contactId: null,
    subject,
    topicId: null,
    state: 'closed',
    createdAt: now,
    replyBy: null,
    lastMessageId: services.newId(),
    lastMessageAt: now,
  };
  await store.insertThread(thread);
  await store.insertMessage({
    id: thread.lastMessageId,
    threadId: thread.id,
    direction: 'in',
    authorId: SERVICE_NAME,
    authorName: SERVICE_NAME,
    authorRole: null,
    onBehalfOf: null,
    body,
    sentAt: now,
  });
  tell(aboutThread(thread));
}
