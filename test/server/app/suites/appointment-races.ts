/** Who comes at the same time: one is first, and everybody is told what became of it. */
import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import {
  cancel,
  changeAppointment,
  freeSlots,
  ILL,
  putAppointment,
  putSlot,
  putTherapy,
  requestAppointment,
  WISH,
} from '../support/appointments.js';
import { NOW, people } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import { hours } from '../support/times.js';
import type { Reply, World } from '../support/world.js';

const COUNT = 200;

/** Others who receive physiotherapy, by token. */
async function crowd({ storage }: World): Promise<{ bearer: string }[]> {
  const subjects = Array.from({ length: COUNT }, (_, n) => `sub-racer-${n}`);
  await storage.transaction(async (store) => {
    for (const subject of subjects) {
      await store.putPerson({ ...people.ola, id: subject, subject });
      await store.putEnrolment(subject, 'physio');
    }
  });
  return subjects.map((subject) => ({ bearer: `token-${subject}` }));
}

/** How often each answer came. */
function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const answer = status < 300 ? String(status) : `${status} ${body.code}`;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

const row = async (world: World, id = 'visit') => {
  const found = await world.storage.getAppointment(id);
  if (!found) throw new Error('nothing there');
  return found;
};

const decline = (world: World, version: number) =>
  changeAppointment(
    world,
    '/api/staff/appointments/visit/decision',
    { outcome: 'declined', reason: 'Nei' },
    { as: 'amina', version },
  );

