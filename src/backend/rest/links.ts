/** Members that hold an address, in every shape of the contract. */
const LINKS = /^(url|loginUrl|logoutUrl)$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/;

/**
 * The address if it may be followed: `https:`, `http:` on loopback, `tel:`.
 * Anything else is null: a link from a server must not run script or leave
 * the encrypted web.
 */
export function safeLink(value: unknown, base?: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(value as string, base);
    const safe =
      protocol === 'https:' || protocol === 'tel:' || (protocol === 'http:' && LOOPBACK.test(hostname));
    return safe ? href : null;
  } catch {
    return null;
  }
}

/** For `JSON.parse`: checks every link as it comes in. Log-in and log-out may be relative to `base`. */
export function checkLinks(base: string): (key: string, value: unknown) => unknown {
  return (key, value) => {
    if (LINKS.test(key)) return value && safeLink(value, key === 'url' ? undefined : base);
    const place = value as { url?: string } | null;
    if (place && !place.url) {
      // A film without an address is none; terms are still to be accepted.
      if (key === 'film') return null;
      if (key === 'terms') place.url = '';
    }
    return value;
  };
}
