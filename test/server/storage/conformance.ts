/**
 * What every storage does alike. Each of the three runs all of it; the number
 * of tests that held is printed and compared (scripts/check-conformance.mjs).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '../../../server/storage/storage.js';
import { conversations } from './conformance/conversations.js';
import { files } from './conformance/files.js';
import { people } from './conformance/people.js';
import { sessions } from './conformance/sessions.js';
import { transactions } from './conformance/transactions.js';

/** A storage under test, opened once for a file. */
export interface Bench {
  /** A storage without rows. */
  empty(): Promise<Storage>;
  close(): Promise<void>;
}

/** Declares one test, which gets a storage without rows. */
export type Check = (sentence: string, body: (storage: Storage) => Promise<void>) => void;

export function storageConformance(name: string, open: () => Promise<Bench>): void {
  describe('storage conformance', () => {
    let bench: Bench | undefined;
    let declared = 0;
    let held = 0;

    const check: Check = (sentence, body) => {
      declared++;
      it(sentence, async () => {
        if (!bench) throw new Error(`${name} could not be opened`);
        await body(await bench.empty());
        held++;
      });
    };

    beforeAll(async () => {
      bench = await open();
    });

    afterAll(async () => {
      console.log(`storage conformance: ${name}: ${held} of ${declared} tests hold`);
      await bench?.close();
    });

    check('says its name', async (storage) => {
      expect(storage.name).toBe(name);
      await storage.ping();
    });

    people(check);
    conversations(check);
    files(check);
    sessions(check);
    transactions(check);
  });
}
