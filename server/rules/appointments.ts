/**
 * What may become of an appointment, and until when: a cancellation is a wish that the service accepts or declines;
 * a free slot is taken at once, wishes wait for an answer; past the deadline there is the phone.
 */
import type { Action, ActionReason, AppointmentKind, AppointmentStatus } from '../../src/backend/types.js';
import { changeDeadline } from '../../src/domain/deadlines.js';
import { osloDate, toInstant } from '../../src/domain/oslo.js';
import type { ProblemCode } from '../contract/problems.js';
import type {
  AppointmentChange,
  AppointmentRow,
  PeriodRow,
  PlaceRow,
  SlotRow,
} from '../storage/appointments.js';
import type { ContactRow, LocalText } from '../storage/storage.js';
import { offerAction, refused, type ActionReader } from './actions.js';

/** What somebody does with an appointment: a resident the first three, staff the others. */
type Deed =
  'cancel' | 'move' | 'ask-to-move' | 'accept' | 'decline' | 'complete' | 'call-off' | 'set-time' | 'miss';

/** What it is after a deed; what does not stand here cannot be done. */
const NEXT: Record<AppointmentStatus, Partial<Record<Deed, AppointmentStatus>>> = {
  // Nobody has planned anything yet, so nobody has to agree that it is not wanted any more.
  requested: { cancel: 'cancelled', accept: 'booked', decline: 'declined' },
  booked: {
    cancel: 'cancel-requested',
    move: 'booked',
    'ask-to-move': 'reschedule-requested',
    complete: 'completed',
    'call-off': 'cancelled',
    'set-time': 'booked',
    miss: 'no-show',
  },
  // The visit may take place before anybody has answered.
  'cancel-requested': { accept: 'cancelled', decline: 'booked', complete: 'completed', miss: 'no-show' },
  'reschedule-requested': { accept: 'booked', decline: 'booked', complete: 'completed', miss: 'no-show' },
  cancelled: {},
  declined: {},
  completed: {},
  'no-show': {},
};

const can = ({ status }: Pick<AppointmentRow, 'status'>, deed: Deed): boolean =>
  NEXT[status][deed] !== undefined;

/** @throws Error where it cannot be done: ask `can…` or an action before */
function after({ status }: AppointmentRow, deed: Deed): AppointmentStatus {
  const next = NEXT[status][deed];
  if (next === undefined) throw new Error(`an appointment that is ${status} takes no ${deed}`);
  return next;
}

/** As much of an appointment as says what may be done with it. */
type Standing = Pick<AppointmentRow, 'status' | 'kind' | 'start' | 'end'>;

/** Whether a resident may cancel: ask for it, or take back what was only asked for. */
export function cancelAction(appointment: Standing, contact: ContactRow, reader: ActionReader): Action {
  return changeAction(appointment, 'cancel', contact.cancelReasons.length > 0, contact, reader);
}

/** Whether a resident may move to another slot, or ask for another time. */
export function rescheduleAction(appointment: Standing, contact: ContactRow, reader: ActionReader): Action {
  const offered = contact.requests.some(({ kind }) => kind === appointment.kind);
  return changeAction(appointment, 'ask-to-move', offered, contact, reader);
}

/** What is over comes first: of that nobody asks any more. Then the service, then what is under way, then time. */
function changeAction(
  appointment: Standing,
  deed: Deed,
  offered: boolean,
  contact: ContactRow,
  reader: ActionReader,
): Action {
  const { status, start, end } = appointment;
  const isOver = Object.keys(NEXT[status]).length === 0 || (end !== null && end <= reader.now);
  if (isOver) return refused('closed', null);
  const offer = requestAction(contact, reader);
  if (!offer.allowed) return offer;
  if (!can(appointment, deed)) return refused('already-requested', null);
  if (!offered) return refused('not-offered', null);
  if (start === null) return { ...offer, text: null };
  const { changeDeadline: rule, closedDays } = contact;
  const last = rule ? changeDeadline(start, rule, closedDays) : start;
  const until = toInstant(last);
  return last < reader.now ? refused('too-late', null, until) : { ...offer, until, text: null };
}

/** Whether a resident may ask this service for an appointment at all. */
export const requestAction = (contact: ContactRow, reader: ActionReader): Action =>
  offerAction(contact.appointments, contact.opensOn, 'appointments', reader);

/** How a refused action is told to who tries all the same. */
export const refusalFor = (reason: ActionReason | null): ProblemCode =>
  reason === 'too-late' ? 'too-late' : 'not-allowed';

/** Staff decide on what was asked for. */
export const canDecide = (appointment: AppointmentRow): boolean => can(appointment, 'accept');

/** Whether to accept is to give a time; else it is to let go of one. */
export const needsTime = ({ status }: AppointmentRow): boolean =>
  status === 'requested' || status === 'reschedule-requested';

/** Whether it can have taken place at `at`: not before the day it was planned for. */
export const canComplete = (appointment: AppointmentRow, at: number): boolean =>
  can(appointment, 'complete') && appointment.start !== null && osloDate(appointment.start) <= osloDate(at);

/** Whether staff may call it off, or give it another time, by themselves: what is asked for they answer instead. */
export const canCallOff = (appointment: AppointmentRow, now: number): boolean =>
  can(appointment, 'call-off') && !hasEnded(appointment, now);
