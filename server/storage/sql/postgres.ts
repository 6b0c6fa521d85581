/** The storage on a PostgreSQL server. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { databaseRefusal } from '../database-kind.js';
import { OpenStorageError } from '../errors.js';
import { plugins, type Database } from './database.js';
import { describe } from './errors.js';
import { migrate } from './migrate.js';
import { postgresAnnouncer } from './notify.js';
import { nameOf } from './prepared.js';
import { createSqlStorage, type SqlStorage } from './sql-storage.js';

/** Connections of one server; PostgreSQL allows 100 in all unless told otherwise. */
const poolSize = 10;
/** Milliseconds. */
const connectTimeout = 5_000;
const statementTimeout = 15_000;
const idleTransactionTimeout = 30_000;

/** OIDs of `bigint` and `date`, which `pg` gives as text and as a local midnight. */
const bigintOid = 20;
const dateOid = 1082;

const parsers = new Map<number, (text: string) => unknown>([
  [bigintOid, Number],
  [dateOid, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** What the connection that hears of other servers calls itself. */
export const LISTENER = 'hn-widgets hints';

export interface PostgresOptions {
  /** False: is not woken by other servers, as behind a pooler that passes no notifications on. */
  listen?: boolean;
}

/**
 * @param databaseUrl `postgres://…`, with whatever parameters `pg` knows (`sslmode`)
 * @throws OpenStorageError
 */
export async function openPostgres(databaseUrl: string, options: PostgresOptions = {}): Promise<SqlStorage> {
  const common: pg.PoolConfig = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeout,
    application_name: 'hn-widgets',
    types,
  };
  const server = describeServer(databaseUrl);
  try {
    // A connection of its own: waiting for another server's migration may take longer than a statement may.
    const once = openKysely({ ...common, max: 1 });
    await migrate(once).finally(() => once.destroy());
  } catch (error) {
    throw error instanceof OpenStorageError ? error : new OpenStorageError(explain(error, server));
  }
  const db = openKysely({
    ...common,
    max: poolSize,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: idleTransactionTimeout,
  });
  const listening = options.listen === false ? null : { ...common, application_name: LISTENER };
  return createSqlStorage('postgres', db, postgresAnnouncer(db, listening));
}

function openKysely(config: pg.PoolConfig): Kysely<Database> {
  const pool = new pg.Pool(config);
  // Connections that break leave the pool, and calls under way on them reject; the next call gets a new one.
  // The events tell the same again, of idle connections and of those in a transaction: unheard they end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = async () => preparing(await pool.connect());
  const dialect = new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } });
  return new Kysely<Database>({ dialect, plugins });
}

/** The same connection, where PostgreSQL keeps what it made of a statement that has a name. */
function preparing(client: pg.PoolClient): pg.PoolClient {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query')
        return (text: string, values: unknown[]) => target.query({ name: nameOf(text), text, values });
      const member: unknown = Reflect.get(target, key);
      return member;
    },
  });
}

interface Server {
  address: string;
  user: string;
  database: string;
}

/** @throws OpenStorageError when the address cannot be read, or a file (a certificate) that it names */
function describeServer(databaseUrl: string): Server {
  try {
    const { host, port, user, database } = new pg.Client({ connectionString: databaseUrl });
    return { address: `${host}:${port}`, user: user ?? '', database: database ?? user ?? '' };
  } catch (error) {
    if (error instanceof URIError) throw new OpenStorageError(databaseRefusal(databaseUrl));
    throw new OpenStorageError(`DATABASE_URL cannot be used: ${describe(error).message}`);
  }
}

/** SQLSTATE: https://www.postgresql.org/docs/15/errcodes-appendix.html */
function explain(error: unknown, { address, user, database }: Server): string {
  const { code, message } = describe(error);
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing answers at ${address}. Start PostgreSQL there, or correct the address in DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${address} is not known. Correct the address in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${address} does not let "${user}" in. Correct the user or password in DATABASE_URL.`;
    case '3D000':
      return `PostgreSQL at ${address} has no database "${database}". Create it (createdb ${database}), or correct DATABASE_URL.`;
    case '42501':
      return `"${user}" may not create tables in "${database}" at ${address}. Let it (GRANT CREATE ON SCHEMA public TO …), or use another user in DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${address} has no connection left. Close others, or raise max_connections.`;
    case '57P03':
      return `PostgreSQL at ${address} is starting or stopping. Try again in a moment.`;
  }
  if (message.includes('timeout')) {
    return `PostgreSQL at ${address} did not answer within ${connectTimeout / 1000} seconds. Check the address in DATABASE_URL and the network.`;
  }
  if (message.includes('Connection terminated')) {
    return `What listens at ${address} closed the connection. Check that it is PostgreSQL, and the address in DATABASE_URL.`;
  }
  return `PostgreSQL at ${address} cannot be used${code ? ` (${code})` : ''}: ${message}`;
}
