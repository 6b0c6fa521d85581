/** Conversations, the folders that readers keep them in, and what has been read. */
import type { Folder } from '../../../src/backend/types.js';
import { compareText, decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import { messageTerms, searchWords, threadTerms } from '../search.js';
import {
  BEGINNING,
  type ContactRow,
  type PageOf,
  type PageRequest,
  type ReadMarkRow,
  type Store,
  type ThreadChange,
  type ThreadContact,
  type ThreadFilter,
  type ThreadReader,
  type ThreadRow,
  type ThreadView,
  type UnreadFilter,
} from '../storage.js';
import { copies, copy, filter, mustHave, newestFirst, pair, rowsOf } from './rows.js';
import type { Tables } from './tables.js';

export function threadsStore(tables: Tables) {
  return {
    async insertThread(row: ThreadRow): Promise<void> {
      mustHave(tables.persons, row.personId, 'threads', 'personId');
      if (row.contactId !== null) mustHave(tables.contacts, row.contactId, 'threads', 'contactId');
      tables.threads.insert(row.id, row);
      tables.changedThreads.add(row.id);
    },

    async getThread(id: string): Promise<ThreadRow | null> {
      return copy(tables.threads.get(id));
    },

    async getThreadView(id: string, reader: ThreadReader): Promise<ThreadView | null> {
      return views(rowsOf(tables.threads, [id]), reader)[0] ?? null;
    },

    async updateThread(id: string, change: ThreadChange): Promise<void> {
      const before = mustHave(tables.threads, id, 'threads', 'id');
      tables.threads.put(id, { ...before, ...change });
      tables.changedThreads.add(id);
    },

    async listThreads(
      which: ThreadFilter,
      reader: ThreadReader,
      page: PageRequest,
    ): Promise<PageOf<ThreadView>> {
      const rows = filter(tables.threads.all(), matches(which, reader.id));
      const cursor =
        page.cursor === null ? null : decodeCursor('threads', ['number', 'number', 'string'], page.cursor);
      // A conversation that got a message since the walk began stands where it stood then.
      const walkFrom = cursor?.[0] ?? Math.max(...rows.map((row) => row.lastMessageAt));
      const placed = rows
        .map((row) => ({ row, at: lastMessageUntil(row, walkFrom) }))
        .filter((place): place is { row: ThreadRow; at: number } => place.at !== null)
        .map(({ row, at }) => ({ row, position: [at, row.id] as const }));
      const after = cursor ? ([cursor[1], cursor[2]] as const) : null;
      const found = newestFirst(placed, ({ position }) => position, after, page.limit);
      const { items, next } = pageOf(found, page.limit, ({ position }) =>
        encodeCursor('threads', [walkFrom, ...position]),
      );
      return {
        items: views(
          items.map(({ row }) => row),
          reader,
        ),
        next,
      };
    },

    async putFolder(threadId: string, readerId: string, folder: Folder): Promise<boolean> {
      const thread = tables.threads.get(threadId);
      if (!thread || isArchived(thread, readerId) === (folder === 'archive')) return false;
      const key = pair(threadId, readerId);
      if (folder === 'archive') tables.archived.put(key, { messageId: thread.lastMessageId });
      else tables.archived.delete(key);
      return true;
    },

    async putReadMark(row: ReadMarkRow): Promise<boolean> {
      mustHave(tables.threads, row.threadId, 'read marks', 'threadId');
      const key = pair(row.threadId, row.readerId);
      const before = tables.readMarks.get(key);
      if (before && before.at >= row.at) return false;
      tables.readMarks.put(key, row);
      return true;
    },

    async listReadMarks(threadId: string): Promise<ReadMarkRow[]> {
      const rows = filter(tables.readMarks.all(), (row) => row.threadId === threadId);
      return copies(rows.sort((a, b) => compareText(a.readerId, b.readerId)));
    },

    async countUnread(which: UnreadFilter, readerId: string, direction: 'in' | 'out'): Promise<number> {
      const met = matches(which, readerId);
      return count(readerId, direction, (thread) => (met(thread) ? '' : null)).get('') ?? 0;
    },

    async countUnreadByContact(personId: string, readerId: string): Promise<Map<string, number>> {
      return count(readerId, 'in', (thread) => (thread.personId === personId ? thread.contactId : null));
    },

    async countUnreadByService(contactIds: string[], readerId: string): Promise<Map<string, number>> {
      const met = matches({ contactIds }, readerId);
      return count(readerId, 'out', (thread) => (met(thread) ? thread.contactId : null));
    },
  } satisfies Partial<Store>;

  function views(threads: ThreadRow[], { id: readerId, direction }: ThreadReader): ThreadView[] {
    const wanted = new Set(threads.map(({ id }) => id));
    const unread = count(readerId, direction, ({ id }) => (wanted.has(id) ? id : null));
    return threads.map((thread) => {
      const contact = thread.contactId === null ? undefined : tables.contacts.get(thread.contactId);
      const last = mustHave(tables.messages, thread.lastMessageId, 'threads', 'lastMessageId');
      return structuredClone({
        ...thread,
        contact: contact ? threadContact(contact) : null,
        last: {
          id: last.id,
          sentAt: last.sentAt,
          direction: last.direction,
          authorName: last.authorName,
          beginning: Array.from(last.body).slice(0, BEGINNING).join(''),
        },
        unread: unread.get(thread.id) ?? 0,
        folder: isArchived(thread, readerId) ? 'archive' : 'inbox',
      });
    });
  }

  function matches(
    { personId, contactIds, folder, search }: ThreadFilter,
    readerId: string,
  ): (row: ThreadRow) => boolean {
    const found = search === undefined ? null : findThreads(personId, search);
    return (row) =>
      (!found || found.has(row.id)) &&
      (personId === undefined || row.personId === personId) &&
      (contactIds === undefined || (row.contactId !== null && contactIds.includes(row.contactId))) &&
      (folder === undefined || isArchived(row, readerId) === (folder === 'archive'));
  }

  /** Ids of a person's conversations in which all words stand. */
  function findThreads(personId: string, text: string): Set<string> {
    const words = searchWords(text);
    const met = words.map(() => new Set<string>());
    const look = (threadId: string, terms: readonly string[]) => {
      for (const [index, { term, beginning }] of words.entries()) {
        if (terms.some((one) => one === term || (beginning !== null && one.startsWith(beginning))))
          met[index]?.add(threadId);
      }
    };
    for (const row of tables.threads.all()) if (row.personId === personId) look(row.id, subjectTerms(row));
    for (const row of tables.messages.all()) {
      if (tables.threads.get(row.threadId)?.personId === personId) look(row.threadId, bodyTerms(row));
    }
    const [first = new Set<string>(), ...rest] = met;
    return new Set([...first].filter((id) => rest.every((ids) => ids.has(id))));
  }

  /** Archived, and nothing has come since. */
  function isArchived(thread: ThreadRow, readerId: string): boolean {
    return tables.archived.get(pair(thread.id, readerId))?.messageId === thread.lastMessageId;
  }

  function lastMessageUntil(thread: ThreadRow, until: number): number | null {
    if (thread.lastMessageAt <= until) return thread.lastMessageAt;
    const times = filter(
      tables.messages.all(),
      (row) => row.threadId === thread.id && row.sentAt <= until,
    ).map((row) => row.sentAt);
    return times.length > 0 ? Math.max(...times) : null;
  }

  /** Messages after the reader's marks, by what `groupOf` says of their conversation; null leaves it out. */
  function count(
    readerId: string,
    direction: 'in' | 'out',
    groupOf: (thread: ThreadRow) => string | null,
  ): Map<string, number> {
    const counts = new Map<string, number>();
    for (const message of tables.messages.all()) {
      const thread = message.direction === direction ? tables.threads.get(message.threadId) : undefined;
      const group = thread ? groupOf(thread) : null;
      const readUntil = tables.readMarks.get(pair(message.threadId, readerId))?.at ?? -Infinity;
      if (group !== null && message.sentAt > readUntil) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
  }
}

const threadContact = ({ id, name, service, phones, write, opensOn, topics }: ContactRow): ThreadContact => ({
  id,
  name,
  service,
  phones,
  write,
  opensOn,
  topics,
});

const subjectTerms = remembered(threadTerms);
const bodyTerms = remembered(messageTerms);

/** Kept rows are never changed, only replaced: the terms of one are computed once. */
function remembered<Row extends object>(termsOf: (row: Row) => string[]): (row: Row) => string[] {
  const known = new WeakMap<Row, string[]>();
  return (row) => {
    const terms = known.get(row) ?? termsOf(row);
    known.set(row, terms);
    return terms;
  };
}
