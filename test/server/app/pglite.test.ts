import { openStorage } from '../../../server/storage/open.js';
import { sqlBench } from '../storage/sql-bench.js';
import { runSuites } from './support/suite.js';
import { suites } from './suites/index.js';

runSuites('embedded PostgreSQL', async () => sqlBench('pglite', await openStorage('memory:')), suites);
