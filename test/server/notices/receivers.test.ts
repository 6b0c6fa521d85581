/**
 * Who gets which notices, over families of all kinds: what the service does against a model that is written here a
 * second time, from the rules in words, and looks at one address at a time.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeChannel, NoticeEvent, Scope } from '../../../src/backend/types.js';
import { receiverOf, receiversOf } from '../../../server/app/notices.js';
import type { NoticeRow } from '../../../server/storage/notices.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { person } from '../storage/conformance/rows.js';
import { EVERYTHING, nine, notice } from './support/rows.js';

const TODAY = '2026-11-24';
const EVENTS = ['message', 'appointment', 'visit-completed'] as const;
const SCOPE = {
  message: 'messages',
  appointment: 'appointments',
  'visit-completed': 'notifications',
} as const;

const channels = fc.subarray<NoticeChannel>(['sms', 'email']);
const scopes = fc.subarray<Scope>(EVERYTHING);
/** Else too little comes about. */
const mostly = fc.integer({ min: 0, max: 5 }).map((n) => n > 0);
const day = fc.constantFrom('2026-11-23', TODAY, '2026-11-25');

/** Somebody and what they have to do with Anna. */
const reader = fc.record({
  consents: mostly,
  protectedAddress: fc.boolean(),
  settings: fc.option(
    fc.record({
      mobile: fc.option(fc.constantFrom('+4701950001', '+4701950002')),
      mobileVerified: mostly,
      email: fc.option(fc.constantFrom('felles@post.example', 'egen@post.example')),
      emailVerified: mostly,
    }),
  ),
  rules: fc.record({
    message: fc.option(channels),
    appointment: fc.option(channels),
    'visit-completed': fc.option(channels),
  }),
  powers: fc.array(fc.record({ scopes, validFrom: day, validTo: fc.option(day), ended: fc.boolean() }), {
    maxLength: 2,
  }),
  parent: fc.option(scopes),
});
type Reader = typeof reader extends fc.Arbitrary<infer R> ? R : never;

const family = fc.record({
  /** When Anna was born: she is of age today, or will be tomorrow. */
  born: fc.constantFrom('2008-11-24', '2008-11-25'),
  own: reader,
  others: fc.tuple(reader, reader, reader),
});
type Family = typeof family extends fc.Arbitrary<infer F> ? F : never;

const IDS = ['anna', 'berit', 'carl', 'dina'];
const readersOf = ({ own, others }: Family): [string, Reader][] =>
  [own, ...others].map((one, index) => [IDS[index] ?? '', one]);

async function build(given: Family) {
  const storage = createMemoryStorage();
  for (const [id, { consents, protectedAddress }] of readersOf(given))
    await storage.putPerson(
      person(id, {
        birthDate: id === 'anna' ? given.born : '1970-01-01',
        protectedAddress,
        termsAcceptedAt: consents ? nine : null,
      }),
    );
  for (const [readerId, one] of readersOf(given)) {
    if (one.settings)
      await storage.putNoticeSettings({ ...one.settings, readerId, language: 'nb', managedAt: null });
    for (const event of EVENTS) {
      const chosen = one.rules[event];
      if (chosen) await storage.putNoticeRule({ readerId, personId: 'anna', event, channels: chosen });
    }
    if (readerId === 'anna') continue;
    for (const [index, { ended, ...power }] of one.powers.entries())
      await storage.putPower({
        ...power,
        id: `${readerId}-${index}`,
        giverId: 'anna',
        receiverId: readerId,
        createdAt: nine,
        endedAt: ended ? nine : null,
      });
    if (one.parent) await storage.putChild({ parentId: readerId, childId: 'anna', scopes: one.parent });
  }
  return storage;
}

