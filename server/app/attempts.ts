/** Counts how often something is tried. */
import { nextAttempt, type AttemptLimit } from '../rules/attempts.js';
import { Problem, retryAfter } from './problem.js';
import type { Services } from './services.js';

/**
 * Counts one more attempt, in a transaction of its own: it stays counted whatever becomes of the request.
 *
 * @param of whom or what it is counted for; kept as a keyed hash
 * @throws Problem `too-many-attempts`, which is not counted itself, with `Retry-After`
 */
export async function countAttempt(
  { storage, clock, hash }: Pick<Services, 'storage' | 'clock' | 'hash'>,
  purpose: string,
  of: string,
  limit: AttemptLimit,
): Promise<void> {
  const key = await hash(`attempt ${purpose}`, of);
  const now = clock.now();
  const next = await storage.transaction(async (store) => {
    const at = nextAttempt(await store.listAttempts(key, now - limit.within), limit, now);
    if (at <= now) await store.insertAttempt({ key, at: now });
    return at;
  });
  if (next > now) throw new Problem('too-many-attempts', retryAfter((next - now) / 1000));
}
