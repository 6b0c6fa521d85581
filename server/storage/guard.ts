/** What every storage does around each call of its store. */
import { StorageError } from './errors.js';
import type { Store } from './storage.js';

/** The same store with `around` at each call. */
export function wrapStore(store: Store, around: <T>(call: () => Promise<T>) => Promise<T>): Store {
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => around(() => Reflect.apply(member, target, args) as Promise<unknown>);
    },
  });
}

/**
 * Runs `work` on a store that lives as long as it: a call that rejects dooms
 * the whole, calls that were not awaited are waited for before the end, and the
 * store refuses calls after it.
 */
export async function runGuarded<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  const pending = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  let ended = false;
  const guarded = wrapStore(store, async (call) => {
    if (ended) throw new StorageError('misuse', 'The transaction is over');
    if (failures.length > 0) throw failures[0];
    const running = call();
    pending.add(running);
    try {
      return await running;
    } catch (error) {
      failures.push(error);
      throw error;
    } finally {
      pending.delete(running);
    }
  });
  const end = async () => {
    ended = true;
    await Promise.allSettled(pending);
  };
  try {
    const result = await work(guarded);
    await end();
    // Also when `work` caught it: PostgreSQL has given the transaction up by then.
    if (failures.length > 0) throw failures[0];
    return result;
  } catch (error) {
    await end();
    throw error;
  }
}
