import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { storageConformance } from './conformance.js';

storageConformance('memory', () =>
  Promise.resolve({
    name: 'memory',
    empty: () => Promise.resolve(createMemoryStorage()),
    close: () => Promise.resolve(),
  }),
);
