/** Shapes that several topics share. */
import { z } from '@hono/zod-openapi';
import { Id, Instant, orNull } from '../scalars.js';

export const ActionReason = z
  .enum([
    'not-offered',
    'not-open-yet',
    'too-late',
    'closed',
    'reply-only',
    'already-requested',
    'scope-missing',
    'unauthenticated',
  ])
  .openapi('ActionReason');

export const Action = z
  .object({
    allowed: z.boolean(),
    until: orNull(Instant).openapi({
      description: 'Until when it may be done, or from when (with `not-open-yet`).',
    }),
    reason: orNull(ActionReason),
    text: z.string().nullable().openapi({
      description: "The municipality's own words, in the language asked for.",
    }),
  })
  .openapi('Action', { description: 'The answer to a "may I": whether, until when, and why not.' });

export const MunicipalityRef = z
  .object({
    number: z.string().openapi({ description: 'Four digits, the leading zero kept.', example: '0301' }),
    name: z.string(),
  })
  .openapi('MunicipalityRef');

export const ServiceType = z
  .enum([
    'home-care',
    'practical-help',
    'physiotherapy',
    'personal-assistance',
    'mental-health',
    'occupational-therapy',
    'health-centre',
    'vaccination',
    'emergency-clinic',
    'other',
  ])
  .openapi('ServiceType');

export const Phone = z
  .object({
    number: z.string().openapi({ description: 'As it is dialled.' }),
    label: z.string().nullable(),
  })
  .openapi('Phone');

export const Labelled = z.object({ id: Id, label: z.string() }).openapi('Labelled');

/** What of a service stands on its appointments and threads. */
export const ContactRef = z
  .object({ id: Id, name: z.string(), service: ServiceType, phones: z.array(Phone) })
  .openapi('ContactRef');

export const Practitioner = z
  .object({ role: z.string(), name: z.string().nullable() })
  .openapi('Practitioner');

export const Direction = z.enum(['in', 'out']).openapi('Direction', {
  description: "`out` goes from the resident's side to the service.",
});

export const Folder = z.enum(['inbox', 'archive']).openapi('Folder');
