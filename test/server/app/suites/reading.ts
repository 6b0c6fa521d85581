import { expect } from 'vitest';
import type { MessageRow, ThreadRow } from '../../../../server/storage/storage.js';
import { NOW } from '../support/people.js';
import type { Body } from '../support/body.js';
import type { Suite } from '../support/suite.js';
import type { World } from '../support/world.js';

/** A conversation as it stands in the storage, with one message from the service. */
export async function putThread(
  world: World,
  over: Partial<ThreadRow> = {},
  message: Partial<MessageRow> = {},
) {
  const id = over.id ?? 'thread';
  const at = over.lastMessageAt ?? NOW - 60_000;
  await world.storage.transaction(async (store) => {
    await store.insertThread({
      id,
      personId: 'anna',
      contactId: 'home-care',
      subject: 'Fra oss',
      topicId: null,
      state: 'open',
      createdAt: at,
      replyBy: null,
      lastMessageId: `${id}-1`,
      lastMessageAt: at,
      ...over,
    });
    await store.insertMessage({
      id: `${id}-1`,
      threadId: id,
      direction: 'in',
      authorId: 'amina',
      authorName: 'Amina Prøve',
      authorRole: { nb: 'Sykepleier', en: 'Nurse' },
      onBehalfOf: null,
      body: 'Hei,\n\nvi  kommer i morgen.',
      sentAt: at,
      ...message,
    });
  });
  return id;
}

