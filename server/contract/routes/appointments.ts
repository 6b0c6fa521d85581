/** Appointments and free slots. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, Instant, langQuery, pageQuery } from '../scalars.js';
import {
  Appointment,
  AppointmentList,
  AppointmentRequest,
  AppointmentStatus,
  Cancellation,
  Rescheduling,
  SlotList,
} from '../schemas/appointment.js';
import { AppointmentKind } from '../schemas/contact.js';

const tags = ['appointments'];
const params = z.object({ id: Id });
const rules = { access: 'active', actingFor: 'used', scope: 'appointments' } as const;
const versioned = { ETag: headers.ETag };

export const listAppointments = operation(rules, {
  method: 'get',
  path: '/appointments',
  operationId: 'listAppointments',
  tags,
  summary: 'Appointments by time; requests without a time are among the coming ones.',
  request: {
    query: z.object({
      from: Instant.optional(),
      to: Instant.optional(),
      status: AppointmentStatus.optional(),
      contactId: Id.optional(),
      order: z.enum(['asc', 'desc']).optional(),
      ...langQuery,
      ...pageQuery,
    }),
  },
  responses: { 200: json('Appointments.', AppointmentList) },
});

export const getAppointment = operation(rules, {
  method: 'get',
  path: '/appointments/{id}',
  operationId: 'getAppointment',
  tags,
  summary: 'One appointment.',
  request: { params, query: z.object(langQuery) },
  responses: { 200: { ...json('The appointment.', Appointment), headers: versioned } },
});

export const cancelAppointment = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['too-late', 'not-allowed'] },
  {
    method: 'post',
    path: '/appointments/{id}/cancel',
    operationId: 'cancelAppointment',
    tags,
    summary: 'Asks to cancel; the service accepts or declines.',
    request: { params, query: z.object(langQuery), ...jsonBody(Cancellation) },
    responses: { 200: { ...json('The appointment after it.', Appointment), headers: versioned } },
  },
);

export const rescheduleAppointment = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['slot-taken', 'too-late', 'not-allowed'] },
  {
    method: 'post',
    path: '/appointments/{id}/reschedule',
    operationId: 'rescheduleAppointment',
    tags,
    summary: 'Moves to a free slot, or asks for another time.',
    request: { params, query: z.object(langQuery), ...jsonBody(Rescheduling) },
    responses: { 200: { ...json('The appointment after it.', Appointment), headers: versioned } },
  },
);

export const requestAppointment = operation(
  { ...rules, idempotent: true, problems: ['not-found', 'slot-taken', 'not-allowed'] },
  {
    method: 'post',
    path: '/appointments',
    operationId: 'requestAppointment',
    tags,
    summary: 'Books a free slot, or asks for an appointment.',
    request: { query: z.object(langQuery), ...jsonBody(AppointmentRequest) },
    responses: {
      201: {
        ...json('The new appointment.', Appointment),
        headers: { ...versioned, Location: headers.Location },
      },
    },
  },
);

export const listSlots = operation(
  { ...rules, problems: ['not-found'] },
  {
    method: 'get',
    path: '/slots',
    operationId: 'listSlots',
    tags: ['slots'],
    summary: 'Free times of a service.',
    request: {
      query: z.object({
        contactId: Id,
        kind: AppointmentKind,
        from: Instant,
        to: Instant,
        ...langQuery,
        ...pageQuery,
      }),
    },
    responses: { 200: json('Free times, earliest first.', SlotList) },
  },
);
