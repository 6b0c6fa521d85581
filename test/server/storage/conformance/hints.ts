import { expect } from 'vitest';
import type { News } from '../../../../server/storage/hints.js';
import type { Check } from '../conformance.js';
import { nine } from './rows.js';

const news = (userId: string): News => ({ about: 'user', userId });

export function hints(check: Check): void {
  check('gives news in the order in which it was written, and each row by its id', async (storage) => {
    expect(await storage.listHints({ after: 0, or: [] }, 9)).toEqual([]);
    const before = await storage.lastHintId();
    const whole: News = {
      about: 'person',
      personId: 'ingrid',
      scope: 'messages',
      contactId: null,
      type: 'message',
      id: 'thread "1"',
      readerId: 'marte',
    };
    await storage.insertHints([whole, news('a')], nine);
    await storage.insertHints([], nine);
    await storage.insertHints([news('b')], nine + 1);
    const rows = await storage.listHints({ after: before, or: [] }, 9);
    expect(rows.map((row) => row.news)).toEqual([whole, news('a'), news('b')]);
    const [first = 0, second = 0, third = 0] = rows.map(({ id }) => id);
    expect(first < second && second < third).toBe(true);
    expect(await storage.lastHintId()).toBe(third);
    expect(await storage.listHints({ after: second, or: [] }, 9)).toEqual([rows[2]]);
    expect(await storage.listHints({ after: second, or: [first, third, third + 1] }, 9)).toEqual([
      rows[0],
      rows[2],
    ]);
    expect(await storage.listHints({ after: 0, or: [] }, 2)).toEqual(rows.slice(0, 2));
    expect(await storage.deleteHintsBefore(nine + 1)).toBe(2);
    expect(await storage.listHints({ after: 0, or: [] }, 9)).toEqual([rows[2]]);
  });

  check('keeps no news of what was undone, and does not give its id to other news', async (storage) => {
    await storage.insertHints([news('a')], nine);
    const last = await storage.lastHintId();
    const undone = storage.transaction(async (store) => {
      await store.insertHints([news('b')], nine);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await storage.lastHintId()).toBe(last);
    await storage.insertHints([news('c')], nine);
    expect(await storage.lastHintId()).toBe(last + 2);
  });

  check('wakes who reads, until they stop', async (storage) => {
    let woken = 0;
    const stop = storage.onAnnounced(() => void (woken += 1));
    storage.announce();
    expect(woken).toBeGreaterThan(0);
    stop();
    const before = woken;
    storage.announce();
    expect(woken).toBe(before);
  });
}
