import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../../scripts/postgres.mjs';

export interface TestDatabase {
  url: string;
  /** Drops the database, and stops the server if it was started for it. */
  drop(): Promise<void>;
}

/**
 * A new database on the server at `TEST_DATABASE_URL`, or on one that is
 * started for it. Rejects, and so fails the test, when PostgreSQL is missing.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startPostgres();
  const name = `hn_${randomUUID().replaceAll('-', '')}`;
  await administer(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      if (given) await administer(server.url, `drop database ${name} with (force)`);
      await server.stop();
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
