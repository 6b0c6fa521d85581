import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Store } from '../../../../server/storage/storage.js';
import { people } from '../support/people.js';
import { grant, numberOf, NOBODYS_NUMBER, partiesOf, putNumbers } from '../support/proxies.js';
import type { Suite } from '../support/suite.js';
import { hours, minutes } from '../support/times.js';
import type { World } from '../support/world.js';
import { LONG } from './proxies.js';

/** Whoever is asked for so is not found, and nobody is to learn why. */
const UNKNOWN = {
  'a number that nobody has': { nationalId: NOBODYS_NUMBER, familyName: 'Prøve' },
  'a name that is not theirs': { nationalId: numberOf('ola'), familyName: 'Hansen' },
  'a protected address': { nationalId: numberOf('liv'), familyName: 'Prøve' },
  'a child whose name is not theirs': { nationalId: numberOf('gry'), familyName: 'Hansen' },
};

export const naming: Suite = (check) => {
  check('whoever is not found is not found in one and the same way', async (world) => {
    await putNumbers(world);
    const replies = [];
    for (const person of Object.values(UNKNOWN)) {
      const { status, headers, body } = await grant(world, { person });
      const varying = ['date', 'x-request-id', 'connection', 'keep-alive'];
      replies.push({ status, body, headers: [...headers].filter(([name]) => !varying.includes(name)) });
    }
    expect(replies[0]).toMatchObject({
      status: 422,
      body: { code: 'person-unknown', status: 422, title: 'No such person was found.' },
    });
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    // The age is told only to who knows the name.
    const child = { nationalId: numberOf('gry'), familyName: people.gry.familyName };
    expect((await grant(world, { person: child })).body.code).toBe('proxy-too-young');
  });

  check(
    'a giver has five tries a day, whatever becomes of them',
    async (world) => {
      await putNumbers(world);
      const unknown = Object.values(UNKNOWN);
      for (let n = 0; n < 4; n++) {
        const { status } = await grant(world, { person: unknown[n] ?? { nationalId: '', familyName: '' } });
        expect(status).toBe(422);
        world.clock.pass(minutes(1));
      }
      const { body: given, status } = await grant(world);
      expect(status).toBe(201);
      for (const to of ['ola', 'per', 'liv'] as const) {
        const refused = await grant(world, { to });
        expect([refused.status, refused.body.code]).toEqual([429, 'too-many-attempts']);
        // Since the first: four minutes have passed.
        expect(refused.headers.get('Retry-After')).toBe(String(24 * 3600 - 240));
      }
      expect(await partiesOf(world, 'per')).toEqual({});
      // A change names nobody.
      expect((await grant(world, { replaces: given.id })).status).toBe(201);
      expect((await grant(world, {}, { as: 'berit' })).status).toBe(201);
      world.clock.pass(hours(24) - minutes(4) - 1);
      expect((await grant(world, { to: 'per' })).status).toBe(429);
      world.clock.pass(1);
      expect((await grant(world, { to: 'per' })).status).toBe(201);
      expect((await grant(world, { to: 'per' })).status).toBe(429);
    },
    LONG,
  );

  check('of many tries at once five are made', async (world) => {
    await putNumbers(world);
    const person = UNKNOWN['a number that nobody has'];
    const replies = await Promise.all(Array.from({ length: 9 }, () => grant(world, { person })));
    expect(replies.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(5).fill(422),
      ...Array<number>(4).fill(429),
    ]);
  });

  check('a request that is repeated is one try, and one that was refused is none', async (world) => {
    await putNumbers(world);
    const ask = { as: 'anna', key: randomUUID() } as const;
    const person = UNKNOWN['a name that is not theirs'];
    for (let n = 0; n < 8; n++) expect((await grant(world, { person }, ask)).status).toBe(422);
    // With another body the key is used up.
    const other = await grant(world, {}, ask);
    expect(other.body.code).toBe('idempotency-mismatch');
    for (let n = 0; n < 4; n++) expect((await grant(world, { person })).status).toBe(422);
    const refused = { as: 'anna', key: randomUUID() } as const;
    expect((await grant(world, {}, refused)).status).toBe(429);
    world.clock.pass(hours(24));
    const again = { headers: { Cookie: await world.session('anna') }, key: refused.key };
    expect((await grant(world, {}, again)).status).toBe(201);
  });

  check('a try stays counted when the service fails after it', async (world) => {
    await putNumbers(world);
    for (let n = 0; n < 5; n++) {
      const broken = breakAt(world, 'putPower');
      expect((await grant(world)).status).toBe(500);
      broken.mockRestore();
    }
    expect((await grant(world)).status).toBe(429);
    expect(await partiesOf(world, 'ola')).toEqual({});
  });
};

/** What a transaction asks for by that name fails. */
function breakAt({ storage }: World, call: keyof Store) {
  const transaction = storage.transaction.bind(storage);
  return vi.spyOn(storage, 'transaction').mockImplementation((work) =>
    transaction((store) =>
      work(
        new Proxy(store, {
          get: (target, name) =>
            name === call
              ? () => Promise.reject(new Error('broken'))
              : (Reflect.get(target, name) as unknown),
        }),
      ),
    ),
  );
}