/** Whether this reader may hear of it: has its area, and that of notices, whichever gives them. */
function may(id: string, one: Reader, { born }: Family, event: NoticeEvent): boolean {
  if (!one.consents) return false;
  if (id === 'anna') return true;
  const isChild = born > '2008-11-24';
  const inForce = one.powers.filter(
    (power) =>
      !one.protectedAddress && !power.ended && power.validFrom <= TODAY && (power.validTo ?? TODAY) >= TODAY,
  );
  const given = [...(isChild ? (one.parent ?? []) : []), ...inForce.flatMap((power) => power.scopes)];
  return given.includes(SCOPE[event]) && given.includes('notifications');
}

/** Whether a notice of it goes to this address of somebody's. */
function goesTo(given: Family, event: NoticeEvent, channel: NoticeChannel, address: string): string[] {
  return readersOf(given).flatMap(([id, one]) => {
    const { settings } = one;
    if (!settings || !may(id, one, given, event)) return [];
    const has = {
      sms: settings.mobileVerified && settings.mobile !== null,
      email: settings.emailVerified && settings.email !== null,
    };
    if (!has[channel] || (channel === 'sms' ? settings.mobile : settings.email) !== address) return [];
    const chosen = one.rules[event] ?? [];
    const always = id === 'anna' && event === 'message' && !chosen.some((way) => has[way]);
    return always || chosen.includes(channel) ? [id] : [];
  });
}

const PLACES: readonly [NoticeChannel, string][] = [
  ['sms', '+4701950001'],
  ['sms', '+4701950002'],
  ['email', 'felles@post.example'],
  ['email', 'egen@post.example'],
];
const both = { sendable: ['sms', 'email'], now: nine } as const;

describe('who gets a notice', () => {
  it('is who may hear of what happened, has asked for it or always gets it, at verified addresses', async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(family, async (given) => {
        const storage = await build(given);
        for (const event of EVENTS) {
          const receivers = await receiversOf(storage, { event, personId: 'anna' }, both);
          some += receivers.length;
          for (const { readerId, forOther } of receivers) expect(forOther).toBe(readerId !== 'anna');
          for (const [channel, address] of PLACES) {
            const there = receivers.filter((one) => one.channel === channel && one.address === address);
            expect(there.map(({ readerId }) => readerId)).toEqual(goesTo(given, event, channel, address));
          }
        }
      }),
      { numRuns: 400, seed: 20261124 },
    );
    expect(some).toBeGreaterThan(300);
  });

  it('is, of one that has waited, somebody at that address who would get it now; else nobody', async () => {
    const counts = { sent: 0, dropped: 0, passedOn: 0 };
    await fc.assert(
      fc.asyncProperty(family, family, async (before, after) => {
        const then = await build(before);
        const now = await build(after);
        for (const event of EVENTS) {
          for (const { readerId, channel, address } of await receiversOf(
            then,
            { event, personId: 'anna' },
            both,
          )) {
            const row: NoticeRow = {
              ...notice('n', { event, readerId, personId: 'anna', channel, address }),
              state: 'waiting',
              dueAt: nine,
              holder: 'worker',
              attempts: 1,
              inDoubt: 1,
            };
            const receiver = await receiverOf(now, row, event, nine);
            // What always comes is not lost because the other way is chosen by now.
            const anna = after.own;
            const own = channel === 'sms' ? anna.settings?.mobile : anna.settings?.email;
            const verified = channel === 'sms' ? anna.settings?.mobileVerified : anna.settings?.emailVerified;
            const required = event === 'message' && anna.consents && own === address && verified === true;
            const there = [...(required ? ['anna'] : []), ...goesTo(after, event, channel, address)];
            if (there.length === 0) expect(receiver).toBeNull();
            else if (there.includes(readerId)) expect(receiver?.readerId).toBe(readerId);
            else expect(there).toContain(receiver?.readerId);
            if (!receiver) counts.dropped++;
            else if (receiver.readerId === readerId) counts.sent++;
            else counts.passedOn++;
          }
        }
      }),
      { numRuns: 400, seed: 20261124 },
    );
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(10);
  });
});
