/** Conversations, the folders that readers keep them in, and what has been read. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { StorageError } from '../errors.js';
import type { Store, UnreadFilter } from '../storage.js';
import { isOneOf, type Database } from './database.js';
import { given, prepared } from './prepared.js';
import { termColumns, termsOfThread } from './search-index.js';
import { getView, listViews } from './thread-views.js';

export function threadsStore(db: Kysely<Database>) {
  return {
    async insertThread(row) {
      // One statement, so that it is one step outside a transaction too.
      await db
        .with('added', (cte) => cte.insertInto('threads').values(row).returning('id'))
        .insertInto('searchTerms')
        .columns(termColumns)
        .expression(termsOfThread(row))
        .execute();
    },

    async getThread(id) {
      return (await db.selectFrom('threads').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    getThreadView: (id, reader) => getView(db, id, reader),

    async updateThread(id, change) {
      // Naming the id makes an empty change valid SQL.
      const update = db.updateTable('threads').set({ ...change, id });
      const { numUpdatedRows } = await update.where('id', '=', id).executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new StorageError('missing-reference', 'threads: id names a row that is not there');
      }
    },

    listThreads: (filter, reader, page) => listViews(db, filter, reader, page),

    async putFolder(threadId, readerId, folder) {
      const { rows } = await (
        folder === 'inbox'
          ? sql`
              delete from archived a using threads t
              where a.thread_id = ${threadId} and a.reader_id = ${readerId}
                and t.id = a.thread_id and t.last_message_id = a.message_id
              returning a.thread_id`
          : sql`
              insert into archived (thread_id, reader_id, message_id)
              select t.id, ${readerId}, t.last_message_id from threads t where t.id = ${threadId}
              on conflict (reader_id, thread_id) do update set message_id = excluded.message_id
              where archived.message_id <> excluded.message_id
              returning thread_id`
      ).execute(db);
      return rows.length > 0;
    },

    async putReadMark(row) {
      const { rows } = await sql`
        insert into read_marks (thread_id, reader_id, at, read_at)
        values (${row.threadId}, ${row.readerId}, ${row.at}, ${row.readAt})
        on conflict (thread_id, reader_id) do update set at = excluded.at, read_at = excluded.read_at
        where read_marks.at < excluded.at
        returning thread_id
      `.execute(db);
      return rows.length > 0;
    },

    listReadMarks(threadId) {
      const query = db.selectFrom('readMarks').selectAll().where('threadId', '=', threadId);
      return query.orderBy('readerId').execute();
    },

    async countUnread(whose, readerId, direction) {
      const found = await countUnread(whose, readerId, direction);
      return [...found.values()].reduce((sum, count) => sum + count, 0);
    },

    async countUnreadByContact(personId, readerId) {
      const found = await countUnread({ personId }, readerId, 'in');
      found.delete(NO_CONTACT);
      return found;
    },

    countUnreadByService(contactIds, readerId) {
      return countUnread({ contactIds }, readerId, 'out');
    },
  } satisfies Partial<Store>;

  /** By contact, none: left out. */
  async function countUnread(
    whose: UnreadFilter,
    readerId: string,
    direction: 'in' | 'out',
  ): Promise<Map<string, number>> {
    const { rows } =
      'personId' in whose
        ? await unreadOfPerson(db, whose.personId, readerId, direction)
        : await unreadOfServices(whose.contactIds, readerId, direction).execute(db);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}

const unreadOfPerson = prepared('unread', (db) =>
  unread(sql`person_id = ${given(1)}`, given(2), given(3)).compile(db),
);

const unreadOfServices = (contactIds: string[], readerId: string, direction: 'in' | 'out') =>
  unread(isOneOf('contact_id', contactIds), sql`${readerId}`, sql`${direction}`);

/** All that there are, less what the reader has seen. */
function unread(theirs: RawBuilder<unknown>, readerId: RawBuilder<unknown>, direction: RawBuilder<unknown>) {
  const counted = sql`case ${direction} when 'in' then incoming else outgoing end`;
  return sql<{ id: string; count: number }>`
    select contact_id as id, sum(n)::bigint as count
    from (
      select contact_id, ${counted} as n from message_counts where ${theirs}
      union all
      select contact_id, -${counted} from seen_counts where reader_id = ${readerId} and ${theirs}
    ) counts
    group by contact_id
    having sum(n) > 0`;
}

/** What the counts of conversations with no service stand under. */
const NO_CONTACT = '';
