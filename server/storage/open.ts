/** Opens what `DATABASE_URL` names. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  if (url === 'memory:') return (await import('./sql/pglite.js')).openPgliteMemory();
  if (url.startsWith('file:')) {
    const folder = folderOf(url);
    return (await import('./sql/pglite.js')).openPgliteFolder(folder);
  }
  if (/^postgres(ql)?:/.test(url)) {
    refuseBadPostgresUrl(url);
    return (await import('./sql/postgres.js')).openPostgres(url);
  }
  // Only what stands before "://" is sure to hold no password.
  const scheme = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(url)?.[0];
  throw new OpenStorageError(
    `DATABASE_URL ${scheme ? `begins with "${scheme}:"` : 'is not an address of a database'}; it can be ${accepted}.`,
  );
}

function folderOf(url: string): string {
  const path = url.slice('file:'.length);
  if (path === '') throw new OpenStorageError('DATABASE_URL "file:" names no folder, as in "file:.data/hn".');
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(url);
  } catch {
    throw new OpenStorageError(
      `DATABASE_URL "${url}" names no folder on this machine; write it as "file:.data/hn" or "file:/var/lib/hn".`,
    );
  }
}

function refuseBadPostgresUrl(url: string): void {
  if (url.includes('://') && URL.canParse(url) && new URL(url).pathname.length > 1) return;
  throw new OpenStorageError(
    'DATABASE_URL is not a complete PostgreSQL address: "postgres://user:password@host:port/database", with ' +
      'special characters of the password percent-encoded (@ as %40, / as %2F, # as %23).',
  );
}
