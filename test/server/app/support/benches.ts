/** The three storages, each opened once for a file. */
import { createMemoryStorage } from '../../../../server/storage/memory/memory.js';
import { openStorage } from '../../../../server/storage/open.js';
import { createTestDatabase } from '../../storage/postgres-server.js';
import { sqlBench } from '../../storage/sql-bench.js';
import type { Bench } from './suite.js';

export const benches = {
  async memory() {
    return { empty: async () => createMemoryStorage(), close: async () => undefined };
  },
  async 'embedded PostgreSQL'() {
    return sqlBench('pglite', await openStorage('memory:'));
  },
  async 'a PostgreSQL server'() {
    const database = await createTestDatabase();
    const bench = sqlBench('postgres', await openStorage(database.url));
    return { empty: () => bench.empty(), close: () => bench.close().finally(() => database.drop()) };
  },
} satisfies Record<string, () => Promise<Bench>>;
