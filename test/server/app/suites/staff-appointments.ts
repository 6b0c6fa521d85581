/** What staff see of appointments, decide, book and offer. */
import { expect } from 'vitest';
import type { AppointmentRow } from '../../../../server/storage/appointments.js';
import {
  cancel,
  changeAppointment,
  freeSlots,
  ILL,
  putAppointment,
  putSlot,
  putTherapy,
  THURSDAY,
} from '../support/appointments.js';
import { NOW } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import { hours } from '../support/times.js';
import type { Ask, World } from '../support/world.js';
import { watch } from './events.js';

const LIST = '/api/staff/appointments';
const list = async (world: World, query = '', ask: Ask = { as: 'amina' }) =>
  (await world.ask('GET', LIST + query, ask)).body.items;
const mine = async (world: World, id = 'visit') =>
  (await world.ask('GET', `/api/appointments/${id}?lang=en`, { as: 'anna' })).body;

type Change = Parameters<typeof changeAppointment>[3];
const decide = (world: World, id: string, body: object, ask: Change = { as: 'amina', version: 2 }) =>
  changeAppointment(world, `${LIST}/${id}/decision?lang=en`, body, ask);
const complete = (world: World, body: object = {}, ask: Change = { as: 'amina' }) =>
  changeAppointment(world, `${LIST}/visit/completion`, body, ask);
const book = (world: World, over: object = {}, ask: Ask = { as: 'amina' }) =>
  world.ask('POST', LIST, {
    body: { residentId: 'anna', contactId: 'home-care', kind: 'home-visit', ...WINDOW, ...over },
    ...ask,
  });
const offer = (world: World, over: object = {}, ask: Ask = { as: 'henrik' }) =>
  world.ask('POST', '/api/staff/slots?lang=en', {
    body: { contactId: 'physio', kind: 'consultation', ...FRIDAY, ...over },
    ...ask,
  });
const slots = async (world: World, query = '?contactId=physio', ask: Ask = { as: 'henrik' }) =>
  (await world.ask('GET', `/api/staff/slots${query}`, ask)).body.items.map(({ id }) => id);
const logged = async (world: World) =>
  (await world.ask('GET', '/api/access-log?lang=en', { as: 'anna' })).body.items.map(
    ({ who, what, role }) => [who, what, role],
  );

const FRIDAY = { start: '2026-11-27T12:00:00+01:00', end: '2026-11-27T12:30:00+01:00' };
const WINDOW = { start: '2026-11-27T20:00:00+01:00', end: '2026-11-27T22:00:00+01:00', window: true };
const WISH = { wishes: 'Helst før lunsj.', preferred: [] };
const therapyMove = '/api/appointments/therapy/reschedule';

/** Asked for at home care by Anna. */
const asked = (world: World, over: Partial<AppointmentRow> = {}) =>
  putAppointment(world, {
    status: 'requested',
    start: null,
    end: null,
    practitioner: null,
    wishes: 'Snart',
    ...over,
  });

