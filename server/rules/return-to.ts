/** Where a log-in may come back to. Source: the HTTP contract, `Session.loginUrl`. */

/**
 * The address without query and hash (which may hold what nobody should keep),
 * or null when its origin is not allowed. No user name, and http or https only.
 */
export function returnAddress(address: string, allowed: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || !allowed.includes(url.origin)) return null;
  return url.origin + url.pathname;
}
