/** The other side: staff read and answer what residents write to the services they work in. */
import { toInstant } from '../../../src/domain/oslo.js';
import { routes } from '../../contract/routes/index.js';
import { inLanguage } from '../../rules/words.js';
import type { MessageRow, Store, ThreadReader, ThreadRow, ThreadView } from '../../storage/storage.js';
import { logStaff } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { notify } from '../notices.js';
import { pageOf } from '../paging.js';
import { contactRef, municipalityRef, requestsOf } from '../present/contact.js';
import { residentOf, residentsOf } from '../present/resident.js';
import { attachmentOf, lastMessageOf, messageOf, topicOf } from '../present/thread.js';
import { Problem } from '../problem.js';
import { asStaff, nameOf } from '../visitor.js';
import { download, isOwnUnused, takeFile } from './attachments.js';
import { endSession } from './session.js';
import { aboutThread, readUntil } from './threads.js';
import { checkMessage, claimFiles, sentAfter } from './writing.js';

/** A call of any operation, as far as the helpers here look at it. */
type StaffCall = Pick<Call, 'services' | 'visitor' | 'store' | 'lang' | 'now'>;

export function mountStaff(mount: Mount): void {
  mount(routes.getStaffSession, async (call) => ({
    body: await staffSession(call, asStaff(call.visitor).session.expiresAt),
  }));

  mount(routes.extendStaffSession, async (call) => {
    const { session } = asStaff(call.visitor);
    const until = call.now + call.services.settings.sessionIdleMinutes * 60_000;
    return {
      body: await staffSession(
        call,
        session.byCookie ? Math.max(session.expiresAt, until) : session.expiresAt,
      ),
    };
  });

  mount(routes.endStaffSession, async (call) => ({
    body: { logoutUrl: await endSession(call, asStaff(call.visitor)) },
  }));

  mount(routes.listStaffThreads, async (call) => {
    const { staff } = asStaff(call.visitor);
    const { contactId } = call.query;
    if (contactId !== undefined && !staff.contactIds.includes(contactId)) throw new Problem('not-found');
    const contactIds = contactId === undefined ? staff.contactIds : [contactId];
    const [{ items, next }, unread] = await Promise.all([
      call.store.listThreads({ contactIds }, threadReaderOf(call), pageOf(call.query)),
      call.store.countUnread({ contactIds: staff.contactIds }, staff.id, 'out'),
    ]);
    return { body: { items: await presentThreads(call.store, call, items), next, counts: { unread } } };
  });

  mount(routes.getStaffThread, async (call) =>
    call.services.storage.transaction(async (store) => {
      const thread = await servedView(store, call, call.params.id);
      await logStaff(store, call, asStaff(call.visitor), deed('thread-opened', thread));
      return { body: (await presentThreads(store, call, [thread]))[0] };
    }),
  );

  mount(routes.listStaffMessages, async (call) =>
    call.services.storage.transaction(async (store) => {
      const member = asStaff(call.visitor);
      const thread = await servedThread(store, call, call.params.id);
      const { items, next } = await store.listMessages(thread.id, pageOf(call.query));
      const files = await store.listAttachments(items.map(({ id }) => id));
      await logStaff(store, call, member, deed('thread-read', thread));
      return {
        body: {
          items: items.map((row) => messageOf(row, files, member.staff.id, call.lang)),
          next,
          receipts: await receiptsOf(store, thread),
        },
      };
    }),
  );

  mount(routes.sendStaffAnswer, sendAnswer);

  mount(routes.markStaffRead, async (call) => {
    const { staff } = asStaff(call.visitor);
    const thread = await servedThread(call.store, call, call.params.id);
    if (await readUntil(call, thread, staff.id))
      call.tell({ ...aboutThread(thread), contactId: null, readerId: staff.id });
    return {};
  });

  mount(routes.changeThreadState, async (call) => {
    const { state } = call.body;
    const { changed, body } = await call.services.storage.transaction(async (store) => {
      const thread = await servedThread(store, call, call.params.id);
      if (state !== thread.state) {
        // Who was promised an answer in a conversation that is closed will not get one there.
        await store.updateThread(thread.id, { state, ...(state === 'closed' ? { replyBy: null } : {}) });
        await logStaff(store, call, asStaff(call.visitor), deed(STATE_DEEDS[state], thread));
      }
      const [shown] = await presentThreads(store, call, [await servedView(store, call, thread.id)]);
      return { changed: state === thread.state ? null : thread, body: shown };
    });
    // Not in the transaction, which may be run twice.
    if (changed) call.tell(aboutThread(changed));
    return { body };
  });

  mount(routes.uploadStaffAttachment, async (call) => {
    const thread = await servedThread(call.store, call, call.params.id);
    const { staff } = asStaff(call.visitor);
    const row = await takeFile(call, { uploaderId: staff.id, personId: thread.personId });
    return {
      status: 201,
      headers: { Location: `/api/staff/attachments/${encodeURIComponent(row.id)}` },
      body: attachmentOf(row),
    };
  });

  mount(routes.getStaffAttachment, async (call) =>
    call.services.storage.transaction(async (store) => {
      const member = asStaff(call.visitor);
      const row = await store.getAttachment(call.params.id);
      if (row && isOwnUnused(row, member.staff.id, call.now)) return download(store, call, row);
      const message = row?.messageId ? await store.getMessage(row.messageId) : null;
      if (!row || !message) throw new Problem('not-found');
      const thread = await servedThread(store, call, message.threadId);
      await logStaff(store, call, member, deed('attachment-read', thread));
      return download(store, call, row);
    }),
  );
}

