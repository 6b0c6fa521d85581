/** The global object, of which not every browser, and not Node, has every part. */
export const platform: Partial<typeof globalThis> = globalThis;

/** The locks that the tabs of a browser share, if there are any: on secure pages alone. */
export function tabLocks(): LockManager | undefined {
  return (platform.navigator as Partial<Navigator> | undefined)?.locks;
}

/** Whether the browser does not know that the network is gone. */
export function isOnline(): boolean {
  return platform.navigator?.onLine !== false;
}

/** The tab's own storage, unless the browser refuses it. */
export function tabStorage(): Storage | undefined {
  try {
    return platform.sessionStorage;
  } catch {
    return undefined;
  }
}
