import type { Id } from '../../backend/types.js';

const SPREAD = { bubbles: true, composed: true };

/** Somebody has opened a conversation. */
export class HnThreadOpenEvent extends Event {
  readonly threadId: Id;

  constructor(threadId: Id) {
    super('hn-thread-open', SPREAD);
    this.threadId = threadId;
  }
}

/** The number of unread messages has changed, or is known for the first time. */
export class HnUnreadChangeEvent extends Event {
  /** Of this reader, in the inbox and the archive. */
  readonly count: number;

  constructor(count: number) {
    super('hn-unread-change', SPREAD);
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-thread-open': HnThreadOpenEvent;
    'hn-unread-change': HnUnreadChangeEvent;
  }
}
