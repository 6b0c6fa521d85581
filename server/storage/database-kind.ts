/** What a `DATABASE_URL` names. */
export type DatabaseKind = 'memory' | 'folder' | 'postgres';

/**
 * By its address: `memory:`, `file:folder`, or a PostgreSQL server with host (or `?host=`, the folder of a local
 * socket) and database; null when it is none of these.
 */
export function databaseKind(url: string): DatabaseKind | null {
  if (url === 'memory:') return 'memory';
  if (/^file:.+/.test(url)) return 'folder';
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return null;
  const { hostname, pathname, searchParams } = new URL(url);
  return (hostname !== '' || searchParams.has('host')) && pathname.length > 1 ? 'postgres' : null;
}

/** Why it is no database's address, and what would be: for the operator, never with the password. */
export function databaseRefusal(url: string): string {
  if (url === 'file:') return 'DATABASE_URL "file:" names no folder, as DATABASE_URL=file:.data/hn does.';
  if (/^postgres(ql)?:/.test(url))
    return (
      'DATABASE_URL is not a complete PostgreSQL address. It has a server and its database, and special characters of ' +
      'the password percent-encoded (@ as %40, / as %2F, # as %23, % as %25), such as ' +
      'DATABASE_URL=postgres://user:password@localhost:5432/hn.'
    );
  // Only what stands before "://" is sure to hold no password.
  const scheme = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(url)?.[0];
  return (
    `DATABASE_URL ${scheme ? `begins with "${scheme}:"` : 'is not an address of a database'}. ` +
    'Accepted: file:FOLDER for the embedded database, memory: to keep nothing, or a PostgreSQL server and its database, ' +
    'such as DATABASE_URL=postgres://user:password@localhost:5432/hn.'
  );
}
