/**
 * Conversations as staff have them: the list, and one that is open. Holds what is known and does what is
 * pressed; draws nothing.
 */
import * as api from './staff-api.js';

export interface ThreadsState {
  list: readonly api.StaffThread[];
  /** There are more than the list has. */
  hasMore: boolean;
  open: api.StaffThread | null;
  /** Of the one that is open, the oldest first. */
  messages: readonly api.StaffMessage[];
  receipts: readonly api.Receipt[];
}

export const state: ThreadsState = { list: [], hasMore: false, open: null, messages: [], receipts: [] };

let pages = 1;

/**
 * Asks for the list anew; for the conversation that is open only when there is something new in it, for each
 * reading stands in the resident's log. `told`: the ids of those that news has come of.
 */
export async function refresh(told: ReadonlySet<string> = new Set()): Promise<void> {
  const items: api.StaffThread[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const list: api.StaffThreadList = await api.listStaffThreads(cursor);
    items.push(...list.items);
    cursor = list.next;
    if (!cursor) break;
  }
  state.list = items;
  state.hasMore = cursor !== null;
  const { open } = state;
  if (open && (told.has(open.id) || isChanged(open, items))) await choose(open.id);
}

function isChanged({ id, state: before }: api.StaffThread, list: readonly api.StaffThread[]): boolean {
  const known = list.find((one) => one.id === id);
  return !!known && (known.state !== before || known.lastMessage.id !== state.messages.at(-1)?.id);
}

export async function showMore(): Promise<void> {
  pages += 1;
  await refresh();
}

/** Opens a conversation, which marks it read for this reader and stands in the resident's log. */
export async function choose(threadId: string): Promise<void> {
  const [thread, { items, receipts }] = await Promise.all([
    api.getStaffThread(threadId),
    api.listStaffMessages(threadId),
  ]);
  const open = { ...thread, unread: 0 };
  Object.assign(state, { open, messages: items.toReversed(), receipts });
  const last = items[0];
  if (last && thread.unread) await api.markStaffRead(threadId, last.id);
  state.list = state.list.map((one) => (one.id === threadId ? open : one));
}
