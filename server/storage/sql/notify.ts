/** Servers of one PostgreSQL wake each other by NOTIFY. */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { localAnnouncer, type Announcer } from '../hints.js';
import type { Database } from './database.js';

const CHANNEL = 'hn_hints';

/** Milliseconds before a lost connection is made again, doubling. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export interface PostgresAnnouncer extends Announcer {
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own until it is closed. Where that connection
 * is not to be had, or leads through a pooler that passes no notifications on,
 * nobody is woken and who reads hints finds them when it looks by itself.
 *
 * @param config null: does not listen
 */
export function postgresAnnouncer(db: Kysely<Database>, config: pg.ClientConfig | null): PostgresAnnouncer {
  const here = localAnnouncer();
  /** What this process says comes back to it too. */
  const self = randomUUID();
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;

  async function listen(settings: pg.ClientConfig): Promise<void> {
    const connection = new pg.Client({ ...settings, keepAlive: true });
    client = connection;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      void connection.end().catch(() => undefined);
      if (closed) return;
      retry = setTimeout(() => void listen(settings), wait);
      retry.unref();
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
    connection.on('error', lose);
    connection.on('end', lose);
    connection.on('notification', ({ payload }) => {
      if (payload !== self) here.announce();
    });
    try {
      await connection.connect();
      await connection.query(`listen ${CHANNEL}`);
      wait = FIRST_WAIT;
      // What was said while there was no connection was not heard.
      here.announce();
    } catch {
      lose();
    }
  }

  if (config) void listen(config);
  return {
    shared: true,
    announce() {
      here.announce();
      void sql`select pg_notify(${CHANNEL}, ${self})`.execute(db).catch(() => undefined);
    },
    onAnnounced: (listener) => here.onAnnounced(listener),
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