export const contactsSuite: Suite = (check) => {
  const byId = (body: Body, id: string) => body.items.find((one) => one.id === id);

  check('a person sees the services they receive, in the language asked for', async (world) => {
    const { body } = await world.ask('GET', '/api/contacts?lang=en', { as: 'anna' });
    expect(body.items.map(({ id }) => id).sort()).toEqual(['closed', 'home-care', 'opens-later', 'physio']);
    expect(byId(body, 'home-care')).toMatchObject({
      name: 'Service home-care',
      people: [{ role: 'Nurse', name: null }],
      phones: [{ number: '55 55 01 00', label: 'On duty' }],
      municipality: { number: '0301', name: 'Oslo' },
      closedDays: [{ date: '2026-11-25', label: 'Planning day' }],
      write: { allowed: true, until: null, reason: null },
    });
    const sami = await world.ask('GET', '/api/contacts/home-care?lang=se', { as: 'anna' });
    expect(sami.body.name).toBe('Tjeneste home-care');
    expect((await world.ask('GET', '/api/contacts?lang=de', { as: 'anna' })).body.errors).toEqual([
      { pointer: '/lang', code: 'invalid' },
    ]);
  });

  check('what is not offered says why, and when it opens', async (world) => {
    const { body } = await world.ask('GET', '/api/contacts?lang=en', { as: 'anna' });
    expect(byId(body, 'closed')?.write).toEqual({
      allowed: false,
      until: null,
      reason: 'closed',
      text: 'Closed this autumn',
    });
    expect(byId(body, 'opens-later')).toMatchObject({
      write: { allowed: false, until: '2026-12-01T00:00:00+01:00', reason: 'not-open-yet', text: null },
      appointments: { allowed: false, until: null, reason: 'not-offered', text: 'Call us' },
      opensOn: '2026-12-01',
    });
  });

  check('who acts for another sees what the power covers', async (world) => {
    await putThread(world);
    const { body } = await world.ask('GET', '/api/contacts', { as: 'carl', actingFor: 'anna' });
    expect(byId(body, 'home-care')).toMatchObject({
      write: { allowed: false, reason: 'scope-missing' },
      appointments: { allowed: true },
      visitNotices: { allowed: false, reason: 'scope-missing' },
      unread: 0,
    });
    expect(byId(body, 'closed')?.write.reason).toBe('closed');
    const full = await world.ask('GET', '/api/contacts', { as: 'berit', actingFor: 'anna' });
    expect(byId(full.body, 'home-care')).toMatchObject({ write: { allowed: true }, unread: 1 });
    const log = await world.ask('GET', '/api/access-log?lang=en', { as: 'anna' });
    expect(log.body.items.map((row) => [row.who, row.what])).toEqual(
      expect.arrayContaining([
        ['Carl Prøve', 'Saw the health contacts'],
        ['Berit Prøve', 'Saw the health contacts'],
      ]),
    );
  });

  check('others’ services are not there', async (world) => {
    for (const id of ['elsewhere', 'nothing', '%00', 'a'.repeat(600)]) {
      const { status, body } = await world.ask('GET', `/api/contacts/${id}`, { as: 'anna' });
      expect([id.slice(0, 9), status, body.code]).toEqual([id.slice(0, 9), 404, 'not-found']);
    }
    expect((await world.ask('GET', '/api/contacts', { as: 'per' })).body).toEqual({ items: [], next: null });
  });

  check('lists come in pages', async (world) => {
    const first = await world.ask('GET', '/api/contacts?limit=3', { as: 'anna' });
    const second = await world.ask('GET', `/api/contacts?limit=3&cursor=${first.body.next}`, { as: 'anna' });
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.body.next]).toEqual([4, 4, null]);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=made-up']) {
      const { status, body } = await world.ask('GET', `/api/contacts?${query}`, { as: 'anna' });
      expect([query, status, body.code]).toEqual([query, 422, 'invalid']);
    }
  });

  check('anybody sees what a municipality offers, and what needs a log-in', async (world) => {
    const { body, headers } = await world.ask('GET', '/api/municipalities/0301/contacts?lang=nn', {
      as: 'anna',
    });
    expect(byId(body, 'home-care')).toMatchObject({
      name: 'Teneste home-care',
      write: { allowed: false, reason: 'unauthenticated' },
      unread: 0,
    });
    expect(byId(body, 'opens-later')?.write.reason).toBe('not-open-yet');
    expect(byId(body, 'elsewhere')).toBeUndefined();
    expect(headers.get('Cache-Control')).toBe('public, max-age=60');
    for (const number of ['9999', 'oslo', '03011']) {
      expect((await world.ask('GET', `/api/municipalities/${number}/contacts`)).status).toBe(404);
    }
    expect((await world.ask('GET', '/api/municipalities/1820/contacts')).body).toEqual({
      items: [],
      next: null,
    });
  });

  check('a municipality is found by name; two of one name are told apart', async (world) => {
    const { body } = await world.ask('GET', '/api/municipalities?q=her%C3%B8y');
    expect(body.items.map(({ name, county }) => [name, county])).toEqual(
      expect.arrayContaining([
        ['Herøy', 'Møre og Romsdal'],
        ['Herøy', 'Nordland'],
      ]),
    );
    const oslo = await world.ask('GET', '/api/municipalities?q=0301');
    expect(oslo.body.items[0]?.services).toEqual(
      expect.arrayContaining([
        { service: 'home-care', capabilities: ['write', 'appointments', 'visit-notices'], opensOn: null },
        { service: 'vaccination', capabilities: ['visit-notices'], opensOn: '2026-12-01' },
      ]),
    );
    const first = await world.ask('GET', '/api/municipalities?limit=200');
    const second = await world.ask('GET', `/api/municipalities?limit=200&cursor=${first.body.next}`);
    expect(first.body.items.length + second.body.items.length).toBe(357);
    expect(second.body.next).toBeNull();
    expect((await world.ask('GET', '/api/municipalities?cursor=-1')).status).toBe(422);
  });
};

