import { benches } from './support/benches.js';
import { runSuites } from './support/suite.js';
import { suites } from './suites/index.js';

runSuites('embedded PostgreSQL', benches['embedded PostgreSQL'], suites);
