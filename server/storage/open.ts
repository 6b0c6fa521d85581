/** Opens what `DATABASE_URL` names. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseKind, databaseRefusal } from './database-kind.js';
import { OpenStorageError } from './errors.js';
import type { SqlStorage } from './sql/sql-storage.js';

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
      throw new OpenStorageError(databaseRefusal(url));
  }
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
