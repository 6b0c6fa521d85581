/** The other side: what staff of a service see. Not part of the residents' contract. */
import { z } from '@hono/zod-openapi';
import { messageLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, OsloDate, writtenText } from '../scalars.js';
import { ContactRef, Labelled, MunicipalityRef } from './common.js';
import { RequestKind } from './contact.js';
import { AttachmentIds, Counts, LastMessage, MessageList } from './thread.js';

export const StaffContact = ContactRef.extend({
  municipality: MunicipalityRef,
  district: z.object({ number: z.string(), name: z.string() }).nullable(),
  unread: z.number().int().openapi({ description: 'Messages to this service that the reader has not seen.' }),
  requests: z.array(RequestKind).openapi({ description: 'What residents can ask for.' }),
}).openapi('StaffContact');

export const StaffSession = z
  .object({
    user: z.object({ id: Id, name: z.string(), role: z.string() }),
    contacts: z.array(StaffContact).openapi({ description: 'The services this person works in.' }),
    expiresAt: orNull(Instant),
    messageLength: z.number().int().openapi({ description: 'Unicode code points to an answer.' }),
    attachments: z.number().int().openapi({ description: 'Files to an answer.' }),
    attachmentSize: z.number().int().openapi({ description: 'Bytes of a file.' }),
    mediaTypes: z.array(z.string()),
  })
  .openapi('StaffSession');

export const Resident = z
  .object({
    id: Id,
    name: z.string(),
    birthDate: OsloDate.openapi({ description: 'Tells two of the same name apart.' }),
  })
  .openapi('Resident');

export const ThreadState = z.enum(['open', 'reply-only', 'closed']).openapi('ThreadState', {
  description:
    '`reply-only`: the resident may answer what the service wrote, not write again before it does. `closed`: nobody writes until it is opened again.',
});

export const StaffThread = z
  .object({
    id: Id,
    contact: ContactRef,
    resident: Resident,
    subject: z.string(),
    topic: orNull(Labelled),
    state: ThreadState,
    unread: z.number().int().openapi({ description: 'Messages that this reader has not seen.' }),
    lastMessage: LastMessage.extend({
      author: z.string(),
      attachments: z.number().int().openapi({ description: 'How many files came with it.' }),
    }).openapi('StaffLastMessage'),
    replyBy: orNull(OsloDate).openapi({
      description: 'By when the resident was told to expect an answer; null when answered.',
    }),
  })
  .openapi('StaffThread');

export const StaffThreadList = listOf(StaffThread, 'StaffThreadPage')
  .extend({ counts: Counts })
  .openapi('StaffThreadList');

export const StaffAnswer = z
  .object({
    body: writtenText(messageLimits.messageLength, 'Plain text.'),
    attachmentIds: AttachmentIds.optional(),
  })
  .openapi('StaffAnswer');

export const StateChange = z.object({ state: ThreadState }).openapi('StateChange');

/** How far somebody on the resident's side has read. */
export const Receipt = z
  .object({
    who: z.string(),
    onBehalfOf: z.string().nullable(),
    sentAt: Instant.openapi({ description: 'When the newest message that was read had been sent.' }),
    at: Instant.openapi({ description: 'When that message was read.' }),
  })
  .openapi('Receipt');

export const StaffMessageList = MessageList.extend({
  receipts: z.array(Receipt).openapi({
    description: 'Of each reader on the resident’s side who has read something; the latest first.',
  }),
}).openapi('StaffMessageList');
