import { expect } from 'vitest';
import { osloToMs } from '../../../../src/domain/oslo.js';
import { putAppointment, requestAppointment, WISH } from '../support/appointments.js';
import { gateAt, isSettled } from '../support/gate.js';
import { powers } from '../support/people.js';
import { end, grant, listed, partiesOf, putNumbers } from '../support/proxies.js';
import type { Check, Suite } from '../support/suite.js';
import type { World } from '../support/world.js';
import { watch } from './events.js';
import { LONG } from './proxies.js';
import { putThread } from './reading.js';
import { newThread } from './sending.js';

const SESSION = { type: 'session', partyId: null, id: null };
const forAnna = { as: 'berit', actingFor: 'anna' } as const;
const toBerit = powers[0];
const aMessage = { body: { body: 'Hei', attachmentIds: [] } };

const write = (world: World) => world.ask('POST', '/api/threads', { as: 'anna', body: newThread() });
const answer = (world: World) =>
  world.ask('POST', '/api/threads/thread/messages', { ...forAnna, ...aMessage });

async function threadsOf(world: World, personId: string) {
  const reader = { id: personId, direction: 'in' } as const;
  return (await world.storage.listThreads({ personId }, reader, { limit: 9, cursor: null })).items;
}

/** All that somebody can change on behalf of another. */
const changes = (world: World) => {
  const file = new FormData();
  file.append('file', new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf'));
  const cancel = { body: { reasonId: 'ill' }, headers: { 'If-Match': '"1"' } };
  return [
    answer(world),
    world.ask('POST', '/api/threads', { ...forAnna, body: newThread() }),
    world.ask('PUT', '/api/threads/thread/read', { ...forAnna, body: { messageId: 'thread-1' } }),
    world.ask('PUT', '/api/threads/thread/folder', { ...forAnna, body: { folder: 'archive' } }),
    world.ask('POST', '/api/attachments', { ...forAnna, key: null, raw: file }),
    world.ask('POST', '/api/appointments/visit/cancel', { ...forAnna, ...cancel }),
    requestAppointment(world, WISH, forAnna),
  ];
};

export const proxiesAtOnce: Suite = (check) => {
  openPages(check);
  underWay(check);
  races(check);
};

function openPages(check: Check): void {
  check('a power that is given is told to both sides, and the receiver hears of the giver', async (world) => {
    await putNumbers(world);
    const [anna, ola, per] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'ola' }),
      watch(world, { as: 'per' }),
    ]);
    // Something before, so that the stream has looked whom Ola acts for.
    const { body: before } = await write(world);
    expect(await anna.next()).toMatchObject({ type: 'message', id: before.id });
    const { body: given } = await grant(world);
    expect(await anna.next()).toEqual({ type: 'proxy', partyId: 'anna', id: given.id });
    expect(await anna.next()).toMatchObject({ type: 'message', partyId: 'anna' });
    expect(await ola.next()).toEqual(SESSION);
    expect(await ola.next()).toEqual({ type: 'proxy', partyId: 'ola', id: given.id });
    // The receipt in the giver's inbox, which he may read now, and his own.
    expect(await ola.next()).toMatchObject({ type: 'message', partyId: 'anna' });
    expect(await ola.next()).toMatchObject({ type: 'message', partyId: 'ola' });
    const { body: thread } = await write(world);
    expect(await ola.next()).toEqual({ type: 'message', partyId: 'anna', id: thread.id });
    await world.app.close();
    expect(await per.next()).toBe('ended');
  });

  for (const as of ['anna', 'berit'] as const) {
    check(`a power that ${as} ends takes the giver out of the receiver’s open pages`, async (world) => {
      const [anna, berit] = await Promise.all([watch(world, { as: 'anna' }), watch(world, { as: 'berit' })]);
      const { body: before } = await write(world);
      expect(await berit.next()).toEqual({ type: 'message', partyId: 'anna', id: before.id });
      expect(await anna.next()).toMatchObject({ id: before.id });
      await end(world, 'to-berit', { as });
      await write(world);
      expect(await berit.next()).toEqual(SESSION);
      expect(await berit.next()).toEqual({ type: 'proxy', partyId: 'berit', id: 'to-berit' });
      // Her own receipt; nothing of Anna's, neither the receipt nor what was written afterwards.
      expect(await berit.next()).toMatchObject({ type: 'message', partyId: 'berit' });
      expect(await anna.next()).toEqual({ type: 'proxy', partyId: 'anna', id: 'to-berit' });
      await world.app.close();
      expect(await berit.next()).toBe('ended');
      expect((await world.storage.listPowersReceived('berit'))[0]?.endedAt).toBe(world.clock.now());
    });
  }

  check(
    'at midnight in Oslo open pages hear what has ended and what begins, and nothing more of it',
    async (world) => {
      await putNumbers(world);
      const { body: given } = await grant(world, { to: 'ola', validTo: '2026-11-24' });
      world.clock.set(osloToMs('2026-11-25', '00:00') - 60);
      const [anna, ola, siri, berit] = await Promise.all([
        watch(world, { as: 'anna' }),
        watch(world, { as: 'ola' }),
        watch(world, { as: 'siri' }),
        watch(world, { as: 'berit' }),
      ]);
      const { body: before } = await write(world);
      for (const stream of [anna, ola, berit])
        expect(await stream.next()).toEqual({ type: 'message', partyId: 'anna', id: before.id });
      world.clock.pass(60);
      expect([await ola.next(), await ola.next()]).toEqual([
        SESSION,
        { type: 'proxy', partyId: 'ola', id: given.id },
      ]);
      expect([await siri.next(), await siri.next()]).toEqual([
        SESSION,
        { type: 'proxy', partyId: 'siri', id: 'to-siri' },
      ]);
      expect(new Set([await anna.next(), await anna.next()])).toEqual(
        new Set([
          { type: 'proxy', partyId: 'anna', id: given.id },
          { type: 'proxy', partyId: 'anna', id: 'to-siri' },
        ]),
      );
      const { body: after } = await write(world);
      for (const stream of [anna, siri, berit])
        expect(await stream.next()).toEqual({ type: 'message', partyId: 'anna', id: after.id });
      await world.app.close();
      for (const stream of [anna, ola, siri, berit]) expect(await stream.next()).toBe('ended');
    },
    LONG,
  );

  check(
    'a sign of life looks at the day too, where no clock has woken the stream',
    async (world) => {
      await putNumbers(world);
      const { body: given } = await grant(world, { validTo: '2026-11-24' });
      const ola = await watch(world, { as: 'ola' });
      expect(await ola.line()).toBe(': here');
      world.clock.set(osloToMs('2026-11-25', '08:00'));
      expect([await ola.next(), await ola.next()]).toEqual([
        SESSION,
        { type: 'proxy', partyId: 'ola', id: given.id },
      ]);
      // A child who comes of age is nobody to act for either.
      const frida = await watch(world, { as: 'frida' });
      world.clock.set(osloToMs('2030-03-01', '08:00'));
      expect(await frida.next()).toEqual(SESSION);
      expect(await partiesOf(world, 'frida')).toMatchObject({ gry: expect.anything() as unknown });
    },
    { settings: { sessionIdleMinutes: 5 * 366 * 24 * 60 }, heartbeatMs: 20 },
  );
}

