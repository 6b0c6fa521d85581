import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amounts, seedConversations } from '../../../bench/seed.js';
import { seed } from '../../../server/data/household/index.js';
import { openStorage } from '../../../server/storage/open.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';

const ingrid = { id: 'ingrid-solberg', direction: 'in' } as const;
const now = Date.parse('2026-11-24T09:00:00+01:00');

describe('conversations for measurements', () => {
  let storage: SqlStorage;
  beforeAll(async () => {
    storage = await openStorage('memory:');
    await seed(storage, now, { municipalities: [] });
    await seedConversations(storage, now, { ...amounts.W2, longest: 300 });
  });
  afterAll(() => storage.close());

  it('stand before those of the demo, the longest first, and are mostly read', async () => {
    const { items } = await storage.listThreads({ personId: ingrid.id }, ingrid, {
      limit: 200,
      cursor: null,
    });
    expect(items.every(({ id }) => id.startsWith('bench-'))).toBe(true);
    const [longest] = items;
    const pages = await storage.listMessages(longest?.id ?? '', { limit: 200, cursor: null });
    expect([pages.items.length, pages.next === null]).toEqual([200, false]);
    expect(pages.items[0]?.id).toBe(longest?.lastMessageId);
    expect(items.filter(({ unread }) => unread > 0)).toHaveLength(20);
  });

  it('are found by what is written in them', async () => {
    const filter = { personId: ingrid.id, search: 'øvelser 3' };
    const { items } = await storage.listThreads(filter, ingrid, { limit: 200, cursor: null });
    expect(items.map(({ subject }) => subject)).toContain('Øvelser 3');
  });
});
