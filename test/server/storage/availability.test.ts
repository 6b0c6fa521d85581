import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../scripts/postgres.mjs';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { openStorage } from '../../../server/storage/open.js';
import { OrderConflict } from '../../../server/storage/sql/errors.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';
import type { Storage } from '../../../server/storage/storage.js';

describe('a PostgreSQL server that goes away', () => {
  let server: PostgresServer;
  let storage: SqlStorage;

  beforeAll(async () => {
    server = await startPostgres();
    storage = await openStorage(server.url);
  });

  afterAll(async () => {
    await storage.close();
    await server.stop();
  });

  it('loses a call that was under way as unavailable, and answers the next on a new connection', async () => {
    await storage.putSetting('kept', 'yes');
    const cut = storage.transaction(async (store) => {
      await store.putSetting('kept', 'no');
      await cutConnections(server);
      await store.getSetting('kept');
    });
    await expect(cut).rejects.toMatchObject({ code: 'unavailable' });
    expect(await storage.getSetting('kept')).toBe('yes');
  });

  it('breaks idle connections without ending the process', async () => {
    await Promise.all([1, 2, 3].map(() => storage.ping()));
    await cutConnections(server);
    await expect
      .poll(() =>
        storage.ping().then(
          () => 'answers',
          () => 'not yet',
        ),
      )
      .toBe('answers');
  });

  it('ends a statement that takes too long as unavailable', async () => {
    await storage.putSetting('kept', 'yes');
    const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(storage.db);
    expect(Object.values(rows[0] ?? {})).toEqual(['15s']);
    const impatient = await openStorage(`${server.url}?statement_timeout=500`);
    onTestFinished(() => impatient.close());
    // Somebody else has the table for as long as it takes.
    await storage.db.transaction().execute(async (other) => {
      await sql`lock table settings in access exclusive mode`.execute(other);
      const slow = impatient.transaction((store) => store.getSetting('kept'));
      await expect(slow).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
    });
    expect(await impatient.getSetting('kept')).toBe('yes');
  });

  it('is unavailable to calls and pings once it is stopped', async () => {
    await server.stop();
    await expect(storage.ping()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(storage.getSetting('kept')).rejects.toMatchObject({ code: 'unavailable' });
    const work = storage.transaction((store) => store.getSetting('kept'));
    await expect(work).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe.each([
  ['memory', () => Promise.resolve<Storage>(createMemoryStorage())],
  ['pglite', () => openStorage('memory:')],
])('closing %s', { timeout: 60_000 }, (_name, open) => {
  it('waits for what is under way and refuses what comes after', async () => {
    const storage = await open();
    const underWay = storage.transaction(async (store) => {
      await store.putSetting('a', '1');
      return store.getSetting('a');
    });
    const closing = storage.close();
    expect(await underWay).toBe('1');
    await closing;
    await expect(storage.getSetting('a')).rejects.toMatchObject({ code: 'misuse' });
    await expect(storage.ping()).rejects.toMatchObject({ code: 'misuse' });
  });
});

describe('a transaction that never finds its place in the order', () => {
  it('pauses before each further attempt, not after the last, and is unavailable then', async () => {
    const storage = await openStorage('memory:');
    onTestFinished(() => storage.close());
    const seen: string[] = [];
    const random = vi.spyOn(Math, 'random').mockImplementation(() => {
      seen.push('pause');
      return 0;
    });
    onTestFinished(() => random.mockRestore());
    const work = storage.transaction(() => {
      seen.push('attempt');
      return Promise.reject(new OrderConflict('40001'));
    });
    await expect(work).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen).toEqual(['attempt', ...Array.from({ length: 9 }, () => ['pause', 'attempt']).flat()]);
  });
});

/** Ends the connections of every storage, as a restart of the server does. */
async function cutConnections(server: PostgresServer): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hn-widgets'`,
  );
  await client.end();
}
