/**
 * Which requests are the same request. Source: the HTTP contract: the scope of
 * a key is user, acted-for and route; the same key and body give the first
 * answer again for 7 days; another body is a mismatch.
 */

export const IDEMPOTENCY_DAYS = 7;
export const IDEMPOTENCY_LIFE = IDEMPOTENCY_DAYS * 86_400_000;

/** For how long a request under way holds its key; then another may take it over. In milliseconds. */
export const HOLD = 30_000;

/** What the row's id is a keyed hash of. Upper and lower case are the same UUID. */
export const keyScope = (of: { userId: string; partyId: string; route: string; key: string }): string =>
  JSON.stringify([of.userId, of.partyId, of.route, of.key.toLowerCase()]);

/**
 * What the body's keyed hash is of: the path too, since one key for two
 * conversations is a mistake and not a repetition; and JSON without regard to
 * the order of keys, which a retry may change. `body` that is no JSON counts by
 * its letters.
 */
export function bodyToCompare(path: string, body: string): string {
  try {
    return JSON.stringify([path, ordered(JSON.parse(body))]);
  } catch {
    return JSON.stringify([path, null, body]);
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

/**
 * Whether an answer is kept for the key. What was done, and what the rules
 * refused, stays so. What was not understood (400), too large (413), broken
 * (500) or busy (503) leaves the key free, so that a retry is a real attempt.
 */
export const keepsAnswer = (status: number): boolean =>
  (status >= 200 && status < 300) || status === 404 || status === 409 || status === 412 || status === 422;
