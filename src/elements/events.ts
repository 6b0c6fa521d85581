import type { BackendErrorCode } from '../backend/errors.js';
import type { Id, Instant, Party } from '../backend/types.js';

export { HnReadyEvent } from './ready-event.js';

/** Every event bubbles and leaves the shadow root. None carries a name, a text or an identity number. */
const SPREAD = { bubbles: true, composed: true };
const ASK = { ...SPREAD, cancelable: true };

/** Something could not be loaded or done. */
export class HnErrorEvent extends Event {
  readonly code: BackendErrorCode;
  /** HTTP status, 0 without an answer. */
  readonly status: number;
  /** Whether the same may succeed later. */
  readonly retryable: boolean;

  constructor({ code, status, retryable }: { code: BackendErrorCode; status: number; retryable: boolean }) {
    super('hn-error', SPREAD);
    this.code = code;
    this.status = status;
    this.retryable = retryable;
  }
}

/** Somebody pressed *Logg inn*. Prevent it to log in some other way; else the widget goes to `loginUrl`. */
export class HnLoginRequiredEvent extends Event {
  /** Null where the backend has no log-in of its own: then the page must act. */
  readonly loginUrl: string | null;

  constructor(loginUrl: string | null) {
    super('hn-login-required', ASK);
    this.loginUrl = loginUrl;
  }
}

/** The session ends in two minutes unless somebody goes on. */
export class HnSessionEndingEvent extends Event {
  readonly expiresAt: Instant;

  constructor(expiresAt: Instant) {
    super('hn-session-ending', SPREAD);
    this.expiresAt = expiresAt;
  }
}

/** The session has run out. */
export class HnSessionEndedEvent extends Event {
  readonly expiresAt: Instant;

  constructor(expiresAt: Instant) {
    super('hn-session-ended', SPREAD);
    this.expiresAt = expiresAt;
  }
}

/** Somebody chose whom to act for. Prevent it to stay as it is. */
export class HnBeforeActingForChangeEvent extends Event {
  readonly partyId: Id;
  readonly relation: Party['relation'];

  constructor({ id, relation }: Pick<Party, 'id' | 'relation'>) {
    super('hn-before-acting-for-change', ASK);
    this.partyId = id;
    this.relation = relation;
  }
}

/** Whom the widgets act for has changed; fired by the widget in which it was chosen. */
export class HnActingForChangeEvent extends Event {
  readonly partyId: Id;
  readonly relation: Party['relation'];

  constructor({ id, relation }: Pick<Party, 'id' | 'relation'>) {
    super('hn-acting-for-change', SPREAD);
    this.partyId = id;
    this.relation = relation;
  }
}

/** A message is about to be sent. Prevent it to keep it in the composer. */
export class HnBeforeMessageSendEvent extends Event {
  readonly contactId: Id | null;
  /** Null for a new conversation. */
  readonly threadId: Id | null;

  constructor({ contactId = null, threadId = null }: { contactId?: Id | null; threadId?: Id | null }) {
    super('hn-before-message-send', ASK);
    this.contactId = contactId;
    this.threadId = threadId;
  }
}

/** A message has been sent. */
export class HnMessageSentEvent extends Event {
  readonly contactId: Id | null;
  readonly threadId: Id;

  constructor({ contactId = null, threadId }: { contactId?: Id | null; threadId: Id }) {
    super('hn-message-sent', SPREAD);
    this.contactId = contactId;
    this.threadId = threadId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-error': HnErrorEvent;
    'hn-login-required': HnLoginRequiredEvent;
    'hn-session-ending': HnSessionEndingEvent;
    'hn-session-ended': HnSessionEndedEvent;
    'hn-before-acting-for-change': HnBeforeActingForChangeEvent;
    'hn-acting-for-change': HnActingForChangeEvent;
    'hn-before-message-send': HnBeforeMessageSendEvent;
    'hn-message-sent': HnMessageSentEvent;
  }
}
