/** Stops work within a transaction, so that a test can do something else meanwhile. */
import { vi } from 'vitest';
import type { Store } from '../../../../server/storage/storage.js';
import type { World } from './world.js';

/**
 * The next transaction that comes to `call` waits before it, once: `reached` says that it is there, `open`
 * lets it go on.
 */
export function gateAt({ storage }: World, call: keyof Store) {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let arrive = (): void => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  let used = false;
  const transaction = storage.transaction.bind(storage);
  const spy = vi.spyOn(storage, 'transaction').mockImplementation((work) =>
    transaction((store) =>
      work(
        new Proxy(store, {
          get(target, name) {
            const member = Reflect.get(target, name) as (...given: unknown[]) => unknown;
            if (name !== call || used) return member;
            used = true;
            return async (...given: unknown[]) => {
              spy.mockRestore();
              arrive();
              await opened;
              return member(...given);
            };
          },
        }),
      ),
    ),
  );
  return { reached, open };
}

/** Whether something has happened within a fifth of a second. */
export const isSettled = (one: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    one.then(() => true),
    // eslint-disable-next-line no-restricted-syntax -- that nothing happens has no condition to wait for
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 200)),
  ]);
