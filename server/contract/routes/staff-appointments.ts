/** The other side of appointments. What belongs to a service one does not work in is 404. */
import { z } from '@hono/zod-openapi';
import { headers, json, jsonBody, operation } from '../operation.js';
import { Id, Instant, langQuery, pageQuery } from '../scalars.js';
import { AppointmentStatus } from '../schemas/appointment.js';
import { AppointmentKind } from '../schemas/contact.js';
import {
  AppointmentCancellation,
  AppointmentDecision,
  AppointmentTime,
  NewAppointment,
  NewSlot,
  StaffAppointment,
  StaffAppointmentList,
  StaffSlot,
  StaffSlotList,
  VisitCompletion,
} from '../schemas/staff-appointment.js';

const tags = ['staff'];
const rules = { access: 'staff' } as const;
const params = z.object({ id: Id });
const query = z.object(langQuery);
const versioned = { ETag: headers.ETag };
const logged = "Stands in the resident's access log.";

export const listStaffAppointments = operation(
  { ...rules, problems: ['not-found'] },
  {
    method: 'get',
    path: '/staff/appointments',
    operationId: 'listStaffAppointments',
    tags,
    summary:
      'Appointments of the services this person works in, by time; requests without a time come first.',
    request: {
      query: z.object({
        from: Instant.optional(),
        to: Instant.optional(),
        status: AppointmentStatus.optional(),
        contactId: Id.optional().openapi({ description: 'One of these services; another is 404.' }),
        order: z.enum(['asc', 'desc']).optional(),
        ...langQuery,
        ...pageQuery,
      }),
    },
    responses: { 200: json('Appointments.', StaffAppointmentList) },
  },
);

export const getStaffAppointment = operation(rules, {
  method: 'get',
  path: '/staff/appointments/{id}',
  operationId: 'getStaffAppointment',
  tags,
  summary: `One appointment. ${logged}`,
  request: { params, query },
  responses: { 200: { ...json('The appointment.', StaffAppointment), headers: versioned } },
});

export const decideAppointment = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['slot-taken', 'not-allowed'] },
  {
    method: 'post',
    path: '/staff/appointments/{id}/decision',
    operationId: 'decideAppointment',
    tags,
    summary: `Accepts or declines what the resident has asked for. ${logged}`,
    request: { params, query, ...jsonBody(AppointmentDecision) },
    responses: { 200: { ...json('The appointment after it.', StaffAppointment), headers: versioned } },
  },
);

export const completeVisit = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['not-allowed'] },
  {
    method: 'post',
    path: '/staff/appointments/{id}/completion',
    operationId: 'completeVisit',
    tags,
    summary: `Registers that it has taken place, on its day at the earliest. ${logged}`,
    request: { params, query, ...jsonBody(VisitCompletion) },
    responses: { 200: { ...json('The appointment after it.', StaffAppointment), headers: versioned } },
  },
);

export const callOffAppointment = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['not-allowed'] },
  {
    method: 'post',
    path: '/staff/appointments/{id}/cancellation',
    operationId: 'callOffAppointment',
    tags,
    summary: `Calls off a booked appointment that is not over, and says why. ${logged}`,
    request: { params, query, ...jsonBody(AppointmentCancellation) },
    responses: { 200: { ...json('The appointment after it.', StaffAppointment), headers: versioned } },
  },
);

export const setAppointmentTime = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['slot-taken', 'not-allowed'] },
  {
    method: 'post',
    path: '/staff/appointments/{id}/time',
    operationId: 'setAppointmentTime',
    tags,
    summary: `Gives a booked appointment that is not over another time. ${logged}`,
    request: { params, query, ...jsonBody(AppointmentTime) },
    responses: { 200: { ...json('The appointment after it.', StaffAppointment), headers: versioned } },
  },
);

export const registerNoShow = operation(
  { ...rules, idempotent: true, ifMatch: true, problems: ['not-allowed'] },
  {
    method: 'post',
    path: '/staff/appointments/{id}/no-show',
    operationId: 'registerNoShow',
    tags,
    summary: `Registers that the resident was not there, when it has begun. ${logged}`,
    request: { params, query },
    responses: { 200: { ...json('The appointment after it.', StaffAppointment), headers: versioned } },
  },
);

export const bookAppointment = operation(
  { ...rules, idempotent: true, problems: ['not-found', 'slot-taken'] },
  {
    method: 'post',
    path: '/staff/appointments',
    operationId: 'bookAppointment',
    tags,
    summary: `Books for a resident who receives the service. ${logged}`,
    request: { query, ...jsonBody(NewAppointment) },
    responses: {
      201: {
        ...json('The new appointment.', StaffAppointment),
        headers: { ...versioned, Location: headers.Location },
      },
    },
  },
);

export const listStaffSlots = operation(
  { ...rules, problems: ['not-found'] },
  {
    method: 'get',
    path: '/staff/slots',
    operationId: 'listStaffSlots',
    tags,
    summary: 'Free times of a service that this person works in.',
    request: {
      query: z.object({
        contactId: Id,
        kind: AppointmentKind.optional(),
        from: Instant.optional().openapi({ description: 'Left out: now.' }),
        to: Instant.optional(),
        ...langQuery,
        ...pageQuery,
      }),
    },
    responses: { 200: json('Free times, earliest first.', StaffSlotList) },
  },
);

export const offerSlot = operation(
  { ...rules, idempotent: true, problems: ['not-found'] },
  {
    method: 'post',
    path: '/staff/slots',
    operationId: 'offerSlot',
    tags,
    summary: 'Offers a time with oneself, of a kind for which the service gives free times.',
    request: { query, ...jsonBody(NewSlot) },
    responses: { 201: json('The slot.', StaffSlot) },
  },
);

export const withdrawSlot = operation(
  { ...rules, problems: ['slot-taken'] },
  {
    method: 'delete',
    path: '/staff/slots/{id}',
    operationId: 'withdrawSlot',
    tags,
    summary: 'Withdraws a free time; one that is taken is kept.',
    request: { params },
    responses: { 204: { description: 'Done.' } },
  },
);
