/** The other side of appointments: what staff of a service see, decide, book and offer. */
import { z } from '@hono/zod-openapi';
import { textLimits } from '../limits.js';
import { Id, Instant, listOf, orNull, writtenText } from '../scalars.js';
import { Appointment, Slot } from './appointment.js';
import { Labelled } from './common.js';
import { AppointmentKind } from './contact.js';
import { Resident } from './staff.js';

export const StaffAppointment = Appointment.omit({ cancel: true, cancelMessage: true, reschedule: true })
  .extend({
    resident: Resident,
    cancelReason: orNull(Labelled).openapi({ description: 'Why the resident wants to cancel.' }),
    message: z.string().nullable().openapi({ description: 'What the resident wrote with the cancellation.' }),
  })
  .openapi('StaffAppointment');

export const StaffAppointmentList = listOf(StaffAppointment, 'StaffAppointmentList');

/** When, as a slot of the service or freely. */
const time = {
  slotId: Id.optional(),
  start: Instant.optional(),
  end: Instant.optional(),
  window: z.boolean().optional().openapi({
    description: '`start` to `end` is when the visit begins. Left out: how long it lasts.',
  }),
};

type TimeGiven = { slotId?: string | undefined; start?: string | undefined; end?: string | undefined };
const isWhole = ({ start, end }: TimeGiven) => start === undefined || end !== undefined;
const isOne = ({ slotId, start, end }: TimeGiven) =>
  slotId === undefined ? end === undefined || start !== undefined : start === undefined && end === undefined;

export const AppointmentDecision = z
  .object({
    outcome: z.enum(['accepted', 'declined']),
    reason: writtenText(textLimits.decision, 'What the resident is told.').optional(),
    ...time,
  })
  .refine(({ outcome, reason }) => outcome === 'accepted' || reason !== undefined, {
    path: ['reason'],
    params: { code: 'required' },
  })
  .refine(isWhole, { path: ['end'], params: { code: 'required' } })
  .refine(isOne, { path: ['start'] })
  .openapi('AppointmentDecision', {
    description:
      'To decline takes a reason. To accept a request for an appointment or for another time takes a `slotId`, or `start` and `end`.',
  });

export const NewAppointment = z
  .object({
    residentId: Id,
    contactId: Id,
    kind: AppointmentKind,
    title: writtenText(textLimits.title, 'Left out: the name of the kind.', { singleLine: true }).optional(),
    preparation: writtenText(textLimits.preparation, 'What the resident is to do before.').optional(),
    ...time,
  })
  .refine(({ slotId, start }) => slotId !== undefined || start !== undefined, {
    path: ['start'],
    params: { code: 'required' },
  })
  .refine(isWhole, { path: ['end'], params: { code: 'required' } })
  .refine(isOne, { path: ['start'] })
  .openapi('NewAppointment');

export const VisitCompletion = z
  .object({ at: Instant.optional().openapi({ description: 'When it took place. Left out: now.' }) })
  .openapi('VisitCompletion');

export const AppointmentCancellation = z
  .object({ reason: writtenText(textLimits.decision, 'What the resident is told.') })
  .openapi('AppointmentCancellation');

export const AppointmentTime = z
  .object(time)
  .refine(({ slotId, start }) => slotId !== undefined || start !== undefined, {
    path: ['start'],
    params: { code: 'required' },
  })
  .refine(isWhole, { path: ['end'], params: { code: 'required' } })
  .refine(isOne, { path: ['start'] })
  .openapi('AppointmentTime', { description: 'A `slotId`, or `start` and `end`.' });

export const StaffSlot = Slot.extend({ contactId: Id, kind: AppointmentKind }).openapi('StaffSlot');

export const StaffSlotList = listOf(StaffSlot, 'StaffSlotList');

export const NewSlot = z
  .object({
    contactId: Id,
    kind: AppointmentKind,
    start: Instant,
    end: Instant,
    place: writtenText(textLimits.title, "Left out: the service's address.", { singleLine: true }).optional(),
  })
  .openapi('NewSlot');
