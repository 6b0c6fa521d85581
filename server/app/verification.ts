/** Codes that prove an address: what they are, and how many may go out. */
import type { NoticeChannel } from '../../src/backend/types.js';
import { nextAttempt } from '../rules/attempts.js';
import { CODE_LIMITS, codeFrom } from '../rules/verification.js';
import type { KeyedHash } from './crypto.js';
import type { Call } from './endpoint.js';
import { Problem, retryAfter } from './problem.js';

/** The code of a verification: kept nowhere, since it follows from the id, for whoever has the secret. */
export const codeOf = async (hash: KeyedHash, verificationId: string): Promise<string> =>
  codeFrom(await hash('verification-code', verificationId));

/**
 * Counts a code that goes out, for the address and for the reader.
 *
 * @throws Problem `too-many-attempts`, with when the next one may go out
 */
export async function countCode(
  { store, services, now }: Pick<Call, 'store' | 'services' | 'now'>,
  { readerId, channel, address }: { readerId: string; channel: NoticeChannel; address: string },
): Promise<void> {
  const counted = [
    { key: await services.hash('code-target', `${channel} ${address}`), ...CODE_LIMITS.target },
    { key: await services.hash('code-reader', readerId), ...CODE_LIMITS.reader },
  ];
  for (const { key, ...limit } of counted) {
    const next = nextAttempt(await store.listAttempts(key, now - limit.within), limit, now);
    if (next > now) throw new Problem('too-many-attempts', retryAfter((next - now) / 1000));
  }
  for (const { key } of counted) await store.insertAttempt({ key, at: now });
}
