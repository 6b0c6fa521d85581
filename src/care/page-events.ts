/** What happens to the page that a care client must know. */
export interface PageListener {
  /** The person looks at the page again, or the network is back. */
  returned(): void;
  /** The page may be shown again from the back/forward cache. */
  frozen(): void;
  /** It is. */
  thawed(): void;
  /** The network came or went. */
  network(): void;
}

/** Listens until the answer is called. Silent where there is no page, as in Node. */
export function onPage(listener: PageListener): () => void {
  const { document, addEventListener, removeEventListener } = globalThis;
  if (!document) return () => {};
  const handlers: Record<string, (event: Event) => void> = {
    pagehide: (event) => (event as PageTransitionEvent).persisted && listener.frozen(),
    pageshow: (event) => (event as PageTransitionEvent).persisted && listener.thawed(),
    online: () => {
      listener.network();
      listener.returned();
    },
    offline: () => listener.network(),
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') listener.returned();
  };
  for (const type in handlers) addEventListener(type, handlers[type]!);
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const type in handlers) removeEventListener(type, handlers[type]!);
    document.removeEventListener('visibilitychange', seen);
  };
}
