/** Suites run on any storage: a file for each says which. */
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { Storage } from '../../../../server/storage/storage.js';
import { openWorld, type World, type WorldOptions } from './world.js';

/** A storage under test, opened once for a file. */
export interface Bench {
  /** A storage without rows. */
  empty(): Promise<Storage>;
  close(): Promise<void>;
}

/** Declares a test that gets a service of its own. */
export type Check = (sentence: string, body: (world: World) => Promise<void>, options?: WorldOptions) => void;

export type Suite = (check: Check) => void;

export function runSuites(name: string, open: () => Promise<Bench>, suites: Record<string, Suite>): void {
  describe(`care service on ${name}`, () => {
    let bench: Bench | undefined;
    let world: World | undefined;

    beforeAll(async () => {
      bench = await open();
    });
    afterEach(async () => {
      await world?.close();
      world = undefined;
    });
    afterAll(() => bench?.close());

    const check: Check = (sentence, body, options) => {
      it(sentence, async () => {
        if (!bench) throw new Error(`${name} could not be opened`);
        world = await openWorld(await bench.empty(), options);
        await body(world);
      });
    };
    for (const [title, suite] of Object.entries(suites)) describe(title, () => suite(check));
  });
}