const STATE_DEEDS = {
  open: 'thread-reopened',
  'reply-only': 'thread-limited',
  closed: 'thread-closed',
} as const;

const deed = <W extends string>(what: W, thread: ThreadRow) => ({
  what,
  personId: thread.personId,
  threadId: thread.id,
});

/** @throws Problem `not-found`, also for what was written to a service that this person does not work in */
const servedThread = async (store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<ThreadRow> =>
  served(call, await store.getThread(id));

const servedView = async (store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<ThreadView> =>
  served(call, await store.getThreadView(id, threadReaderOf(call)));

function served<Row extends ThreadRow>(call: Pick<Call, 'visitor'>, thread: Row | null): Row {
  const { contactIds } = asStaff(call.visitor).staff;
  if (!thread?.contactId || !contactIds.includes(thread.contactId)) throw new Problem('not-found');
  return thread;
}

const threadReaderOf = (call: Pick<Call, 'visitor'>): ThreadReader => ({
  id: asStaff(call.visitor).staff.id,
  direction: 'out',
});

async function staffSession(call: StaffCall, expiresAt: number) {
  const { services, store, lang } = call;
  const { limits } = services.settings;
  const { staff } = asStaff(call.visitor);
  const [found, unread] = await Promise.all([
    store.getContacts(staff.contactIds),
    store.countUnreadByService(staff.contactIds, staff.id),
  ]);
  const rows = staff.contactIds.flatMap((id) => found.find((row) => row.id === id) ?? []);
  return {
    user: { id: staff.id, name: staff.name, role: inLanguage(staff.role, lang) },
    contacts: rows.map((row) => ({
      ...contactRef(row, lang),
      municipality: municipalityRef(services.municipalities, row.municipality),
      district: row.district,
      unread: unread.get(row.id) ?? 0,
      requests: requestsOf(row, lang),
    })),
    expiresAt: toInstant(expiresAt),
    messageLength: limits.messageLength,
    attachments: limits.attachments,
    attachmentSize: limits.attachmentSize,
    mediaTypes: limits.mediaTypes,
  };
}

/** How far each reader on the resident's side has read, the latest first. */
async function receiptsOf(store: Store, thread: ThreadRow) {
  const marks = await store.listReadMarks(thread.id);
  const persons = await store.getPersons([...marks.map(({ readerId }) => readerId), thread.personId]);
  const names = new Map(persons.map((person) => [person.id, nameOf(person)]));
  return marks
    .sort((a, b) => b.readAt - a.readAt)
    .flatMap(({ readerId, at, readAt }) => {
      const who = names.get(readerId);
      const onBehalfOf = readerId === thread.personId ? null : (names.get(thread.personId) ?? null);
      // Staff have marks too, and are no residents.
      return who === undefined ? [] : [{ who, onBehalfOf, sentAt: toInstant(at), at: toInstant(readAt) }];
    });
}

async function presentThreads(store: Store, call: StaffCall, threads: readonly ThreadView[]) {
  const { lang } = call;
  const [residents, files] = await Promise.all([
    residentsOf(store, threads),
    store.listAttachments(threads.map(({ lastMessageId }) => lastMessageId)),
  ]);
  return threads.map((thread) => ({
    id: thread.id,
    contact: thread.contact && contactRef(thread.contact, lang),
    resident: residentOf(thread.personId, residents),
    subject: thread.subject,
    topic: topicOf(thread, lang),
    state: thread.state,
    unread: thread.unread,
    lastMessage: {
      ...lastMessageOf(thread.last),
      author: thread.last.authorName,
      attachments: files.filter(({ messageId }) => messageId === thread.last.id).length,
    },
    replyBy: thread.replyBy,
  }));
}

/** Message, conversation and log entry in one transaction, with the answer. */
async function sendAnswer(call: Call<typeof routes.sendStaffAnswer>) {
  const { store, services, now, body } = call;
  const member = asStaff(call.visitor);
  const { staff } = member;
  const attachmentIds = body.attachmentIds ?? [];
  checkMessage(services, { body: body.body, attachmentIds });
  const thread = await servedThread(store, call, call.params.id);
  if (thread.state === 'closed') throw new Problem('thread-closed');
  const message: MessageRow = {
    id: services.newId(),
    threadId: thread.id,
    direction: 'in',
    authorId: staff.id,
    authorName: staff.name,
    authorRole: staff.role,
    onBehalfOf: null,
    body: body.body,
    sentAt: sentAfter(thread, now),
  };
  await store.insertMessage(message);
  await claimFiles(store, { message, personId: thread.personId, ids: attachmentIds, now });
  await store.updateThread(thread.id, {
    lastMessageId: message.id,
    lastMessageAt: message.sentAt,
    replyBy: null,
  });
  await notify(store, call, { event: 'message', causeId: message.id, personId: thread.personId });
  await logStaff(store, call, member, deed('message-sent', thread));
  call.tell(aboutThread(thread));
  const files = await store.listAttachments([message.id]);
  return { status: 201, body: messageOf(message, files, staff.id, call.lang) };
}
