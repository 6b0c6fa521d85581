/** A resident's conversations: what is in them, in which folder, and how far they are read. */
import type { Folder } from '../../../src/backend/types.js';
import { routes } from '../../contract/routes/index.js';
import type { Store, ThreadReader, ThreadRow, ThreadView } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { pageOf } from '../paging.js';
import { accessLogEntry, messageOf, threadOf } from '../present/thread.js';
import { invalid, Problem } from '../problem.js';
import { readerOf } from '../reader.js';
import { asResident } from '../visitor.js';

export function mountThreads(mount: Mount): void {
  mount(routes.listThreads, async (call) => {
    const { store, query } = call;
    const { party, person } = asResident(call.visitor);
    const [{ items, next }, unread] = await Promise.all([
      store.listThreads(filterOf(call, query), threadReaderOf(call), pageOf(query)),
      store.countUnread({ personId: party.personId }, person.id, 'in'),
    ]);
    return { body: { items: presentThreads(call, items), next, counts: { unread } } };
  });

  mount(routes.searchThreads, async (call) => {
    const { store, query, body } = call;
    const filter = { ...filterOf(call, body), search: body.q };
    const page = pageOf({ ...query, cursor: body.cursor });
    const { items, next } = await store.listThreads(filter, threadReaderOf(call), page);
    return { body: { items: presentThreads(call, items), next } };
  });

  mount(routes.getThread, async (call) => {
    const thread = await ownView(call.store, call, call.params.id);
    return { body: threadOf(thread, readerOf(call)) };
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

  mount(routes.markRead, (call) =>
    call.change(async (store, visitor) => {
      const { party, person } = asResident(visitor);
      const thread = await ownThread(store, { visitor }, call.params.id);
      if (await readUntil({ ...call, store }, thread, person.id)) {
        // Staff see how far the resident's side has read; of the residents only this reader is concerned.
        call.tell({ ...aboutThread(thread), personId: party.personId, readerId: person.id });
      }
      return {};
    }),
  );

  mount(routes.moveThread, (call) =>
    call.change(async (store, visitor) => {
      const { person } = asResident(visitor);
      const thread = await ownThread(store, { visitor }, call.params.id);
      if (await store.putFolder(thread.id, person.id, call.body.folder))
        call.tell({ ...aboutThread(thread), contactId: null, readerId: person.id });
      return { body: threadOf(await ownView(store, { visitor }, thread.id), readerOf(call)) };
    }),
  );

  mount(routes.listAccessLog, async (call) => {
    const { party } = asResident(call.visitor);
    const { threadId } = call.query;
    if (threadId !== undefined) await ownThread(call.store, call, threadId);
    const filter = { personId: party.personId, ...(threadId === undefined ? {} : { threadId }) };
    const { items, next } = await call.store.listAccess(filter, pageOf(call.query));
    return { body: { items: items.map((row) => accessLogEntry(row, call.lang)), next } };
  });
}

/** The conversations of the person acted for, as far as the reader narrows them down. */
function filterOf(
  call: Pick<Call, 'visitor'>,
  which: { contactId?: string | undefined; folder?: Folder | undefined },
) {
  return {
    personId: asResident(call.visitor).party.personId,
    ...(which.contactId ? { contactIds: [which.contactId] } : {}),
    ...(which.folder ? { folder: which.folder } : {}),
  };
}

const threadReaderOf = (call: Pick<Call, 'visitor'>): ThreadReader => ({
  id: asResident(call.visitor).person.id,
  direction: 'in',
});

/** @throws Problem `not-found`, also for what belongs to others */
export async function ownThread(store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<ThreadRow> {
  return ofParty(call, await store.getThread(id));
}

const ownView = async (store: Store, call: Pick<Call, 'visitor'>, id: string): Promise<ThreadView> =>
  ofParty(call, await store.getThreadView(id, threadReaderOf(call)));

function ofParty<Row extends ThreadRow>(call: Pick<Call, 'visitor'>, thread: Row | null): Row {
  if (thread?.personId !== asResident(call.visitor).party.personId) throw new Problem('not-found');
  return thread;
}

/** News of a conversation, for everybody whom it concerns. */
export const aboutThread = (thread: ThreadRow) =>
  ({
    about: 'person',
    personId: thread.personId,
    scope: 'messages',
    contactId: thread.contactId,
    type: 'message',
    id: thread.id,
  }) as const;

/**
 * Moves a reader's mark to the message that the call names; false when it stood there or further on.
 *
 * @throws Problem `invalid` for a message that is not in this conversation
 */
export async function readUntil(
  call: Pick<Call, 'store' | 'now'> & { body: { messageId: string } },
  thread: ThreadRow,
  readerId: string,
): Promise<boolean> {
  const message = await call.store.getMessage(call.body.messageId);
  if (message?.threadId !== thread.id) throw invalid('/messageId');
  return call.store.putReadMark({
    threadId: thread.id,
    readerId,
    at: message.sentAt,
    readAt: Math.max(call.now, message.sentAt),
  });
}

function presentThreads(call: Pick<Call, 'visitor' | 'lang' | 'now'>, threads: readonly ThreadView[]) {
  const reader = readerOf(call);
  return threads.map((thread) => threadOf(thread, reader));
}
