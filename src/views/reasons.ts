import { html, type TemplateResult } from 'lit/html.js';
import type { Action, OsloDate } from '../backend/types.js';
import { msg } from '../i18n/index.js';
import { offerWords, whyNot } from './words.js';

/** Why an action may not be taken: what a service may say of its offers, and what comes of where things stand. */
export function reasonWords(action: Action, opensOn: OsloDate | null = null): string {
  switch (action.reason) {
    case 'too-late':
      return msg('Fristen har gått ut.', { id: 'reason.tooLate' });
    case 'already-requested':
      return msg('Du har allerede bedt om dette.', { id: 'reason.alreadyRequested' });
    case 'unauthenticated':
      return msg('Logg inn for å bruke dette.', { id: 'reason.unauthenticated' });
    default:
      return offerWords(action, opensOn);
  }
}

/**
 * Why one may not answer in a conversation: because of where it stands, or of what its service offers. A
 * conversation and a service may both be closed; `write` is whether one may write to the service.
 */
export function whyNoReply(reply: Action, write?: Action): TemplateResult {
  const { reason, text } = reply;
  if (reason === 'reply-only') {
    return html`${msg('Du kan skrive her igjen når tjenesten har svart.', { id: 'reason.replyOnly' })} ${text}`;
  }
  return reason === 'closed' && write?.reason !== 'closed'
    ? html`${msg('Samtalen er avsluttet.', { id: 'reason.threadClosed' })} ${text}`
    : whyNot(reply, 'write', null, reasonWords(reply));
}
