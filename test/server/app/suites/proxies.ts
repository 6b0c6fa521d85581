import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { osloToMs } from '../../../../src/domain/oslo.js';
import { people, powers, type PersonName } from '../support/people.js';
import { end, grant, listed, numberOf, partiesOf, putNumbers } from '../support/proxies.js';
import type { Suite } from '../support/suite.js';
import type { World } from '../support/world.js';

/** A session over days, so that a test can go from one to another. */
export const LONG = { settings: { sessionIdleMinutes: 400 * 24 * 60 } };

/** What stands in somebody's inbox, newest first: subject and text. */
export async function inbox(world: World, as: PersonName) {
  const { items } = (await world.ask('GET', '/api/threads', { as })).body;
  return Promise.all(
    items.map(async ({ id }) => {
      const thread = await world.storage.getThread(id);
      const { body } = await world.ask('GET', `/api/threads/${id}/messages`, { as });
      return [thread?.subject, body.items[0]?.body];
    }),
  );
}

export const proxies: Suite = (check) => {
  check('one who is named rightly can act for the giver from now on', async (world) => {
    await putNumbers(world);
    expect((await world.ask('GET', '/api/threads', { as: 'ola', actingFor: 'anna' })).status).toBe(403);
    const given = await grant(world, {
      scopes: ['notifications', 'messages', 'messages'],
      validTo: '2026-12-31',
    });
    expect(given.status).toBe(201);
    expect(given.body).toEqual({
      id: given.body.id,
      partyId: null,
      direction: 'given',
      person: { name: 'Ola Prøve', birthYear: 1970 },
      scopes: ['messages', 'notifications'],
      validFrom: '2026-11-24',
      validTo: '2026-12-31',
      status: 'active',
      endedAt: null,
      end: { allowed: true, until: null, reason: null, text: null },
    });
    expect(await partiesOf(world, 'ola')).toEqual({ anna: ['messages', 'notifications'] });
    expect((await listed(world, 'ola'))[0]).toEqual({
      ...given.body,
      partyId: 'anna',
      direction: 'received',
      person: { name: 'Anna Prøve', birthYear: 1948 },
    });
    const forAnna = { as: 'ola', actingFor: 'anna' } as const;
    expect((await world.ask('GET', '/api/threads', forAnna)).status).toBe(200);
    expect((await world.ask('GET', '/api/appointments', forAnna)).body.code).toBe('scope-missing');
  });

  check(
    'it ends with its last day in Oslo',
    async (world) => {
      await putNumbers(world);
      await grant(world, { validTo: '2026-11-24' });
      world.clock.set(osloToMs('2026-11-25', '00:00') - 1);
      const forAnna = { as: 'ola', actingFor: 'anna' } as const;
      expect((await world.ask('GET', '/api/threads', forAnna)).status).toBe(200);
      expect((await listed(world, 'anna'))[0]?.status).toBe('active');
      world.clock.pass(1);
      expect((await world.ask('GET', '/api/threads', forAnna)).body.code).toBe('forbidden');
      expect((await listed(world, 'ola'))[0]).toMatchObject({
        status: 'expired',
        partyId: null,
        endedAt: null,
        end: { allowed: false, reason: 'closed' },
      });
      expect(await partiesOf(world, 'ola')).toEqual({});
    },
    LONG,
  );

  check('it is not given for days that are over, and that costs no attempt', async (world) => {
    await putNumbers(world);
    for (let n = 0; n < 6; n++) {
      const { status, body } = await grant(world, { validTo: '2026-11-23' });
      expect([status, body.errors]).toEqual([422, [{ pointer: '/validTo', code: 'invalid' }]]);
    }
    expect((await grant(world, { validTo: '2026-11-24' })).status).toBe(201);
  });

  check('a number that none can be is told at once, and costs no attempt', async (world) => {
    await putNumbers(world);
    const right = numberOf('ola');
    const wrong = right.slice(0, 10) + String((Number(right[10]) + 1) % 10);
    for (const nationalId of [wrong, '00000000000', right.slice(1), `${right}0`, 'femtisjutti']) {
      const { status, body } = await grant(world, { person: { nationalId, familyName: 'Prøve' } });
      expect([status, body.errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/person/nationalId' }) as unknown],
      ]);
    }
    const nothing = await grant(world, { scopes: [] });
    expect(nothing.body.errors).toEqual([{ pointer: '/scopes', code: 'too-few' }]);
    expect((await grant(world)).status).toBe(201);
  });

  check('the giver is 16 and the receiver 18 on the day in Oslo', async (world) => {
    await putNumbers(world);
    const born = async (who: 'per' | 'ola', birthDate: string) =>
      world.storage.putPerson({ ...people[who], birthDate });
    for (const [giver, receiver, answer] of [
      ['2010-11-25', '1970-01-01', 'grantor-too-young'],
      ['2010-11-24', '1970-01-01', 201],
      // Both: the giver's own age is told first.
      ['2010-11-25', '2008-11-25', 'grantor-too-young'],
      ['1970-01-01', '2008-11-25', 'proxy-too-young'],
      ['1970-01-01', '2008-11-24', 201],
    ] as const) {
      await born('per', giver);
      await born('ola', receiver);
      const { status, body } = await grant(world, {}, { as: 'per' });
      expect([giver, receiver, status === 201 ? 201 : body.code]).toEqual([giver, receiver, answer]);
    }
  });

  check(
    'who was born on 29 February is 18 on 1 March, when the day begins in Oslo',
    async (world) => {
      await putNumbers(world);
      await world.storage.putPerson({ ...people.ola, birthDate: '2008-02-29' });
      // 23:30 in UTC on the last of February is half past midnight in Oslo.
      for (const [instant, answer] of [
        ['2026-02-28T12:00:00Z', 'proxy-too-young'],
        ['2026-02-28T22:59:59Z', 'proxy-too-young'],
        ['2026-02-28T23:00:00Z', 201],
      ] as const) {
        world.clock.set(Date.parse(instant));
        const person = { ...people.anna, activeFrom: 0 };
        await world.storage.putPerson(person);
        const { status, body } = await grant(world);
        expect([instant, status === 201 ? 201 : body.code]).toEqual([instant, answer]);
      }
    },
    LONG,
  );

  check('nobody gives one to themselves', async (world) => {
    await putNumbers(world);
    for (const as of ['anna', 'liv'] as const)
      expect((await grant(world, { to: as }, { as })).body.code).toBe('proxy-self');
    expect(await listed(world, 'ola')).toEqual([]);
  });

  check('nobody passes on what they have received, nor gives for their child', async (world) => {
    await putNumbers(world);
    for (const ask of [
      { as: 'berit', actingFor: 'anna' },
      { as: 'frida', actingFor: 'gry' },
    ] as const)
      expect((await grant(world, {}, ask)).body.code).toBe('forbidden');
    expect((await grant(world, {}, { as: 'berit', actingFor: 'berit' })).status).toBe(201);
    expect(await partiesOf(world, 'ola')).toEqual({ berit: ['messages'] });
  });

  check(
    'a name is taken as people write it',
    async (world) => {
      await putNumbers(world);
      const named = async (registered: string, familyName: string) => {
        await world.storage.putPerson({ ...people.ola, familyName: registered });
        const key = { as: 'anna', key: randomUUID() } as const;
        world.clock.pass(24 * 3_600_000);
        const { status, body } = await grant(
          world,
          { person: { nationalId: numberOf('ola'), familyName } },
          key,
        );
        return status === 201 ? 'found' : body.code;
      };
      for (const [registered, typed] of [
        ['Prøve', ' prøve '],
        ['PRØVE', 'Prøve'],
        ['Åsen', 'A\u030Asen'],
        ['Lindén', 'Linden'],
        ['Linden', 'LINDÉN'],
        ['Berg-Hansen', 'berg  hansen'],
        ['Somby Čáhppe', 'somby čahppe'],
        ['Đorđević', 'dordevic'],
      ] as const)
        expect([registered, typed, await named(registered, typed)]).toEqual([registered, typed, 'found']);
      for (const [registered, typed] of [
        ['Prøve', 'Prove'],
        ['Åsen', 'Asen'],
        ['Næss', 'Nass'],
        ['Ås', 'Aas'],
        ['Prøve', 'Prøven'],
        ['Prøve', '-'],
        ['Berg Hansen', 'Hansen'],
      ] as const)
        expect([registered, typed, await named(registered, typed)]).toEqual([
          registered,
          typed,
          'person-unknown',
        ]);
    },
    LONG,
  );

  check('a second one for the same person takes the place of the first', async (world) => {
    await putNumbers(world);
    const { body: first } = await grant(world, { scopes: ['messages', 'appointments'] });
    const { body: second } = await grant(world, { scopes: ['notifications'] });
    expect(await partiesOf(world, 'ola')).toEqual({ anna: ['notifications'] });
    expect((await listed(world, 'ola')).map(({ id, status }) => [id, status]).sort()).toEqual(
      [
        [second.id, 'active'],
        [first.id, 'ended'],
      ].sort(),
    );
  });

  check('a change ends the old one and makes a new one, without the number', async (world) => {
    await putNumbers(world);
    const { body: first } = await grant(world, { scopes: ['messages'] });
    for (let n = 0; n < 7; n++) {
      world.clock.pass(1000);
      const old = (await listed(world, 'anna'))[0]?.id;
      const { status, body } = await grant(world, {
        ...(old ? { replaces: old } : {}),
        scopes: ['appointments'],
        validTo: `2026-12-0${n + 1}`,
      });
      expect([status, body]).toEqual([
        201,
        expect.objectContaining({ person: first.person, validTo: `2026-12-0${n + 1}`, status: 'active' }),
      ]);
    }
    const all = (await listed(world, 'anna')).filter(({ person }) => person.name === 'Ola Prøve');
    expect(all.map(({ status }) => status)).toEqual(['active', ...Array<string>(7).fill('ended')]);
    expect(all.at(-1)).toEqual({
      ...first,
      status: 'ended',
      endedAt: '2026-11-24T09:00:01+01:00',
      end: { allowed: false, until: null, reason: 'closed', text: null },
    });
    expect(await partiesOf(world, 'ola')).toEqual({ anna: ['appointments'] });
  });

  check('only one’s own given power can be changed, and only while it may be used', async (world) => {
    await putNumbers(world);
    const own = (await listed(world, 'anna')).map(({ id, status }) => [id, status] as const);
    const over = own.filter(([, status]) => status !== 'active').map(([id]) => id);
    expect(over.sort()).toEqual(['once-to-rolf', 'to-dina', 'to-egil']);
    for (const replaces of [...over, 'nothing']) {
      const { status, body } = await grant(world, { replaces });
      expect([replaces, status, body.code]).toEqual([replaces, 404, 'not-found']);
    }
    for (const as of ['berit', 'ola'] as const)
      expect((await grant(world, { replaces: 'to-berit' }, { as })).status).toBe(404);
    // Whose address has been protected since cannot be given one again.
    expect((await grant(world, { replaces: 'to-liv' })).body.code).toBe('person-unknown');
    expect((await listed(world, 'anna')).map(({ id, status }) => [id, status])).toEqual(own);
  });

  check('either side ends it at once, and ending it again changes nothing', async (world) => {
    await putNumbers(world);
    for (const as of ['anna', 'ola'] as const) {
      const { body: given } = await grant(world);
      const forAnna = { as: 'ola', actingFor: 'anna' } as const;
      expect((await world.ask('GET', '/api/threads', forAnna)).status).toBe(200);
      const ended = await end(world, given.id, { as });
      expect([ended.status, ended.body]).toEqual([
        200,
        expect.objectContaining({
          id: given.id,
          direction: as === 'anna' ? 'given' : 'received',
          partyId: null,
          status: 'ended',
          endedAt: ended.body.endedAt,
          end: { allowed: false, until: null, reason: 'closed', text: null },
        }),
      ]);
      expect((await world.ask('GET', '/api/threads', forAnna)).body.code).toBe('forbidden');
      expect((await world.ask('GET', '/api/session', forAnna)).body.code).toBe('forbidden');
      const inboxBefore = await inbox(world, 'ola');
      world.clock.pass(1000);
      for (const again of ['anna', 'ola'] as const)
        expect((await end(world, given.id, { as: again })).body.endedAt).toBe(ended.body.endedAt);
      expect(await inbox(world, 'ola')).toEqual(inboxBefore);
    }
  });

  check('who acts for the giver in the page ends it as oneself', async (world) => {
    const ended = await end(world, 'to-berit', { as: 'berit', actingFor: 'anna' });
    expect([ended.status, ended.body.direction]).toEqual([200, 'received']);
    const log = await world.ask('GET', '/api/access-log', { as: 'anna' });
    expect(log.body.items).toMatchObject([{ who: 'Berit Prøve', onBehalfOf: null }]);
  });

  check('nobody else ends one, and an expired one stays expired', async (world) => {
    const rows = await world.storage.listPowersGiven('anna');
    for (const { id } of rows)
      for (const as of ['ola', 'frida'] as const) expect((await end(world, id, { as })).status).toBe(404);
    expect((await end(world, 'nothing')).status).toBe(404);
    for (const as of ['anna', 'egil'] as const)
      expect((await end(world, 'to-egil', { as })).body).toMatchObject({ status: 'expired', endedAt: null });
    // One that has not begun yet can be taken back.
    expect((await end(world, 'to-siri', { as: 'siri' })).body.status).toBe('ended');
  });

  check('the list is given in pages, newest first, with both sides’ own words', async (world) => {
    await putNumbers(world);
    for (const to of ['per', 'ola', 'frida'] as const) {
      world.clock.pass(1000);
      await grant(world, { to });
    }
    world.clock.pass(1000);
    await grant(world, { to: 'anna' }, { as: 'ola' });
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const { body } = await world.ask('GET', `/api/proxies?limit=3${query}`, { as: 'anna' });
      found.push(...body.items.map(({ direction, person }) => `${direction} ${person.name}`));
      cursor = body.next;
    }
    expect(found.slice(0, 4)).toEqual([
      'received Ola Prøve',
      'given Frida Prøve',
      'given Ola Prøve',
      'given Per Prøve',
    ]);
    expect(found).toHaveLength(4 + powers.length);
    expect((await world.ask('GET', '/api/proxies?cursor=nonsense', { as: 'anna' })).status).toBe(422);
  });
};
