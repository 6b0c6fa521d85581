import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { idempotencyDays } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import type { World } from '../support/world.js';

export const newThread = (over: object = {}) => ({
  contactId: 'home-care',
  topicId: 'visits',
  subject: 'Besøket i morgen',
  body: 'Kan dere komme litt senere?',
  attachmentIds: [],
  ...over,
});

const send = (world: World, over: object = {}, key?: string) =>
  world.ask('POST', '/api/threads', { as: 'anna', body: newThread(over), ...(key ? { key } : {}) });

async function countOf(world: World, personId = 'anna'): Promise<number> {
  const reader = { id: personId, direction: 'in' } as const;
  return (await world.storage.listThreads({ personId }, reader, { limit: 200, cursor: null })).items.length;
}

export const sending: Suite = (check) => {
  check('a first message makes a conversation with what is needed to show it', async (world) => {
    const { status, body, headers } = await send(world);
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe(`/api/threads/${body.id}`);
    expect(body).toMatchObject({
      contact: { id: 'home-care', name: 'Tjeneste home-care' },
      subject: 'Besøket i morgen',
      topic: { id: 'visits', label: 'Besøk' },
      reply: { allowed: true, reason: null },
      folder: 'inbox',
      unread: 0,
      lastMessage: { direction: 'out', excerpt: 'Kan dere komme litt senere?' },
      // The 25th is one of the service's closed days.
      replyBy: '2026-11-26',
    });
    const messages = await world.ask('GET', `/api/threads/${body.id}/messages`, { as: 'anna' });
    expect(messages.body.items).toMatchObject([
      {
        body: 'Kan dere komme litt senere?',
        direction: 'out',
        author: { name: 'Anna Prøve', self: true, role: null, onBehalfOf: null },
      },
    ]);
  });

  check('the first message stands in the access log', async (world) => {
    const { body } = await send(world);
    const log = await world.ask('GET', `/api/access-log?threadId=${body.id}&lang=en`, { as: 'anna' });
    expect(log.body.items).toEqual([
      {
        at: '2026-11-24T09:00:00+01:00',
        who: 'Anna Prøve',
        role: null,
        what: 'Sent a message',
        onBehalfOf: null,
      },
    ]);
  });

  check('a daughter writes on behalf, and both see who wrote', async (world) => {
    const sent = await world.ask('POST', '/api/threads', {
      as: 'berit',
      actingFor: 'anna',
      body: newThread(),
    });
    expect(sent.status).toBe(201);
    const author = { name: 'Berit Prøve', onBehalfOf: 'Anna Prøve' };
    world.clock.pass(1);
    const hers = await world.ask('GET', `/api/threads/${sent.body.id}/messages`, { as: 'anna' });
    expect(hers.body.items[0]?.author).toMatchObject({ ...author, self: false });
    const own = await world.ask('GET', `/api/threads/${sent.body.id}/messages`, {
      as: 'berit',
      actingFor: 'anna',
    });
    expect(own.body.items[0]?.author).toMatchObject({ ...author, self: true });
    const log = await world.ask('GET', '/api/access-log?lang=en', { as: 'anna' });
    expect(log.body.items.map((row) => [row.who, row.what, row.onBehalfOf])).toEqual([
      ['Berit Prøve', 'Read the messages', 'Anna Prøve'],
      ['Berit Prøve', 'Sent a message', 'Anna Prøve'],
    ]);
  });

  check('what is wrong is told by place and code, never by value', async (world) => {
    const secret = 'Hemmelig'.repeat(20);
    const { status, body } = await send(world, { subject: secret, body: ' ', contactId: 7, extra: secret });
    expect(status).toBe(422);
    expect(body.code).toBe('invalid');
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/contactId', code: 'invalid' },
        { pointer: '/subject', code: 'too-long' },
        { pointer: '/body', code: 'required' },
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('Hemmelig');
    expect(await countOf(world)).toBe(0);
  });

  check('lengths are counted in code points', async (world) => {
    expect((await send(world, { body: '😀'.repeat(10_000), subject: '𝄞'.repeat(100) })).status).toBe(201);
    const tooLong = await send(world, { body: '😀'.repeat(10_001) });
    expect(tooLong.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/body', code: 'too-long' }] });
  });

  check(
    'a service may allow less than the contract does',
    async (world) => {
      const { body } = await send(world, { body: 'en for mye' });
      expect(body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/body', code: 'too-long' }] });
    },
    {
      settings: {
        limits: { messageLength: 9, subjectLength: 100, attachments: 1, attachmentSize: 100, mediaTypes: [] },
      },
    },
  );

  check('text that no database keeps is refused', async (world) => {
    for (const body of ['nul\0', 'half \ud83d']) {
      expect((await send(world, { body })).body.errors).toEqual([{ pointer: '/body', code: 'invalid' }]);
    }
    expect((await send(world, { subject: 'to\nlinjer' })).body.errors).toEqual([
      { pointer: '/subject', code: 'invalid' },
    ]);
  });

  check('a topic must be one of the service', async (world) => {
    expect((await send(world, { topicId: 'other' })).body.errors).toEqual([
      { pointer: '/topicId', code: 'invalid' },
    ]);
    expect((await send(world, { topicId: null })).status).toBe(201);
  });

  check('a service that the person does not receive is not there', async (world) => {
    for (const contactId of ['elsewhere', 'nothing']) {
      expect((await send(world, { contactId })).body.code).toBe('not-found');
    }
  });

  check('a service that takes no messages says so', async (world) => {
    for (const contactId of ['closed', 'opens-later']) {
      const { status, body } = await send(world, { contactId, topicId: null });
      expect([status, body.code]).toEqual([409, 'not-allowed']);
    }
    world.clock.set(Date.parse('2026-12-01T00:00:00+01:00'));
    const cookie = await world.session('anna');
    const opened = await world.ask('POST', '/api/threads', {
      body: newThread({ contactId: 'opens-later' }),
      headers: { Cookie: cookie },
    });
    expect(opened.status).toBe(201);
  });

  check('a key is required and must be a UUID', async (world) => {
    for (const key of [null, 'once']) {
      const { status, body } = await world.ask('POST', '/api/threads', {
        as: 'anna',
        body: newThread(),
        key,
      });
      expect([status, body.code]).toEqual([422, 'invalid']);
      expect(body.errors[0]?.pointer).toBe('/Idempotency-Key');
    }
    expect(await countOf(world)).toBe(0);
  });

  check('the same key and body give the first answer again, for seven days', async (world) => {
    const key = randomUUID();
    const first = await send(world, {}, key);
    const again = await send(world, {}, key.toUpperCase());
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    // The order of members is no difference.
    const { attachmentIds, ...rest } = newThread();
    const reordered = await world.ask('POST', '/api/threads', {
      as: 'anna',
      key,
      body: { attachmentIds, ...rest },
    });
    expect(reordered.body).toEqual(first.body);
    world.clock.pass(idempotencyDays(7) - 1);
    const headers = { Cookie: await world.session('anna') };
    const late = await world.ask('POST', '/api/threads', { key, body: newThread(), headers });
    expect(late.body).toEqual(first.body);
    expect(await countOf(world)).toBe(1);
    world.clock.pass(1);
    const forgotten = await world.ask('POST', '/api/threads', { key, body: newThread(), headers });
    expect(forgotten.status).toBe(201);
    expect(await countOf(world)).toBe(2);
  });

  check('another body with the same key is refused', async (world) => {
    const key = randomUUID();
    await send(world, {}, key);
    const other = await send(world, { body: 'Noe annet' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
    const malformed = await world.ask('POST', '/api/threads', { as: 'anna', key, body: { body: '' } });
    expect(malformed.body.code).toBe('idempotency-mismatch');
    expect(await countOf(world)).toBe(1);
  });

  check(
    'of two bodies at once with one key one is sent, and the other is refused after it',
    async (world) => {
      const key = randomUUID();
      const answers = await Promise.all(['Hei', 'Noe annet'].map((body) => send(world, { body }, key)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(await countOf(world)).toBe(1);
    },
  );

  check('a key belongs to a person and whom they act for', async (world) => {
    const key = randomUUID();
    const body = newThread();
    const answers = [
      await world.ask('POST', '/api/threads', { as: 'anna', key, body }),
      await world.ask('POST', '/api/threads', { as: 'ola', key, body }),
      await world.ask('POST', '/api/threads', { as: 'berit', key, body }),
      await world.ask('POST', '/api/threads', { as: 'berit', actingFor: 'anna', key, body }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(4);
  });

  check('twenty at once with one key make one conversation and get one answer', async (world) => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(world, {}, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await countOf(world)).toBe(1);
  });

  check('what was refused by the rules is refused again for the same key', async (world) => {
    const key = randomUUID();
    const closed = { contactId: 'closed', topicId: null };
    const first = await send(world, closed, key);
    const contact = await world.storage.getContact('closed');
    if (contact) await world.storage.putContact({ ...contact, write: { state: 'open', text: null } });
    const again = await send(world, closed, key);
    expect([again.status, again.body]).toEqual([409, first.body]);
    expect((await send(world, closed)).status).toBe(201);
  });

  // Of what never arrived nobody may be told that it did: a changed text is a first one too.
  for (const [which, over] of Object.entries({ 'the same body': {}, 'another body': { body: 'Noe annet' } }))
    check(`a claim whose holder died is taken over by ${which}`, async (world) => {
      const key = randomUUID();
      let tell = (): void => undefined;
      let bury = (_: Error): void => undefined;
      const claimed = new Promise<void>((resolve) => (tell = resolve));
      // The process "dies" after its claim: its transaction neither commits nor fails.
      const dying = vi.spyOn(world.storage, 'transaction').mockImplementation(() => {
        tell();
        return new Promise((_, reject) => (bury = reject));
      });
      const abort = new AbortController();
      const lost = world.ask('POST', '/api/threads', {
        as: 'anna',
        key,
        body: newThread(),
        signal: abort.signal,
      });
      await claimed;
      abort.abort();
      await expect(lost).rejects.toThrow();
      dying.mockRestore();
      world.clock.pass(60_000);
      const taken = await send(world, over, key);
      expect(taken.status).toBe(201);
      // What the dead one might still do changes nothing.
      bury(new Error('gone'));
      expect((await send(world, over, key)).body).toEqual(taken.body);
      expect(await countOf(world)).toBe(1);
    });

  check('when the answer cannot be kept nothing is done', async (world) => {
    const key = randomUUID();
    const transaction = world.storage.transaction.bind(world.storage);
    const failing = vi.spyOn(world.storage, 'transaction').mockImplementation((work) =>
      transaction((store) =>
        work(
          new Proxy(store, {
            get: (target, name) =>
              name === 'answerIdempotency'
                ? () => Promise.reject(new Error('no room'))
                : (Reflect.get(target, name) as unknown),
          }),
        ),
      ),
    );
    const failed = await send(world, {}, key);
    expect([failed.status, failed.body.code]).toEqual([500, 'internal']);
    expect(await countOf(world)).toBe(0);
    failing.mockRestore();
    expect((await send(world, {}, key)).status).toBe(201);
    expect(await countOf(world)).toBe(1);
  });
};
