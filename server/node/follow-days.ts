/** Keeps a demo that runs for days around its today. */
import type { Clock } from '../../src/domain/clock.js';
import { addDays, osloDate, osloToMs } from '../../src/domain/oslo.js';
import { faultFields, type Log } from '../log.js';

/** Also a try after one that failed. */
const AT_LEAST_EVERY = 60 * 60_000;

/** Runs `seed` when a day begins in Oslo; it does nothing twice on a day. */
export function followDays(clock: Clock, log: Log, seed: () => Promise<void>): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const run = async () => {
    try {
      await seed();
    } catch (fault) {
      log.warn('example-data.failed', faultFields(fault));
    }
    wait();
  };
  const wait = () => {
    if (isStopped) return;
    const now = clock.now();
    const midnight = osloToMs(addDays(osloDate(now), 1), '00:00');
    const start = () => {
      running = run();
    };
    timer = setTimeout(start, Math.min(midnight - now, AT_LEAST_EVERY));
    timer.unref();
  };

  wait();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
