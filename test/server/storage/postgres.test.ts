import { openStorage } from '../../../server/storage/open.js';
import { storageConformance } from './conformance.js';
import { createTestDatabase } from './postgres-server.js';
import { sqlBench } from './sql-bench.js';

storageConformance('PostgreSQL server', async () => {
  const database = await createTestDatabase();
  const bench = sqlBench('postgres', await openStorage(database.url));
  return { ...bench, close: () => bench.close().finally(() => database.drop()) };
});
