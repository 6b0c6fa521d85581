/** What a resident sees of appointments, and changes. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  cancel,
  changeAppointment,
  freeSlots,
  ILL,
  putAppointment,
  putSlot,
  putTherapy,
  requestAppointment,
  THURSDAY,
  WISH,
} from '../support/appointments.js';
import { NOW } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import { hours } from '../support/times.js';
import type { Ask, World } from '../support/world.js';
import { watch } from './events.js';

const onBehalf = { as: 'carl', actingFor: 'anna' } as const;

const list = async (world: World, query = '', ask: Ask = { as: 'anna' }) =>
  (await world.ask('GET', `/api/appointments${query}`, ask)).body.items;
const ids = async (world: World, query = '') => (await list(world, query)).map(({ id }) => id);
const get = async (world: World, id = 'visit', ask: Ask = { as: 'anna' }) =>
  world.ask('GET', `/api/appointments/${id}?lang=en`, ask);
export const loggedOf = async (world: World) =>
  (await world.ask('GET', '/api/access-log?lang=en', { as: 'anna' })).body.items.map(
    ({ who, what, onBehalfOf }) => [who, what, onBehalfOf],
  );

const moveTo = (world: World, slotId: string, ask?: Parameters<typeof changeAppointment>[3]) =>
  changeAppointment(world, '/api/appointments/therapy/reschedule', { slotId }, ask);
export const appointments: Suite = (check) => {
  check('an appointment says when, where, who, and what may be done until when', async (world) => {
    await putAppointment(world);
    const { body, headers } = await get(world);
    expect(headers.get('ETag')).toBe('"1"');
    expect(body).toMatchObject({
      contact: { id: 'home-care', name: 'Service home-care', service: 'home-care' },
      title: 'Morning care',
      start: '2026-11-26T09:00:00+01:00',
      end: '2026-11-26T11:00:00+01:00',
      window: true,
      status: 'booked',
      place: { type: 'home', text: 'At your home', url: null },
      practitioner: { role: 'Nurse', name: 'Amina Prøve' },
      // The service wants to know a day before.
      cancel: { allowed: true, until: '2026-11-25T09:00:00+01:00', reason: null, text: null },
      cancelMessage: true,
      reschedule: { allowed: true, until: '2026-11-25T09:00:00+01:00' },
      version: '1',
    });
    expect(await list(world, '?lang=en')).toEqual([body]);
  });

  check('they are listed by time, requests without a time first, and narrowed down', async (world) => {
    const at = (id: string, start: number, over = {}) =>
      putAppointment(world, { id, start, end: start + hours(1), ...over });
    await at('earlier', NOW - hours(24), { status: 'completed', completedAt: NOW - hours(23) });
    await at('now', NOW - hours(0.5));
    await at('later', NOW + hours(24), { contactId: 'physio' });
    await at('last', NOW + hours(48), { status: 'cancelled' });
    await at('olas', NOW, { personId: 'ola' });
    await putAppointment(world, { id: 'wish', status: 'requested', start: null, end: null, wishes: 'Snart' });
    expect(await ids(world)).toEqual(['wish', 'earlier', 'now', 'later', 'last']);
    expect(await ids(world, '?order=desc')).toEqual(['last', 'later', 'now', 'earlier', 'wish']);
    const from = `?from=${encodeURIComponent('2026-11-24T09:00:00+01:00')}`;
    expect(await ids(world, from)).toEqual(['wish', 'now', 'later', 'last']);
    expect(await ids(world, from.replace('from', 'to'))).toEqual(['earlier', 'now']);
    expect(await ids(world, '?status=cancelled')).toEqual(['last']);
    expect(await ids(world, '?contactId=physio')).toEqual(['later']);
    const first = await world.ask('GET', '/api/appointments?limit=3', { as: 'anna' });
    const cursor = encodeURIComponent(first.body.next ?? '');
    expect(await ids(world, `?limit=3&cursor=${cursor}`)).toEqual(['later', 'last']);
    expect((await world.ask('GET', '/api/appointments?from=today', { as: 'anna' })).status).toBe(422);
  });

  check('cancelling is a wish, with a reason of the service’s', async (world) => {
    await putAppointment(world, { decision: { outcome: 'declined', reason: 'Nei', at: NOW - hours(9) } });
    const { status, body, headers } = await cancel(world, undefined, { ...ILL, message: 'Jeg er syk.' });
    expect([status, headers.get('ETag')]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      status: 'cancel-requested',
      start: '2026-11-26T09:00:00+01:00',
      cancel: { allowed: false, reason: 'already-requested' },
      reschedule: { allowed: false, reason: 'already-requested' },
      // What was answered before was an answer to something else.
      decision: null,
      version: '2',
    });
    expect((await get(world)).body.status).toBe('cancel-requested');
    expect(await world.storage.getAppointment('visit')).toMatchObject({
      cancelReasonId: 'ill',
      cancelMessage: 'Jeg er syk.',
    });
    expect((await cancel(world, { as: 'anna', version: 2 })).body.code).toBe('not-allowed');
    expect(await loggedOf(world)).toEqual([['Anna Prøve', 'Asked to cancel an appointment', null]]);
  });

  check('an unknown reason, and a message that is not taken, are named', async (world) => {
    await putAppointment(world);
    await putTherapy(world);
    const wrong = async (path: string, body: object) =>
      (await changeAppointment(world, path, body)).body.errors;
    expect(await wrong('/api/appointments/visit/cancel', { reasonId: 'none' })).toEqual([
      { pointer: '/reasonId', code: 'invalid' },
    ]);
    expect(await wrong('/api/appointments/therapy/cancel', { ...ILL, message: 'Hei' })).toEqual([
      { pointer: '/message', code: 'invalid' },
    ]);
    expect((await get(world, 'therapy')).body).toMatchObject({ cancelMessage: false, version: '1' });
  });

  check('past the deadline it is too late, to the millisecond', async (world) => {
    await putAppointment(world);
    const therapy = await putTherapy(world);
    world.clock.set(THURSDAY - hours(24));
    const ask = { headers: { Cookie: await world.session('anna') } };
    expect((await get(world, 'visit', ask)).body.cancel.allowed).toBe(true);
    world.clock.pass(1);
    const { body } = await get(world, 'visit', ask);
    expect([body.cancel, body.reschedule]).toMatchObject([
      { allowed: false, reason: 'too-late', until: '2026-11-25T09:00:00+01:00' },
      { allowed: false, reason: 'too-late' },
    ]);
    expect((await cancel(world, ask)).body.code).toBe('too-late');
    const wished = await changeAppointment(world, '/api/appointments/visit/reschedule', WISH, ask);
    expect([wished.status, wished.body.code]).toEqual([409, 'too-late']);
    // The 25th is one of the service's closed days: its working day before Thursday is Tuesday.
    expect((await get(world, therapy.id, ask)).body.cancel).toMatchObject({
      reason: 'too-late',
      until: '2026-11-24T23:59:59.999+01:00',
    });
  });

  check('without a deadline it may be done until it begins; after its end it is closed', async (world) => {
    await putAppointment(world);
    const contact = await world.storage.getContact('home-care');
    if (contact) await world.storage.putContact({ ...contact, changeDeadline: null });
    const reasonAt = async (ms: number) => {
      world.clock.set(ms);
      return (await get(world, 'visit', { headers: { Cookie: await world.session('anna') } })).body.cancel
        .reason;
    };
    expect(await reasonAt(THURSDAY)).toBeNull();
    expect(await reasonAt(THURSDAY + 1)).toBe('too-late');
    expect(await reasonAt(THURSDAY + hours(2))).toBe('closed');
  });

  check('what a service does not offer says so', async (world) => {
    await putAppointment(world, { kind: 'home-visit' });
    expect((await get(world)).body).toMatchObject({
      cancel: { allowed: true },
      reschedule: { allowed: false, reason: 'not-offered' },
    });
    const later = await putAppointment(world, { id: 'shot', contactId: 'opens-later' });
    expect((await get(world, later.id)).body.cancel).toMatchObject({
      reason: 'not-offered',
      text: 'Call us',
    });
    const { status, body } = await changeAppointment(world, `/api/appointments/${later.id}/cancel`, ILL);
    expect([status, body.code]).toEqual([409, 'not-allowed']);
  });

  check('a change needs the version that was read', async (world) => {
    await putAppointment(world);
    for (const [version, status, code] of [
      [null, 428, 'precondition-required'],
      ['0', 412, 'stale'],
      ['1x', 412, 'stale'],
    ] as const) {
      const answer = await cancel(world, { as: 'anna', version });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const tags = { as: 'anna', version: null, headers: { 'If-Match': '"0", W/"1"' } } as const;
    expect((await cancel(world, tags)).status).toBe(200);
  });

  check('a key is looked up before the version: a retry gets the first answer', async (world) => {
    await putAppointment(world);
    const key = randomUUID();
    const first = await cancel(world, { as: 'anna', key });
    for (const version of [1, 2, null] as const) {
      const again = await cancel(world, { as: 'anna', key, version });
      expect([again.status, again.body]).toEqual([200, first.body]);
      expect(again.headers.get('ETag')).toBe('"2"');
    }
    expect((await get(world)).body.version).toBe('2');
    // What is missing is told, and the same key then does it.
    const other = randomUUID();
    await putAppointment(world, { id: 'other' });
    const ask = (version: number | null) =>
      changeAppointment(world, '/api/appointments/other/cancel', ILL, { as: 'anna', key: other, version });
    expect((await ask(null)).status).toBe(428);
    expect((await ask(1)).status).toBe(200);
  });

  check('moving to a free slot is done at once, and frees the old one', async (world) => {
    await putTherapy(world, { wishes: 'Snart', preferred: [{ from: NOW, to: THURSDAY }] });
    await putSlot(world);
    expect(await freeSlots(world)).toEqual(['slot']);
    const { status, body } = await moveTo(world, 'slot');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'booked',
      start: '2026-11-27T09:00:00+01:00',
      end: '2026-11-27T09:30:00+01:00',
      window: false,
      place: { text: 'Rom 2' },
      practitioner: { name: 'Henrik Prøve' },
      wishes: null,
      preferred: [],
      version: '2',
    });
    expect(await freeSlots(world)).toEqual(['old']);
    expect(await loggedOf(world)).toEqual([['Anna Prøve', 'Changed an appointment', null]]);
  });

  check('a slot must be of the service and kind, there, and to come', async (world) => {
    await putTherapy(world);
    await putSlot(world, { id: 'begun', start: NOW });
    await putSlot(world, { id: 'other-kind', kind: 'video' });
    await putSlot(world, { id: 'other-service', contactId: 'home-care' });
    await putSlot(world, { id: 'taken' });
    await putAppointment(world, { id: 'olas', personId: 'ola', contactId: 'physio', slotId: 'taken' });
    for (const slotId of ['begun', 'nothing', 'taken']) {
      const { status, body } = await moveTo(world, slotId);
      expect([slotId, status, body.code]).toEqual([slotId, 409, 'slot-taken']);
      expect((await requestAppointment(world, { slotId })).body.code).toBe('slot-taken');
    }
    for (const slotId of ['other-kind', 'other-service']) {
      const errors = [{ pointer: '/slotId', code: 'invalid' }];
      expect((await moveTo(world, slotId)).body.errors).toEqual(errors);
      expect((await requestAppointment(world, { slotId })).body.errors).toEqual(errors);
    }
    expect((await get(world, 'therapy')).body).toMatchObject({ version: '1', status: 'booked' });
    expect(await freeSlots(world)).toEqual([]);
  });

  check('wishes keep the old time until somebody has decided', async (world) => {
    await putTherapy(world);
    const path = '/api/appointments/therapy/reschedule';
    const { body } = await changeAppointment(world, path, WISH);
    expect(body).toMatchObject({
      status: 'reschedule-requested',
      start: '2026-11-26T09:00:00+01:00',
      ...WISH,
      cancel: { allowed: false, reason: 'already-requested' },
    });
    expect(await freeSlots(world)).toEqual([]);
    expect(await loggedOf(world)).toEqual([['Anna Prøve', 'Asked to change an appointment', null]]);
  });

  check('periods must end after they begin, and after now', async (world) => {
    await putTherapy(world);
    const errors = async (from: string, to: string) => {
      const body = { ...WISH, preferred: [...WISH.preferred, { from, to }] };
      return (await changeAppointment(world, '/api/appointments/therapy/reschedule', body)).body.errors;
    };
    const wrong = [{ pointer: '/preferred/1/to', code: 'invalid' }];
    expect(await errors('2026-12-02T10:00:00+01:00', '2026-12-02T10:00:00+01:00')).toEqual(wrong);
    expect(await errors('2026-11-23T10:00:00+01:00', '2026-11-23T12:00:00+01:00')).toEqual(wrong);
  });

  check('who acts for another in appointments does the same, and stands in the log', async (world) => {
    await putAppointment(world);
    expect(await list(world, '', onBehalf)).toHaveLength(1);
    // A page that asks again does not fill the log.
    expect((await get(world, 'visit', onBehalf)).body.cancel.allowed).toBe(true);
    expect((await cancel(world, onBehalf)).body.status).toBe('cancel-requested');
    await list(world);
    const rows = await loggedOf(world);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Carl Prøve', 'Asked to cancel an appointment', 'Anna Prøve'],
        ['Carl Prøve', 'Saw the appointments', 'Anna Prøve'],
      ]),
    );
  });

  check('parents do for a child what they may', async (world) => {
    for (const child of ['gry', 'hans'] as const) {
      await putAppointment(world, { id: child, personId: child });
      const ask = { as: 'frida', actingFor: child } as const;
      expect((await get(world, child, ask)).body.id).toBe(child);
      const path = `/api/appointments/${child}/cancel`;
      expect((await changeAppointment(world, path, ILL, ask)).body.status).toBe('cancel-requested');
    }
  });

  check('a change is a hint to everybody who may see it, once, and to nobody else', async (world) => {
    await putAppointment(world);
    const [anna, carl, dina, ola, amina, henrik] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'carl' }),
      watch(world, { as: 'dina' }),
      watch(world, { as: 'ola' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
      watch(world, { as: 'henrik' }, '/api/staff/events'),
    ]);
    const key = randomUUID();
    await cancel(world, { as: 'anna', key });
    await cancel(world, { as: 'anna', key });
    const asked = await requestAppointment(world, { contactId: 'home-care', ...WISH });
    const hint = { type: 'appointment', partyId: 'anna', id: 'visit' };
    for (const stream of [anna, carl])
      expect([await stream.next(), await stream.next()]).toEqual([hint, { ...hint, id: asked.body.id }]);
    expect(await amina.next()).toEqual({ ...hint, partyId: null });
    await world.app.close();
    for (const other of [dina, ola, henrik]) expect(await other.next()).toBe('ended');
  });
};
