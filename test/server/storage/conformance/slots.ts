import { expect } from 'vitest';
import type { Check } from '../conformance.js';
import { appointment, nine, putReceivers, slot, walk } from './rows.js';

const all = { limit: 200, cursor: null };

/** What came of many at once: how many went well, and the codes of the others. */
async function outcomes(tries: Promise<unknown>[]): Promise<{ won: number; codes: unknown[] }> {
  const settled = await Promise.allSettled(tries);
  const reasons = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason as object);
  return {
    won: settled.length - reasons.length,
    codes: [...new Set(reasons.map((reason) => Reflect.get(reason, 'code') as unknown))],
  };
}

export function slots(check: Check): void {
  check('lists free slots of a service by time, page by page', async (storage) => {
    await putReceivers(storage);
    await expect(storage.putSlot(slot('s', { contactId: 'none' }))).rejects.toMatchObject({
      code: 'missing-reference',
    });
    for (const [id, given] of Object.entries({
      late: { start: nine + 9 },
      'same-b': { start: nine + 1 },
      'same-a': { start: nine + 1, practitioner: null },
      taken: { start: nine + 2 },
      video: { start: nine + 3, kind: 'video' as const },
      before: { start: nine - 1 },
      elsewhere: { contactId: 'd' },
      first: {},
      after: { start: nine + 10 },
    })) {
      await storage.putSlot(slot(id, given));
    }
    await storage.insertAppointment(appointment('a', { slotId: 'taken' }));
    const free = { contactId: 'c', from: nine, to: nine + 10 };
    const { items } = await storage.listFreeSlots(free, all);
    expect(items.map(({ id }) => id)).toEqual(['first', 'same-a', 'same-b', 'video', 'late']);
    expect(items[0]).toEqual(slot('first'));
    const talks = { ...free, kind: 'consultation' as const };
    const walked = await walk((page) => storage.listFreeSlots(talks, page), 1);
    expect(walked.map(({ id }) => id)).toEqual(['first', 'same-a', 'same-b', 'late']);

    await storage.putSlot(slot('late', { start: nine + 11 }));
    expect(await storage.getSlot('late')).toEqual(slot('late', { start: nine + 11 }));
    expect(await storage.deleteSlot('first')).toBe(true);
    expect(await storage.deleteSlot('first')).toBe(false);
    expect(await storage.getSlot('first')).toBeNull();
    expect(await storage.deleteSlot('taken')).toBe(false);
    expect(await storage.updateAppointment('a', 1, { slotId: null })).toBe(true);
    expect((await storage.listFreeSlots(free, { limit: 3, cursor: null })).items.map(({ id }) => id)).toEqual(
      ['same-a', 'same-b', 'taken'],
    );
    expect(await storage.deleteSlot('taken')).toBe(true);
  });

  check('gives a slot to one of many who take it at once', async (storage) => {
    await putReceivers(storage);
    for (const id of ['booked', 'moved', 'either', 'within']) await storage.putSlot(slot(id));
    const many = Array.from({ length: 40 }, (_, n) => `n${n}`);
    const inserted = await outcomes(
      many.map((id) => storage.insertAppointment(appointment(`booked-${id}`, { slotId: 'booked' }))),
    );
    expect(inserted).toEqual({ won: 1, codes: ['slot-taken'] });

    await storage.insertNewAppointments(many.map((id) => appointment(id)));
    const moved = await outcomes(many.map((id) => storage.updateAppointment(id, 1, { slotId: 'moved' })));
    expect(moved).toEqual({ won: 1, codes: ['slot-taken'] });

    const either = await outcomes(
      many.map((id, n) =>
        n % 2
          ? storage.insertAppointment(appointment(`either-${id}`, { slotId: 'either' }))
          : storage.updateAppointment(id, 1, { slotId: 'either' }),
      ),
    );
    expect(either.codes).toEqual(['slot-taken']);
    const rows = (await storage.listAppointments({ personId: 'ingrid' }, 'asc', all)).items;
    for (const id of ['booked', 'moved', 'either']) {
      expect(rows.filter(({ slotId }) => slotId === id)).toHaveLength(1);
    }
    const sixteen = many.slice(0, 16);
    const within = await outcomes(
      sixteen.map((id) =>
        storage.transaction(async (store) => {
          await store.putSetting(`asked-${id}`, 'yes');
          await store.insertAppointment(appointment(`within-${id}`, { slotId: 'within' }));
        }),
      ),
    );
    expect(within).toEqual({ won: 1, codes: ['slot-taken'] });
    const asked = await Promise.all(sixteen.map((id) => storage.getSetting(`asked-${id}`)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  check(
    'frees a slot with the change that leaves it, and not with one that is abandoned',
    async (storage) => {
      await putReceivers(storage);
      for (const id of ['one', 'two']) await storage.putSlot(slot(id));
      await storage.insertAppointment(appointment('a', { slotId: 'one' }));
      await storage.insertAppointment(appointment('b'));
      const abandoned = storage.transaction(async (store) => {
        await store.updateAppointment('a', 1, { slotId: 'two' });
        await store.updateAppointment('b', 1, { slotId: 'one' });
        await store.deleteAppointments(['b']);
        throw new Error('abandoned');
      });
      await expect(abandoned).rejects.toThrow('abandoned');
      await expect(storage.updateAppointment('b', 1, { slotId: 'one' })).rejects.toMatchObject({
        code: 'slot-taken',
      });
      // The same slot again is no other's.
      expect(await storage.updateAppointment('a', 1, { slotId: 'one' })).toBe(true);
      expect(await storage.updateAppointment('a', 2, { slotId: 'two' })).toBe(true);
      expect(await storage.updateAppointment('b', 1, { slotId: 'one' })).toBe(true);
    },
  );

  check('takes a slot away or gives it to somebody, not both', async (storage) => {
    await putReceivers(storage);
    for (let n = 0; n < 12; n++) {
      await storage.putSlot(slot(`s${n}`));
      const [taken, deleted] = await Promise.allSettled([
        storage.insertAppointment(appointment(`a${n}`, { slotId: `s${n}` })),
        n % 2 ? storage.deleteSlot(`s${n}`) : storage.transaction((store) => store.deleteSlot(`s${n}`)),
      ]);
      const there = (await storage.getSlot(`s${n}`)) !== null;
      expect(deleted).toEqual({ status: 'fulfilled', value: !there });
      expect(taken.status).toBe(there ? 'fulfilled' : 'rejected');
    }
  });
}
