/**
 * Codes while things go wrong at random: the database does not answer, answers get lost on their way, the same request
 * comes several times at once. One request is one code, however often it had to be made.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageError } from '../../../server/storage/errors.js';
import type { Storage } from '../../../server/storage/storage.js';
import { benches } from '../app/support/benches.js';

import { openWorld, type Reply, type World } from '../app/support/world.js';
import type { Bench } from '../app/support/suite.js';
import { sending } from './support/readers.js';
import { sent } from './support/sent.js';

/** Of what a request that asks for a code does in the database. */
const STEPS = [
  'claimIdempotency',
  'getNoticeSettings',
  'listAttempts',
  'insertAttempt',
  'endVerifications',
  'insertVerification',
  'insertNotice',
  'answerIdempotency',
] as const;

const people = ['anna', 'berit', 'carl', 'frida', 'ola', 'per'] as const;

const asked = fc.record({
  as: fc.constantFrom(...people),
  to: fc.constantFrom('01950001', '+47 01 95 00 02', '01950003'),
  /** At which steps the database does not answer, try by try; then it does. */
  faults: fc.array(fc.constantFrom(...STEPS), { maxLength: 4 }),
  /** How often it is asked at once, at each try. */
  times: fc.integer({ min: 1, max: 3 }),
});

/** A storage that fails at the step that `fault` names, also within a transaction. */
function failing(storage: Storage, fault: () => string | undefined): Storage {
  const wrap = <S extends object>(store: S): S =>
    new Proxy(store, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        if (key === 'transaction')
          return (work: (store: object) => Promise<unknown>) =>
            (target as unknown as Storage).transaction((inner) => work(wrap(inner)));
        return (...args: unknown[]) =>
          key === fault()
            ? Promise.reject(new StorageError('unavailable', 'The database does not answer'))
            : (Reflect.apply(member, target, args) as unknown);
      },
    });
  return wrap(storage);
}

describe.each(['memory', 'a PostgreSQL server'] as const)('codes under faults on %s', (name) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await benches[name]();
  });
  afterAll(() => bench.close());

  it('each request that was answered sent one code, each other none', { timeout: 120_000 }, async () => {
    let unavailable = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 8 }), async (requests) => {
        let fault: string | undefined;
        const world = await openWorld(
          failing(await bench.empty(), () => fault),
          sending,
        );
        try {
          const answered = new Set<string>();
          for (const { as, to, faults, times } of requests) {
            const key = crypto.randomUUID();
            const attempt = () => ask(world, { as, to, key });
            const replies: Reply[] = [];
            for (fault of [...faults, undefined])
              replies.push(...(await Promise.all(Array.from({ length: times }, attempt))));
            const done = replies.filter(({ status }) => status === 202);
            const last = replies.at(-1);
            expect([202, 429]).toContain(last?.status);
            // Whoever got an answer got the same one.
            expect(new Set(done.map(({ body }) => body.id)).size).toBe(last?.status === 202 ? 1 : 0);
            for (const { status } of replies) expect([202, 429, 503]).toContain(status);
            unavailable += replies.filter(({ status }) => status === 503).length;
            if (last?.status !== 202) continue;
            answered.add(last.body.id);
            // At once, since the next one ends those before it.
            expect(await sent(world)).toHaveLength(answered.size);
          }
          const texts = (await sent(world)).map(({ address, text }) => `${address} ${text}`);
          expect(texts).toHaveLength(answered.size);
        } finally {
          await world.close();
        }
      }),
      { numRuns: name === 'memory' ? 60 : 15, seed: 20261124 },
    );
    // The faults really came about.
    expect(unavailable).toBeGreaterThan(100);
  });
});

const ask = (world: World, { as, to, key }: { as: (typeof people)[number]; to: string; key: string }) =>
  world.ask('POST', '/api/notification-settings/verifications', {
    as,
    key,
    body: { channel: 'sms', to },
  });
