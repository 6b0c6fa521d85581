/** The other side: what staff of a service see. Not part of the residents' contract. */
import { z } from '@hono/zod-openapi';
import { messageLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, OsloDate, writtenText } from '../scalars.js';
import { ContactRef, Labelled, MunicipalityRef } from './common.js';
import { Counts, LastMessage } from './thread.js';

export const StaffContact = ContactRef.extend({
  municipality: MunicipalityRef,
  district: z.object({ number: z.string(), name: z.string() }).nullable(),
  unread: z.number().int().openapi({ description: 'Messages to this service that the reader has not seen.' }),
}).openapi('StaffContact');

export const StaffSession = z
  .object({
    user: z.object({ id: Id, name: z.string(), role: z.string() }),
    contacts: z.array(StaffContact).openapi({ description: 'The services this person works in.' }),
    expiresAt: orNull(Instant),
    messageLength: z.number().int().openapi({ description: 'Unicode code points to an answer.' }),
  })
  .openapi('StaffSession');

export const StaffThread = z
  .object({
    id: Id,
    contact: ContactRef,
    resident: z.object({
      id: Id,
      name: z.string(),
      birthDate: OsloDate.openapi({ description: 'Tells two of the same name apart.' }),
    }),
    subject: z.string(),
    topic: orNull(Labelled),
    state: z.enum(['open', 'reply-only', 'closed']),
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
  .object({ body: writtenText(messageLimits.messageLength, 'Plain text.') })
  .openapi('StaffAnswer');
