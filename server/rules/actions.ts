/**
 * Every "may I" with a service: what it offers, when it opens, and what the
 * one who asks may do. Source: the HTTP contract's `Action` and its reasons.
 * What a service does not offer comes with why, never as a dead button.
 */
import type { Action, ActionReason, Language, OsloDate, Scope } from '../../src/backend/types.js';
import { osloDate, osloToMs, toInstant } from '../../src/domain/oslo.js';
import type { ContactRow, MessageRow, OfferRow, ThreadRow } from '../storage/storage.js';
import { inLanguageOrNull } from './words.js';

/** Who reads the action: null is anybody, not logged in. */
export interface ActionReader {
  scopes: readonly Scope[] | null;
  lang: Language;
  now: number;
}

export const refused = (reason: ActionReason, text: string | null, until: string | null = null): Action => ({
  allowed: false,
  until,
  reason,
  text,
});

/**
 * What the service says comes first (there is no use in logging in, or in
 * asking for a wider power of attorney, for what is not there), then the reader.
 * An offer that opens on a date opens by itself when that day begins in Oslo.
 */
export function offerAction(
  offer: OfferRow,
  opensOn: OsloDate | null,
  scope: Scope,
  reader: ActionReader,
): Action {
  const text = inLanguageOrNull(offer.text, reader.lang);
  switch (offer.state) {
    case 'not-offered':
    case 'closed':
      return refused(offer.state, text);
    case 'not-open-yet':
      if (opensOn === null) return refused('not-open-yet', text);
      if (osloDate(reader.now) < opensOn)
        return refused('not-open-yet', text, toInstant(osloToMs(opensOn, '00:00')));
      break;
    case 'open':
  }
  if (!reader.scopes) return refused('unauthenticated', null);
  if (!reader.scopes.includes(scope)) return refused('scope-missing', null);
  return { allowed: true, until: null, reason: null, text };
}

export const writeAction = (contact: Pick<ContactRow, 'write' | 'opensOn'>, reader: ActionReader): Action =>
  offerAction(contact.write, contact.opensOn, 'messages', reader);

/** The three offers of a service. */
export function contactActions(contact: ContactRow, reader: ActionReader) {
  return {
    write: writeAction(contact, reader),
    appointments: offerAction(contact.appointments, contact.opensOn, 'appointments', reader),
    visitNotices: offerAction(contact.visitNotices, contact.opensOn, 'notifications', reader),
  };
}

/**
 * Whether a resident may answer in a conversation. A receipt from the service
 * itself (no contact) takes no answer. `reply-only` means that the resident may
 * answer what the service wrote, not write again before it does.
 */
export function replyAction(
  thread: Pick<ThreadRow, 'state'>,
  lastDirection: MessageRow['direction'],
  contact: Pick<ContactRow, 'write' | 'opensOn'> | null,
  reader: ActionReader,
): Action {
  if (!contact || thread.state === 'closed') return refused('closed', null);
  const offer = writeAction(contact, reader);
  if (!offer.allowed) return offer;
  if (thread.state === 'reply-only' && lastDirection === 'out') return refused('reply-only', null);
  return { ...offer, text: null };
}