export const conversations: Suite = (check) => {
  check('the list has the newest first, what is unread and by whom', async (world) => {
    await putThread(world, { id: 'older' }, { body: 'Første' });
    await putThread(world, { id: 'newer', lastMessageAt: NOW, contactId: 'physio' });
    const { body } = await world.ask('GET', '/api/threads?lang=en', { as: 'anna' });
    expect(body.items.map(({ id, unread }) => [id, unread])).toEqual([
      ['newer', 1],
      ['older', 1],
    ]);
    expect(body.counts).toEqual({ unread: 2 });
    expect(body.items[0]).toMatchObject({
      contact: { id: 'physio', name: 'Service physio' },
      lastMessage: { direction: 'in', excerpt: 'Hei, vi kommer i morgen.' },
    });
    const physio = await world.ask('GET', '/api/threads?contactId=physio', { as: 'anna' });
    expect(physio.body.items.map(({ id }) => id)).toEqual(['newer']);
    const archive = await world.ask('GET', '/api/threads?folder=archive', { as: 'anna' });
    expect(archive.body).toEqual({ items: [], next: null, counts: { unread: 2 } });
  });

  check('whether one may answer follows the conversation and the service', async (world) => {
    await putThread(world, { id: 'open' });
    await putThread(world, { id: 'shut', state: 'closed' });
    await putThread(world, { id: 'asked', state: 'reply-only' });
    await putThread(world, { id: 'answered', state: 'reply-only' }, { direction: 'out' });
    await putThread(world, { id: 'service-closed', contactId: 'closed' });
    await putThread(world, { id: 'receipt', contactId: null });
    const reasons: Record<string, string | null> = {};
    for (const id of ['open', 'shut', 'asked', 'answered', 'service-closed', 'receipt']) {
      const { body } = await world.ask('GET', `/api/threads/${id}`, { as: 'anna' });
      expect(body.reply.allowed).toBe(body.reply.reason === null);
      reasons[id] = body.reply.reason;
    }
    expect(reasons).toEqual({
      open: null,
      shut: 'closed',
      asked: null,
      answered: 'reply-only',
      'service-closed': 'closed',
      receipt: 'closed',
    });
  });

  check('others’ conversations are not there', async (world) => {
    await putThread(world);
    for (const path of [
      '/api/threads/thread',
      '/api/threads/thread/messages',
      '/api/access-log?threadId=thread',
    ]) {
      expect((await world.ask('GET', path, { as: 'anna' })).status).toBe(200);
      for (const as of ['ola', 'berit'] as const) {
        const { status, body } = await world.ask('GET', path, { as });
        expect([as, path, status, body.code]).toEqual([as, path, 404, 'not-found']);
      }
    }
    expect((await world.ask('GET', '/api/threads', { as: 'ola' })).body.items).toEqual([]);
  });

  check('reading one’s own is nobody’s business; reading on behalf is', async (world) => {
    await putThread(world);
    await world.ask('GET', '/api/threads/thread/messages', { as: 'anna' });
    expect((await world.ask('GET', '/api/access-log', { as: 'anna' })).body.items).toEqual([]);
    for (const _ of [1, 2])
      await world.ask('GET', '/api/threads/thread/messages', { as: 'berit', actingFor: 'anna' });
    const log = await world.ask('GET', '/api/access-log', { as: 'anna' });
    expect(log.body.items).toEqual([
      {
        at: '2026-11-24T09:00:00+01:00',
        who: 'Berit Prøve',
        role: null,
        what: 'Leste meldingene',
        onBehalfOf: 'Anna Prøve',
      },
    ]);
    world.clock.pass(60_000);
    await world.ask('GET', '/api/threads/thread/messages', { as: 'berit', actingFor: 'anna' });
    expect((await world.ask('GET', '/api/access-log', { as: 'anna' })).body.items).toHaveLength(2);
  });
};

