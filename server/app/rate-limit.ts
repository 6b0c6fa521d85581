/** How often one may ask: token buckets in memory, of this process alone. */
import type { Clock } from '../../src/domain/clock.js';
import { Problem, retryAfter } from './problem.js';

const WINDOW = 60_000;
/** Buckets that are full again are forgotten when there are more than this many. */
const SWEEP_AT = 10_000;
/** So often at most, in milliseconds: to go through all of them for each request would help who floods. */
const SWEEP_EVERY = 5000;

interface Bucket {
  tokens: number;
  at: number;
  perWindow: number;
}

export interface RateLimiter {
  /** Takes one of `perMinute` of `key`. @throws Problem `rate-limited` with `Retry-After` */
  take(key: string, perMinute: number): void;
}

export function createRateLimiter(clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  let swept = -Infinity;
  const refilled = (bucket: Bucket, now: number): number =>
    Math.min(bucket.perWindow, bucket.tokens + (Math.max(0, now - bucket.at) / WINDOW) * bucket.perWindow);
  return {
    take(key, perMinute) {
      const now = clock.now();
      if (buckets.size > SWEEP_AT && Math.abs(now - swept) >= SWEEP_EVERY) {
        swept = now;
        for (const [name, bucket] of buckets) {
          if (refilled(bucket, now) >= bucket.perWindow) buckets.delete(name);
        }
      }
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: now, perWindow: perMinute };
      const tokens = refilled(bucket, now);
      const enough = tokens >= 1;
      buckets.set(key, { tokens: enough ? tokens - 1 : tokens, at: now, perWindow: perMinute });
      if (!enough) throw new Problem('rate-limited', retryAfter(((1 - tokens) * WINDOW) / perMinute / 1000));
    },
  };
}
