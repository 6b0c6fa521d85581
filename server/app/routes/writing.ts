/** What a resident writes: the first message of a conversation, and replies. */
import { codePoints } from '../../contract/scalars.js';
import { routes } from '../../contract/routes/index.js';
import { replyAction, writeAction } from '../../rules/actions.js';
import { UNUSED_LIFE } from '../../rules/attachments.js';
import { nextReplyDate, replyDate } from '../../rules/messages.js';
import type { MessageRow, Store, ThreadRow } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { messageOf, threadOf } from '../present/thread.js';
import { invalid, Problem } from '../problem.js';
import { readerOf } from '../reader.js';
import { asResident, nameOf, onBehalfOf } from '../visitor.js';
import { aboutThread, ownThread } from './threads.js';

export function mountWriting(mount: Mount): void {
  mount(routes.createThread, createThread);
  mount(routes.sendMessage, sendMessage);
}

/** Conversation, message, its files and the log entry in one transaction, with the answer. */
async function createThread(call: Call<typeof routes.createThread>) {
  const { store, body, services, now } = call;
  const { party } = asResident(call.visitor);
  checkLength('/subject', body.subject, services.settings.limits.subjectLength);
  checkMessage(services, body);

  const contact = (await store.receivesService(party.personId, body.contactId))
    ? await store.getContact(body.contactId)
    : null;
  if (!contact) throw new Problem('not-found');
  const topicId = body.topicId ?? null;
  if (topicId !== null && !contact.topics.some(({ id }) => id === topicId)) throw invalid('/topicId');
  if (!writeAction(contact, readerOf(call)).allowed) throw new Problem('not-allowed');

  const message = await ownMessage(call, services.newId(), now);
  const thread: ThreadRow = {
    id: message.threadId,
    personId: party.personId,
    contactId: contact.id,
    subject: body.subject.trim(),
    topicId,
    state: 'open',
    createdAt: now,
    replyBy: replyDate(contact, now),
    lastMessageId: message.id,
    lastMessageAt: now,
  };
  await store.insertThread(thread);
  await insert(call, thread, message);
  const last = { ...message, beginning: message.body };
  return {
    status: 201,
    headers: { Location: `/api/threads/${encodeURIComponent(thread.id)}` },
    body: threadOf({ ...thread, contact, last, unread: 0, folder: 'inbox' }, readerOf(call)),
  };
}

/** Message, its files, the conversation and the log entry in one transaction, with the answer. */
async function sendMessage(call: Call<typeof routes.sendMessage>) {
  const { store, services, body, now, lang } = call;
  checkMessage(services, body);
  const thread = await ownThread(store, call, call.params.id);
  const contact = thread.contactId === null ? null : await store.getContact(thread.contactId);
  const last = await store.getMessage(thread.lastMessageId);
  const reply = replyAction(thread, last?.direction ?? 'in', contact, readerOf(call));
  if (!reply.allowed || !contact)
    throw new Problem(thread.state === 'closed' || !contact ? 'thread-closed' : 'not-allowed');

  const message = await ownMessage(call, thread.id, sentAfter(thread, now));
  await insert(call, thread, message);
  await store.updateThread(thread.id, {
    lastMessageId: message.id,
    lastMessageAt: message.sentAt,
    replyBy: nextReplyDate(thread, contact, now),
  });
  const files = await store.listAttachments([message.id]);
  return { status: 201, body: messageOf(message, files, message.authorId, lang) };
}

type Writing = Pick<Call, 'services' | 'visitor' | 'store' | 'now' | 'tell'> & {
  body: { body: string; attachmentIds: string[] };
};

/** @throws Problem `invalid`, `too-many-attachments` */
export function checkMessage(
  { settings: { limits } }: Pick<Call['services'], 'settings'>,
  body: { body: string; attachmentIds: string[] },
): void {
  checkLength('/body', body.body, limits.messageLength);
  if (body.attachmentIds.length > limits.attachments) throw new Problem('too-many-attachments');
}

/** What the caller wrote, as a row that is not kept yet. */
async function ownMessage(call: Writing, threadId: string, sentAt: number): Promise<MessageRow> {
  const resident = asResident(call.visitor);
  return {
    id: call.services.newId(),
    threadId,
    direction: 'out',
    authorId: resident.person.id,
    authorName: nameOf(resident.person),
    authorRole: null,
    onBehalfOf: await onBehalfOf(call.store, resident),
    body: call.body.body,
    sentAt,
  };
}

async function insert(call: Writing, thread: ThreadRow, message: MessageRow): Promise<void> {
  const { store, now, body } = call;
  const { personId } = thread;
  await store.insertMessage(message);
  await claimFiles(store, { message, personId, ids: body.attachmentIds, now });
  await logResident(store, call, { what: 'message-sent', personId, threadId: thread.id });
  call.tell(aboutThread(thread));
}

/** Never before what it answers, whatever the clocks of two processes say. */
export const sentAfter = (thread: ThreadRow, now: number): number => Math.max(now, thread.lastMessageAt + 1);

/** The schema knows the longest there may be; a service may allow less. */
function checkLength(pointer: string, text: string, limit: number): void {
  if (codePoints(text) > limit) throw invalid(pointer, 'too-long');
}

/** @throws Problem `attachment-rejected` for a file that is not the author's, used, expired or unknown */
export async function claimFiles(
  store: Store,
  { message, personId, ids, now }: { message: MessageRow; personId: string; ids: string[]; now: number },
): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await store.claimAttachments({
    ids,
    uploaderId: message.authorId,
    personId,
    messageId: message.id,
    notBefore: now - UNUSED_LIFE,
  });
  if (!claimed) throw new Problem('attachment-rejected');
}