export const appointmentRaces: Suite = (check) => {
  check('of 200 who ask for one slot one gets it, and the others get fresh slots', async (world) => {
    await putSlot(world);
    await putSlot(world, { id: 'another', start: NOW + hours(80) });
    const racers = await crowd(world);
    const replies = await Promise.all(
      racers.map((ask) => requestAppointment(world, { slotId: 'slot' }, ask)),
    );
    expect(tally(replies)).toEqual({ 201: 1, '409 slot-taken': COUNT - 1 });
    const slots = await Promise.all(
      racers.filter((_, n) => replies[n]?.status === 409).map((ask) => freeSlots(world, ask)),
    );
    expect(slots).toHaveLength(COUNT - 1);
    expect(new Set(slots.flat())).toEqual(new Set(['another']));
    const taken = await world.storage.listAppointments({ contactIds: ['physio'] }, 'asc', {
      limit: 200,
      cursor: null,
    });
    expect(taken.items.map(({ slotId }) => slotId)).toEqual(['slot']);
  });

  check('of those who move to one slot one gets it, and the others keep their time', async (world) => {
    await putSlot(world);
    const racers = (await crowd(world)).slice(0, 20);
    for (const [n, { bearer }] of racers.entries()) {
      await putSlot(world, { id: `old-${n}`, start: NOW + hours(60) });
      await putAppointment(world, {
        id: `own-${n}`,
        personId: bearer.replace('token-', ''),
        contactId: 'physio',
        slotId: `old-${n}`,
      });
    }
    const replies = await Promise.all(
      racers.map((ask, n) =>
        changeAppointment(world, `/api/appointments/own-${n}/reschedule`, { slotId: 'slot' }, ask),
      ),
    );
    expect(tally(replies)).toEqual({ 200: 1, '409 slot-taken': racers.length - 1 });
    const winner = replies.findIndex(({ status }) => status === 200);
    // The slot that the winner left is the only one that is free.
    expect(await freeSlots(world, { bearer: racers[0]?.bearer ?? '' })).toEqual([`old-${winner}`]);
  });

  check('who books a slot twice at once has it once', async (world) => {
    await putSlot(world);
    const key = randomUUID();
    const ask = { bearer: (await crowd(world))[0]?.bearer ?? '', key };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => requestAppointment(world, { slotId: 'slot' }, ask)),
    );
    expect(tally(replies)).toEqual({ 201: 10 });
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
  });

  check('of a cancellation and a change at once one wins', async (world) => {
    await putTherapy(world);
    await putSlot(world);
    const at = '/api/appointments/therapy';
    const replies = await Promise.all([
      changeAppointment(world, `${at}/cancel`, ILL),
      changeAppointment(world, `${at}/reschedule`, { slotId: 'slot' }),
      changeAppointment(world, `${at}/reschedule`, WISH),
    ]);
    expect(tally(replies)).toEqual({ 200: 1, '412 stale': 2 });
    const won = replies.find(({ status }) => status === 200)?.body;
    expect(await row(world, 'therapy')).toMatchObject({ version: 2, status: won?.status });
  });

  check('of mother and daughter who cancel at once one is first', async (world) => {
    await putAppointment(world);
    const replies = await Promise.all([
      cancel(world, { as: 'anna' }),
      cancel(world, { as: 'carl', actingFor: 'anna' }),
    ]);
    expect(tally(replies)).toEqual({ 200: 1, '412 stale': 1 });
    expect(await row(world)).toMatchObject({ version: 2, status: 'cancel-requested' });
  });

  check('of a decision and another wish of the resident’s at once one wins', async (world) => {
    await putAppointment(world, { status: 'requested', start: null, end: null, wishes: 'Snart' });
    const replies = await Promise.all([decline(world, 1), cancel(world)]);
    expect(tally(replies)).toEqual({ 200: 1, '412 stale': 1 });
    const { status, version } = await row(world);
    expect([status, version]).toEqual([replies[0].status === 200 ? 'declined' : 'cancelled', 2]);
  });

  check('of two of the staff who decide at once one does', async (world) => {
    await putAppointment(world, { status: 'cancel-requested' });
    const replies = await Promise.all([decline(world, 1), decline(world, 1), decline(world, 1)]);
    expect(tally(replies)).toEqual({ 200: 1, '412 stale': 2 });
    expect((await row(world)).version).toBe(2);
  });

  check('retries of a cancellation whose answer was lost end as one', async (world) => {
    await putAppointment(world);
    const key = randomUUID();
    const abort = new AbortController();
    const lost = cancel(world, { as: 'anna', key, signal: abort.signal }).catch(() => null);
    const retries = Array.from({ length: 9 }, () => cancel(world, { as: 'anna', key }));
    abort.abort();
    await lost;
    const replies = await Promise.all(retries);
    expect(tally(replies)).toEqual({ 200: 9 });
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await row(world)).toMatchObject({ version: 2, status: 'cancel-requested' });
    const log = await world.storage.listAccess({ personId: 'anna' }, { limit: 9, cursor: null });
    expect(log.items).toHaveLength(1);
  });

  check('a slot that is withdrawn while somebody takes it is gone', async (world) => {
    await putSlot(world);
    await putTherapy(world);
    const transaction = world.storage.transaction.bind(world.storage);
    const withdrawing = vi.spyOn(world.storage, 'transaction').mockImplementation((work) =>
      transaction((store) =>
        work(
          new Proxy(store, {
            get: (target, name) =>
              !/^(insert|update)Appointment$/.test(String(name))
                ? (Reflect.get(target, name) as unknown)
                : async (...given: unknown[]) => {
                    await target.deleteSlot('slot');
                    return (Reflect.get(target, name) as (...all: unknown[]) => unknown)(...given);
                  },
          }),
        ),
      ),
    );
    const replies = [
      await requestAppointment(world, { slotId: 'slot' }),
      await changeAppointment(world, '/api/appointments/therapy/reschedule', { slotId: 'slot' }),
    ];
    withdrawing.mockRestore();
    expect(tally(replies)).toEqual({ '409 slot-taken': 2 });
    expect(await row(world, 'therapy')).toMatchObject({ version: 1, slotId: 'old' });
  });

  check('a slot is either taken or withdrawn', async (world) => {
    for (let n = 0; n < 10; n++) {
      await putSlot(world, { id: `slot-${n}` });
      const [withdrawn, taken] = await Promise.all([
        world.ask('DELETE', `/api/staff/slots/slot-${n}`, { as: 'henrik' }),
        requestAppointment(world, { slotId: `slot-${n}` }),
      ]);
      const one = withdrawn.status === 204 ? [204, 409] : [409, 201];
      expect([withdrawn.status, taken.status]).toEqual(one);
    }
  });
};