function underWay(check: Check): void {
  check('an end that comes while a change is made waits until it is made', async (world) => {
    await putThread(world);
    const gate = gateAt(world, 'insertMessage');
    const sent = answer(world);
    await gate.reached;
    const ended = end(world, 'to-berit');
    expect(await isSettled(ended)).toBe(false);
    gate.open();
    expect([(await sent).status, (await ended).status]).toEqual([201, 200]);
    const [last, first] = (await world.storage.listMessages('thread', { limit: 9, cursor: null })).items;
    expect([last?.onBehalfOf, first?.id]).toEqual(['Anna Prøve', 'thread-1']);
    expect((await answer(world)).body.code).toBe('forbidden');
  });

  check('nothing is changed by who was let in before the end and comes to it after', async (world) => {
    await putThread(world);
    await putAppointment(world);
    await world.ask('GET', '/api/session', { as: 'berit' });
    const gate = gateAt(world, 'insertThread');
    const ended = end(world, 'to-berit');
    // The power is ended in this transaction, which nobody else sees yet.
    await gate.reached;
    const asked = changes(world);
    expect(await isSettled(Promise.race(asked))).toBe(false);
    gate.open();
    expect((await ended).status).toBe(200);
    const answers = (await Promise.all(asked)).map(({ status, body }) => [status, body.code]);
    expect(answers).toEqual(answers.map(() => [403, 'forbidden']));
    expect(answers).toHaveLength(7);
    const anna = { personId: 'anna' };
    const threads = await threadsOf(world, 'anna');
    expect(threads.map(({ contactId }) => contactId).sort()).toEqual(['home-care', null]);
    expect((await world.storage.listMessages('thread', { limit: 9, cursor: null })).items).toHaveLength(1);
    expect(await world.storage.listReadMarks('thread')).toEqual([]);
    expect((await world.storage.getAppointment('visit'))?.version).toBe(1);
    const log = await world.storage.listAccess(anna, { limit: 9, cursor: null });
    expect(log.items.map(({ what }) => what)).toEqual(['proxy-ended']);
  });

  check('what was read before the end does not leave after it', async (world) => {
    await putThread(world);
    const search = { q: 'morgen' };
    for (const [path, call, words] of [
      ['/api/threads', 'listThreads'],
      ['/api/threads/search', 'listThreads', search],
      ['/api/threads/thread', 'getThreadView'],
      ['/api/threads/thread/messages', 'transaction'],
      ['/api/appointments', 'transaction'],
      ['/api/contacts', 'transaction'],
      ['/api/access-log', 'listAccess'],
      ['/api/notification-settings', 'listReaderRules'],
    ] as const) {
      await world.storage.putPower(toBerit);
      const asked = () =>
        words
          ? world.ask('POST', path, { ...forAnna, body: words, key: null })
          : world.ask('GET', path, forAnna);
      expect([path, (await asked()).status]).toEqual([path, 200]);
      const original = world.storage[call] as (...given: unknown[]) => Promise<unknown>;
      Reflect.set(world.storage, call, async (...given: unknown[]) => {
        const read = await original(...given);
        Reflect.set(world.storage, call, original);
        await end(world, 'to-berit');
        return read;
      });
      const { status, body } = await asked();
      expect([path, status, body.code]).toEqual([path, 403, 'forbidden']);
    }
  });

  check('while it lasts all of that can be changed', async (world) => {
    await putThread(world);
    await putAppointment(world);
    const statuses = (await Promise.all(changes(world))).map(({ status }) => status);
    expect(statuses).toEqual([201, 201, 204, 200, 201, 200, 201]);
  });

  check('of many changes and an end at once none comes after it', async (world) => {
    await putThread(world);
    const asked = Array.from({ length: 12 }, () => answer(world));
    const ended = end(world, 'to-berit');
    const replies = await Promise.all(asked);
    expect((await ended).status).toBe(200);
    const through = replies.filter(({ status }) => status === 201).length;
    for (const { status, body } of replies)
      expect([201, 'forbidden']).toContain(status === 201 ? 201 : body.code);
    const { items } = await world.storage.listMessages('thread', { limit: 20, cursor: null });
    expect(items).toHaveLength(1 + through);
    // What is asked after the answer to the end does nothing, as what was asked before it.
    expect((await answer(world)).status).toBe(403);
    expect((await world.storage.listMessages('thread', { limit: 20, cursor: null })).items).toEqual(items);
  });
}

