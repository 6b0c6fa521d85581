import { benches } from './support/benches.js';
import { runSuites } from './support/suite.js';
import { suites } from './suites/index.js';

runSuites('a PostgreSQL server', benches['a PostgreSQL server'], suites);
