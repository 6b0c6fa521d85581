import * as fc from 'fast-check';
import { expect } from 'vitest';
import { LONGEST_APPOINTMENT, type AppointmentFilter } from '../../../../server/storage/appointments.js';
import type { Storage } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import { appointment, nine, putReceivers, slot, walk, wish } from './rows.js';

const HOUR = 60 * 60_000;
const all = { limit: 200, cursor: null };

async function ids(
  storage: Storage,
  filter: AppointmentFilter,
  order: 'asc' | 'desc' = 'asc',
): Promise<string[]> {
  return (await storage.listAppointments(filter, order, all)).items.map(({ id }) => id);
}

export function appointments(check: Check): void {
  check('keeps an appointment as it is, and an id once', async (storage) => {
    await putReceivers(storage);
    await storage.putSlot(slot('s'));
    const whole = appointment('whole', {
      preparation: { nb: 'Ta med «innesko»', en: 'Indoor shoes' },
      wishes: 'Ikke\nmandag',
      preferred: [
        { from: nine, to: nine + 1 },
        { from: nine + 2, to: nine + 3 },
      ],
      cancelReasonId: 'ill',
      cancelMessage: 'Åh, influensa 🤒',
      decision: { outcome: 'declined', reason: 'Vi må se til såret.', at: nine },
      completedAt: nine + 5,
      slotId: 's',
      version: 7,
    });
    for (const row of [whole, appointment('plain', { practitioner: null }), wish('wish')]) {
      expect(await storage.getAppointment(row.id)).toBeNull();
      await storage.insertAppointment(row);
      expect(await storage.getAppointment(row.id)).toEqual(row);
    }
    await expect(storage.insertAppointment(appointment('plain'))).rejects.toMatchObject({
      code: 'duplicate',
    });
    await storage.deleteAppointments(['whole', 'nothing']);
    expect(await storage.getAppointment('whole')).toBeNull();
    expect(await storage.getAppointment('wish')).toEqual(wish('wish'));
  });

  check(
    'refuses an appointment of nobody, with no service, in no slot, or with half a time',
    async (storage) => {
      await putReceivers(storage);
      const later = (ms: number) => ({ end: nine + ms });
      for (const [given, code] of [
        [{ personId: 'nobody' }, 'missing-reference'],
        [{ contactId: 'none' }, 'missing-reference'],
        [{ slotId: 'none' }, 'missing-reference'],
        [{ end: null }, 'invalid-row'],
        [{ start: null }, 'invalid-row'],
        [{ start: null, end: null }, 'invalid-row'],
        [later(-1), 'invalid-row'],
        [later(LONGEST_APPOINTMENT + 1), 'invalid-row'],
        [{ wishes: 'a\0b' }, 'invalid-row'],
      ] as const) {
        await expect(storage.insertAppointment(appointment('a', given))).rejects.toMatchObject({ code });
      }
      await storage.insertAppointment(appointment('a', later(LONGEST_APPOINTMENT)));
      await expect(storage.updateAppointment('a', 1, { end: null })).rejects.toMatchObject({
        code: 'invalid-row',
      });
      expect(await storage.getAppointment('a')).toEqual(appointment('a', later(LONGEST_APPOINTMENT)));
    },
  );

  check('takes of many the new ones', async (storage) => {
    await putReceivers(storage);
    const kept = appointment('n3', { status: 'cancelled', version: 2 });
    await storage.insertAppointment(kept);
    const rows = Array.from({ length: 1200 }, (_, n) => appointment(`n${n}`, { start: nine + n }));
    expect(await storage.insertNewAppointments(rows)).toBe(1199);
    expect(await storage.insertNewAppointments(rows)).toBe(0);
    expect(await storage.insertNewAppointments([])).toBe(0);
    expect(await storage.getAppointment('n3')).toEqual(kept);
    expect(await storage.getAppointment('n1199')).toEqual(rows[1199]);
    const twice = [appointment('twice'), appointment('twice', { start: nine + 1 })];
    expect(await storage.insertNewAppointments(twice)).toBe(1);
    expect(await storage.getAppointment('twice')).toEqual(twice[0]);
  });

  check('changes an appointment of the version that was read, and no other', async (storage) => {
    await putReceivers(storage);
    await storage.insertAppointment(appointment('a'));
    const change = {
      status: 'cancel-requested',
      cancelReasonId: 'away',
      preferred: [{ from: 1, to: 2 }],
      decision: { outcome: 'accepted', reason: null, at: nine },
      preparation: { nb: 'Ingen' },
      updatedAt: nine,
    } as const;
    const changed = { ...change, preferred: [...change.preferred] };
    expect(await storage.updateAppointment('a', 1, changed)).toBe(true);
    expect(await storage.getAppointment('a')).toEqual(appointment('a', { ...changed, version: 2 }));
    expect(await storage.updateAppointment('a', 1, { status: 'booked' })).toBe(false);
    expect(await storage.updateAppointment('b', 1, { status: 'booked' })).toBe(false);
    expect(await storage.updateAppointment('a', 2, { decision: null })).toBe(true);
    expect(await storage.getAppointment('a')).toEqual(
      appointment('a', { ...changed, decision: null, version: 3 }),
    );
    expect(await storage.updateAppointment('a', 3, {})).toBe(true);
    const wins = await Promise.all(
      Array.from({ length: 20 }, (_, n) => storage.updateAppointment('a', 4, { cancelMessage: `${n}` })),
    );
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await storage.getAppointment('a')).toMatchObject({
      version: 5,
      cancelMessage: String(wins.indexOf(true)),
    });
  });

  check('lists by time, with what waits for one outside the days', async (storage) => {
    await putReceivers(storage);
    const at = (hours: number) => ({ start: nine + hours * HOUR, end: nine + (hours + 1) * HOUR });
    for (const row of [
      appointment('tomorrow', at(24)),
      appointment('now-b', at(0)),
      appointment('now-a', at(0)),
      appointment('yesterday', at(-24)),
      wish('waits-b'),
      wish('waits-a', { status: 'requested', updatedAt: nine + 99 * HOUR }),
      // Their decision is when they stand; the resident's own is when it was made.
      wish('declined', {
        status: 'declined',
        decision: { outcome: 'declined', reason: 'Nei', at: nine - 2 * HOUR },
        updatedAt: nine + 99 * HOUR,
      }),
      wish('withdrawn', { status: 'cancelled', updatedAt: nine - HOUR }),
    ]) {
      await storage.insertAppointment(row);
    }
    const timed = ['yesterday', 'declined', 'withdrawn', 'now-a', 'now-b', 'tomorrow'];
    const waiting = ['waits-a', 'waits-b'];
    const ingrid = { personId: 'ingrid' };
    expect(await ids(storage, ingrid)).toEqual([...waiting, ...timed]);
    expect(await ids(storage, ingrid, 'desc')).toEqual([...waiting, ...timed].reverse());
    expect(await ids(storage, { ...ingrid, from: nine })).toEqual([...waiting, 'now-a', 'now-b', 'tomorrow']);
    expect(await ids(storage, { ...ingrid, from: nine + HOUR - 1 }, 'desc')).toEqual([
      'tomorrow',
      'now-b',
      'now-a',
      ...waiting.reverse(),
    ]);
    // What is over at the instant is over.
    expect(await ids(storage, { ...ingrid, from: nine + HOUR, to: nine + 99 * HOUR })).toEqual(['tomorrow']);
    expect(await ids(storage, { ...ingrid, to: nine })).toEqual(['yesterday', 'declined', 'withdrawn']);
    expect(await ids(storage, { ...ingrid, from: nine - HOUR, to: nine + 1 }, 'desc')).toEqual([
      'now-b',
      'now-a',
      'withdrawn',
    ]);
    // One that has got a time stands there.
    await storage.updateAppointment('waits-a', 1, { ...at(2), status: 'booked' });
    expect(await ids(storage, { ...ingrid, from: nine, status: 'booked' })).toEqual([
      'now-a',
      'now-b',
      'waits-a',
      'tomorrow',
    ]);
  });

  check('lists what lasts into the time asked for, and what takes no time', async (storage) => {
    await putReceivers(storage);
    const from = nine + LONGEST_APPOINTMENT;
    await storage.insertAppointment(appointment('longest', { end: from + 1, start: nine + 1 }));
    await storage.insertAppointment(appointment('over', { end: from }));
    await storage.insertAppointment(appointment('night', { start: from - 3 * HOUR, end: from + HOUR }));
    await storage.insertAppointment(appointment('no-time', { start: from, end: from }));
    expect(await ids(storage, { personId: 'ingrid', from })).toEqual(['longest', 'night', 'no-time']);
    expect(await ids(storage, { contactIds: ['c'], from, to: from })).toEqual(['longest', 'night']);
  });

  check('lists those of a resident, of services, or of both, and with a status', async (storage) => {
    await putReceivers(storage);
    let n = 0;
    for (const personId of ['ingrid', 'marte'])
      for (const contactId of ['c', 'd', 'e'])
        for (const status of ['booked', 'cancel-requested'] as const) {
          const start = nine + (n++ % 5);
          const id = `${personId}-${contactId}-${status}`;
          await storage.insertAppointment(appointment(id, { personId, contactId, status, start }));
        }
    expect(await ids(storage, { personId: 'marte' })).toHaveLength(6);
    expect(await ids(storage, { contactIds: ['e', 'c', 'e', 'none'] })).toEqual([
      'ingrid-c-booked',
      'ingrid-e-cancel-requested',
      'marte-e-booked',
      'ingrid-c-cancel-requested',
      'marte-c-booked',
      'marte-e-cancel-requested',
      'marte-c-cancel-requested',
      'ingrid-e-booked',
    ]);
    expect(await ids(storage, { contactIds: [] })).toEqual([]);
    expect(await ids(storage, { personId: 'ingrid', contactIds: ['d'] })).toEqual([
      'ingrid-d-booked',
      'ingrid-d-cancel-requested',
    ]);
    expect(await ids(storage, { personId: 'ingrid', contactIds: [] })).toEqual([]);
    const wishes = await ids(storage, { contactIds: ['c', 'd'], status: 'cancel-requested' });
    expect(wishes.sort()).toEqual([
      'ingrid-c-cancel-requested',
      'ingrid-d-cancel-requested',
      'marte-c-cancel-requested',
      'marte-d-cancel-requested',
    ]);
  });

  check('neither skips nor repeats while new appointments arrive', async (storage) => {
    await putReceivers(storage);
    const drawn = fc.record({
      hours: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
      contactId: fc.constantFrom('c', 'd'),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn, { maxLength: 12 }),
        fc.array(drawn, { maxLength: 6 }),
        fc.constantFrom('asc', 'desc'),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<AppointmentFilter>(
          { personId: 'ingrid' },
          { contactIds: ['d', 'c'] },
          { contactIds: ['c', 'd'], from: nine },
          { personId: 'ingrid', to: nine },
        ),
        async (first, arriving, order, limit, filter) => {
          await storage.deleteAppointments(await ids(storage, { personId: 'ingrid' }));
          run++;
          const rowOf = (name: string) => (one: (typeof first)[number], index: number) => {
            const start = nine + (one.hours ?? 0) * HOUR;
            const id = `${name}-${run}-${index}`;
            return one.hours === null
              ? wish(id, { contactId: one.contactId })
              : appointment(id, { contactId: one.contactId, start, end: start + HOUR });
          };
          await storage.insertNewAppointments(first.map(rowOf('old')));
          const before = await ids(storage, filter, order);
          const rows = arriving.map(rowOf('new'));
          const walked = await walk(
            (page) => storage.listAppointments(filter, order, page),
            limit,
            async () => {
              const row = rows.pop();
              if (row) await storage.insertAppointment(row);
            },
          );
          const walkedIds = walked.map(({ id }) => id);
          expect(new Set(walkedIds).size).toBe(walkedIds.length);
          expect(walkedIds.filter((id) => id.startsWith('old'))).toEqual(before);
          const after = await ids(storage, filter, order);
          expect(after.filter((id) => walkedIds.includes(id))).toEqual(walkedIds);
        },
      ),
      { numRuns: 40 },
    );
    const cursor = 'bm90IGEgY3Vyc29y';
    for (const list of [
      storage.listAppointments({ personId: 'ingrid' }, 'asc', { limit: 1, cursor }),
      storage.listFreeSlots({ contactId: 'c', from: 0, to: nine }, { limit: 1, cursor }),
    ]) {
      await expect(list).rejects.toMatchObject({ code: 'invalid-cursor' });
    }
  });
}
