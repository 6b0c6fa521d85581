/** Conversations, messages, files, and who has seen them. */
import { z } from '@hono/zod-openapi';
import { messageLimits, opaqueLength, textLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, OsloDate, writtenText } from '../scalars.js';
import { Action, ContactRef, Direction, Folder, Labelled } from './common.js';

export const LastMessage = z
  .object({
    id: Id,
    sentAt: Instant,
    direction: Direction,
    excerpt: z.string().openapi({ description: 'The beginning of the body, on one line.' }),
  })
  .openapi('LastMessage');

export const Thread = z
  .object({
    id: Id,
    contact: orNull(ContactRef).openapi({ description: 'Null for receipts from the service itself.' }),
    subject: z.string(),
    topic: orNull(Labelled),
    reply: Action,
    folder: Folder,
    unread: z.number().int().openapi({ description: 'Unread messages of this reader.' }),
    lastMessage: LastMessage,
    replyBy: orNull(OsloDate).openapi({ description: 'By when an answer may be expected.' }),
  })
  .openapi('Thread');

/** What a list of conversations counts over all its pages. */
export const Counts = z.object({ unread: z.number().int() }).openapi('Counts', {
  description: 'Unread messages in all conversations of this reader, not on this page alone.',
});

export const ThreadPage = listOf(Thread, 'ThreadPage');
export const ThreadList = ThreadPage.extend({ counts: Counts }).openapi('ThreadList');

const Body = writtenText(messageLimits.messageLength, 'Plain text.');
export const AttachmentIds = z
  .array(Id)
  .superRefine((ids, context) => {
    if (new Set(ids).size !== ids.length) {
      context.addIssue({ code: 'custom', message: 'invalid', params: { code: 'invalid' } });
    }
  })
  .openapi({
    maxItems: messageLimits.attachments,
    uniqueItems: true,
    description: `Files uploaded before, at most ${messageLimits.attachments} (\`too-many-attachments\`).`,
  });

export const NewThread = z
  .object({
    contactId: Id,
    topicId: orNull(Id).optional(),
    subject: writtenText(messageLimits.subjectLength, 'One line.', { singleLine: true }),
    body: Body,
    attachmentIds: AttachmentIds,
  })
  .openapi('NewThread');

export const NewMessage = z.object({ body: Body, attachmentIds: AttachmentIds }).openapi('NewMessage');

export const ThreadSearch = z
  .object({
    q: writtenText(textLimits.query, 'What to look for.'),
    folder: Folder.optional(),
    contactId: Id.optional(),
    cursor: z.string().min(1).max(opaqueLength).optional(),
  })
  .openapi('ThreadSearch');

export const ReadMark = z.object({ messageId: Id }).openapi('ReadMark', {
  description: 'The newest message that was read.',
});

export const FolderChange = z.object({ folder: Folder }).openapi('FolderChange');

export const Attachment = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    size: z.number().int().openapi({ description: 'Bytes.' }),
  })
  .openapi('Attachment');

export const Upload = z
  .object({
    file: z.instanceof(File).openapi({
      type: 'string',
      format: 'binary',
      description: `At most ${messageLimits.attachmentSize} bytes.`,
    }),
  })
  .openapi('Upload');

export const Message = z
  .object({
    id: Id,
    threadId: Id,
    direction: Direction,
    author: z.object({
      name: z.string(),
      role: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
      self: z.boolean().openapi({ description: 'Whether the reader wrote it.' }),
    }),
    body: z.string().openapi({ description: 'Plain text, never markup.' }),
    sentAt: Instant,
    attachments: z.array(Attachment),
  })
  .openapi('Message');

export const MessageList = listOf(Message, 'MessageList');

export const AccessLogEntry = z
  .object({
    at: Instant,
    who: z.string(),
    role: z.string().nullable(),
    what: z.string().openapi({ description: 'In words, in the language asked for.' }),
    onBehalfOf: z.string().nullable(),
  })
  .openapi('AccessLogEntry');

export const AccessLog = listOf(AccessLogEntry, 'AccessLog');

export const Hint = z
  .object({
    type: z.enum(['message', 'appointment', 'proxy', 'settings', 'session']),
    partyId: orNull(Id),
    id: orNull(Id),
  })
  .openapi('Hint', {
    description:
      'One `data:` line of the stream: says that something changed, never what. Not resumable: after each (re)connect the client asks again for what it shows.',
  });
