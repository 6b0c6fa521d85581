import { afterEach, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { type World, openWorld } from './support/world.js';

let world: World | undefined;
afterEach(() => world?.close());

it('tells clients the time of the clock that rules, which theirs are corrected by', async () => {
  world = await openWorld(createMemoryStorage());
  for (const path of ['/api/session', '/api/contacts', '/api/nothing', '/healthz']) {
    const { headers } = await world.ask('GET', path);
    expect([path, headers.get('Date')]).toEqual([path, new Date(world.clock.now()).toUTCString()]);
  }
});