export const staffSide: Suite = (check) => {
  const fromAnna = {
    direction: 'out',
    authorId: 'anna',
    authorName: 'Anna Prøve',
    authorRole: null,
  } as const;

  check('staff see who they are and which services they work in', async (world) => {
    await putThread(world, {}, fromAnna);
    const { body } = await world.ask('GET', '/api/staff/session?lang=en', { as: 'amina' });
    expect(body).toMatchObject({
      user: { id: 'amina', name: 'Amina Prøve', role: 'Nurse' },
      contacts: [{ id: 'home-care', unread: 1 }],
      expiresAt: '2026-11-24T09:30:00+01:00',
    });
    world.clock.pass(60_000);
    const extended = await world.ask('POST', '/api/staff/session/extend', { as: 'amina' });
    expect(extended.body.expiresAt).toBe('2026-11-24T09:31:00+01:00');
    const out = await world.ask('DELETE', '/api/staff/session', { as: 'amina' });
    expect(out.body.logoutUrl).toContain('https://id.example/logout');
    expect((await world.ask('GET', '/api/staff/session', { as: 'amina' })).status).toBe(401);
  });

  check('staff read and answer what was written to their service, and stand in the log', async (world) => {
    await putThread(world, { replyBy: '2026-11-26', topicId: 'visits' }, fromAnna);
    const list = await world.ask('GET', '/api/staff/threads', { as: 'amina' });
    expect(list.body).toMatchObject({
      counts: { unread: 1 },
      items: [
        {
          id: 'thread',
          resident: { id: 'anna', name: 'Anna Prøve', birthDate: '1948-02-29' },
          topic: { label: 'Besøk' },
          state: 'open',
          unread: 1,
          lastMessage: { author: 'Anna Prøve', attachments: 0, direction: 'out' },
          replyBy: '2026-11-26',
        },
      ],
    });
    expect((await world.ask('GET', '/api/staff/threads/thread', { as: 'amina' })).status).toBe(200);
    world.clock.pass(1);
    const read = await world.ask('GET', '/api/staff/threads/thread/messages', { as: 'amina' });
    expect(read.body.items).toHaveLength(1);
    const marked = await world.ask('PUT', '/api/staff/threads/thread/read', {
      as: 'amina',
      body: { messageId: 'thread-1' },
    });
    expect(marked.status).toBe(204);
    world.clock.pass(1);
    const answer = await world.ask('POST', '/api/staff/threads/thread/messages?lang=en', {
      as: 'amina',
      body: { body: 'Det er greit.' },
    });
    expect([answer.status, answer.body.author]).toEqual([
      201,
      { name: 'Amina Prøve', role: 'Nurse', onBehalfOf: null, self: true },
    ]);
    const seen = await world.ask('GET', '/api/threads', { as: 'anna' });
    expect(seen.body).toMatchObject({
      counts: { unread: 1 },
      items: [{ unread: 1, replyBy: null, lastMessage: { direction: 'in', excerpt: 'Det er greit.' } }],
    });
    expect((await world.ask('GET', '/api/staff/threads', { as: 'amina' })).body.counts).toEqual({
      unread: 0,
    });
    const log = await world.ask('GET', '/api/access-log?threadId=thread&lang=en', { as: 'anna' });
    expect(log.body.items.map(({ who, role, what }) => [who, role, what])).toEqual([
      ['Amina Prøve', 'Nurse', 'Sent a message'],
      ['Amina Prøve', 'Nurse', 'Read the messages'],
      ['Amina Prøve', 'Nurse', 'Opened the conversation'],
    ]);
  });

  check('an answer is sent once, and not into a closed conversation', async (world) => {
    await putThread(world, {}, fromAnna);
    await putThread(world, { id: 'shut', state: 'closed' }, fromAnna);
    const key = '7d444840-9dc0-11d1-b245-5ffdce74fad2';
    const ask = (id: string, body: string) =>
      world.ask('POST', `/api/staff/threads/${id}/messages`, { as: 'amina', key, body: { body } });
    const [first, again] = await Promise.all([ask('thread', 'Ja'), ask('thread', 'Ja')]);
    expect(again.body).toEqual(first.body);
    const messages = await world.storage.listMessages('thread', { limit: 10, cursor: null });
    expect(messages.items).toHaveLength(2);
    // One key for two conversations is a mistake.
    expect((await ask('shut', 'Ja')).body.code).toBe('idempotency-mismatch');
    const closed = await world.ask('POST', '/api/staff/threads/shut/messages', {
      as: 'amina',
      body: { body: 'Ja' },
    });
    expect([closed.status, closed.body.code]).toEqual([409, 'thread-closed']);
  });

  check('what belongs to another service is not there', async (world) => {
    await putThread(world, {}, fromAnna);
    const body = { body: 'Hei' };
    expect((await world.ask('GET', '/api/staff/threads', { as: 'henrik' })).body.items).toEqual([]);
    for (const [method, path, sent] of [
      ['GET', '/api/staff/threads?contactId=home-care', undefined],
      ['GET', '/api/staff/threads/thread', undefined],
      ['GET', '/api/staff/threads/thread/messages', undefined],
      ['POST', '/api/staff/threads/thread/messages', body],
      ['PUT', '/api/staff/threads/thread/read', { messageId: 'thread-1' }],
    ] as const) {
      const { status } = await world.ask(method, path, { as: 'henrik', ...(sent ? { body: sent } : {}) });
      expect([method, path, status]).toEqual([method, path, 404]);
    }
    const log = await world.ask('GET', '/api/access-log', { as: 'anna' });
    expect(log.body.items).toEqual([]);
  });
};
