/** Whatever residents and staff do one after the other, an appointment is never what the rules do not give. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import type { AppointmentStatus } from '../../../src/backend/types.js';
import {
  changeAppointment,
  freeSlots,
  ILL,
  putSlot,
  requestAppointment,
  WISH,
} from './support/appointments.js';
import { NOW } from './support/people.js';
import { hours } from './support/times.js';
import { openWorld, type World } from './support/world.js';

const SLOTS = ['slot-0', 'slot-1', 'slot-2'];
const TIME = { start: '2026-11-30T12:00:00+01:00', end: '2026-11-30T12:30:00+01:00' };

/** Where each deed leads; nothing else does anything. */
const leads: Record<string, Partial<Record<AppointmentStatus, AppointmentStatus>>> = {
  cancel: { requested: 'cancelled', booked: 'cancel-requested' },
  move: { booked: 'booked' },
  wish: { booked: 'reschedule-requested' },
  accept: { requested: 'booked', 'cancel-requested': 'cancelled', 'reschedule-requested': 'booked' },
  decline: { requested: 'declined', 'cancel-requested': 'booked', 'reschedule-requested': 'booked' },
  complete: { booked: 'completed', 'cancel-requested': 'completed', 'reschedule-requested': 'completed' },
  'call-off': { booked: 'cancelled' },
  'set-time': { booked: 'booked' },
  miss: { booked: 'no-show', 'cancel-requested': 'no-show', 'reschedule-requested': 'no-show' },
};

/** Why what could be done is refused all the same: time has passed, or has not come. */
const timely: Record<string, readonly string[]> = {
  cancel: ['too-late', 'not-allowed'],
  move: ['too-late', 'not-allowed', 'slot-taken'],
  wish: ['too-late', 'not-allowed', 'invalid'],
  accept: ['invalid'],
  decline: [],
  complete: ['not-allowed'],
  'call-off': ['not-allowed'],
  'set-time': ['not-allowed', 'slot-taken', 'invalid'],
  miss: ['not-allowed'],
};

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(leads)),
  slot: fc.constantFrom(...SLOTS),
  /** Mostly as it was read last. */
  behind: fc.constantFrom(0, 0, 0, 0, 1, -1),
  /** Hours that pass before. */
  pass: fc.constantFrom(0, 0, 0, 0, 1, 30),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function act(world: World, id: string, { deed, slot }: Step, version: number) {
  const resident = { bearer: 'token-sub-anna', version };
  const staff = { bearer: 'token-sub-henrik', version };
  const change = (path: string, body: object, ask: typeof staff) =>
    changeAppointment(world, `/api${path}`, body, ask);
  const decision = `/staff/appointments/${id}/decision`;
  switch (deed) {
    case 'cancel':
      return change(`/appointments/${id}/cancel`, ILL, resident);
    case 'move':
      return change(`/appointments/${id}/reschedule`, { slotId: slot }, resident);
    case 'wish':
      return change(`/appointments/${id}/reschedule`, WISH, resident);
    case 'accept':
      return change(decision, { outcome: 'accepted', ...TIME }, staff);
    case 'decline':
      return change(decision, { outcome: 'declined', reason: 'Nei' }, staff);
    case 'call-off':
      return change(`/staff/appointments/${id}/cancellation`, { reason: 'Sykdom hos oss' }, staff);
    case 'set-time':
      return change(`/staff/appointments/${id}/time`, { slotId: slot }, staff);
    case 'miss':
      return change(`/staff/appointments/${id}/no-show`, {}, staff);
    default:
      return change(`/staff/appointments/${id}/completion`, {}, staff);
  }
}

/** Tokens outlive the walk. */
const identity = {
  verifyBearer: async (token: string) => ({
    subject: token.replace('token-', ''),
    expiresAt: NOW + hours(10_000),
  }),
};

it('ends nowhere else, and the version counts the changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, inSlot) => {
      const world = await openWorld(createMemoryStorage(), { identity });
      try {
        for (const [n, id] of SLOTS.entries()) await putSlot(world, { id, start: NOW + hours(72 + n) });
        const anna = { bearer: 'token-sub-anna' };
        const wanted = inSlot ? { slotId: 'slot-0' } : WISH;
        const { id } = (await requestAppointment(world, wanted, anna)).body;
        const row = async () => {
          const found = await world.storage.getAppointment(id);
          if (!found) throw new Error('gone');
          return found;
        };
        for (const one of steps) {
          world.clock.pass(hours(one.pass));
          const before = await row();
          const to = leads[one.deed]?.[before.status];
          const { status, body } = await act(world, id, one, before.version - one.behind);
          const after = await row();
          if (status === 200) {
            expect([one.behind, after.status, body.status]).toEqual([0, to, to]);
            expect([after.version, body.version]).toEqual([before.version + 1, String(before.version + 1)]);
          } else {
            expect(after).toEqual(before);
            if (one.behind !== 0) expect([status, body.code]).toEqual([412, 'stale']);
            else if (to === undefined) expect([status, body.code]).toEqual([409, 'not-allowed']);
            else expect(timely[one.deed], one.deed).toContain(body.code);
          }
          // What is not taken is free, as long as it has not begun.
          const free = await freeSlots(world, anna);
          const open = SLOTS.filter((_, n) => NOW + hours(72 + n) > world.clock.now());
          expect(free).toEqual(open.filter((slot) => slot !== after.slotId));
          if (after.status === 'cancelled') expect(after.slotId).toBeNull();
        }
      } finally {
        await world.close();
      }
    }),
    { numRuns: 60 },
  );
});
