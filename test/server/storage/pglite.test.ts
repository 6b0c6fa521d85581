import { openStorage } from '../../../server/storage/open.js';
import { storageConformance } from './conformance.js';
import { sqlBench } from './sql-bench.js';

storageConformance('embedded PostgreSQL', async () => sqlBench('pglite', await openStorage('memory:')));
