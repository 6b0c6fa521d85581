/** Conversations, the folders that readers keep them in, and what has been read. */
import { sql, type Kysely } from 'kysely';
import { StorageError } from '../errors.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import {
  BEGINNING,
  type Store,
  type ThreadFilter,
  type ThreadRow,
  type ThreadView,
  type UnreadFilter,
} from '../storage.js';
import { isOneOf, type Database } from './database.js';
import { isFound, termColumns, termsOfThread } from './search-index.js';

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

    async updateThread(id, change) {
      // Naming the id makes an empty change valid SQL.
      const update = db.updateTable('threads').set({ ...change, id });
      const { numUpdatedRows } = await update.where('id', '=', id).executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new StorageError('missing-reference', 'threads: id names a row that is not there');
      }
    },

    async listThreads(filter, page) {
      const limit = page.limit + 1;
      const cursor =
        page.cursor === null ? null : decodeCursor('threads', ['number', 'number', 'string'], page.cursor);
      const rows = cursor
        ? await threadsAfter(db, filter, { walkFrom: cursor[0], at: cursor[1], id: cursor[2] }, limit)
        : await newestThreads(db, filter, limit);
      const walkFrom = cursor?.[0] ?? rows[0]?.position ?? 0;
      const { items, next } = pageOf(rows, page.limit, (row) =>
        encodeCursor('threads', [walkFrom, row.position, row.id]),
      );
      return { items: items.map(({ position: _, ...row }) => row), next };
    },

    async viewThreads(threadIds, readerId, direction) {
      const { rows } = await sql<ViewRow>`
        select t.id as thread_id, m.id, m.sent_at, m.direction, m.author_name,
          left(m.body, ${BEGINNING}) as beginning,
          ${isArchived(readerId)} as archived,
          case when t.last_message_at <= r.at then 0 else (
            select count(*) from messages n
            where n.thread_id = t.id and n.direction = ${direction} and n.sent_at > coalesce(r.at, ${EVER})
          ) end as unread
        from threads t
        join messages m on m.id = t.last_message_id
        left join read_marks r on r.thread_id = t.id and r.reader_id = ${readerId}
        where ${isOneOf('t.id', threadIds)}
      `.execute(db);
      return new Map(
        rows.map(({ threadId, archived, unread, ...last }): [string, ThreadView] => [
          threadId,
          { last, unread, folder: archived ? 'archive' : 'inbox' },
        ]),
      );
    },

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

  /** By contact, none: left out. All that there are, less what the reader has seen. */
  async function countUnread(
    whose: UnreadFilter,
    readerId: string,
    direction: 'in' | 'out',
  ): Promise<Map<string, number>> {
    const counted = sql.ref(direction === 'in' ? 'incoming' : 'outgoing');
    const theirs =
      'personId' in whose ? sql`person_id = ${whose.personId}` : isOneOf('contact_id', whose.contactIds);
    const { rows } = await sql<{ id: string; count: number }>`
      select contact_id as id, sum(n)::bigint as count
      from (
        select contact_id, ${counted} as n from message_counts where ${theirs}
        union all
        select contact_id, -${counted} from seen_counts where reader_id = ${readerId} and ${theirs}
      ) counts
      group by contact_id
      having sum(n) > 0
    `.execute(db);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}

/** What the counts of conversations with no service stand under. */
const NO_CONTACT = '';

type ViewRow = ThreadView['last'] & { threadId: string; archived: boolean; unread: number };

/** Before every instant; typed, for a parameter in `coalesce` would else be guessed. */
const EVER = sql`${Number.MIN_SAFE_INTEGER}::bigint`;

/** Archived, and nothing has come since. */
function isArchived(readerId: string) {
  return sql<boolean>`exists (
    select 1 from archived a
    where a.reader_id = ${readerId} and a.thread_id = t.id and a.message_id = t.last_message_id
  )`;
}

function matches({ personId, contactIds, folder, search }: ThreadFilter) {
  const conditions = [
    ...(personId === undefined ? [] : [sql`t.person_id = ${personId}`]),
    ...(contactIds === undefined ? [] : [isOneOf('t.contact_id', contactIds)]),
    ...(folder === undefined
      ? []
      : [folder.is === 'archive' ? isArchived(folder.readerId) : sql`not ${isArchived(folder.readerId)}`]),
    ...(search === undefined ? [] : [isFound(personId, search)]),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

type PlacedThread = ThreadRow & { position: number };

async function newestThreads(db: Kysely<Database>, filter: ThreadFilter, limit: number) {
  const { rows } = await sql<PlacedThread>`
    select t.*, t.last_message_at as position
    from threads t
    where ${matches(filter)}
    order by t.last_message_at desc, t.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * The rest of a walk that began when `walkFrom` was the newest message. A
 * conversation that got a message since then has moved to the top, where the
 * walk has passed: it is given at the place where it stood.
 */
async function threadsAfter(
  db: Kysely<Database>,
  filter: ThreadFilter,
  cursor: { walkFrom: number; at: number; id: string },
  limit: number,
) {
  const after = sql`(${cursor.at}::bigint, ${cursor.id}::text)`;
  const { rows } = await sql<PlacedThread>`
    with stayed as (
      select t.*, t.last_message_at as position
      from threads t
      where ${matches(filter)}
        and t.last_message_at <= ${cursor.walkFrom} and (t.last_message_at, t.id) < ${after}
      order by t.last_message_at desc, t.id desc
      limit ${limit}
    ), moved as (
      select t.*, stood.at as position
      from threads t
      cross join lateral (
        select max(m.sent_at) as at from messages m
        where m.thread_id = t.id and m.sent_at <= ${cursor.walkFrom}
      ) stood
      where ${matches(filter)}
        and t.last_message_at > ${cursor.walkFrom} and (stood.at, t.id) < ${after}
    )
    select * from stayed union all select * from moved
    order by position desc, id desc
    limit ${limit}
  `.execute(db);
  return rows;
}
