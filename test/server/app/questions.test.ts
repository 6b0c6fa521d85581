import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { putThread } from './suites/reading.js';
import { openWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(() => world?.close());

/** A world whose storage notes by name what it is asked. */
async function openNoting(): Promise<{ world: World; asked: string[] }> {
  const asked: string[] = [];
  const storage = new Proxy(createMemoryStorage(), {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member === 'function') asked.push(String(name));
      return member;
    },
  });
  world = await openWorld(storage);
  return { world, asked };
}

describe('questions to the database', () => {
  it.each([
    ['anna', '/api/threads'],
    ['anna', '/api/threads?folder=inbox'],
    ['amina', '/api/staff/threads'],
  ] as const)('are as many for fifty conversations as for one: %s %s', async (as, path) => {
    const { world: noting, asked } = await openNoting();
    for (let n = 0; n < 50; n++) {
      await putThread(noting, { id: `t${n}`, lastMessageAt: n }, { direction: 'out', authorId: 'anna' });
    }
    const askedFor = async (limit: number) => {
      asked.length = 0;
      const { body } = await noting.ask('GET', `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`, {
        as,
      });
      expect(body.items).toHaveLength(limit);
      return [...asked].sort();
    };
    await askedFor(1); // which also makes the session
    expect(await askedFor(50)).toEqual(await askedFor(1));
  });

  it('are as many for fifty messages as for one', async () => {
    const { world: noting, asked } = await openNoting();
    await putThread(noting);
    for (let n = 0; n < 20; n++) {
      await noting.ask('POST', '/api/staff/threads/thread/messages', { as: 'amina', body: { body: `${n}` } });
    }
    const askedFor = async (limit: number) => {
      asked.length = 0;
      await noting.ask('GET', `/api/threads/thread/messages?limit=${limit}`, { as: 'anna' });
      return [...asked].sort();
    };
    await askedFor(1);
    expect(await askedFor(20)).toEqual(await askedFor(1));
  });
});
