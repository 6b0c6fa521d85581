/** Messages and their files. */
import { sql, type Kysely } from 'kysely';
import { StorageError } from '../errors.js';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { AttachmentRow, Store } from '../storage.js';
import { isOneOf, json, type Database } from './database.js';
import { termColumns, termsOfMessage } from './search-index.js';

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

export function messagesStore(db: Kysely<Database>) {
  return {
    async insertMessage(row) {
      // One statement, so that it is one step outside a transaction too.
      await db
        .with('added', (cte) =>
          cte
            .insertInto('messages')
            .values({ ...row, authorRole: json(row.authorRole) })
            .returning('id'),
        )
        .insertInto('searchTerms')
        .columns(termColumns)
        .expression(termsOfMessage(row))
        .onConflict((conflict) => conflict.doNothing())
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
  } satisfies Partial<Store>;
}
