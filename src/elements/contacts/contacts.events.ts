import type { Id } from '../../backend/types.js';

/**
 * Somebody wants to write to a service. An `hn-inbox` of the same backend, or the page, prevents it
 * and opens its own composer; else `hn-contacts` opens one.
 */
export class HnComposeEvent extends Event {
  readonly contactId: Id;

  constructor(contactId: Id) {
    super('hn-compose', { bubbles: true, composed: true, cancelable: true });
    this.contactId = contactId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-compose': HnComposeEvent;
  }
}
