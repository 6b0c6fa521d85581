import { expect } from 'vitest';
import { minutes } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { putThread } from './reading.js';
import { newThread } from './sending.js';

/** Reads a stream: hints, comments, and its end. */
export async function watch(world: World, ask: Ask, path = '/api/events') {
  const abort = new AbortController();
  const { response, status } = await world.ask('GET', path, { ...ask, signal: abort.signal });
  expect(status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const line = async (): Promise<string | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const found = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      buffer += value;
    }
  };
  const next = async (): Promise<unknown> => {
    for (;;) {
      const found = await line();
      if (found === null) return 'ended';
      if (found.startsWith('data: ')) return JSON.parse(found.slice(6));
    }
  };
  expect(await line()).toBe(': welcome');
  return { line, next, leave: () => abort.abort() };
}

const send = (world: World, ask: Ask = { as: 'anna' }) =>
  world.ask('POST', '/api/threads', { body: newThread(), ...ask });

const SESSION = { type: 'session', partyId: null, id: null };

export const events: Suite = (check) => {
  check('everybody who may see it gets a hint, and nobody else', async (world) => {
    const [anna, berit, carl, dina, ola, amina, henrik] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'berit' }),
      watch(world, { as: 'carl' }),
      watch(world, { as: 'dina' }),
      watch(world, { as: 'ola' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
      watch(world, { as: 'henrik' }, '/api/staff/events'),
    ]);
    const { body: thread } = await send(world);
    const hint = { type: 'message', partyId: 'anna', id: thread.id };
    expect(await anna.next()).toEqual(hint);
    expect(await berit.next()).toEqual(hint);
    expect(await amina.next()).toEqual({ ...hint, partyId: null });
    await world.app.close();
    for (const other of [carl, dina, ola, henrik]) expect(await other.next()).toBe('ended');
  });

  check('an answer from the service is a hint', async (world) => {
    await putThread(world);
    const anna = await watch(world, { as: 'anna' });
    await world.ask('POST', '/api/staff/threads/thread/messages', { as: 'amina', body: { body: 'Ja' } });
    expect(await anna.next()).toEqual({ type: 'message', partyId: 'anna', id: 'thread' });
  });

  check('a reply is a hint to everybody whom it concerns', async (world) => {
    await putThread(world);
    const [anna, berit, carl, amina] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'berit' }),
      watch(world, { as: 'carl' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
    ]);
    const body = { body: 'Ja', attachmentIds: [] };
    await world.ask('POST', '/api/threads/thread/messages', { as: 'berit', actingFor: 'anna', body });
    const hint = { type: 'message', partyId: 'anna', id: 'thread' };
    expect([await anna.next(), await berit.next()]).toEqual([hint, hint]);
    expect(await amina.next()).toEqual({ ...hint, partyId: null });
    await world.app.close();
    expect(await carl.next()).toBe('ended');
  });

  check('what a reader reads and archives is a hint to that reader’s other pages', async (world) => {
    await putThread(world);
    const [berit, anna, amina] = await Promise.all([
      watch(world, { as: 'berit' }),
      watch(world, { as: 'anna' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
    ]);
    const onBehalf = { as: 'berit', actingFor: 'anna' } as const;
    const read = { ...onBehalf, body: { messageId: 'thread-1' } };
    // The second time nothing changes.
    for (let n = 0; n < 2; n++) await world.ask('PUT', '/api/threads/thread/read', read);
    const move = { ...onBehalf, body: { folder: 'archive' } };
    for (let n = 0; n < 2; n++) await world.ask('PUT', '/api/threads/thread/folder', move);
    const { body: thread } = await send(world);
    const hint = { type: 'message', partyId: 'anna', id: 'thread' };
    const last = { ...hint, id: thread.id };
    expect([await berit.next(), await berit.next(), await berit.next()]).toEqual([hint, hint, last]);
    expect(await anna.next()).toEqual(last);
    // Staff see how far was read, and nothing of archives.
    expect([await amina.next(), await amina.next()]).toEqual([
      { ...hint, partyId: null },
      { ...last, partyId: null },
    ]);
  });

  check('what one of the staff reads is a hint to their own pages alone', async (world) => {
    await putThread(world, {}, { direction: 'out', authorId: 'anna' });
    const amina = await watch(world, { as: 'amina' }, '/api/staff/events');
    const anna = await watch(world, { as: 'anna' });
    const body = { messageId: 'thread-1' };
    await world.ask('PUT', '/api/staff/threads/thread/read', { as: 'amina', body });
    expect(await amina.next()).toEqual({ type: 'message', partyId: null, id: 'thread' });
    const { body: thread } = await send(world);
    expect(await anna.next()).toMatchObject({ id: thread.id });
  });

  check('closing and reopening are hints to all, once', async (world) => {
    await putThread(world);
    const [anna, amina] = await Promise.all([
      watch(world, { as: 'anna' }),
      watch(world, { as: 'amina' }, '/api/staff/events'),
    ]);
    const put = (state: string) =>
      world.ask('PUT', '/api/staff/threads/thread/state', { as: 'amina', body: { state } });
    await put('closed');
    await put('closed');
    const { body: thread } = await send(world);
    expect([await anna.next(), await anna.next()]).toMatchObject([{ id: 'thread' }, { id: thread.id }]);
    expect([await amina.next(), await amina.next()]).toMatchObject([{ id: 'thread' }, { id: thread.id }]);
  });

  check('a repeated request gives no second hint', async (world) => {
    const anna = await watch(world, { as: 'anna' });
    const key = '7d444840-9dc0-11d1-b245-5ffdce74fad2';
    const first = await send(world, { as: 'anna', key });
    await send(world, { as: 'anna', key });
    const other = await send(world);
    expect([await anna.next(), await anna.next()]).toMatchObject([
      { id: first.body.id },
      { id: other.body.id },
    ]);
  });

  check('a power of attorney that ended gives no more hints', async (world) => {
    const berit = await watch(world, { as: 'berit' });
    await send(world);
    expect(await berit.next()).toMatchObject({ partyId: 'anna' });
    const [power] = (await world.storage.listPowersReceived('berit')).filter(
      ({ endedAt }) => endedAt === null,
    );
    await world.storage.putPower({ ...power!, endedAt: world.clock.now() });
    await send(world);
    const own = await send(world, { as: 'berit' });
    expect(await berit.next()).toEqual({ type: 'message', partyId: 'berit', id: own.body.id });
  });

  check('it ends with the session', async (world) => {
    const anna = await watch(world, { as: 'anna' });
    await world.ask('DELETE', '/api/session', { as: 'anna' });
    expect([await anna.next(), await anna.next()]).toEqual([SESSION, 'ended']);
  });

  check('it ends when the terms are withdrawn, in the other tab too', async (world) => {
    const headers = { Cookie: await world.session('anna') };
    const other = await watch(world, { headers });
    const anna = await watch(world, { as: 'anna' });
    await world.ask('DELETE', '/api/session/terms', { as: 'anna' });
    for (const stream of [anna, other]) {
      expect([await stream.next(), await stream.next()]).toEqual([SESSION, 'ended']);
    }
  });

  check(
    'signs of life come, extend nothing, and end what ran out',
    async (world) => {
      const anna = await watch(world, { as: 'anna' });
      expect(await anna.line()).toBe(': here');
      expect(await anna.line()).toBe(': here');
      world.clock.pass(minutes(30));
      expect([await anna.next(), await anna.next()]).toEqual([SESSION, 'ended']);
    },
    { heartbeatMs: 20 },
  );

  check('there are not endlessly many at a time', async (world) => {
    const headers = { Cookie: await world.session('anna') };
    const streams = await Promise.all(Array.from({ length: 20 }, () => watch(world, { headers })));
    expect((await world.ask('GET', '/api/events', { headers })).status).toBe(429);
    streams[0]?.leave();
    await expect
      .poll(async () => {
        const abort = new AbortController();
        const { status } = await world.ask('GET', '/api/events', { headers, signal: abort.signal });
        abort.abort();
        return status;
      })
      .toBe(200);
  });

  check('nobody who is not logged in watches, and staff watch their own', async (world) => {
    expect((await world.ask('GET', '/api/events')).status).toBe(401);
    expect((await world.ask('GET', '/api/events', { as: 'amina' })).status).toBe(403);
    expect((await world.ask('GET', '/api/staff/events', { as: 'anna' })).status).toBe(403);
    const tor = await watch(world, { as: 'tor' });
    await world.ask('POST', '/api/session/terms', { as: 'tor', body: { version: '2026-1' } });
    expect(await tor.next()).toEqual(SESSION);
  });
};
