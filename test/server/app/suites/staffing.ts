import { expect } from 'vitest';
import { hours, minutes } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { putThread } from './reading.js';

const THREAD = '/api/staff/threads/thread';
const fromAnna = { direction: 'out', authorId: 'anna', authorName: 'Anna Prøve', authorRole: null } as const;

async function upload(world: World, ask: Ask = { as: 'amina' }, path = `${THREAD}/attachments`) {
  const raw = new FormData();
  raw.append('file', new File(['%PDF-1.7\n%%EOF\n'], 'plan.pdf'));
  return world.ask('POST', path, { key: null, raw, ...ask });
}

const answer = (world: World, body: object, ask: Ask = { as: 'amina' }, path = THREAD) =>
  world.ask('POST', `${path}/messages`, { body, ...ask });

const state = (world: World, to: string) =>
  world.ask('PUT', `${THREAD}/state?lang=en`, { as: 'amina', body: { state: to } });

export const staffing: Suite = (check) => {
  check('staff answer with files, which the resident’s side then has', async (world) => {
    await putThread(world, { replyBy: '2026-11-26' }, fromAnna);
    const file = await upload(world);
    expect(file.status).toBe(201);
    expect(file.headers.get('Location')).toBe(`/api/staff/attachments/${file.body.id}`);
    const path = `/api/attachments/${file.body.id}`;
    const status = async (ask: Ask, at = path) => (await world.ask('GET', at, ask)).status;
    // Not sent yet it is nobody else's.
    expect(await status({ as: 'amina' }, `/api/staff/attachments/${file.body.id}`)).toBe(200);
    expect(await status({ as: 'henrik' }, `/api/staff/attachments/${file.body.id}`)).toBe(404);
    expect(await status({ as: 'anna' })).toBe(404);
    const sent = await answer(world, { body: 'Her er planen.', attachmentIds: [file.body.id] });
    expect(sent.body).toMatchObject({ direction: 'in', attachments: [file.body] });
    const messages = await world.ask('GET', '/api/threads/thread/messages', { as: 'anna' });
    expect(messages.body.items[0]).toMatchObject({ body: 'Her er planen.', attachments: [file.body] });
    expect(await status({ as: 'anna' })).toBe(200);
    expect(await status({ as: 'berit', actingFor: 'anna' })).toBe(200);
    expect(await status({ as: 'ola' })).toBe(404);
  });

  check('only one’s own fresh files for this resident go with an answer', async (world) => {
    await putThread(world, {}, fromAnna);
    await world.storage.putEnrolment('ola', 'home-care');
    await putThread(world, { id: 'olas', personId: 'ola' }, { ...fromAnna, authorId: 'ola' });
    const stale = (await upload(world)).body.id;
    world.clock.pass(hours(24) + 1);
    const headers = { Cookie: await world.session('amina') };
    const forOla = (await upload(world, { headers }, '/api/staff/threads/olas/attachments')).body.id;
    const many = await Promise.all(Array.from({ length: 6 }, () => upload(world, { headers })));
    for (const [attachmentIds, code] of [
      [[stale], 'attachment-rejected'],
      [[forOla], 'attachment-rejected'],
      [['nothing'], 'attachment-rejected'],
      [many.map(({ body }) => body.id), 'too-many-attachments'],
    ] as const) {
      const { status, body } = await answer(world, { body: 'Hei', attachmentIds }, { headers });
      expect([status, body.code]).toEqual([422, code]);
    }
    expect((await upload(world, { as: 'henrik' })).status).toBe(404);
    expect((await world.storage.listMessages('thread', { limit: 9, cursor: null })).items).toHaveLength(1);
  });

  check('a conversation is closed, opened again, and limited to answers', async (world) => {
    await putThread(world, { replyBy: '2026-11-26' }, fromAnna);
    const reply = async () => (await world.ask('GET', '/api/threads/thread', { as: 'anna' })).body;
    const write = async () => {
      const body = { body: 'Hei', attachmentIds: [] };
      return (await world.ask('POST', '/api/threads/thread/messages', { as: 'anna', body })).status;
    };
    expect((await state(world, 'closed')).body).toMatchObject({ state: 'closed', replyBy: null });
    expect(await reply()).toMatchObject({ reply: { allowed: false, reason: 'closed' }, replyBy: null });
    expect(await write()).toBe(409);
    expect((await answer(world, { body: 'Hei' })).body.code).toBe('thread-closed');
    expect((await state(world, 'open')).body.state).toBe('open');
    expect(await write()).toBe(201);
    expect((await state(world, 'reply-only')).body.state).toBe('reply-only');
    expect(await reply()).toMatchObject({ reply: { allowed: false, reason: 'reply-only' } });
    expect((await answer(world, { body: 'Svar gjerne på dette.' })).status).toBe(201);
    expect((await reply()).reply.allowed).toBe(true);
    expect(await write()).toBe(201);
    await state(world, 'reply-only');
    const { body: log } = await world.ask('GET', '/api/access-log?threadId=thread&lang=en', { as: 'anna' });
    expect(log.items.map(({ what }) => what).filter((what) => what.includes('onversation'))).toEqual(
      expect.arrayContaining([
        'Limited the conversation to answers',
        'Opened the conversation again',
        'Closed the conversation',
      ]),
    );
    expect(log.items.filter(({ what }) => what.startsWith('Limited'))).toHaveLength(1);
    expect((await state(world, 'gone')).body.errors).toEqual([{ pointer: '/state', code: 'invalid' }]);
  });

  check('staff see how far each on the resident’s side has read, and when', async (world) => {
    await putThread(world);
    const receipts = async () =>
      (await world.ask('GET', `${THREAD}/messages`, { as: 'amina' })).body.receipts;
    const read = (messageId: string, ask: Ask) =>
      world.ask('PUT', '/api/threads/thread/read', { body: { messageId }, ...ask });
    await world.ask('PUT', `${THREAD}/read`, { as: 'amina', body: { messageId: 'thread-1' } });
    expect(await receipts()).toEqual([]);
    await read('thread-1', { as: 'berit', actingFor: 'anna' });
    world.clock.pass(minutes(5));
    await read('thread-1', { as: 'anna' });
    const hers = { who: 'Anna Prøve', onBehalfOf: null, sentAt: '2026-11-24T08:59:00+01:00' };
    const daughters = {
      who: 'Berit Prøve',
      onBehalfOf: 'Anna Prøve',
      sentAt: hers.sentAt,
      at: '2026-11-24T09:00:00+01:00',
    };
    expect(await receipts()).toEqual([{ ...hers, at: '2026-11-24T09:05:00+01:00' }, daughters]);
    // Reading the same again is no other reading.
    world.clock.pass(minutes(5));
    await read('thread-1', { as: 'anna' });
    expect(await receipts()).toEqual([{ ...hers, at: '2026-11-24T09:05:00+01:00' }, daughters]);
  });
};
