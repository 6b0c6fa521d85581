import type { Action, OsloDate } from '../backend/types.js';
import { msg } from '../i18n/index.js';
import { offerWords } from './words.js';

/** Why an action may not be taken: what a service may say of its offers, and what comes of where things stand. */
export function reasonWords(action: Action, opensOn: OsloDate | null = null): string {
  switch (action.reason) {
    case 'too-late':
      return msg('Fristen har gått ut.', { id: 'reason.tooLate' });
    case 'reply-only':
      return msg('Du kan svare tjenesten, men ikke skrive først.', { id: 'reason.replyOnly' });
    case 'already-requested':
      return msg('Du har allerede bedt om dette.', { id: 'reason.alreadyRequested' });
    case 'unauthenticated':
      return msg('Logg inn for å bruke dette.', { id: 'reason.unauthenticated' });
    default:
      return offerWords(action, opensOn);
  }
}
