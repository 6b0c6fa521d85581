/** Conversations, their messages and files, and what has been read. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { StorageError } from '../errors.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { AttachmentRow, Store, ThreadFilter, ThreadRow } from '../storage.js';
import { json, type Database } from './database.js';

const attachmentColumns = [
  'id',
  'uploaderId',
  'personId',
  'messageId',
  'name',
  'mediaType',
  'size',
  'createdAt',
] as const satisfies (keyof AttachmentRow)[];

export function conversationsStore(db: Kysely<Database>) {
  return {
    async insertThread(row) {
      await db.insertInto('threads').values(row).execute();
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

    async insertMessage(row) {
      await db
        .insertInto('messages')
        .values({ ...row, authorRole: json(row.authorRole) })
        .execute();
    },

    async moveMessage(id, sentAt) {
      const update = db.updateTable('messages').set({ sentAt }).where('id', '=', id);
      const { numUpdatedRows } = await update.executeTakeFirst();
      if (numUpdatedRows === 0n) {
        throw new StorageError('missing-reference', 'messages: id names a row that is not there');
      }
    },

    async getMessage(id) {
      return (await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    async listMessages(threadId, page) {
      const after = page.cursor === null ? null : decodeCursor('messages', ['number', 'string'], page.cursor);
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('threadId', '=', threadId)
        .$if(after !== null, (rest) =>
          rest.where(sql<boolean>`(sent_at, id) < (${after?.[0]}, ${after?.[1]})`),
        )
        .orderBy('sentAt', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1)
        .execute();
      return pageOf(rows, page.limit, (row) => encodeCursor('messages', [row.sentAt, row.id]));
    },

    async insertAttachment(row, bytes) {
      await db
        .insertInto('attachments')
        .values({ ...row, bytes })
        .execute();
    },

    async getAttachment(id) {
      const query = db.selectFrom('attachments').select(attachmentColumns).where('id', '=', id);
      return (await query.executeTakeFirst()) ?? null;
    },

    async getAttachmentBytes(id) {
      const row = await db.selectFrom('attachments').select('bytes').where('id', '=', id).executeTakeFirst();
      // A copy: `pg` gives a Buffer that may share its memory.
      return row ? Uint8Array.from(row.bytes) : null;
    },

    listAttachments(messageIds) {
      return db
        .selectFrom('attachments')
        .select(attachmentColumns)
        .where(isOneOf('message_id', messageIds))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
    },

    async claimAttachments(input) {
      const ids = [...new Set(input.ids)];
      if (ids.length === 0) return true;
      // Locks in the order of ids, so that two claims of the same files do not wait for each other.
      const { rows } = await sql<{ id: string }>`
        with theirs as materialized (
          select id from attachments
          where id = any (${ids}::text[])
            and uploader_id = ${input.uploaderId}
            and person_id is not distinct from ${input.personId}::text
            and created_at >= ${input.notBefore}
            and message_id is null
          order by id
          for update
        )
        update attachments set message_id = ${input.messageId}
        from theirs
        where attachments.id = theirs.id and (select count(*) from theirs) = ${ids.length}
        returning attachments.id
      `.execute(db);
      return rows.length === ids.length;
    },

    async deleteUnusedAttachments(createdBefore) {
      const { numDeletedRows } = await db
        .deleteFrom('attachments')
        .where('messageId', 'is', null)
        .where('createdAt', '<', createdBefore)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async putReadMark(threadId, readerId, at) {
      await db
        .insertInto('readMarks')
        .values({ threadId, readerId, at })
        .onConflict((conflict) =>
          conflict
            .columns(['threadId', 'readerId'])
            .doUpdateSet({ at: sql<number>`greatest(read_marks.at, excluded.at)` }),
        )
        .execute();
    },

    countUnread(threadIds, readerId, direction) {
      return counts(sql`
        select m.thread_id as id, count(*) as count
        from messages m
        left join read_marks r on r.thread_id = m.thread_id and r.reader_id = ${readerId}
        where ${isOneOf('m.thread_id', threadIds)}
          and m.direction = ${direction} and (r.at is null or m.sent_at > r.at)
        group by m.thread_id
      `);
    },

    countUnreadByContact(personId, readerId) {
      return counts(sql`
        select t.contact_id as id, count(*) as count
        from threads t
        join messages m on m.thread_id = t.id
        left join read_marks r on r.thread_id = t.id and r.reader_id = ${readerId}
        where t.person_id = ${personId} and t.contact_id is not null
          and m.direction = 'in' and (r.at is null or m.sent_at > r.at)
        group by t.contact_id
      `);
    },

    countUnreadByService(contactIds, readerId) {
      // A conversation without anything newer than the mark costs no look at its messages.
      return counts(sql`
        select t.contact_id as id, count(*) as count
        from threads t
        left join read_marks r on r.thread_id = t.id and r.reader_id = ${readerId}
        join messages m on m.thread_id = t.id
        where ${isOneOf('t.contact_id', contactIds)} and (r.at is null or t.last_message_at > r.at)
          and m.direction = 'out' and (r.at is null or m.sent_at > r.at)
        group by t.contact_id
      `);
    },
  } satisfies Partial<Store>;

  async function counts(query: RawBuilder<unknown>): Promise<Map<string, number>> {
    const { rows } = await (query as RawBuilder<{ id: string; count: number }>).execute(db);
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}

/** One parameter, whatever the number of ids, and none of them matches nothing. */
function isOneOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any (${ids}::text[])`;
}

function matches({ personId, contactIds }: ThreadFilter) {
  return sql<boolean>`
    ${personId === undefined ? sql`true` : sql`t.person_id = ${personId}`} and
    ${contactIds === undefined ? sql`true` : isOneOf('t.contact_id', contactIds)}`;
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
