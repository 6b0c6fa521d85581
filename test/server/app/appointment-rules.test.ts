/** What may become of an appointment: every state, every deed. */
import { describe, expect, it } from 'vitest';
import {
  accepted,
  askedToMove,
  calledOff,
  canCallOff,
  canComplete,
  cancelAction,
  cancelled,
  canDecide,
  canMiss,
  canSetTime,
  completed,
  declined,
  missed,
  moved,
  needsTime,
  placeOf,
  rescheduleAction,
  timeOf,
  timeSet,
  titleOf,
} from '../../../server/rules/appointments.js';
import type { AppointmentRow, SlotRow } from '../../../server/storage/appointments.js';
import type { AppointmentStatus } from '../../../src/backend/types.js';
import { contacts, NOW } from './support/people.js';
import { hours } from './support/times.js';

const contact = contacts.homeCare;
const reader = { scopes: ['appointments'] as const, lang: 'nb' as const, now: NOW };

const row = (over: Partial<AppointmentRow> = {}): AppointmentRow => ({
  id: 'a',
  personId: 'anna',
  contactId: 'home-care',
  kind: 'consultation',
  title: { nb: 'Samtale' },
  start: NOW + hours(48),
  end: NOW + hours(49),
  window: true,
  status: 'booked',
  place: { type: 'clinic', text: null, url: null },
  practitioner: null,
  preparation: null,
  wishes: 'Snart',
  preferred: [{ from: NOW, to: NOW + 1 }],
  cancelReasonId: null,
  cancelMessage: null,
  decision: null,
  completedAt: null,
  slotId: 'old',
  createdAt: NOW,
  updatedAt: NOW,
  version: 1,
  ...over,
});
const slot: SlotRow = {
  id: 'slot',
  contactId: 'home-care',
  kind: 'consultation',
  start: NOW + hours(72),
  end: NOW + hours(73),
  place: { type: 'clinic', text: { nb: 'Rom 2' }, url: null },
  practitioner: { role: { nb: 'Lege' }, name: null },
};

const deeds = {
  cancel: (one: AppointmentRow) => cancelled(one, { reasonId: 'ill', message: null }, NOW + 1),
  move: (one: AppointmentRow) => moved(one, timeOf(slot), NOW + 1),
  ask: (one: AppointmentRow) => askedToMove(one, { wishes: 'Sent', preferred: [] }, NOW + 1),
  accept: (one: AppointmentRow) => accepted(one, { reason: null, time: timeOf(slot) }, NOW + 1),
  decline: (one: AppointmentRow) => declined(one, 'Fullt', NOW + 1),
  complete: (one: AppointmentRow) => completed(one, NOW, NOW + 1),
  callOff: (one: AppointmentRow) => calledOff(one, 'Sykdom hos oss', NOW + 1),
  setTime: (one: AppointmentRow) => timeSet(one, timeOf(slot), NOW + 1),
  miss: (one: AppointmentRow) => missed(one, NOW + 1),
};
type Deed = keyof typeof deeds;

/** What a state and a deed make; nothing else is possible. */
const made: Record<AppointmentStatus, Partial<Record<Deed, AppointmentStatus>>> = {
  requested: { cancel: 'cancelled', accept: 'booked', decline: 'declined' },
  booked: {
    cancel: 'cancel-requested',
    move: 'booked',
    ask: 'reschedule-requested',
    complete: 'completed',
    callOff: 'cancelled',
    setTime: 'booked',
    miss: 'no-show',
  },
  'cancel-requested': { accept: 'cancelled', decline: 'booked', complete: 'completed', miss: 'no-show' },
  'reschedule-requested': { accept: 'booked', decline: 'booked', complete: 'completed', miss: 'no-show' },
  cancelled: {},
  declined: {},
  completed: {},
  'no-show': {},
};
const states = Object.keys(made) as AppointmentStatus[];

