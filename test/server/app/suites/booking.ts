/** What a resident asks for anew, and the slots there are for it. */
import { expect } from 'vitest';
import {
  changeAppointment,
  freeSlots,
  ILL,
  putSlot,
  requestAppointment as request,
  WISH,
} from '../support/appointments.js';
import { NOW } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import { hours } from '../support/times.js';
import type { World } from '../support/world.js';
import { loggedOf } from './appointments.js';

const ids = async (world: World) =>
  (await world.ask('GET', '/api/appointments', { as: 'anna' })).body.items.map(({ id }) => id);

export const booking: Suite = (check) => {
  check('a new one is booked in a slot at once', async (world) => {
    await putSlot(world);
    const { status, body, headers } = await request(world, { slotId: 'slot', wishes: 'Snart' });
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe(`/api/appointments/${body.id}`);
    expect(headers.get('ETag')).toBe('"1"');
    expect(body).toMatchObject({
      title: 'Samtale',
      status: 'booked',
      start: '2026-11-27T09:00:00+01:00',
      wishes: null,
      cancel: { allowed: true },
    });
    const shown = await world.ask('GET', headers.get('Location') ?? '', { as: 'anna' });
    expect(shown.body).toEqual(body);
    expect(await freeSlots(world)).toEqual([]);
    expect(await loggedOf(world)).toEqual([['Anna Prøve', 'Booked an appointment', null]]);
  });

  check('a new one is asked for by wishes, and taken back without asking', async (world) => {
    const { status, body } = await request(world, WISH);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'requested',
      start: null,
      end: null,
      ...WISH,
      place: { type: 'clinic', text: 'Prøveveien 1, 0001 Oslo' },
      cancel: { allowed: true, until: null },
      reschedule: { allowed: false, reason: 'already-requested' },
    });
    expect(await ids(world)).toEqual([body.id]);
    world.clock.pass(1);
    const taken = await changeAppointment(world, `/api/appointments/${body.id}/cancel`, ILL);
    expect(taken.body).toMatchObject({
      status: 'cancelled',
      decision: { outcome: 'accepted', reason: null, at: '2026-11-24T09:00:00.001+01:00' },
      cancel: { reason: 'closed' },
    });
    expect((await loggedOf(world)).map(([, what]) => what)).toEqual([
      'Withdrew a request for an appointment',
      'Asked for an appointment',
    ]);
  });

  check('a new one must be of a kind that one’s own service gives', async (world) => {
    for (const contactId of ['elsewhere', 'nothing'])
      expect((await request(world, { contactId, ...WISH })).body.code).toBe('not-found');
    expect((await request(world, { kind: 'group', ...WISH })).body.errors).toEqual([
      { pointer: '/kind', code: 'invalid' },
    ]);
    expect((await request(world, { contactId: 'opens-later', ...WISH })).body.code).toBe('not-allowed');
    expect((await request(world)).body.errors).toEqual([{ pointer: '/wishes', code: 'required' }]);
    expect(await ids(world)).toEqual([]);
  });

  check('free slots are those of one’s own service, to come, page by page', async (world) => {
    for (let n = 0; n < 5; n++) await putSlot(world, { id: `slot-${n}`, start: NOW + hours(n) });
    await putSlot(world, { id: 'other-kind', kind: 'video' });
    const of = (contactId: string, more = '') =>
      world.ask(
        'GET',
        `/api/slots?contactId=${contactId}&kind=consultation&from=2026-11-24T10:00:00%2B01:00&to=2026-11-24T12:00:00%2B01:00&lang=en${more}`,
        { as: 'anna' },
      );
    const { body } = await of('physio');
    expect(body.items).toMatchObject([
      { id: 'slot-1', start: '2026-11-24T10:00:00+01:00', place: { text: 'Room 2' } },
      { id: 'slot-2', practitioner: { role: 'Physiotherapist', name: 'Henrik Prøve' } },
    ]);
    // What has begun is not free any more.
    expect(await freeSlots(world)).toEqual(['slot-1', 'slot-2', 'slot-3', 'slot-4']);
    const first = await of('physio', '&limit=1');
    const rest = await of('physio', `&limit=1&cursor=${encodeURIComponent(first.body.next ?? '')}`);
    expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
    expect(rest.body.next).toBeNull();
    expect((await of('elsewhere')).status).toBe(404);
    await putSlot(world, { id: 'shot', contactId: 'opens-later', start: NOW + hours(1) });
    expect((await of('opens-later')).body.items).toEqual([]);
  });
};
