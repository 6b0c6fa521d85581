/** How often something may be tried. Source: the HTTP contract, `too-many-attempts`. */

export interface AttemptLimit {
  most: number;
  /** Milliseconds, `ATTEMPTS_LIFE` at most. */
  within: number;
}

/** For how long attempts are remembered, in milliseconds. */
export const ATTEMPTS_LIFE = 24 * 3_600_000;

/**
 * When the next one may be made: now, or when the oldest that counts is forgotten.
 *
 * @param times of those within the limit's time, the first one first
 */
export function nextAttempt(times: readonly number[], { most, within }: AttemptLimit, now: number): number {
  const oldest = times[times.length - most];
  return oldest === undefined ? now : oldest + within;
}
