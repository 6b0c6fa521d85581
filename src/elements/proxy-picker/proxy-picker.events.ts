import type { Id, OsloDate, Proxy, Scope } from '../../backend/types.js';

const SPREAD = { bubbles: true, composed: true };
const ASK = { ...SPREAD, cancelable: true };

/** What an event says of a power of attorney: never whose it is. */
interface Given {
  scopes: readonly Scope[];
  validTo: OsloDate | null;
  /** Id of the power that it takes the place of; null gives a new one. */
  replaces: Id | null;
}

/** A power of attorney is about to be given, or changed. Prevent it to keep the dialog open. */
export class HnBeforeProxyGrantEvent extends Event {
  readonly scopes: readonly Scope[];
  /** The last day (Europe/Oslo); null is until further notice. */
  readonly validTo: OsloDate | null;
  readonly replaces: Id | null;

  constructor({ scopes, validTo, replaces }: Given) {
    super('hn-before-proxy-grant', ASK);
    this.scopes = scopes;
    this.validTo = validTo;
    this.replaces = replaces;
  }
}

/** A power of attorney has been given, or changed. */
export class HnProxyGrantedEvent extends Event {
  readonly proxyId: Id;
  readonly scopes: readonly Scope[];
  /** The last day (Europe/Oslo); null is until further notice. */
  readonly validTo: OsloDate | null;
  readonly replaces: Id | null;

  constructor({ proxyId, scopes, validTo, replaces }: Given & { proxyId: Id }) {
    super('hn-proxy-granted', SPREAD);
    this.proxyId = proxyId;
    this.scopes = scopes;
    this.validTo = validTo;
    this.replaces = replaces;
  }
}

/** What an event says of one that ends. */
interface About {
  proxyId: Id;
  direction: Proxy['direction'];
}

/** A power of attorney is about to be ended. Prevent it to keep the dialog open. */
export class HnBeforeProxyEndEvent extends Event {
  readonly proxyId: Id;
  readonly direction: Proxy['direction'];

  constructor({ proxyId, direction }: About) {
    super('hn-before-proxy-end', ASK);
    this.proxyId = proxyId;
    this.direction = direction;
  }
}

/** A power of attorney has been ended. */
export class HnProxyEndedEvent extends Event {
  readonly proxyId: Id;
  readonly direction: Proxy['direction'];

  constructor({ proxyId, direction }: About) {
    super('hn-proxy-ended', SPREAD);
    this.proxyId = proxyId;
    this.direction = direction;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-before-proxy-grant': HnBeforeProxyGrantEvent;
    'hn-proxy-granted': HnProxyGrantedEvent;
    'hn-before-proxy-end': HnBeforeProxyEndEvent;
    'hn-proxy-ended': HnProxyEndedEvent;
  }
}