function races(check: Check): void {
  const inForce = async (world: World) =>
    (await listed(world, 'ola')).filter(({ status }) => status === 'active');

  check('of powers that are given at once one is left, and each has its receipts', async (world) => {
    await putNumbers(world);
    const scopes = [['messages'], ['appointments'], ['notifications'], ['messages', 'appointments']] as const;
    const given = await Promise.all(scopes.map((some) => grant(world, { scopes: [...some] })));
    expect(given.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const left = await inForce(world);
    expect(left).toHaveLength(1);
    expect(await partiesOf(world, 'ola')).toEqual({ anna: left[0]?.scopes });
    expect(await listed(world, 'ola')).toHaveLength(4);
    const log = await world.storage.listAccess({ personId: 'ola' }, { limit: 9, cursor: null });
    expect(log.items.map(({ what }) => what).sort()).toEqual([
      'proxy-changed',
      'proxy-changed',
      'proxy-changed',
      'proxy-given',
    ]);
    expect(await threadsOf(world, 'ola')).toHaveLength(4);
  });

  check('of changes of one power at once one is made', async (world) => {
    await putNumbers(world);
    const { body: first } = await grant(world);
    const changed = await Promise.all(
      Array.from({ length: 5 }, () => grant(world, { replaces: first.id, scopes: ['appointments'] })),
    );
    expect(changed.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404]);
    expect(await inForce(world)).toHaveLength(1);
  });

  check('of a change and an end at once one is first, and no power comes back', async (world) => {
    await putNumbers(world);
    for (let n = 0; n < 5; n++) {
      const { body: first } = await grant(world, { to: n % 2 ? 'ola' : 'per' }, { as: 'berit' });
      const to = n % 2 ? 'ola' : 'per';
      const [changed, ended] = await Promise.all([
        grant(world, { replaces: first.id, scopes: ['appointments'] }, { as: 'berit' }),
        end(world, first.id, { as: to }),
      ]);
      expect(ended.body.status).toBe('ended');
      // Ended first, there was nothing to change; changed first, the old one was over.
      const left = changed.status === 201 ? { berit: ['appointments'] } : {};
      expect([201, 404]).toContain(changed.status);
      expect(await partiesOf(world, to)).toEqual(left);
      if (changed.status === 201) await end(world, changed.body.id, { as: 'berit' });
    }
  });

  check('who ends from both sides at once ends once', async (world) => {
    const replies = await Promise.all([
      end(world, 'to-berit', { as: 'anna' }),
      end(world, 'to-berit', { as: 'berit' }),
      end(world, 'to-berit', { as: 'anna' }),
    ]);
    expect(replies.map(({ status, body }) => [status, body.status])).toEqual(
      replies.map(() => [200, 'ended']),
    );
    const log = await world.storage.listAccess({ personId: 'anna' }, { limit: 9, cursor: null });
    expect(log.items).toHaveLength(1);
    expect(await threadsOf(world, 'berit')).toHaveLength(1);
  });
}
