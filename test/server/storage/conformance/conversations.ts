import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Storage, Store } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import {
  access,
  addMessage,
  household,
  mark,
  message,
  nine,
  person,
  putThread,
  resident,
  thread,
  unreadOf,
  walk,
} from './rows.js';

const firstPage = { limit: 50, cursor: null };
const missing = { code: 'missing-reference' };

export function conversations(check: Check): void {
  check('gives a conversation back as it was put', async (storage) => {
    await household(storage);
    const row = thread('t', 'ingrid', {
      contactId: 'care',
      topicId: 'visits',
      state: 'reply-only',
      replyBy: null,
    });
    await storage.transaction((store) => putThread(store, row));
    expect(await storage.getThread('t')).toEqual(row);
    expect(await storage.getThread('u')).toBeNull();
  });

  check('changes what is named of a conversation and leaves the rest', async (storage) => {
    await household(storage);
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
    await storage.updateThread('t', { state: 'closed', replyBy: null });
    await storage.updateThread('t', {});
    expect(await storage.getThread('t')).toEqual(thread('t', 'ingrid', { state: 'closed', replyBy: null }));
    await expect(storage.updateThread('u', { state: 'open' })).rejects.toMatchObject(missing);
  });

  check('refuses a conversation without its person, its service or its last message', async (storage) => {
    await household(storage);
    const put = (row: ReturnType<typeof thread>) => storage.transaction((store) => putThread(store, row));
    await expect(put(thread('t', 'nobody'))).rejects.toMatchObject(missing);
    await expect(put(thread('t', 'ingrid', { contactId: 'nothing' }))).rejects.toMatchObject(missing);
    await expect(storage.insertThread(thread('t', 'ingrid'))).rejects.toMatchObject(missing);
    expect(await storage.getThread('t')).toBeNull();
    await put(thread('t', 'ingrid'));
    await put(thread('u', 'ingrid'));
    const ofAnother = storage.updateThread('t', { lastMessageId: 'u-first' });
    await expect(ofAnother).rejects.toMatchObject(missing);
    expect((await storage.getThread('t'))?.lastMessageId).toBe('t-first');
  });

  check('refuses an id that is taken', async (storage) => {
    await household(storage);
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
    const taken = { code: 'duplicate' };
    await expect(storage.insertThread(thread('t', 'ingrid'))).rejects.toMatchObject(taken);
    await expect(storage.insertMessage(message('t-first', 't'))).rejects.toMatchObject(taken);
  });

  check('lists a person’s conversations, newest message first, then by id', async (storage) => {
    await household(storage);
    for (const [id, at] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ] as const) {
      await storage.transaction((store) =>
        putThread(store, thread(id, 'ingrid', { lastMessageAt: nine + at })),
      );
    }
    await storage.transaction((store) => putThread(store, thread('other', 'marte')));
    const found = await walk(
      (page) => storage.listThreads({ personId: 'ingrid' }, resident('ingrid'), page),
      3,
    );
    expect(found.map((row) => row.id)).toEqual(['d', 'a', 'c', 'b']);
    expect(found[3]).toMatchObject(thread('b', 'ingrid', { lastMessageAt: nine + 1 }));
  });

  check('lists the conversations of services, and of a person with services', async (storage) => {
    await household(storage);
    const rows = [
      thread('a', 'ingrid', { contactId: 'care', lastMessageAt: nine }),
      thread('b', 'marte', { contactId: 'care', lastMessageAt: nine + 1 }),
      thread('c', 'ingrid', { contactId: 'physio', lastMessageAt: nine + 2 }),
      thread('d', 'ingrid', { lastMessageAt: nine + 3 }),
    ];
    for (const row of rows) await storage.transaction((store) => putThread(store, row));
    const ids = async (filter: Parameters<Storage['listThreads']>[0]) =>
      (await walk((page) => storage.listThreads(filter, resident('ingrid'), page), 1)).map((row) => row.id);
    expect(await ids({ contactIds: ['care'] })).toEqual(['b', 'a']);
    expect(await ids({ contactIds: ['physio', 'care'] })).toEqual(['c', 'b', 'a']);
    expect(await ids({ personId: 'ingrid', contactIds: ['care'] })).toEqual(['a']);
    expect(await ids({ contactIds: [] })).toEqual([]);
    expect(await ids({ personId: 'per' })).toEqual([]);
  });

  check(
    'neither skips nor repeats a conversation while messages and conversations arrive',
    async (storage) => {
      await household(storage);
      const instants = fc.integer({ min: 0, max: 5 });
      const arrivals = fc.array(fc.record({ thread: fc.nat(), at: fc.integer({ min: 6, max: 9 }) }), {
        maxLength: 3,
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(instants, { maxLength: 9 }),
          fc.array(arrivals, { maxLength: 9 }),
          fc.integer({ min: 1, max: 4 }),
          async (times, between, limit) => {
            const who = `person${run++}`;
            await storage.putPerson(person(who));
            const ids = times.map((_, i) => `${who}-${i}`);
            for (const [i, at] of times.entries()) {
              const row = thread(`${who}-${i}`, who, { lastMessageAt: at });
              await storage.transaction((store) => putThread(store, row));
            }
            const found = await walk(
              (page) => storage.listThreads({ personId: who }, resident(who), page),
              limit,
              async (page) => {
                for (const [i, arrival] of (between[page] ?? []).entries()) {
                  const id = `${who}-new-${page}-${i}`;
                  const into = ids[arrival.thread % ids.length] ?? id;
                  await storage.transaction(async (store) => {
                    await putThread(store, thread(id, who, { lastMessageAt: arrival.at }));
                    await addMessage(store, message(`${id}-more`, into, { sentAt: arrival.at }));
                  });
                }
              },
            );
            const inOrder = ids
              .map((id, i) => ({ id, at: times[i] ?? 0 }))
              .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
            expect(found.map((row) => row.id)).toEqual(inOrder.map(({ id }) => id));
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  check('gives a message back as it was put, and refuses one without a conversation', async (storage) => {
    await household(storage);
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
    const row = message('m', 't', { direction: 'out', authorRole: null, onBehalfOf: 'ingrid' });
    await storage.insertMessage(row);
    expect(await storage.getMessage('m')).toEqual(row);
    expect(await storage.getMessage('n')).toBeNull();
    await expect(storage.insertMessage(message('n', 'nothing'))).rejects.toMatchObject(missing);
  });

  check(
    'lists messages newest first, and neither skips nor repeats one while others arrive',
    async (storage) => {
      await household(storage);
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
          fc.integer({ min: 1, max: 5 }),
          async (times, limit) => {
            const t = `thread${run++}`;
            const [firstAt = 0, ...rest] = times;
            await storage.transaction(async (store) => {
              await putThread(
                store,
                thread(t, 'ingrid', { lastMessageId: `${t}-0`, lastMessageAt: firstAt }),
              );
              for (const [i, sentAt] of rest.entries()) {
                await store.insertMessage(message(`${t}-${i + 1}`, t, { sentAt }));
              }
            });
            const found = await walk(
              (page) => storage.listMessages(t, page),
              limit,
              (page) => storage.insertMessage(message(`${t}-new-${page}`, t, { sentAt: 5 + page })),
            );
            const inOrder = times
              .map((at, i) => ({ id: `${t}-${i}`, at }))
              .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
            expect(found.map((row) => row.id)).toEqual(inOrder.map(({ id }) => id));
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  check('moves a message in time and leaves the rest of it', async (storage) => {
    await household(storage);
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
    const { lastMessageId } = thread('t', 'ingrid');
    const before = await storage.getMessage(lastMessageId);
    await storage.moveMessage(lastMessageId, nine + 5);
    expect(await storage.getMessage(lastMessageId)).toEqual({ ...before, sentAt: nine + 5 });
    await expect(storage.moveMessage('nothing', nine)).rejects.toMatchObject(missing);
  });

  check('refuses what is no cursor, and the cursor of another list', async (storage) => {
    await household(storage);
    for (const id of ['t', 'u']) {
      await storage.transaction((store) => putThread(store, thread(id, 'ingrid')));
      await storage.insertAccess(access(id, 'ingrid'));
    }
    const invalid = { code: 'invalid-cursor' };
    const reader = resident('ingrid');
    const { next } = await storage.listThreads({ personId: 'ingrid' }, reader, { limit: 1, cursor: null });
    expect(next).toMatch(/^[\w-]+$/);
    await expect(storage.listMessages('t', { limit: 1, cursor: next })).rejects.toMatchObject(invalid);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.json()), async (cursor) => {
        const page = { limit: 1, cursor };
        await expect(storage.listThreads({ personId: 'ingrid' }, reader, page)).rejects.toMatchObject(
          invalid,
        );
        await expect(storage.listMessages('t', page)).rejects.toMatchObject(invalid);
        await expect(storage.listAccess({ personId: 'ingrid' }, page)).rejects.toMatchObject(invalid);
        await expect(storage.listPersonContacts('ingrid', page)).rejects.toMatchObject(invalid);
        await expect(storage.listMunicipalityContacts('0301', page)).rejects.toMatchObject(invalid);
      }),
      { numRuns: 25 },
    );
  });

  check('counts the messages to each reader that came after the reader’s mark', async (storage) => {
    await household(storage);
    const markedAt = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
    const direction = fc.constantFrom('in' as const, 'out' as const);
    const sentOnce = fc.record({ at: fc.integer({ min: 0, max: 6 }), direction });
    type Sent = typeof sentOnce extends fc.Arbitrary<infer One> ? One : never;
    /** In all conversations together. */
    const sums = async () => {
      const of = async (reader: string) => ({
        in: await storage.countUnread({ personId: 'ingrid' }, reader, 'in'),
        out: await storage.countUnread({ personId: 'ingrid' }, reader, 'out'),
      });
      return { ingrid: await of('ingrid'), marte: await of('marte') };
    };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentOnce, { minLength: 1, maxLength: 8 }),
        fc.array(markedAt, { maxLength: 3 }),
        fc.array(sentOnce, { maxLength: 2 }),
        fc.integer({ min: 0, max: 6 }),
        async (first, marks, later, moved) => {
          const t = `thread${run++}`;
          const put = async (store: Store, sent: Sent[], from: number) => {
            for (const [i, { at, direction: way }] of sent.entries()) {
              await store.insertMessage(message(`${t}-${from + i}`, t, { sentAt: at, direction: way }));
            }
          };
          const before = await sums();
          await storage.transaction(async (store) => {
            await store.insertThread(thread(t, 'ingrid', { lastMessageId: `${t}-0` }));
            await put(store, first, 0);
          });
          for (const at of marks) if (at !== null) await storage.putReadMark(mark(t, 'ingrid', at));
          // Behind the mark, too.
          await put(storage, later, first.length);
          await storage.moveMessage(`${t}-0`, moved);
          const sent = [...first, ...later].map((one, i) => (i === 0 ? { ...one, at: moved } : one));
          const furthest = Math.max(-1, ...marks.filter((at) => at !== null));
          for (const way of ['in', 'out'] as const) {
            const ofWay = sent.filter((one) => one.direction === way);
            const unread = (after: number) => ofWay.filter((one) => one.at > after).length;
            const counted = async (reader: string) => (await unreadOf(storage, [t], reader, way))[t] ?? 0;
            expect(await counted('ingrid')).toBe(unread(furthest));
            expect(await counted('marte')).toBe(ofWay.length);
            const after = await sums();
            expect(after.ingrid[way] - before.ingrid[way]).toBe(unread(furthest));
            expect(after.marte[way] - before.marte[way]).toBe(ofWay.length);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  check('counts for the asked conversations alone, and leaves out those without', async (storage) => {
    await household(storage);
    for (const id of ['a', 'b', 'c']) {
      await storage.transaction((store) => putThread(store, thread(id, 'ingrid')));
    }
    await storage.putReadMark(mark('b', 'ingrid', nine));
    expect(await unreadOf(storage, ['a', 'b'], 'ingrid')).toEqual({ a: 1 });
    await expect(storage.putReadMark(mark('nothing', 'ingrid', nine))).rejects.toMatchObject(missing);
  });

  check('never moves a read mark back, whatever the order of those who set it', async (storage) => {
    await household(storage);
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid', { lastMessageAt: 50 })));
    await Promise.all([10, 60, 20, 49, 5].map((at) => storage.putReadMark(mark('t', 'ingrid', at))));
    expect(await unreadOf(storage, ['t'], 'ingrid')).toEqual({});
    expect(await storage.putReadMark(mark('t', 'ingrid', 1))).toBe(false);
    expect(await storage.putReadMark(mark('t', 'ingrid', 60))).toBe(false);
    expect(await storage.putReadMark(mark('t', 'ingrid', 61))).toBe(true);
    await storage.putReadMark(mark('t', 'amina', 9));
    expect(await storage.listReadMarks('t')).toEqual([mark('t', 'amina', 9), mark('t', 'ingrid', 61)]);
    expect(await storage.listReadMarks('nothing')).toEqual([]);
    expect(await unreadOf(storage, ['t'], 'ingrid')).toEqual({});
  });

  check('counts the unread messages of a person, or of services, in all folders', async (storage) => {
    await household(storage);
    const put = (id: string, who: string, contactId: string | null, direction: 'in' | 'out' = 'in') =>
      storage.transaction((store) => putThread(store, thread(id, who, { contactId }), { direction }));
    await put('a', 'ingrid', 'care');
    await put('b', 'ingrid', null);
    await put('c', 'ingrid', 'physio', 'out');
    await put('d', 'marte', 'care');
    const count = (filter: Parameters<Storage['countUnread']>[0], direction: 'in' | 'out' = 'in') =>
      storage.countUnread(filter, 'ingrid', direction);
    expect(await count({ personId: 'ingrid' })).toBe(2);
    expect(await count({ contactIds: ['care', 'physio'] })).toBe(2);
    expect(await count({ contactIds: ['care', 'physio'] }, 'out')).toBe(1);
    expect(await count({ contactIds: [] })).toBe(0);
    await storage.putReadMark(mark('a', 'ingrid', nine));
    await storage.putFolder('b', 'ingrid', 'archive');
    expect(await count({ personId: 'ingrid' })).toBe(1);
  });

  check('keeps a conversation in the folder of each reader until a message comes', async (storage) => {
    await household(storage);
    for (const id of ['a', 'b']) {
      await storage.transaction((store) => putThread(store, thread(id, 'ingrid', { contactId: 'care' })));
    }
    const listed = async (readerId: string, is: 'inbox' | 'archive') => {
      const filter = { personId: 'ingrid', folder: is };
      const views = await walk((page) => storage.listThreads(filter, resident(readerId), page), 1);
      expect(views.map(({ folder }) => folder)).toEqual(views.map(() => is));
      return views.map(({ id }) => id);
    };
    expect(await storage.putFolder('a', 'ingrid', 'inbox')).toBe(false);
    expect(await storage.putFolder('a', 'ingrid', 'archive')).toBe(true);
    expect(await storage.putFolder('a', 'ingrid', 'archive')).toBe(false);
    expect(await storage.putFolder('nothing', 'ingrid', 'archive')).toBe(false);
    expect([await listed('ingrid', 'inbox'), await listed('ingrid', 'archive')]).toEqual([['b'], ['a']]);
    expect([await listed('marte', 'inbox'), await listed('marte', 'archive')]).toEqual([['b', 'a'], []]);
    const folderOf = async (id: string, readerId: string) =>
      (await storage.getThreadView(id, resident(readerId)))?.folder;
    expect([await folderOf('a', 'ingrid'), await folderOf('a', 'marte')]).toEqual(['archive', 'inbox']);
    await storage.transaction((store) => addMessage(store, message('a2', 'a', { sentAt: nine + 1 })));
    expect(await listed('ingrid', 'inbox')).toEqual(['a', 'b']);
    expect(await storage.putFolder('a', 'ingrid', 'inbox')).toBe(false);
    expect(await storage.putFolder('a', 'ingrid', 'archive')).toBe(true);
    expect(await storage.putFolder('a', 'ingrid', 'inbox')).toBe(true);
    expect(await listed('ingrid', 'archive')).toEqual([]);
  });

  check('counts unread messages by service, for the person’s own conversations', async (storage) => {
    await household(storage);
    const put = (id: string, who: string, contactId: string | null, direction: 'in' | 'out' = 'in') =>
      storage.transaction((store) => putThread(store, thread(id, who, { contactId }), { direction }));
    await put('a', 'ingrid', 'care');
    await put('b', 'ingrid', 'care');
    await put('c', 'ingrid', 'physio', 'out');
    await put('d', 'ingrid', null);
    await put('e', 'marte', 'physio');
    expect(await storage.countUnreadByContact('ingrid', 'marte')).toEqual(new Map([['care', 2]]));
    await storage.putReadMark(mark('a', 'marte', nine));
    expect(await storage.countUnreadByContact('ingrid', 'marte')).toEqual(new Map([['care', 1]]));
    expect(await storage.countUnreadByContact('ingrid', 'ingrid')).toEqual(new Map([['care', 2]]));
  });

  check('counts what staff of each service have not seen', async (storage) => {
    await household(storage);
    const put = (id: string, who: string, contactId: string | null, direction: 'in' | 'out' = 'out') =>
      storage.transaction((store) => putThread(store, thread(id, who, { contactId }), { direction }));
    await put('a', 'ingrid', 'care');
    await put('b', 'marte', 'care');
    await put('c', 'ingrid', 'physio');
    await put('d', 'ingrid', null);
    await put('e', 'marte', 'care', 'in');
    expect(await storage.countUnreadByService(['care'], 'amina')).toEqual(new Map([['care', 2]]));
    await storage.putReadMark(mark('a', 'amina', nine));
    expect(await storage.countUnreadByService(['care', 'physio'], 'amina')).toEqual(
      new Map([
        ['care', 1],
        ['physio', 1],
      ]),
    );
    expect(await storage.countUnreadByService([], 'amina')).toEqual(new Map());
  });

  check(
    'lists who has seen a person’s information, newest first, all or of one conversation',
    async (storage) => {
      await household(storage);
      await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
      const rows = [
        access('a', 'ingrid', { at: nine, threadId: 't' }),
        access('b', 'ingrid', { at: nine + 1, role: null, onBehalfOf: 'Ingrid' }),
        access('c', 'ingrid', { at: nine + 1, threadId: 't', what: 'message-sent' }),
      ];
      for (const row of rows) await storage.insertAccess(row);
      await storage.insertAccess(access('d', 'marte'));
      const all = await walk((page) => storage.listAccess({ personId: 'ingrid' }, page), 1);
      expect(all).toEqual([rows[2], rows[1], rows[0]]);
      const ofThread = await storage.listAccess({ personId: 'ingrid', threadId: 't' }, firstPage);
      expect(ofThread).toEqual({ items: [rows[2], rows[0]], next: null });
      await expect(storage.insertAccess(access('e', 'nobody'))).rejects.toMatchObject(missing);
      await expect(storage.insertAccess(access('a', 'ingrid'))).rejects.toMatchObject({ code: 'duplicate' });
    },
  );
}
