import { platform } from '../backend/platform.js';

/** What happens to the page that a care client must know. */
export interface PageListener {
  /** The person looks at the page again, or the network is back. */
  returned(): void;
  /** The network came or went. */
  network(): void;
}

/** Listens until the answer is called. Silent where there is no page, as in Node. */
export function onPage(listener: PageListener): () => void {
  const { document } = platform;
  const stop = new AbortController();
  const { signal } = stop;
  if (document) {
    const seen = (): void => {
      if (document.visibilityState === 'visible') listener.returned();
    };
    const online = (): void => {
      listener.network();
      listener.returned();
    };
    document.addEventListener('visibilitychange', seen, { signal });
    globalThis.addEventListener('online', online, { signal });
    globalThis.addEventListener('offline', listener.network, { signal });
  }
  return () => stop.abort();
}
