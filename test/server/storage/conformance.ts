/**
 * What every storage does alike. Each of the three runs all of it; the number
 * of tests that held is printed and compared (scripts/verify/conformance.mjs).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '../../../server/storage/storage.js';
import { appointments } from './conformance/appointments.js';
import { conversations } from './conformance/conversations.js';
import { files } from './conformance/files.js';
import { hints } from './conformance/hints.js';
import { notices } from './conformance/notices.js';
import { people } from './conformance/people.js';
import { powers } from './conformance/powers.js';
import { search } from './conformance/search.js';
import { sessions } from './conformance/sessions.js';
import { slots } from './conformance/slots.js';
import { transactions } from './conformance/transactions.js';
import { views } from './conformance/views.js';

/** A storage under test, opened once for a file. */
export interface Bench {
  /** What the storage calls itself. */
  name: string;
  /** A storage without rows. */
  empty(): Promise<Storage>;
  close(): Promise<void>;
}

/** Declares one test, which gets a storage without rows. */
export type Check = (sentence: string, body: (storage: Storage) => Promise<void>) => void;

/** Milliseconds; the embedded database takes seconds to start, many on a busy machine. */
const startTimeout = 120_000;

/** @param title one of those that scripts/verify/conformance.mjs waits for */
export function storageConformance(title: string, open: () => Promise<Bench>): void {
  describe(`storage conformance: ${title}`, () => {
    let bench: Bench | undefined;
    let declared = 0;
    let held = 0;

    const check: Check = (sentence, body) => {
      declared++;
      it(sentence, async () => {
        if (!bench) throw new Error(`${title} could not be opened`);
        await body(await bench.empty());
        held++;
      });
    };

    beforeAll(async () => {
      bench = await open();
    }, startTimeout);

    afterAll(async () => {
      console.log(`storage conformance: ${title}: ${held} of ${declared} tests hold`);
      await bench?.close();
    });

    check('says its name', async (storage) => {
      expect(storage.name).toBe(bench?.name);
      await storage.ping();
    });

    people(check);
    powers(check);
    conversations(check);
    views(check);
    search(check);
    hints(check);
    files(check);
    sessions(check);
    appointments(check);
    slots(check);
    notices(check);
    transactions(check);
  });
}
