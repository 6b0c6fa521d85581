/** Opens what `DATABASE_URL` names. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseKind } from './database-kind.js';
import { OpenStorageError } from './errors.js';
import type { SqlStorage } from './sql/sql-storage.js';

const accepted =
  '"file:folder" (an embedded database in that folder), "memory:" (keeps nothing) or ' +
  '"postgres://user:password@host:port/database"';

/**
 * @param databaseUrl `memory:`, `file:folder` (relative to the working directory) or `postgres://…`
 * @throws OpenStorageError a sentence that says what to do, never with the password
 */
export async function openStorage(databaseUrl: string): Promise<SqlStorage> {
  const url = databaseUrl.trim();
  switch (databaseKind(url)) {
    case 'memory':
      return (await import('./sql/pglite.js')).openPgliteMemory();
    case 'folder': {
      const folder = folderOf(url);
      return (await import('./sql/pglite.js')).openPgliteFolder(folder);
    }
    case 'postgres':
      return (await import('./sql/postgres.js')).openPostgres(url);
    case null:
      throw new OpenStorageError(refusalOf(url));
  }
}

/** Why it is no database's address. */
function refusalOf(url: string): string {
  if (url === 'file:') return 'DATABASE_URL "file:" names no folder, as in "file:.data/hn".';
  if (/^postgres(ql)?:/.test(url))
    return (
      'DATABASE_URL is not a complete PostgreSQL address: "postgres://user:password@host:port/database", with ' +
      'special characters of the password percent-encoded (@ as %40, / as %2F, # as %23).'
    );
  // Only what stands before "://" is sure to hold no password.
  const scheme = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(url)?.[0];
  return `DATABASE_URL ${scheme ? `begins with "${scheme}:"` : 'is not an address of a database'}; it can be ${accepted}.`;
}

function folderOf(url: string): string {
  const path = url.slice('file:'.length);
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(url);
  } catch {
    throw new OpenStorageError(
      `DATABASE_URL "${url}" names no folder on this machine; write it as "file:.data/hn" or "file:/var/lib/hn".`,
    );
  }
}
