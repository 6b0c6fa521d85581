/** Which notices, and where to. */
import { z } from '@hono/zod-openapi';
import { textLimits } from '../limits.js';
import { Id, Instant, Language, orNull, Url, writtenText } from '../scalars.js';
import { Version } from './appointment.js';

const Channel = z.enum(['sms', 'email']).openapi('NoticeChannel');
const Event = z.enum(['message', 'appointment', 'visit-completed']).openapi('NoticeEvent');

export const NoticeRule = z
  .object({
    event: Event,
    channels: z.array(Channel),
    required: z.boolean().openapi({ description: 'Always gives a notice; only the channel can be chosen.' }),
    preview: z.object({ sms: z.string(), email: z.string() }).openapi({
      description:
        'What is sent, in the language of the settings; of an e-mail the subject, an empty line, the text.',
    }),
  })
  .openapi('NoticeRule');

const Target = z.object({ value: z.string(), verified: z.boolean() }).openapi('NoticeTarget');

export const NotificationSettings = z
  .object({
    mobile: orNull(Target),
    email: orNull(Target),
    managedAt: z.object({ label: z.string(), url: Url }).nullable().openapi({
      description: 'Set where the addresses are kept elsewhere and are read-only here.',
    }),
    language: Language,
    rules: z.array(NoticeRule),
    version: Version,
  })
  .openapi('NotificationSettings');

export const NotificationSettingsChange = z
  .object({
    rules: z.array(z.object({ event: Event, channels: z.array(Channel).max(2) })).max(3),
    language: Language,
    mobile: z.null().optional().openapi({ description: 'Null removes it.' }),
    email: z.null().optional().openapi({ description: 'Null removes it.' }),
  })
  .openapi('NotificationSettingsChange', {
    description: 'A new address comes only through a verification.',
  });

export const VerificationRequest = z
  .object({
    channel: Channel,
    to: writtenText(textLimits.target, 'The number or address.', { singleLine: true }),
  })
  .openapi('VerificationRequest');

export const VerificationStarted = z.object({ id: Id, expiresAt: Instant }).openapi('VerificationStarted');

export const VerificationCode = z.object({ code: z.string().regex(/^\d{4,8}$/) }).openapi('VerificationCode');
