/**
 * Thousands of messages through a network that does everything wrong, half of them over each database.
 * `FAULT_SEED` repeats a run; `SENDS` says how many (`npm run soak`: 10,000).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { useTabs } from './support/browser.js';
import { FAULTS } from './support/fault-proxy.js';
import { SEED, expectOnce, sail } from './support/fleet.js';
import { PLACES, type Service, startService } from './support/service.js';
import { MISHAPS } from './support/writer.js';

const SENDS = Number(process.env.SENDS ?? 2_000) / Object.keys(PLACES).length;
/** Who writes at once. */
const WRITERS = 64;

useTabs();

describe.each(Object.keys(PLACES))('over %s', (place) => {
  let service: Service;
  afterEach(() => service.close());

  test(
    `of ${SENDS} messages each that is shown as sent is there once, each other is shown as unsent (FAULT_SEED=${SEED})`,
    { timeout: 120_000 + SENDS * 300 },
    async () => {
      service = await startService(place);
      const { proxy } = service;
      const { written, mishaps } = await sail({
        proxy,
        writers: WRITERS,
        sends: SENDS,
        seed: `${SEED} ${place}`,
        faults: 0.5,
        mishaps: 0.3,
        kinds: MISHAPS,
        doomed: 37,
      });
      expect(written).toHaveLength(SENDS);
      expectOnce('faults', written, await service.messages());

      // That the weather was bad indeed, and that some were sent in it and some were not.
      expect([...proxy.done.keys()].sort()).toEqual([...FAULTS].sort());
      expect([...mishaps.keys()].sort()).toEqual([...MISHAPS].sort());
      expect(written.filter(({ end }) => end === 'unsent').length).toBeGreaterThan(SENDS / 80);
      expect(written.filter(({ threadId }) => threadId).length).toBeGreaterThan(SENDS / 4);
    },
  );
});
