/** Changes of what carries a version: `ETag` and `If-Match` (RFC 9110, section 13.1.1). */
import type { Call } from './endpoint.js';
import { Problem } from './problem.js';

/** The headers of an answer with a version. */
export const versionHeaders = ({ version }: { version: string }) => ({ ETag: `"${version}"` });

/**
 * Only who has seen what stands there changes it. A proxy that compresses answers makes tags weak, and they name
 * the same version still.
 *
 * @throws Problem `precondition-required`, `stale`
 */
export function checkVersion({ c }: Pick<Call, 'c'>, version: number | string): void {
  const sent = c.req.header('If-Match')?.trim();
  if (!sent) throw new Problem('precondition-required');
  if (sent === '*') return;
  const seen = sent.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!seen.includes(`"${version}"`)) throw new Problem('stale');
}