export const staffAppointments: Suite = (check) => {
  check('staff see the appointments of their services, and what residents ask for', async (world) => {
    await putAppointment(world);
    await putTherapy(world);
    await putAppointment(world, { id: 'olas', personId: 'ola', start: THURSDAY - 1, status: 'completed' });
    await cancel(world, { as: 'anna' }, { ...ILL, message: 'Jeg er syk.' });
    const rows = await list(world, '?lang=en');
    expect(rows.map(({ id }) => id)).toEqual(['olas', 'visit']);
    expect(rows[1]).toMatchObject({
      resident: { id: 'anna', name: 'Anna Prøve', birthDate: '1948-02-29' },
      status: 'cancel-requested',
      cancelReason: { id: 'ill', label: 'Ill' },
      message: 'Jeg er syk.',
      version: '2',
    });
    expect((await list(world, '?status=cancel-requested')).map(({ id }) => id)).toEqual(['visit']);
    expect((await list(world, '', { as: 'henrik' })).map(({ id }) => id)).toEqual(['therapy']);
    expect((await list(world, '?order=desc&limit=1')).map(({ id }) => id)).toEqual(['visit']);
    expect((await world.ask('GET', `${LIST}?contactId=physio`, { as: 'amina' })).status).toBe(404);
    // A list is not a look at somebody's appointment; opening one is.
    expect((await logged(world)).map(([who]) => who)).toEqual(['Anna Prøve']);
    for (let n = 0; n < 2; n++) {
      world.clock.pass(1);
      const { headers } = await world.ask('GET', `${LIST}/visit`, { as: 'amina' });
      expect(headers.get('ETag')).toBe('"2"');
    }
    expect((await logged(world))[0]).toEqual(['Amina Prøve', 'Opened an appointment', 'Nurse']);
    expect(await logged(world)).toHaveLength(2);
  });

  check('a cancellation is accepted, or declined with a reason', async (world) => {
    await putAppointment(world);
    await cancel(world);
    expect((await decide(world, 'visit', { outcome: 'declined' })).body.errors).toEqual([
      { pointer: '/reason', code: 'required' },
    ]);
    const reason = 'Vi må se til såret ditt.';
    const no = await decide(world, 'visit', { outcome: 'declined', reason });
    expect([no.status, no.headers.get('ETag')]).toEqual([200, '"3"']);
    expect(await mine(world)).toMatchObject({
      status: 'booked',
      decision: { outcome: 'declined', reason, at: '2026-11-24T09:00:00+01:00' },
      cancel: { allowed: true },
    });
    await cancel(world, { as: 'anna', version: 3 });
    const yes = await decide(world, 'visit', { outcome: 'accepted' }, { as: 'amina', version: 4 });
    expect(yes.body).toMatchObject({ status: 'cancelled', decision: { outcome: 'accepted', reason: null } });
    expect(await mine(world)).toMatchObject({
      status: 'cancelled',
      start: '2026-11-26T09:00:00+01:00',
      cancel: { reason: 'closed' },
    });
    expect((await logged(world)).filter(([who]) => who === 'Amina Prøve')).toEqual([
      ['Amina Prøve', 'Answered a request about an appointment', 'Nurse'],
      ['Amina Prøve', 'Answered a request about an appointment', 'Nurse'],
    ]);
  });

  check('a cancelled appointment gives its slot back', async (world) => {
    await putTherapy(world);
    await changeAppointment(world, '/api/appointments/therapy/cancel', ILL);
    expect(await freeSlots(world)).toEqual([]);
    await decide(world, 'therapy', { outcome: 'accepted' }, { as: 'henrik', version: 2 });
    expect(await freeSlots(world)).toEqual(['old']);
  });

  check('another time is given freely or in a slot, and the old slot is free', async (world) => {
    await putTherapy(world);
    await putSlot(world);
    await changeAppointment(world, therapyMove, WISH);
    const henrik = (version: number) => ({ as: 'henrik', version }) as const;
    const without = await decide(world, 'therapy', { outcome: 'accepted' }, henrik(2));
    expect(without.body.errors).toEqual([{ pointer: '/start', code: 'required' }]);
    const free = await decide(world, 'therapy', { outcome: 'accepted', ...FRIDAY }, henrik(2));
    expect(free.body).toMatchObject({ status: 'booked', ...FRIDAY, window: false, version: '3' });
    expect(await mine(world, 'therapy')).toMatchObject({
      ...FRIDAY,
      place: { text: 'Room 2' },
      decision: { outcome: 'accepted' },
    });
    expect((await freeSlots(world)).sort()).toEqual(['old', 'slot']);
    await changeAppointment(world, therapyMove, WISH, { as: 'anna', version: 3 });
    await decide(world, 'therapy', { outcome: 'accepted', slotId: 'slot' }, henrik(4));
    expect(await mine(world, 'therapy')).toMatchObject({ start: '2026-11-27T09:00:00+01:00' });
    expect(await freeSlots(world)).toEqual(['old']);
    await changeAppointment(world, therapyMove, WISH, { as: 'anna', version: 5 });
    await decide(world, 'therapy', { outcome: 'declined', reason: 'Fullt' }, henrik(6));
    expect(await mine(world, 'therapy')).toMatchObject({
      status: 'booked',
      start: '2026-11-27T09:00:00+01:00',
      decision: { outcome: 'declined', reason: 'Fullt' },
    });
  });

  check('an appointment that was asked for is booked with who gives it, or declined', async (world) => {
    await asked(world);
    await asked(world, { id: 'no' });
    const amina = { as: 'amina' } as const;
    const yes = await decide(world, 'visit', { outcome: 'accepted', ...WINDOW }, amina);
    expect(yes.body).toMatchObject({ status: 'booked', ...WINDOW });
    expect(await mine(world)).toMatchObject({
      status: 'booked',
      ...WINDOW,
      practitioner: { role: 'Nurse', name: 'Amina Prøve' },
      decision: { outcome: 'accepted' },
    });
    await decide(world, 'no', { outcome: 'declined', reason: 'Ring oss.' }, amina);
    expect(await mine(world, 'no')).toMatchObject({
      status: 'declined',
      start: null,
      decision: { outcome: 'declined', reason: 'Ring oss.' },
    });
  });

  check('a time must be whole, to come, and not of another service', async (world) => {
    await asked(world);
    await putSlot(world);
    const wrong = async (body: object) =>
      (await decide(world, 'visit', { outcome: 'accepted', ...body }, { as: 'amina' })).body.errors;
    const { start, end } = FRIDAY;
    expect(await wrong({ start })).toEqual([{ pointer: '/end', code: 'required' }]);
    expect(await wrong({ end })).toEqual([{ pointer: '/start', code: 'required' }]);
    expect(await wrong({ slotId: 'slot', start, end })).toEqual([{ pointer: '/start', code: 'invalid' }]);
    expect(await wrong({ start: end, end: start })).toEqual([{ pointer: '/end', code: 'invalid' }]);
    expect(await wrong({ start, end: '2027-01-01T00:00:00Z' })).toEqual([
      { pointer: '/end', code: 'invalid' },
    ]);
    expect(await wrong({ start: '2026-11-24T09:00:00+01:00', end })).toEqual([
      { pointer: '/start', code: 'invalid' },
    ]);
    expect(await wrong({ slotId: 'slot' })).toEqual([{ pointer: '/slotId', code: 'invalid' }]);
    expect((await mine(world)).version).toBe('1');
  });

  check('what nobody asked for cannot be decided, and only as it was read', async (world) => {
    await putAppointment(world);
    const yes = { outcome: 'accepted' };
    const codes = async (ask: Change) => (await decide(world, 'visit', yes, ask)).body.code;
    expect(await codes({ as: 'amina', version: 1 })).toBe('not-allowed');
    expect(await codes({ as: 'amina', version: null })).toBe('precondition-required');
    await cancel(world);
    expect(await codes({ as: 'amina', version: 1 })).toBe('stale');
    expect(await codes({ as: 'henrik', version: 2 })).toBe('not-found');
    expect((await mine(world)).status).toBe('cancel-requested');
  });

  check('a visit is registered with when it took place', async (world) => {
    await putAppointment(world, { start: NOW - hours(1), end: NOW + hours(1) });
    const early = '2026-11-23T22:00:00+01:00';
    expect((await complete(world, { at: early })).body.code).toBe('not-allowed');
    expect((await complete(world, { at: '2026-11-24T09:00:01+01:00' })).body.errors).toEqual([
      { pointer: '/at', code: 'invalid' },
    ]);
    const { body } = await complete(world, { at: '2026-11-24T08:40:00+01:00' });
    expect(body).toMatchObject({ status: 'completed', completedAt: '2026-11-24T08:40:00+01:00' });
    expect(await mine(world)).toMatchObject({ status: 'completed', version: '2' });
    expect((await complete(world, {}, { as: 'amina', version: 2 })).body.code).toBe('not-allowed');
    expect(await logged(world)).toEqual([['Amina Prøve', 'Registered a completed visit', 'Nurse']]);
  });

  check('staff call off what is booked, and say why; its slot is free again', async (world) => {
    await putTherapy(world);
    const callOff = (body: object, ask: Change) =>
      changeAppointment(world, `${LIST}/therapy/cancellation`, body, ask);
    const why = { reason: 'Henrik er syk. Ring oss.' };
    expect((await callOff({}, { as: 'henrik' })).body.errors).toEqual([
      { pointer: '/reason', code: 'required' },
    ]);
    expect((await callOff(why, { as: 'amina' })).body.code).toBe('not-found');
    expect((await callOff(why, { as: 'henrik', version: null })).body.code).toBe('precondition-required');
    expect((await callOff(why, { as: 'henrik', version: 7 })).body.code).toBe('stale');
    expect(await freeSlots(world)).toEqual([]);
    const { status, headers } = await callOff(why, { as: 'henrik' });
    expect([status, headers.get('ETag')]).toEqual([200, '"2"']);
    expect(await mine(world, 'therapy')).toMatchObject({
      status: 'cancelled',
      decision: { outcome: 'accepted', reason: why.reason },
      cancel: { reason: 'closed' },
    });
    expect(await freeSlots(world)).toEqual(['old']);
    expect((await callOff(why, { as: 'henrik', version: 2 })).body.code).toBe('not-allowed');
    expect(await logged(world)).toEqual([['Henrik Prøve', 'Called off an appointment', 'Physiotherapist']]);
  });

  check('staff give what is booked another time, freely or in a slot', async (world) => {
    await putTherapy(world);
    await putSlot(world);
    const set = (body: object, version = 1, as: 'amina' | 'henrik' = 'henrik') =>
      changeAppointment(world, `${LIST}/therapy/time`, body, { as, version });
    expect((await set({})).body.errors).toEqual([{ pointer: '/start', code: 'required' }]);
    expect((await set({ start: FRIDAY.end, end: FRIDAY.start })).body.errors).toEqual([
      { pointer: '/end', code: 'invalid' },
    ]);
    expect((await set(FRIDAY, 1, 'amina')).body.code).toBe('not-found');
    expect((await set(FRIDAY, 3)).body.code).toBe('stale');
    expect((await set(FRIDAY)).body).toMatchObject({ status: 'booked', ...FRIDAY, version: '2' });
    expect(await mine(world, 'therapy')).toMatchObject({ ...FRIDAY, status: 'booked', decision: null });
    expect((await freeSlots(world)).sort()).toEqual(['old', 'slot']);
    expect((await set({ slotId: 'slot' }, 2)).body.start).toBe('2026-11-27T09:00:00+01:00');
    expect(await freeSlots(world)).toEqual(['old']);
    expect((await set({ slotId: 'gone' }, 3)).body.code).toBe('slot-taken');
    expect(await logged(world)).toEqual([
      ['Henrik Prøve', 'Changed an appointment', 'Physiotherapist'],
      ['Henrik Prøve', 'Changed an appointment', 'Physiotherapist'],
    ]);
  });

  check('what a resident has asked for is answered, not called off or moved past them', async (world) => {
    await putAppointment(world);
    await cancel(world);
    const ask = { as: 'amina', version: 2 } as const;
    for (const [path, body] of [
      ['cancellation', { reason: 'Vi kan ikke.' }],
      ['time', WINDOW],
    ] as const) {
      const { body: answer } = await changeAppointment(world, `${LIST}/visit/${path}`, body, ask);
      expect([path, answer.code]).toEqual([path, 'not-allowed']);
    }
    expect(await mine(world)).toMatchObject({ status: 'cancel-requested', version: '2' });
  });

  check('a resident who was not there is registered so, when it has begun', async (world) => {
    await putAppointment(world, { start: NOW + 1, end: NOW + hours(1) });
    const miss = (ask: Change = { as: 'amina' }) =>
      changeAppointment(world, `${LIST}/visit/no-show`, {}, ask);
    expect((await miss()).body.code).toBe('not-allowed');
    world.clock.pass(1);
    expect((await miss({ as: 'henrik' })).body.code).toBe('not-found');
    expect((await miss({ as: 'amina', version: null })).body.code).toBe('precondition-required');
    expect((await miss()).body).toMatchObject({ status: 'no-show', version: '2' });
    expect(await mine(world)).toMatchObject({ status: 'no-show', cancel: { allowed: false } });
    expect((await complete(world, {}, { as: 'amina', version: 2 })).body.code).toBe('not-allowed');
    expect(await logged(world)).toEqual([['Amina Prøve', 'Registered that you did not come', 'Nurse']]);
  });

  check('what staff do by themselves is a hint too, and done once', async (world) => {
    await putTherapy(world);
    const anna = await watch(world, { as: 'anna' });
    const why = { reason: 'Henrik er syk.' };
    const headers = { 'Idempotency-Key': '0b1e4c2e-2f0a-4b8e-9c57-5d1f3f6c9a10' };
    const first = await changeAppointment(world, `${LIST}/therapy/cancellation`, why, {
      as: 'henrik',
      headers,
    });
    expect(await anna.next()).toEqual({ type: 'appointment', partyId: 'anna', id: 'therapy' });
    const again = await changeAppointment(world, `${LIST}/therapy/cancellation`, why, {
      as: 'henrik',
      headers,
    });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await mine(world, 'therapy')).toMatchObject({ version: '2' });
  });

  check('staff book for who receives the service', async (world) => {
    const { status, body, headers } = await book(world, {
      title: ' Sårstell ',
      preparation: 'Ha rene klær.',
    });
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe(`${LIST}/${body.id}`);
    expect(await mine(world, body.id)).toMatchObject({
      title: 'Sårstell',
      preparation: 'Ha rene klær.',
      kind: 'home-visit',
      status: 'booked',
      ...WINDOW,
      place: { type: 'home' },
      practitioner: { name: 'Amina Prøve' },
      decision: null,
      version: '1',
    });
    expect((await mine(world, (await book(world)).body.id)).title).toBe('Home visit');
    for (const over of [{ residentId: 'per' }, { residentId: 'nobody' }, { contactId: 'physio' }])
      expect((await book(world, over)).body.code).toBe('not-found');
    expect((await book(world, { start: undefined, end: undefined })).body.errors).toEqual([
      { pointer: '/start', code: 'required' },
    ]);
    await putSlot(world);
    const inSlot = {
      contactId: 'physio',
      kind: 'consultation',
      slotId: 'slot',
      start: undefined,
      end: undefined,
    };
    expect((await book(world, inSlot, { as: 'henrik' })).body.start).toBe('2026-11-27T09:00:00+01:00');
    expect((await book(world, inSlot, { as: 'henrik' })).body.code).toBe('slot-taken');
  });

  check('staff offer slots, which residents take, and withdraw free ones', async (world) => {
    const { status, body } = await offer(world, { place: 'Rom 3' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      contactId: 'physio',
      kind: 'consultation',
      ...FRIDAY,
      place: { type: 'clinic', text: 'Rom 3' },
      practitioner: { role: 'Physiotherapist', name: 'Henrik Prøve' },
    });
    const second = (await offer(world)).body;
    expect(second).toMatchObject({ place: { text: 'Prøveveien 1, 0001 Oslo' } });
    expect((await freeSlots(world)).sort()).toEqual([body.id, second.id].sort());
    const request = { contactId: 'physio', kind: 'consultation', slotId: body.id };
    expect((await world.ask('POST', '/api/appointments', { as: 'anna', body: request })).status).toBe(201);
    expect(await slots(world)).toEqual([second.id]);
    const withdraw = async (id: string, ask: Ask = { as: 'henrik' }) =>
      (await world.ask('DELETE', `/api/staff/slots/${id}`, ask)).status;
    expect(await withdraw(body.id)).toBe(409);
    expect(await withdraw(second.id, { as: 'amina' })).toBe(404);
    expect(await withdraw(second.id)).toBe(204);
    expect(await withdraw(second.id)).toBe(404);
    expect(await freeSlots(world)).toEqual([]);
  });

  check('slots are of kinds that the service gives, to come, and narrowed down', async (world) => {
    const wrong = async (over: object, ask?: Ask) => (await offer(world, over, ask)).body;
    expect((await wrong({ kind: 'video' })).errors).toEqual([{ pointer: '/kind', code: 'invalid' }]);
    expect((await wrong({ contactId: 'home-care' }, { as: 'amina' })).errors).toEqual([
      { pointer: '/kind', code: 'invalid' },
    ]);
    expect((await wrong({ contactId: 'home-care' })).code).toBe('not-found');
    expect((await wrong({ start: '2026-11-24T09:00:00+01:00' })).errors).toEqual([
      { pointer: '/start', code: 'invalid' },
    ]);
    await putSlot(world, { id: 'first', start: NOW + hours(1) });
    await putSlot(world, { id: 'second', start: NOW + hours(2), kind: 'video' });
    await putSlot(world, { id: 'past', start: NOW - 1 });
    expect(await slots(world)).toEqual(['first', 'second']);
    expect(await slots(world, '?contactId=physio&kind=video')).toEqual(['second']);
    expect(await slots(world, '?contactId=physio&from=2026-11-24T07:00:00Z&to=2026-11-24T10:00:00Z')).toEqual(
      ['past', 'first'],
    );
    expect((await world.ask('GET', '/api/staff/slots?contactId=physio', { as: 'amina' })).status).toBe(404);
  });

  check('what staff change is a hint to the resident’s side and to the service', async (world) => {
    await putAppointment(world);
    await cancel(world);
    const [anna, carl, amina, henrik] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'carl' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
      watch(world, { as: 'henrik' }, '/api/staff/events'),
    ]);
    await decide(world, 'visit', { outcome: 'accepted' });
    const { body } = await book(world);
    for (const id of ['visit', body.id]) {
      const hint = { type: 'appointment', partyId: 'anna', id };
      expect([await anna.next(), await carl.next()]).toEqual([hint, hint]);
      expect(await amina.next()).toEqual({ ...hint, partyId: null });
    }
    await world.app.close();
    expect(await henrik.next()).toBe('ended');
  });

  check('staff know what residents can ask their services for', async (world) => {
    const { body } = await world.ask('GET', '/api/staff/session?lang=en', { as: 'henrik' });
    expect(body).toMatchObject({
      contacts: [{ id: 'physio', requests: [{ kind: 'consultation', label: 'Talk', slots: true }] }],
    });
  });
};
