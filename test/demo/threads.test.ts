import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Threads from '../../demo/staff/threads.js';
import { answerWith } from './answers.js';

const OPEN = ['GET /api/staff/threads/drops', 'GET /api/staff/threads/drops/messages'];

/** With what the page looks at. */
const thread = (last = 'm1', state = 'open') => ({
  id: 'drops',
  state,
  unread: 0,
  lastMessage: { id: last },
});

let threads: typeof Threads;
beforeEach(async () => {
  vi.resetModules();
  threads = await import('../../demo/staff/threads.js');
});
afterEach(() => vi.unstubAllGlobals());

describe('the conversation that is open', () => {
  let listed: object[];
  let asked: string[];

  const timesAsked = () => OPEN.map((one) => asked.filter((request) => request === one).length);

  beforeEach(async () => {
    listed = [thread()];
    ({ asked } = answerWith((path) => {
      const last = listed[0] as ReturnType<typeof thread> | undefined;
      if (path.endsWith('/drops')) return last ?? thread();
      if (path.includes('/messages'))
        return { items: [{ id: last?.lastMessage.id ?? 'm1' }], next: null, receipts: [] };
      return { items: listed, next: null, counts: { unread: 0 } };
    }));
    await threads.choose('drops');
    asked.length = 0;
  });

  it('is not asked for again as long as the list says that it is the same', async () => {
    await threads.refresh();
    listed = [];
    await threads.refresh();
    expect(asked).toEqual(['GET /api/staff/threads', 'GET /api/staff/threads']);
  });

  it('is asked for once when a message has come, its state has changed, or news of it has come', async () => {
    listed = [thread('m2')];
    await threads.refresh();
    await threads.refresh();
    expect(timesAsked()).toEqual([1, 1]);
    expect(threads.state.messages.map(({ id }) => id)).toEqual(['m2']);
    listed = [thread('m2', 'closed')];
    await threads.refresh();
    await threads.refresh();
    expect(timesAsked()).toEqual([2, 2]);
    expect(threads.state.open?.state).toBe('closed');
    await threads.refresh(new Set(['drops']));
    expect(timesAsked()).toEqual([3, 3]);
    await threads.refresh(new Set(['another']));
    expect(timesAsked()).toEqual([3, 3]);
  });
});
