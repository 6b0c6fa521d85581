/** A resident's conversations, and the first message of one. */
import { codePoints } from '../../contract/scalars.js';
import { routes } from '../../contract/routes/index.js';
import { writeAction } from '../../rules/actions.js';
import { UNUSED_LIFE } from '../../rules/attachments.js';
import { replyDate } from '../../rules/messages.js';
import type { MessageRow, Store, ThreadRow } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { accessLogEntry, contactsOf, lastMessage, messageOf, threadOf } from '../present/thread.js';
import { Problem } from '../problem.js';
import { asResident, nameOf, onBehalfOf } from '../visitor.js';
import { pageOf, readerOf } from './contacts.js';

export function mountThreads(mount: Mount): void {
  mount(routes.listThreads, async (call) => {
    const { store, query } = call;
    const { party, person } = asResident(call.visitor);
    const unread = await store.countUnreadByContact(party.personId, person.id);
    const counts = { unread: [...unread.values()].reduce((sum, count) => sum + count, 0) };
    // Nothing has been archived while the archive is being built.
    if (query.folder === 'archive') return { body: { items: [], next: null, counts } };
    const filter = {
      personId: party.personId,
      ...(query.contactId ? { contactIds: [query.contactId] } : {}),
    };
    const { items, next } = await store.listThreads(filter, pageOf(query));
    return { body: { items: await presentThreads(call, items), next, counts } };
  });

  mount(routes.getThread, async (call) => {
    const thread = await ownThread(call.store, call, call.params.id);
    return { body: (await presentThreads(call, [thread]))[0] };
  });

  mount(routes.listMessages, async (call) => {
    const { party, person } = asResident(call.visitor);
    const read = async (store: Store) => {
      const thread = await ownThread(store, call, call.params.id);
      const { items, next } = await store.listMessages(thread.id, pageOf(call.query));
      const files = await store.listAttachments(items.map(({ id }) => id));
      if (party.relation !== 'self')
        await logResident(store, call, {
          what: 'thread-read',
          personId: thread.personId,
          threadId: thread.id,
        });
      return { body: { items: items.map((row) => messageOf(row, files, person.id, call.lang)), next } };
    };
    return party.relation === 'self' ? read(call.store) : call.services.storage.transaction(read);
  });

  mount(routes.createThread, createThread);

  mount(routes.listAccessLog, async (call) => {
    const { party } = asResident(call.visitor);
    const { threadId } = call.query;
    if (threadId !== undefined) await ownThread(call.store, call, threadId);
    const filter = { personId: party.personId, ...(threadId === undefined ? {} : { threadId }) };
    const { items, next } = await call.store.listAccess(filter, pageOf(call.query));
    return { body: { items: items.map((row) => accessLogEntry(row, call.lang)), next } };
  });
}

/** @throws Problem `not-found`, also for what belongs to others */
export async function ownThread(store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<ThreadRow> {
  const thread = await store.getThread(id);
  if (thread?.personId !== asResident(call.visitor).party.personId) throw new Problem('not-found');
  return thread;
}

async function presentThreads(call: Call<never> | Call, threads: readonly ThreadRow[]) {
  const { store, visitor } = call;
  const { person } = asResident(visitor);
  const ids = threads.map(({ id }) => id);
  const [contacts, unread, last] = await Promise.all([
    contactsOf(store, threads),
    store.countUnread(ids, person.id, 'in'),
    Promise.all(threads.map((thread) => lastMessage(store, thread))),
  ]);
  return threads.map((thread, index) =>
    threadOf(
      thread,
      last[index] as MessageRow,
      contacts.get(thread.contactId ?? '') ?? null,
      unread.get(thread.id) ?? 0,
      readerOf(call),
    ),
  );
}

/** Conversation, message, its files and the log entry in one transaction, with the answer. */
async function createThread(call: Call<typeof routes.createThread>) {
  const { store, body, services, now } = call;
  const { limits } = services.settings;
  const resident = asResident(call.visitor);
  const { party, person } = resident;
  checkLength('/subject', body.subject, limits.subjectLength);
  checkLength('/body', body.body, limits.messageLength);
  if (body.attachmentIds.length > limits.attachments) throw new Problem('too-many-attachments');

  const contact = (await store.receivesService(party.personId, body.contactId))
    ? await store.getContact(body.contactId)
    : null;
  if (!contact) throw new Problem('not-found');
  const topicId = body.topicId ?? null;
  if (topicId !== null && !contact.topics.some(({ id }) => id === topicId))
    throw new Problem('invalid', { errors: [{ pointer: '/topicId', code: 'invalid' }] });
  if (!writeAction(contact, readerOf(call)).allowed) throw new Problem('not-allowed');

  const message: MessageRow = {
    id: services.newId(),
    threadId: services.newId(),
    direction: 'out',
    authorId: person.id,
    authorName: nameOf(person),
    authorRole: null,
    onBehalfOf: await onBehalfOf(store, resident),
    body: body.body,
    sentAt: now,
  };
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
  await store.insertMessage(message);
  await claimFiles(call, message.id, body.attachmentIds);
  await logResident(store, call, { what: 'message-sent', personId: thread.personId, threadId: thread.id });
  call.tell({
    about: 'person',
    personId: thread.personId,
    scope: 'messages',
    contactId: contact.id,
    type: 'message',
    id: thread.id,
  });
  return {
    status: 201,
    headers: { Location: `/api/threads/${encodeURIComponent(thread.id)}` },
    body: threadOf(thread, message, contact, 0, readerOf(call)),
  };
}

/** The schema knows the longest there may be; a service may allow less. */
export function checkLength(pointer: string, text: string, limit: number): void {
  if (codePoints(text) > limit) throw new Problem('invalid', { errors: [{ pointer, code: 'too-long' }] });
}

/** @throws Problem `attachment-rejected` for a file that is not theirs, used, expired or unknown */
async function claimFiles(call: Call<never> | Call, messageId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { party, person } = asResident(call.visitor);
  const claimed = await call.store.claimAttachments({
    ids,
    uploaderId: person.id,
    personId: party.personId,
    messageId,
    notBefore: call.now - UNUSED_LIFE,
  });
  if (!claimed) throw new Problem('attachment-rejected');
}
