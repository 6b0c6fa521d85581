import { openStorage } from '../../../server/storage/open.js';
import { createTestDatabase } from '../storage/postgres-server.js';
import { sqlBench } from '../storage/sql-bench.js';
import { runSuites } from './support/suite.js';
import { suites } from './suites/index.js';

runSuites(
  'a PostgreSQL server',
  async () => {
    const database = await createTestDatabase();
    const bench = sqlBench('postgres', await openStorage(database.url));
    return { empty: () => bench.empty(), close: () => bench.close().finally(() => database.drop()) };
  },
  suites,
);
