import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Storage, Store } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import {
  addMessage,
  claim,
  loginAttempt,
  mark,
  message,
  nine,
  person,
  putThread,
  resident,
  session,
  thread,
  unreadOf,
} from './rows.js';

class Abandoned extends Error {}

/** Changes of every kind: new rows, replaced rows, deleted rows. */
const changes: ((store: Store) => Promise<unknown>)[] = [
  (store) => store.putPerson(person('ingrid', { givenName: 'Changed' })),
  (store) => store.putPerson(person('new')),
  (store) => addMessage(store, message('m2', 't', { sentAt: nine + 1 })),
  (store) => store.updateThread('t', { state: 'closed' }),
  (store) => store.putReadMark(mark('t', 'ingrid', nine)),
  (store) => store.putFolder('t', 'ingrid', 'archive'),
  (store) => store.takeLoginAttempt('state'),
  (store) => store.deleteSession('s'),
  (store) => store.deleteExpiredSessions(nine + 5),
  (store) => store.putSetting('seeded', 'changed'),
  (store) => store.claimIdempotency(claim('key', 'holder'), nine),
];

async function begin(storage: Storage): Promise<void> {
  await storage.transaction(async (store) => {
    await store.putPerson(person('ingrid'));
    await putThread(store, thread('t', 'ingrid'));
    await store.insertLoginAttempt(loginAttempt('state'));
    await store.insertSession(session('s'));
    await store.putSetting('seeded', 'first');
  });
}

/** What `changes` may change, as it is now. */
async function seen(storage: Storage): Promise<unknown> {
  return [
    await storage.getPerson('ingrid'),
    await storage.getPerson('new'),
    await storage.getThread('t'),
    await storage.listMessages('t', { limit: 9, cursor: null }),
    await storage.getThreadView('t', resident('ingrid')),
    await storage.getSession('s'),
    await storage.getSetting('seeded'),
  ];
}

