/** The first content is shown. */
export class HnReadyEvent extends Event {
  constructor() {
    super('hn-ready', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-ready': HnReadyEvent;
  }
}
