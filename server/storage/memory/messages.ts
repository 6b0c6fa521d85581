/** Messages and their files. */
import { compareText, decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { AttachmentRow, MessageRow, PageOf, PageRequest, Store } from '../storage.js';
import { copies, copy, filter, mustHave, newestFirst } from './rows.js';
import type { Tables } from './tables.js';

export function messagesStore(tables: Tables) {
  return {
    async insertMessage(row: MessageRow): Promise<void> {
      mustHave(tables.threads, row.threadId, 'messages', 'threadId');
      tables.messages.insert(row.id, row);
    },

    async moveMessage(id: string, sentAt: number): Promise<void> {
      tables.messages.put(id, { ...mustHave(tables.messages, id, 'messages', 'id'), sentAt });
    },

    async getMessage(id: string): Promise<MessageRow | null> {
      return copy(tables.messages.get(id));
    },

    async listMessages(threadId: string, page: PageRequest): Promise<PageOf<MessageRow>> {
      const after = page.cursor === null ? null : decodeCursor('messages', ['number', 'string'], page.cursor);
      const rows = filter(tables.messages.all(), (row) => row.threadId === threadId);
      const found = newestFirst(rows, (row) => [row.sentAt, row.id], after, page.limit);
      return pageOf(copies(found), page.limit, (row) => encodeCursor('messages', [row.sentAt, row.id]));
    },

    async insertAttachment(row: AttachmentRow, bytes: Uint8Array): Promise<void> {
      if (row.personId !== null) mustHave(tables.persons, row.personId, 'attachments', 'personId');
      if (row.messageId !== null) mustHave(tables.messages, row.messageId, 'attachments', 'messageId');
      tables.attachments.insert(row.id, row);
      tables.bytes.put(row.id, { bytes });
    },

    async getAttachment(id: string): Promise<AttachmentRow | null> {
      return copy(tables.attachments.get(id));
    },

    async getAttachmentBytes(id: string): Promise<Uint8Array | null> {
      return tables.bytes.get(id)?.bytes.slice() ?? null;
    },

    async listAttachments(messageIds: string[]): Promise<AttachmentRow[]> {
      const rows = filter(
        tables.attachments.all(),
        (row) => row.messageId !== null && messageIds.includes(row.messageId),
      );
      return copies(rows.sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id)));
    },

    async claimAttachments(input: {
      ids: string[];
      uploaderId: string;
      personId: string | null;
      messageId: string;
      notBefore: number;
    }): Promise<boolean> {
      const rows = [...new Set(input.ids)].map((id) => tables.attachments.get(id));
      const theirs = rows.filter(
        (row): row is AttachmentRow =>
          row?.messageId === null &&
          row.uploaderId === input.uploaderId &&
          row.personId === input.personId &&
          row.createdAt >= input.notBefore,
      );
      if (theirs.length < rows.length) return false;
      if (theirs.length > 0) mustHave(tables.messages, input.messageId, 'attachments', 'messageId');
      for (const row of theirs) tables.attachments.put(row.id, { ...row, messageId: input.messageId });
      return true;
    },

    async deleteUnusedAttachments(createdBefore: number): Promise<number> {
      const deleted = tables.attachments.deleteWhere(
        (row) => row.messageId === null && row.createdAt < createdBefore,
      );
      for (const id of [...tables.bytes.keys()]) if (!tables.attachments.has(id)) tables.bytes.delete(id);
      return deleted;
    },
  } satisfies Partial<Store>;
}
