import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** For `DATABASE_URL`. */
  url: string;
  /** Rows as PostgreSQL gives them; `bigint` columns come as strings. */
  rows<T extends object = Record<string, unknown>>(query: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new, empty database on the project's PostgreSQL server. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `hn_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // The server under test may take the whole database down with it.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    rows: async (query, values) => (await pool.query(query, values)).rows as never,
    async drop() {
      await pool.end();
      await administer(`drop database ${name} with (force)`);
    },
  };
}
