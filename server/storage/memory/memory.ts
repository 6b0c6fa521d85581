import { StorageError } from '../errors.js';
import { runGuarded, wrapStore } from '../guard.js';
import { localAnnouncer } from '../hints.js';
import type { Storage, Store } from '../storage.js';
import { memoryStore } from './store.js';
import { Tables } from './tables.js';

/**
 * Keeps everything in this page or process until it ends. Web standards only:
 * the MSW handlers run on it in a browser.
 */
export function createMemoryStorage(): Storage {
  const tables = new Tables();
  const rows = memoryStore(tables);
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  /** Runs `unit` when all before it are done; undoes it when it rejects. */
  function inTurn<T>(unit: () => Promise<T>): Promise<T> {
    const turn = tail.then(async () => {
      if (closed) throw new StorageError('misuse', 'The storage is closed');
      tables.journal.begin();
      try {
        const result = await unit();
        tables.checkAtEnd();
        tables.journal.commit();
        return result;
      } catch (error) {
        tables.journal.rollback();
        throw error;
      }
    });
    tail = turn.catch(() => undefined);
    return turn;
  }

  const storage: Omit<Storage, keyof Store> = {
    name: 'memory',
    ...localAnnouncer(),
    transaction: (work) => inTurn(() => runGuarded(rows, work)),
    ping: () => inTurn(() => Promise.resolve()),
    async close() {
      await tail;
      closed = true;
    },
  };
  const store = wrapStore(rows, inTurn);
  return new Proxy(storage as Storage, {
    get: (target, key) => Reflect.get(key in target ? target : store, key) as unknown,
  });
}