export function transactions(check: Check): void {
  check('gives what the work gives, with all it did', async (storage) => {
    await begin(storage);
    const given = await storage.transaction(async (store) => {
      await store.putSetting('seeded', 'second');
      return store.getSetting('seeded');
    });
    expect(given).toBe('second');
    expect(await storage.getSetting('seeded')).toBe('second');
  });

  check('does nothing of a transaction that is abandoned, whatever was in it', async (storage) => {
    await begin(storage);
    const before = await seen(storage);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(changes), async (some) => {
        const abandoned = storage.transaction(async (store) => {
          for (const change of some) await change(store);
          throw new Abandoned();
        });
        await expect(abandoned).rejects.toThrow(Abandoned);
        expect(await seen(storage)).toEqual(before);
        expect(await storage.claimIdempotency(claim('key', 'other'), nine)).toBe('claimed');
        await storage.releaseIdempotency('key', 'other');
      }),
      { numRuns: 15 },
    );
    expect(await storage.takeLoginAttempt('state')).not.toBeNull();
  });

  check('does nothing of a transaction in which one call was refused, caught or not', async (storage) => {
    await begin(storage);
    const before = await seen(storage);
    for (const caught of [false, true]) {
      const refused = storage.transaction(async (store) => {
        await store.putSetting('seeded', 'changed');
        const call = store.insertSession(session('s'));
        await (caught ? call.catch(() => undefined) : call);
      });
      await expect(refused).rejects.toMatchObject({ code: 'duplicate' });
      expect(await seen(storage)).toEqual(before);
    }
  });

  check('gives the work’s own error when it makes one of a refusal', async (storage) => {
    await begin(storage);
    const refused = storage.transaction(async (store) => {
      await store.insertSession(session('s')).catch(() => {
        throw new Abandoned();
      });
    });
    await expect(refused).rejects.toThrow(Abandoned);
  });

  check('waits for calls that were not awaited', async (storage) => {
    await storage.transaction((store) => {
      const forgotten = store.putSetting('forgotten', 'kept');
      forgotten.catch(() => undefined);
      return Promise.resolve();
    });
    expect(await storage.getSetting('forgotten')).toBe('kept');
  });

  check('does nothing of a transaction in which a call that was not awaited was refused', async (storage) => {
    await begin(storage);
    const refused = storage.transaction(async (store) => {
      await store.putSetting('seeded', 'changed');
      const forgotten = store.insertSession(session('s'));
      forgotten.catch(() => undefined);
    });
    await expect(refused).rejects.toMatchObject({ code: 'duplicate' });
    expect(await storage.getSetting('seeded')).toBe('first');
  });

  check('refuses a store after its transaction', async (storage) => {
    const kept = await storage.transaction((store) => Promise.resolve({ store }));
    await expect(kept.store.putSetting('late', '1')).rejects.toMatchObject({ code: 'misuse' });
    expect(await storage.getSetting('late')).toBeNull();
  });

  check('shows nothing of a transaction to others before its end', async (storage) => {
    let outside: Promise<string | null> | undefined;
    await storage.transaction(async (store) => {
      await store.putSetting('hidden', 'half');
      // Not awaited here: it may wait for the end of this transaction.
      outside = storage.getSetting('hidden');
      await store.getSetting('hidden');
      await store.putSetting('hidden', 'whole');
    });
    expect(await outside).not.toBe('half');
    expect(await storage.getSetting('hidden')).toBe('whole');
  });

  check('loses no update when many read and write the same row at once', async (storage) => {
    const increments = 12;
    await Promise.all(
      Array.from({ length: increments }, () =>
        storage.transaction(async (store) => {
          const before = Number((await store.getSetting('counter')) ?? 0);
          await store.putSetting('counter', String(before + 1));
        }),
      ),
    );
    expect(await storage.getSetting('counter')).toBe(String(increments));
  });

  check('lets one of two decide what both looked at', async (storage) => {
    // Each goes only while the other is there: without order both would go.
    await storage.putSetting('a', 'there');
    await storage.putSetting('b', 'there');
    const go = (who: string, other: string) =>
      storage.transaction(async (store) => {
        if ((await store.getSetting(other)) === 'there') await store.putSetting(who, 'gone');
      });
    await Promise.all([go('a', 'b'), go('b', 'a')]);
    expect([await storage.getSetting('a'), await storage.getSetting('b')].sort()).toEqual(['gone', 'there']);
  });

  check('keeps every message when many are sent to one conversation at once', async (storage) => {
    await begin(storage);
    const ids = Array.from({ length: 12 }, (_, i) => `sent${i}`);
    await Promise.all(
      ids.map((id) =>
        storage.transaction((store) =>
          addMessage(store, message(id, 't', { direction: 'out', sentAt: nine + 1 })),
        ),
      ),
    );
    const { items } = await storage.listMessages('t', { limit: 50, cursor: null });
    expect(items.map((row) => row.id).sort()).toEqual([...ids, 't-first'].sort());
    expect(ids).toContain((await storage.getThread('t'))?.lastMessageId);
  });

  check(
    'counts what is unread right, however messages and marks come between each other',
    async (storage) => {
      await begin(storage);
      const ids = ['a', 'b'];
      for (const id of ids) {
        const row = thread(id, 'ingrid', { lastMessageAt: nine + 20 });
        await storage.transaction((store) => putThread(store, row, { sentAt: nine }));
      }
      const readers = ['ingrid', 'marte', 'amina'];
      await Promise.all(
        Array.from({ length: 12 }, (_, i) => {
          const id = i % 2 ? 'a' : 'b';
          // Marks in no transaction, some of them ahead of messages that are being written.
          const marks = readers.slice(i % 3).map((reader) => storage.putReadMark(mark(id, reader, nine + i)));
          const direction = i % 5 ? 'in' : 'out';
          const row = message(`sent${i}`, id, { direction, sentAt: nine + ((i * 7) % 12) });
          const sent =
            i % 4 ? storage.transaction((store) => store.insertMessage(row)) : storage.insertMessage(row);
          return Promise.all([sent, ...marks]);
        }),
      );
      for (const reader of readers) {
        for (const direction of ['in', 'out'] as const) {
          const ofEach = await unreadOf(storage, ['t', ...ids], reader, direction);
          const sum = Object.values(ofEach).reduce((all, one) => all + one, 0);
          expect(await storage.countUnread({ personId: 'ingrid' }, reader, direction)).toBe(sum);
        }
      }
    },
  );

  check('goes on after a transaction that failed', async (storage) => {
    await storage.transaction(() => Promise.reject(new Abandoned())).catch(() => undefined);
    await storage.transaction((store) => store.putSetting('after', '1'));
    expect(await storage.getSetting('after')).toBe('1');
  });
}
