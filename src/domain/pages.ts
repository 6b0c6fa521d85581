import type { Id, Page } from '../backend/types.js';

/** A list that is fetched page by page from its newest end, as far as it has been fetched. */
export type Loaded<T> = Pick<Page<T>, 'items' | 'next'>;

interface Listed {
  readonly id: Id;
}

const without = <T extends Listed>(items: readonly T[], others: readonly T[]): T[] => {
  const known = new Set(others.map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id));
};

/**
 * `loaded` after its first page has been asked for anew. What was fetched beyond it stays as long as it
 * is certain that nothing is missing in between: the new page must end at a row that was there before,
 * in the same place. Else the first page is all there is, and the rest is fetched again when asked for.
 *
 * @param at when a row's place in the list is from, in milliseconds since the epoch: newest first
 */
export function renewed<T extends Listed>(
  loaded: Loaded<T>,
  first: Loaded<T>,
  at: (item: T) => number,
): Loaded<T> {
  const last = first.items.at(-1);
  const before = last && loaded.items.find(({ id }) => id === last.id);
  if (!first.next || !last || !before || at(before) !== at(last)) return first;
  const rest = without(loaded.items, first.items).filter((item) => at(item) <= at(last));
  return rest.length ? { items: [...first.items, ...rest], next: loaded.next } : first;
}

/** `loaded` and the page that its `next` has led to. */
export const extended = <T extends Listed>(loaded: Loaded<T>, page: Loaded<T>): Loaded<T> => ({
  items: [...loaded.items, ...without(page.items, loaded.items)],
  next: page.next,
});
