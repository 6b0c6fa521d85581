/**
 * Requests of this server to itself: to the built-in test provider, whose
 * address is the public one. That address may lead through a proxy, or to a
 * name this machine does not know, so they go straight to where it listens.
 */
export function createSelfFetch(publicUrl: string, listeningAt: string): typeof fetch {
  return (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.origin !== new URL(publicUrl).origin) {
      return Promise.reject(new TypeError('not an address of this server'));
    }
    return fetch(new URL(address.pathname + address.search, listeningAt), init);
  };
}
