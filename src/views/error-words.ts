import type { BackendError } from '../backend/errors.js';
import { msg } from '../i18n/index.js';

/** What went wrong, and what the person can do about it. */
export function errorWords({ code }: Pick<BackendError, 'code'>): string {
  switch (code) {
    case 'offline':
      return msg('Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.', {
        id: 'error.offline',
      });
    case 'timeout':
    case 'unavailable':
      return msg('Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.', { id: 'error.unavailable' });
    case 'rate-limited':
    case 'too-many-attempts':
      return msg('Det kom for mange forsøk på kort tid. Vent litt, og prøv igjen.', { id: 'error.tooMany' });
    case 'scope-missing':
    case 'forbidden':
      return msg('Du har ikke tilgang til dette. Spør den du bruker tjenesten for, eller ring kommunen.', {
        id: 'error.forbidden',
      });
    case 'not-found':
      return msg('Vi finner ikke det du ser etter. Det kan være fjernet.', { id: 'error.notFound' });
    default:
      return msg('Noe gikk galt. Prøv igjen, eller ring hvis det haster.', { id: 'error.other' });
  }
}
