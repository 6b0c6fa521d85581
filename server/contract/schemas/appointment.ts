/** Appointments and free slots. */
import { z } from '@hono/zod-openapi';
import { preferredPeriods, textLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, Url, writtenText } from '../scalars.js';
import { Action, ContactRef, Practitioner } from './common.js';
import { AppointmentKind } from './contact.js';

export const AppointmentStatus = z
  .enum([
    'requested',
    'booked',
    'cancel-requested',
    'reschedule-requested',
    'cancelled',
    'declined',
    'completed',
    'no-show',
  ])
  .openapi('AppointmentStatus');

export const Place = z
  .object({
    type: z.enum(['home', 'clinic', 'video', 'phone']),
    text: z.string().nullable(),
    url: orNull(Url),
  })
  .openapi('Place');

export const Period = z.object({ from: Instant, to: Instant }).openapi('Period');

/** Opaque; goes back as `If-Match` and makes a change after another's fail as `stale`. */
export const Version = z.string().openapi({
  description: 'The `ETag` of this answer. Goes back as `If-Match` with a change.',
});

export const Appointment = z
  .object({
    id: Id,
    contact: ContactRef,
    kind: AppointmentKind,
    title: z.string(),
    start: orNull(Instant),
    end: orNull(Instant),
    wishes: z.string().nullable(),
    preferred: z.array(Period),
    window: z.boolean().openapi({
      description: '`start` to `end` is when the visit begins, not how long it lasts.',
    }),
    status: AppointmentStatus,
    place: Place,
    practitioner: orNull(Practitioner),
    preparation: z.string().nullable(),
    completedAt: orNull(Instant),
    cancel: Action,
    cancelMessage: z.boolean().openapi({ description: 'Whether a message may go with a cancellation.' }),
    reschedule: Action,
    decision: z
      .object({
        outcome: z.enum(['accepted', 'declined']),
        reason: z.string().nullable(),
        at: Instant,
      })
      .nullable(),
    version: Version,
  })
  .openapi('Appointment');

export const AppointmentList = listOf(Appointment, 'AppointmentList');

const Wishes = writtenText(textLimits.wishes, 'When and how, in free words.');
const Preferred = z.array(Period).max(preferredPeriods);

export const Cancellation = z
  .object({
    reasonId: Id,
    message: writtenText(textLimits.cancelMessage, 'A message to the service.').optional(),
  })
  .openapi('Cancellation');

export const Rescheduling = z
  .union([z.object({ slotId: Id }), z.object({ wishes: Wishes, preferred: Preferred })])
  .openapi('Rescheduling', {
    description: 'A slot moves it at once; wishes keep the old time until the service has decided.',
  });

export const AppointmentRequest = z
  .object({
    contactId: Id,
    kind: AppointmentKind,
    slotId: Id.optional(),
    wishes: Wishes.optional(),
    preferred: Preferred.optional(),
  })
  .refine((request) => request.slotId !== undefined || request.wishes !== undefined, {
    path: ['wishes'],
    params: { code: 'required' },
  })
  .openapi('AppointmentRequest', {
    description: 'A `slotId` books at once; without one `wishes` are required.',
  });

export const Slot = z
  .object({ id: Id, start: Instant, end: Instant, place: Place, practitioner: orNull(Practitioner) })
  .openapi('Slot');

export const SlotList = listOf(Slot, 'SlotList');
