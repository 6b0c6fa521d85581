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
