/**
 * The key that a person's drafts are encrypted with in the tab. Source: the
 * HTTP contract, `Session.draftKey`: random, the same again after a new log-in
 * within 24 hours, replaced at log-out.
 */
const HOUR = 3_600_000;

/** From when the key was last used. */
export const DRAFT_KEY_LIFE = 24 * HOUR;

/**
 * What to do with the key when a session uses it: `touch` moves the time of use
 * on, at most once an hour, so that not every request writes.
 */
export function draftKeyStep(
  person: { draftKey: string | null; draftKeyUsedAt: number | null },
  now: number,
): 'keep' | 'touch' | 'replace' {
  if (person.draftKey === null || person.draftKeyUsedAt === null) return 'replace';
  const age = now - person.draftKeyUsedAt;
  if (age >= DRAFT_KEY_LIFE) return 'replace';
  return age >= HOUR ? 'touch' : 'keep';
}
