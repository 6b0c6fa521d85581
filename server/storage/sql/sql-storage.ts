import { sql, type Kysely, type Transaction } from 'kysely';
import { StorageError } from '../errors.js';
import { runGuarded, wrapStore } from '../guard.js';
import { localAnnouncer, type Announcer } from '../hints.js';
import type { Storage, Store } from '../storage.js';
import { appointmentsStore } from './appointments.js';
import type { Database } from './database.js';
import { OrderConflict, translateError } from './errors.js';
import { hintsStore } from './hints.js';
import { messagesStore } from './messages.js';
import { noticesStore } from './notices.js';
import { peopleStore } from './people.js';
import { powersStore } from './powers.js';
import { sessionsStore } from './sessions.js';
import { threadsStore } from './threads.js';

/** How often a transaction that could not be put in an order is run before the caller hears of it. */
const attempts = 10;

export interface SqlStorage extends Storage {
  /** The database itself, for tests and tools. */
  readonly db: Kysely<Database>;
}

/** The storage over an open and migrated database, which it closes. */
export function createSqlStorage(
  name: string,
  db: Kysely<Database>,
  announcer: Announcer & { close?(): Promise<void> } = localAnnouncer(),
): SqlStorage {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  let retries: Promise<unknown> = Promise.resolve();

  async function track<T>(call: () => Promise<T>): Promise<T> {
    if (closed) throw new StorageError('misuse', 'The storage is closed');
    const underWay = call();
    running.add(underWay);
    try {
      return await underWay;
    } catch (error) {
      throw translateError(error);
    } finally {
      running.delete(underWay);
    }
  }

  async function runOnce<T>(work: (store: Store) => Promise<T>): Promise<{ done: T } | { conflict: Error }> {
    // `work` may turn the rejection of a call into one of its own; the conflict is still one.
    const conflicts: OrderConflict[] = [];
    try {
      const done = await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute((transaction) =>
          runGuarded(
            storeOf(transaction, (conflict) => conflicts.push(conflict)),
            work,
          ),
        );
      return { done };
    } catch (error) {
      const translated = translateError(error);
      const conflict = conflicts[0] ?? (translated instanceof OrderConflict ? translated : null);
      if (conflict) return { conflict };
      throw translated;
    }
  }

  async function transaction<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const first = await runOnce(work);
    if ('done' in first) return first.done;
    // One after another from here, so that those that conflict stop hindering each other.
    const turn = retries.then(async () => {
      let { conflict } = first;
      for (let attempt = 1; attempt < attempts; attempt++) {
        await randomPause(attempt);
        const outcome = await runOnce(work);
        if ('done' in outcome) return outcome.done;
        conflict = outcome.conflict;
      }
      throw conflict;
    });
    retries = turn.catch(() => undefined);
    return turn;
  }

  const own: Omit<SqlStorage, keyof Store> = {
    name,
    db,
    shared: announcer.shared,
    announce() {
      if (!closed) announcer.announce();
    },
    onAnnounced: (listener) => announcer.onAnnounced(listener),
    transaction: (work) => track(() => transaction(work)),
    ping: () =>
      track(async () => {
        await sql`select 1`.execute(db);
      }),
    async close() {
      closed = true;
      await Promise.allSettled(running);
      await announcer.close?.();
      await db.destroy();
    },
  };
  return { ...wrapStore(storeOf(db), track), ...own };
}

function storeOf(
  db: Kysely<Database> | Transaction<Database>,
  onConflict?: (conflict: OrderConflict) => void,
): Store {
  const store: Store = {
    ...peopleStore(db),
    ...powersStore(db),
    ...threadsStore(db),
    ...messagesStore(db),
    ...appointmentsStore(db),
    ...sessionsStore(db),
    ...noticesStore(db),
    ...hintsStore(db),
  };
  return wrapStore(store, async (call) => {
    try {
      return await call();
    } catch (error) {
      const translated = translateError(error);
      if (translated instanceof OrderConflict) onConflict?.(translated);
      throw translated;
    }
  });
}

/** Lets another process finish: up to 10 ms after the first attempt, doubling. */
function randomPause(attempt: number): Promise<void> {
  const most = 10 * 2 ** (attempt - 1);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}
