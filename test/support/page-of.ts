import type { ListOptions } from '../../src/backend/backend.js';
import type { Page } from '../../src/backend/types.js';

/** A page of `items`; the cursor is the place of the next one's first. */
export function pageOf<T>(items: readonly T[], { cursor, limit = 50 }: ListOptions = {}): Page<T> {
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
}
