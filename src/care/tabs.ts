import { platform } from '../backend/platform.js';
import type { Id, Instant } from '../backend/types.js';

/** What one tab tells the others of the same backend and origin. Opaque ids alone. */
export type TabMessage = { out: true } | { out?: false; user: Id; expiresAt: Instant | null };

export interface Tabs {
  tell(message: TabMessage): void;
  close(): void;
}

/** Speaks with the other tabs; alone where the browser lacks `BroadcastChannel`. */
export function openTabs(backendId: string, listener: (message: TabMessage) => void): Tabs {
  const channel = platform.BroadcastChannel ? new BroadcastChannel(`hn-care:${backendId}`) : null;
  if (channel) channel.onmessage = (event) => listener(event.data as TabMessage);
  return { tell: (message) => channel?.postMessage(message), close: () => channel?.close() };
}
