import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/open.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';
import { household, nine, putThread, resident, session, thread } from './conformance/rows.js';
import { createTestDatabase, type TestDatabase } from './postgres-server.js';

const TABLES = [
  'sessions',
  'persons',
  'threads',
  'messages',
  'contacts',
  'read_marks',
  'archived',
  'message_counts',
  'seen_counts',
];

describe('statements that PostgreSQL keeps', () => {
  let database: TestDatabase;
  let storage: SqlStorage;
  beforeAll(async () => {
    database = await createTestDatabase();
    storage = await openStorage(database.url);
    await household(storage);
    await storage.transaction(async (store) => {
      await putThread(store, thread('t', 'ingrid', { contactId: 'care' }));
      await store.insertSession(session('s', { expiresAt: nine }));
    });
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });

  const read = async () =>
    [
      await storage.getSession('s'),
      await storage.getThreadView('t', resident('ingrid')),
      await storage.countUnread({ personId: 'ingrid' }, 'ingrid', 'in'),
    ] as const;

  it('are those of a session, of a conversation and of what is unread', async () => {
    await read();
    // One after the other, so that all of it goes through one connection.
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(storage.db);
    expect(rows.map(({ name }) => name).sort()).toEqual(['session', 'thread_view', 'unread']);
  });

  it('are used in a transaction too', async () => {
    const [found, view] = await read();
    await storage.transaction(async (store) => {
      expect(await store.getSession('s')).toEqual(found);
      await store.updateThread('t', { state: 'closed' });
      expect(await store.getThreadView('t', resident('ingrid'))).toEqual({ ...view, state: 'closed' });
    });
  });

  it('give the same while a newer server adds columns', async () => {
    const before = await read();
    // From the sixth time on the plan is one for all values.
    for (let n = 0; n < 6; n++) expect(await read()).toEqual(before);
    for (const table of TABLES) {
      await sql`alter table ${sql.table(table)} add column newer text default 'new'`.execute(storage.db);
      expect(await read()).toEqual(before);
    }
  });
});
