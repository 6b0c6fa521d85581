import { describe, expect, it } from 'vitest';
import type { Log } from '../../../server/log.js';
import { followDays } from '../../../server/node/follow-days.js';

const midnight = Date.parse('2027-03-28T00:00:00+01:00');

/** As many runs as are wanted, at a clock that stands shortly before midnight until the last of them. */
async function runs(count: number, seed: (run: number) => Promise<void>) {
  const warned: string[] = [];
  const note = (event: string) => void warned.push(event);
  const log: Log = { info: note, warn: note, error: note };
  let now = midnight - 5;
  let run = 0;
  await new Promise<void>((resolve) => {
    const days = followDays({ now: () => now }, log, async () => {
      run++;
      if (run === count) {
        now = midnight + 5;
        setImmediate(() => void days.stop().then(resolve));
      }
      await seed(run);
    });
  });
  return { run, warned };
}

describe('a demo that runs for days', () => {
  it('is put around each day when it begins in Oslo', async () => {
    expect(await runs(2, () => Promise.resolve())).toEqual({ run: 2, warned: [] });
  });

  it('says that it failed, and tries again', async () => {
    const fails = (run: number) => (run === 1 ? Promise.reject(new Error('no database')) : Promise.resolve());
    expect(await runs(2, fails)).toEqual({ run: 2, warned: ['example-data.failed'] });
  });

  it('stops when what is under way is done', async () => {
    let isDone = false;
    await runs(1, async () => {
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      isDone = true;
    });
    expect(isDone).toBe(true);
  });
});