describe('an appointment', () => {
  it.each(states.flatMap((status) => Object.keys(deeds).map((deed) => [status, deed as Deed] as const)))(
    'that is %s, and %s',
    (status, deed) => {
      const expected = made[status][deed];
      if (expected === undefined) expect(() => deeds[deed](row({ status }))).toThrow(status);
      else expect(deeds[deed](row({ status }))).toMatchObject({ status: expected, updatedAt: NOW + 1 });
    },
  );

  it.each(states)('that is %s lets the resident ask for what can be done', (status) => {
    const { cancel, move } = made[status];
    expect(cancelAction(row({ status }), contact, reader).allowed).toBe(cancel !== undefined);
    expect(rescheduleAction(row({ status }), contact, reader).allowed).toBe(move !== undefined);
  });

  it.each(states)('that is %s says why not', (status) => {
    const { reason } = rescheduleAction(row({ status }), contact, reader);
    const underWay = ['requested', 'cancel-requested', 'reschedule-requested'].includes(status);
    expect(reason).toBe(status === 'booked' ? null : underWay ? 'already-requested' : 'closed');
  });

  it.each(states)('that is %s lets staff do what can be done', (status) => {
    const { accept, decline, complete, callOff, setTime, miss } = made[status];
    const day = row({ status, start: NOW, end: NOW });
    const later = row({ status, start: NOW + 1, end: NOW + 2 });
    expect(canCallOff(later, NOW)).toBe(callOff !== undefined);
    expect(canSetTime(later, NOW)).toBe(setTime !== undefined);
    expect(canMiss(day, NOW)).toBe(miss !== undefined);
    // What is over is not called off or moved, and nobody is missed before it has begun.
    expect([canCallOff(day, NOW), canSetTime(day, NOW), canMiss(later, NOW)]).toEqual([false, false, false]);
    expect(canDecide(day)).toBe(accept !== undefined && decline !== undefined);
    expect(canComplete(day, NOW)).toBe(complete !== undefined);
    expect(needsTime(day)).toBe(status === 'requested' || status === 'reschedule-requested');
  });

  it('is done on its day at the earliest, and never without a time', () => {
    const lateInTheDay = row({ start: Date.parse('2026-11-24T23:30:00+01:00'), end: NOW + hours(20) });
    expect(canComplete(lateInTheDay, Date.parse('2026-11-24T00:00:00+01:00'))).toBe(true);
    expect(canComplete(lateInTheDay, Date.parse('2026-11-23T23:59:59+01:00'))).toBe(false);
    expect(canComplete(row({ status: 'requested', start: null, end: null }), NOW)).toBe(false);
  });

  it('keeps its time and slot while something is asked for, and when it is declined', () => {
    for (const deed of ['cancel', 'ask'] as const) {
      const asked = { ...row(), ...deeds[deed](row()) };
      expect(asked).toMatchObject({ start: NOW + hours(48), slotId: 'old' });
      expect({ ...asked, ...deeds.decline(asked) }).toMatchObject({
        start: NOW + hours(48),
        slotId: 'old',
        decision: { outcome: 'declined', reason: 'Fullt', at: NOW + 1 },
      });
    }
  });

  it('lets go of its slot when it is cancelled or moved, and takes the new one', () => {
    expect(deeds.accept(row({ status: 'cancel-requested' }))).toMatchObject({
      slotId: null,
      decision: { outcome: 'accepted', reason: null, at: NOW + 1 },
    });
    expect(deeds.accept(row({ status: 'cancel-requested' }))).not.toHaveProperty('start');
    for (const change of [deeds.move(row()), deeds.accept(row({ status: 'reschedule-requested' }))])
      expect(change).toMatchObject({ start: slot.start, end: slot.end, window: false, slotId: 'slot' });
    expect(deeds.move(row())).toMatchObject({ wishes: null, preferred: [], decision: null });
  });
});

describe('what may be done', () => {
  const reasonOf = (over: Partial<typeof contact>, standing: Partial<AppointmentRow> = {}) =>
    cancelAction(row(standing), { ...contact, ...over }, reader).reason;

  it('depends on the service first, unless all is over', () => {
    const closed = { appointments: { state: 'closed', text: { nb: 'Stengt' } } } as const;
    expect(reasonOf(closed)).toBe('closed');
    const notYet = { appointments: { state: 'not-open-yet', text: null }, opensOn: '2026-12-01' } as const;
    expect(cancelAction(row(), { ...contact, ...notYet }, reader)).toMatchObject({
      reason: 'not-open-yet',
      until: '2026-12-01T00:00:00+01:00',
    });
    expect(reasonOf(notYet, { status: 'completed' })).toBe('closed');
    expect(reasonOf({ cancelReasons: [] })).toBe('not-offered');
    expect(rescheduleAction(row({ kind: 'group' }), contact, reader).reason).toBe('not-offered');
    expect(cancelAction(row(), contact, { ...reader, scopes: ['messages'] }).reason).toBe('scope-missing');
  });

  it('has a last instant, in hours or in working days of the service', () => {
    const until = (over: Partial<typeof contact>) => cancelAction(row(), { ...contact, ...over }, reader);
    expect(until({ changeDeadline: { hours: 24 } })).toMatchObject({
      allowed: true,
      until: '2026-11-25T09:00:00+01:00',
    });
    expect(until({ changeDeadline: { hours: 49 } })).toMatchObject({ allowed: false, reason: 'too-late' });
    expect(until({ changeDeadline: { workingDays: 1 }, closedDays: [] }).until).toBe(
      '2026-11-25T23:59:59.999+01:00',
    );
    expect(until({ changeDeadline: null }).until).toBe('2026-11-26T09:00:00+01:00');
  });
});

describe('what a new one says', () => {
  it('is in the service’s words, or plain ones', () => {
    expect(titleOf('consultation', contact)).toEqual({ nb: 'Samtale', en: 'Talk' });
    expect(titleOf('home-visit', contact).nb).toBe('Hjemmebesøk');
    expect(placeOf('vaccination', contact).text).toEqual({ nb: 'Prøveveien 1, 0001 Oslo' });
    expect(placeOf('home-visit', contact)).toEqual({ type: 'home', text: null, url: null });
    expect(placeOf('group', { address: null })).toEqual({ type: 'clinic', text: null, url: null });
  });
});
