/** When a notice that did not arrive is tried again: ever later, for about a day. */

const FIRST = 30_000;
const LONGEST = 2 * 3_600_000;

/** After so many tries a notice is given up: the last one is a day after the first. */
export const TRIES = 20;

/**
 * Milliseconds from the `attempts`-th try to the next: half a minute, doubling up to two hours. `asked` is
 * what the other side asks for; nobody may ask for more than the longest.
 */
export function retryDelay(attempts: number, asked = 0): number {
  const own = Math.min(FIRST * 2 ** (attempts - 1), LONGEST);
  return Math.max(own, Math.min(asked, LONGEST));
}
