import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { OpenStorageError } from '../errors.js';
import type { Database } from './database.js';
import * as ground from './migrations/0001-ground.js';
import * as folders from './migrations/0002-folders.js';
import * as search from './migrations/0003-search.js';
import * as notices from './migrations/0004-notices.js';
import * as hints from './migrations/0005-hints.js';
import * as unread from './migrations/0006-unread.js';
import * as appointments from './migrations/0007-appointments.js';
import * as powers from './migrations/0008-powers.js';
import * as verifications from './migrations/0009-verifications.js';
import { keepIndexed } from './search-index.js';

/** In the order of their names. Never changed after a release, only added to. */
const migrations: Record<string, Migration> = {
  '0001-ground': ground,
  '0002-folders': folders,
  '0003-search': search,
  '0004-notices': notices,
  '0005-hints': hints,
  '0006-unread': unread,
  '0007-appointments': appointments,
  '0008-powers': powers,
  '0009-verifications': verifications,
};

/**
 * Brings the tables, and what conversations are found by, up to date: all
 * migrations or none. Servers that start at once wait for each other (an
 * advisory lock).
 *
 * @throws OpenStorageError when the database was made by a newer version
 * @throws the driver's error when it does not answer
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const plain = db.withoutPlugins();
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db: plain, provider }).migrateToLatest();
  if (error === undefined) return keepIndexed(db);
  const unknown = await unknownMigrations(plain).catch(() => []);
  if (unknown.length === 0) throw error as Error;
  throw new OpenStorageError(
    `The database was made by a newer version of hn-widgets (migration ${unknown.join(', ')}). ` +
      'Start that version, or set DATABASE_URL to another database.',
  );
}

async function unknownMigrations(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name).filter((name) => !(name in migrations));
}
