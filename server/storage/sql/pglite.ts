/** The storage on the embedded PostgreSQL (PGlite), in memory or in a folder. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { OpenStorageError } from '../errors.js';
import { plugins, type Database } from './database.js';
import { describe } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import { createSqlStorage, type SqlStorage } from './sql-storage.js';

/** OID of `date`, which PGlite gives as a `Date`. */
const dateOid = 1082;

/** OID of `bytea`. PGlite goes through it byte by byte in arrays: seconds for a file of some megabytes. */
const byteaOid = 17;
const bytes = {
  parse: (text: string) => Buffer.from(text.slice(2), 'hex'),
  serialize: (value: Uint8Array) =>
    `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`,
};

/** Keeps nothing when the process ends. */
export function openPgliteMemory(): Promise<SqlStorage> {
  return openPglite(undefined);
}

/**
 * Opens the database in a folder (`db/` in it), which it creates and holds for
 * this process until it is closed.
 *
 * @throws OpenStorageError
 */
export async function openPgliteFolder(folder: string): Promise<SqlStorage> {
  const data = join(folder, 'db');
  const unlock = await prepareFolder(folder, data);
  try {
    await refuseForeign(folder, data);
    const storage = await openPglite(data);
    return { ...storage, close: () => storage.close().finally(unlock) };
  } catch (error) {
    unlock();
    if (error instanceof OpenStorageError) throw error;
    throw new OpenStorageError(
      `The database in ${folder} cannot be opened: its files are damaged or of another version (${describe(error).message}). ` +
        'Put back a copy of the folder, or move it away to start with an empty one.',
    );
  }
}

async function prepareFolder(folder: string, data: string): Promise<() => void> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof OpenStorageError) throw error;
    throw new OpenStorageError(
      `The folder ${folder} cannot be written (${describe(error).code}). Correct its path or its rights, or set DATABASE_URL to another folder.`,
    );
  }
}

async function openPglite(dataDir: string | undefined): Promise<SqlStorage> {
  const pglite = await PGlite.create({
    dataDir,
    parsers: { [dateOid]: (text) => text, [byteaOid]: bytes.parse },
    serializers: { [byteaOid]: bytes.serialize },
  });
  try {
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }), plugins });
    await migrate(db);
    return createSqlStorage('pglite', db);
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

/** PGlite would start a database among files that are something else. */
async function refuseForeign(folder: string, data: string): Promise<void> {
  const names = await readdir(data);
  if (names.length > 0 && !names.includes('PG_VERSION')) {
    throw new OpenStorageError(
      `The folder ${folder} holds files that are no database of hn-widgets. Set DATABASE_URL to an empty or new folder.`,
    );
  }
}