export const canSetTime = (appointment: AppointmentRow, now: number): boolean =>
  can(appointment, 'set-time') && !hasEnded(appointment, now);

/** Whether the resident can have been missed: it has begun. */
export const canMiss = (appointment: AppointmentRow, now: number): boolean =>
  can(appointment, 'miss') && appointment.start !== null && appointment.start <= now;

const hasEnded = ({ end }: AppointmentRow, now: number): boolean => end !== null && end <= now;

/** What a time brings with it. */
export type Time = Pick<AppointmentRow, 'start' | 'end' | 'window' | 'place' | 'practitioner' | 'slotId'>;

export const timeOf = (slot: SlotRow): Time => ({
  start: slot.start,
  end: slot.end,
  window: false,
  place: slot.place,
  practitioner: slot.practitioner,
  slotId: slot.id,
});

/** Who asks again has read the answer to what was asked before. */
const asked = (status: AppointmentStatus, now: number) => ({ status, decision: null, updatedAt: now });

/** The resident wants to cancel; with what was only asked for that is all. */
export function cancelled(
  appointment: AppointmentRow,
  why: { reasonId: string; message: string | null },
  now: number,
): AppointmentChange {
  const status = after(appointment, 'cancel');
  return {
    ...asked(status, now),
    // It stands in lists where it was decided on.
    ...(status === 'cancelled' ? { decision: { outcome: 'accepted', reason: null, at: now } as const } : {}),
    cancelReasonId: why.reasonId,
    cancelMessage: why.message,
  };
}

/** Moved to a free slot; the old one is free again. */
export const moved = (appointment: AppointmentRow, time: Time, now: number): AppointmentChange => ({
  ...asked(after(appointment, 'move'), now),
  ...time,
  wishes: null,
  preferred: [],
});

/** Another time is wished for; the old one is kept until somebody has decided. */
export const askedToMove = (
  appointment: AppointmentRow,
  wish: { wishes: string; preferred: PeriodRow[] },
  now: number,
): AppointmentChange => ({ ...asked(after(appointment, 'ask-to-move'), now), ...wish });

/** `time` where one is needed. */
export function accepted(
  appointment: AppointmentRow,
  { reason, time }: { reason: string | null; time: Time | null },
  now: number,
): AppointmentChange {
  const status = after(appointment, 'accept');
  return {
    status,
    decision: { outcome: 'accepted', reason, at: now },
    updatedAt: now,
    ...(status === 'cancelled' ? { slotId: null } : time),
  };
}

export const declined = (appointment: AppointmentRow, reason: string, now: number): AppointmentChange => ({
  status: after(appointment, 'decline'),
  decision: { outcome: 'declined', reason, at: now },
  updatedAt: now,
});

export const completed = (appointment: AppointmentRow, at: number, now: number): AppointmentChange => ({
  status: after(appointment, 'complete'),
  completedAt: at,
  updatedAt: now,
});

/** The service calls it off, and says why. */
export const calledOff = (appointment: AppointmentRow, reason: string, now: number): AppointmentChange => ({
  status: after(appointment, 'call-off'),
  decision: { outcome: 'accepted', reason, at: now },
  updatedAt: now,
  slotId: null,
});

/** The service gives it another time; what was answered before was about the old one. */
export const timeSet = (appointment: AppointmentRow, time: Time, now: number): AppointmentChange => ({
  ...asked(after(appointment, 'set-time'), now),
  ...time,
});

/** The resident was not there. */
export const missed = (appointment: AppointmentRow, now: number): AppointmentChange => ({
  status: after(appointment, 'miss'),
  updatedAt: now,
});

const PLACES: Record<AppointmentKind, PlaceRow['type']> = {
  'home-visit': 'home',
  consultation: 'clinic',
  vaccination: 'clinic',
  group: 'clinic',
  video: 'video',
  phone: 'phone',
};

/** Where appointments of a kind are, as far as the service's own address says it. */
export function placeOf(kind: AppointmentKind, { address }: Pick<ContactRow, 'address'>): PlaceRow {
  const type = PLACES[kind];
  if (type !== 'clinic' || !address) return { type, text: null, url: null };
  const nb = [...address.lines, `${address.postalCode} ${address.city}`].join(', ');
  return { type, text: { nb }, url: null };
}

const TITLES: Record<AppointmentKind, LocalText> = {
  'home-visit': { nb: 'Hjemmebesøk', nn: 'Heimebesøk', en: 'Home visit' },
  consultation: { nb: 'Konsultasjon', nn: 'Konsultasjon', en: 'Consultation' },
  vaccination: { nb: 'Vaksinasjon', nn: 'Vaksinasjon', en: 'Vaccination' },
  group: { nb: 'Gruppetime', nn: 'Gruppetime', en: 'Group session' },
  video: { nb: 'Videotime', nn: 'Videotime', en: 'Video appointment' },
  phone: { nb: 'Telefontime', nn: 'Telefontime', en: 'Telephone appointment' },
};

/** In the service's own words where it has some for the kind. */
export const titleOf = (kind: AppointmentKind, { requests }: Pick<ContactRow, 'requests'>): LocalText =>
  requests.find((request) => request.kind === kind)?.label ?? TITLES[kind];
