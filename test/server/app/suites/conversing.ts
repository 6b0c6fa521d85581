import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { hours, minutes } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { putThread } from './reading.js';

const MESSAGES = '/api/threads/thread/messages';

const reply = (world: World, over: object = {}, ask: Ask = { as: 'anna' }, path = MESSAGES) =>
  world.ask('POST', path, { body: { body: 'Takk for det.', attachmentIds: [], ...over }, ...ask });

const onBehalf = { as: 'berit', actingFor: 'anna' } as const;

async function upload(world: World, ask: Ask): Promise<string> {
  const raw = new FormData();
  raw.append('file', new File(['%PDF-1.7\n%%EOF\n'], 'brev.pdf', { type: 'application/pdf' }));
  return (await world.ask('POST', '/api/attachments', { key: null, raw, ...ask })).body.id;
}

/** What the reader has in a folder, and how much is unread everywhere. */
async function listed(world: World, folder: 'inbox' | 'archive', ask: Ask) {
  const { body } = await world.ask('GET', `/api/threads?folder=${folder}`, ask);
  return { ids: body.items.map(({ id }) => id), unread: body.counts.unread };
}

export const conversing: Suite = (check) => {
  check('a reply stands last, with its files, and says when an answer is due', async (world) => {
    await putThread(world);
    const file = await upload(world, { as: 'anna' });
    const sent = await reply(world, { attachmentIds: [file] });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      threadId: 'thread',
      direction: 'out',
      author: { name: 'Anna Prøve', role: null, onBehalfOf: null, self: true },
      body: 'Takk for det.',
      sentAt: '2026-11-24T09:00:00+01:00',
      attachments: [{ id: file, name: 'brev.pdf', mediaType: 'application/pdf' }],
    });
    const messages = await world.ask('GET', MESSAGES, { as: 'anna' });
    expect(messages.body.items.map(({ id }) => id)).toEqual([sent.body.id, 'thread-1']);
    expect(messages.body.items[0]).toEqual(sent.body);
    const thread = await world.ask('GET', '/api/threads/thread', { as: 'anna' });
    expect(thread.body).toMatchObject({
      lastMessage: { id: sent.body.id, direction: 'out', excerpt: 'Takk for det.' },
      // The 25th is one of the service's closed days.
      replyBy: '2026-11-26',
    });
    const log = await world.ask('GET', '/api/access-log?threadId=thread&lang=en', { as: 'anna' });
    expect(log.body.items.map(({ who, what }) => [who, what])).toEqual([['Anna Prøve', 'Sent a message']]);
  });

  check('writing again does not postpone an answer that was promised', async (world) => {
    await putThread(world, { replyBy: '2026-11-24' });
    const replyBy = async () => (await world.storage.getThread('thread'))?.replyBy;
    await reply(world);
    expect(await replyBy()).toBe('2026-11-24');
    world.clock.pass(hours(24));
    await reply(world, {}, { headers: { Cookie: await world.session('anna') } });
    expect(await replyBy()).toBe('2026-11-26');
  });

  check('a daughter replies on behalf, and her own unread is her own', async (world) => {
    await putThread(world);
    const sent = await reply(world, {}, onBehalf);
    expect(sent.body.author).toEqual({
      name: 'Berit Prøve',
      role: null,
      onBehalfOf: 'Anna Prøve',
      self: true,
    });
    const list = await world.ask('GET', '/api/staff/threads', { as: 'amina' });
    expect(list.body.items[0]).toMatchObject({ unread: 1, lastMessage: { author: 'Berit Prøve' } });
  });

  check('the same key and body are one reply, also when sent at once', async (world) => {
    await putThread(world);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reply(world, {}, { as: 'anna', key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await world.storage.listMessages('thread', { limit: 50, cursor: null })).items).toHaveLength(2);
    const other = await reply(world, { body: 'Noe annet' }, { as: 'anna', key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
  });

  check('replies that come at once stand one after the other', async (world) => {
    await putThread(world);
    const sent = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((body) => reply(world, { body })));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const { items } = await world.storage.listMessages('thread', { limit: 50, cursor: null });
    expect(new Set(items.map(({ sentAt }) => sentAt)).size).toBe(6);
    expect((await world.storage.getThread('thread'))?.lastMessageId).toBe(items[0]?.id);
  });

  check('where one may not reply the action and the refusal say the same', async (world) => {
    await putThread(world, { id: 'shut', state: 'closed' });
    await putThread(world, { id: 'waits', state: 'reply-only' }, { direction: 'out', authorId: 'anna' });
    await putThread(world, { id: 'answer', state: 'reply-only' });
    await putThread(world, { id: 'receipt', contactId: null });
    await putThread(world, { id: 'stopped', contactId: 'closed' });
    for (const [id, reason, status, code] of [
      ['shut', 'closed', 409, 'thread-closed'],
      ['receipt', 'closed', 409, 'thread-closed'],
      ['waits', 'reply-only', 409, 'not-allowed'],
      ['stopped', 'closed', 409, 'not-allowed'],
      ['answer', null, 201, undefined],
    ] as const) {
      const { body: thread } = await world.ask('GET', `/api/threads/${id}`, { as: 'anna' });
      expect([id, thread.reply.reason]).toEqual([id, reason]);
      const sent = await reply(world, {}, { as: 'anna' }, `/api/threads/${id}/messages`);
      expect([id, sent.status, sent.body.code]).toEqual([id, status, code]);
    }
    // The answer that reply-only waits for has been given.
    const { body } = await world.ask('GET', '/api/threads/answer', { as: 'anna' });
    expect(body.reply).toMatchObject({ allowed: false, reason: 'reply-only' });
  });

  check('what is wrong with a reply is told by place, and nothing of it is kept', async (world) => {
    await putThread(world);
    const others = await upload(world, { as: 'ola' });
    for (const [over, code, pointer] of [
      [{ body: ' ' }, 'invalid', '/body'],
      [{ body: 'x'.repeat(10_001) }, 'invalid', '/body'],
      [{ attachmentIds: [others] }, 'attachment-rejected', null],
      [{ attachmentIds: ['1', '2', '3', '4', '5', '6'] }, 'too-many-attachments', null],
    ] as const) {
      const { status, body } = await reply(world, over);
      expect([status, body.code]).toEqual([422, code]);
      if (pointer) expect(body.errors[0]?.pointer).toBe(pointer);
    }
    expect((await world.storage.listMessages('thread', { limit: 50, cursor: null })).items).toHaveLength(1);
    expect((await reply(world, {}, { as: 'anna', key: null })).body.errors[0]?.pointer).toBe(
      '/Idempotency-Key',
    );
  });

  check('a message is read by each reader for themselves, and stays read', async (world) => {
    await putThread(world);
    await putThread(world, { id: 'other' });
    const read = (messageId: string, ask: Ask) =>
      world.ask('PUT', '/api/threads/thread/read', { body: { messageId }, ...ask });
    expect((await read('thread-1', onBehalf)).status).toBe(204);
    expect(await listed(world, 'inbox', onBehalf)).toMatchObject({ unread: 1 });
    expect(await listed(world, 'inbox', { as: 'anna' })).toMatchObject({ unread: 2 });
    expect((await read('thread-1', { as: 'anna' })).status).toBe(204);
    world.clock.pass(minutes(1));
    const { body: answer } = await world.ask('POST', '/api/staff/threads/thread/messages', {
      as: 'amina',
      body: { body: 'Mer' },
    });
    expect((await world.ask('GET', '/api/threads/thread', { as: 'anna' })).body.unread).toBe(1);
    await read(answer.id, { as: 'anna' });
    expect((await read('thread-1', { as: 'anna' })).status).toBe(204);
    expect((await world.ask('GET', '/api/threads/thread', { as: 'anna' })).body.unread).toBe(0);
    const wrong = await read('other-1', { as: 'anna' });
    expect(wrong.body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/messageId', code: 'invalid' }],
    });
  });

  check('unread receipts of the service itself are counted too', async (world) => {
    await putThread(world, { id: 'receipt', contactId: null });
    expect(await listed(world, 'inbox', { as: 'anna' })).toEqual({ ids: ['receipt'], unread: 1 });
  });

  check('the archive is each reader’s own, and a message brings a conversation back', async (world) => {
    await putThread(world);
    await putThread(world, { id: 'other', lastMessageAt: world.clock.now() - minutes(2) });
    const move = (folder: string, ask: Ask = { as: 'anna' }) =>
      world.ask('PUT', '/api/threads/thread/folder?lang=en', { body: { folder }, ...ask });
    expect((await move('archive')).body).toMatchObject({ id: 'thread', folder: 'archive', unread: 1 });
    expect(await listed(world, 'archive', { as: 'anna' })).toEqual({ ids: ['thread'], unread: 2 });
    expect(await listed(world, 'inbox', { as: 'anna' })).toEqual({ ids: ['other'], unread: 2 });
    const both = await world.ask('GET', '/api/threads', { as: 'anna' });
    expect(both.body.items.map(({ id, folder }) => [id, folder])).toEqual([
      ['thread', 'archive'],
      ['other', 'inbox'],
    ]);
    expect(await listed(world, 'inbox', onBehalf)).toMatchObject({ ids: ['thread', 'other'] });
    expect((await move('inbox')).body.folder).toBe('inbox');
    await move('archive');
    await world.ask('POST', '/api/staff/threads/thread/messages', { as: 'amina', body: { body: 'Hei' } });
    expect(await listed(world, 'archive', { as: 'anna' })).toMatchObject({ ids: [] });
    expect((await move('bin')).body.errors).toEqual([{ pointer: '/folder', code: 'invalid' }]);
  });
};
