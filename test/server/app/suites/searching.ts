import { expect } from 'vitest';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { putThread } from './reading.js';

const find = (world: World, body: object, ask: Ask = { as: 'anna' }, query = '') =>
  world.ask('POST', `/api/threads/search${query}`, { body, key: null, ...ask });

export const searching: Suite = (check) => {
  check('what is found looks as in the list, newest first', async (world) => {
    await putThread(world, { lastMessageAt: 1 }, { body: 'Vi drypper øynene i morgen.' });
    await putThread(world, { id: 'newer', subject: 'Øyet', lastMessageAt: 2 });
    await putThread(world, { id: 'other', lastMessageAt: 3 });
    const { status, body } = await find(world, { q: 'øyet' }, { as: 'anna' }, '?lang=en');
    expect(status).toBe(200);
    const list = await world.ask('GET', '/api/threads?lang=en', { as: 'anna' });
    expect(body).toEqual({ items: list.body.items.filter(({ id }) => id === 'newer'), next: null });
    expect((await find(world, { q: 'øy' })).body.items.map(({ id }) => id)).toEqual(['newer', 'thread']);
  });

  check('it goes by folder, by service and in pages', async (world) => {
    await putThread(world, { id: 'a', lastMessageAt: 1 });
    await putThread(world, { id: 'b', lastMessageAt: 2, contactId: 'physio' });
    await putThread(world, { id: 'c', lastMessageAt: 3 });
    await world.ask('PUT', '/api/threads/c/folder', { as: 'anna', body: { folder: 'archive' } });
    const ids = async (over: object, query = '') =>
      (await find(world, { q: 'morgen', ...over }, { as: 'anna' }, query)).body.items.map(({ id }) => id);
    expect(await ids({})).toEqual(['c', 'b', 'a']);
    expect(await ids({ folder: 'archive' })).toEqual(['c']);
    expect(await ids({ folder: 'inbox', contactId: 'home-care' })).toEqual(['a']);
    const { body: first } = await find(world, { q: 'morgen' }, { as: 'anna' }, '?limit=2');
    expect(first.items).toHaveLength(2);
    expect(await ids({ cursor: first.next }, '?limit=2')).toEqual(['a']);
    expect((await find(world, { q: 'morgen', cursor: 'x' })).body.errors[0]?.pointer).toBe('/cursor');
    expect((await find(world, { q: ' ' })).body.errors).toEqual([{ pointer: '/q', code: 'required' }]);
    expect((await find(world, { q: 'x'.repeat(101) })).body.errors[0]?.code).toBe('too-long');
  });

  check('nobody finds what they may not read', async (world) => {
    await putThread(world);
    const ids = async (ask: Ask) => (await find(world, { q: 'morgen' }, ask)).body.items.map(({ id }) => id);
    expect(await ids({ as: 'anna' })).toEqual(['thread']);
    expect(await ids({ as: 'berit', actingFor: 'anna' })).toEqual(['thread']);
    expect(await ids({ as: 'berit' })).toEqual([]);
    expect(await ids({ as: 'ola' })).toEqual([]);
    expect((await find(world, { q: 'morgen' }, { as: 'carl', actingFor: 'anna' })).status).toBe(403);
    expect((await find(world, { q: 'morgen' }, { as: 'amina' })).status).toBe(403);
  });

  check('the words are not logged, not kept, and keep no session alive', async (world) => {
    await putThread(world);
    const before = (await world.ask('GET', '/api/session', { as: 'anna' })).body.expiresAt;
    world.clock.pass(60_000);
    await find(world, { q: 'hemmeligord' });
    expect((await world.ask('GET', '/api/session', { as: 'anna' })).body.expiresAt).toBe(before);
    expect(JSON.stringify(world.log)).not.toContain('hemmeligord');
    expect(world.log.some(({ fields }) => fields.route === '/threads/search')).toBe(true);
    expect((await world.ask('GET', '/api/access-log', { as: 'anna' })).body.items).toEqual([]);
  });
};
