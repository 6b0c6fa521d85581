/** People write on while the server is killed again and again, at points that the seed chooses. */
import { afterEach, describe, expect, test } from 'vitest';
import { seeded } from '../e2e/support/random.js';
import { useTabs } from './support/browser.js';
import { SEED, expectOnce, sail } from './support/fleet.js';
import { PLACES, type Service, startService } from './support/service.js';

const WRITERS = 16;
const SENDS = 128;
const DEATHS = 3;

useTabs();

describe.each(Object.keys(PLACES))('over %s', (place) => {
  let service: Service;
  afterEach(() => service.close());

  test(`messages and replies outlive SIGKILL, each once (FAULT_SEED=${SEED})`, async () => {
    service = await startService(place);
    const random = seeded(`${SEED} deaths`);
    // It dies as this many messages have come to an end, with others on their way.
    const deaths = Array.from({ length: DEATHS }, (_, n) =>
      Math.floor(((n + 0.2 + random() * 0.6) * SENDS) / DEATHS),
    );
    let ended = 0;
    let dying: Promise<void> = Promise.resolve();
    let died = 0;
    const { written } = await sail({
      proxy: service.proxy,
      writers: WRITERS,
      sends: SENDS,
      faults: 0.2,
      mishaps: 0.3,
      // While it is down nobody can log in.
      kinds: ['reload', 'crash', 'offline', 'second-tab', 'change'],
      doomed: 31,
      take() {
        ended += 1;
        if (!deaths.includes(ended)) return;
        died += 1;
        dying = dying.then(() => service.kill());
      },
    });
    await dying;
    expect(died).toBe(DEATHS);
    expect(written).toHaveLength(SENDS);
    expect(written.filter(({ threadId, end }) => threadId && end === 'sent').length).toBeGreaterThan(
      SENDS / 4,
    );
    expectOnce('deaths', written, await service.messages());
  });
});
