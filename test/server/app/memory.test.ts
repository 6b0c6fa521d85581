import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { runSuites } from './support/suite.js';
import { suites } from './suites/index.js';

runSuites(
  'memory',
  () =>
    Promise.resolve({
      empty: () => Promise.resolve(createMemoryStorage()),
      close: () => Promise.resolve(),
    }),
  suites,
);
