import type { BackendError } from '../../backend/errors.js';
import { momentInSentence, msg, str } from '../../i18n/index.js';
import { errorWords } from '../../views/error-words.js';
import type { GrantField } from './grant-dialog.js';

/** Which field an error's code, or its pointer, is about. */
export const FIELD_OF: Partial<Record<string, GrantField>> = {
  'person-unknown': 'national-id',
  'proxy-too-young': 'national-id',
  'proxy-self': 'national-id',
  '/person': 'national-id',
  '/person/nationalId': 'national-id',
  '/person/familyName': 'family-name',
  '/scopes': 'scopes',
  '/validTo': 'valid-to',
};

/** What is wrong with a field; `code` is what the service says of it. */
export function fieldWords(field: GrantField, code?: BackendError['code']): string {
  switch (code) {
    case 'person-unknown':
      return msg(
        'Vi finner ingen med dette fødselsnummeret og etternavnet som kan få fullmakt. Sjekk begge deler, og skriv nummeret på nytt.',
        { id: 'proxy.personUnknown' },
      );
    case 'proxy-too-young':
      return msg('Den som får fullmakt, må ha fylt 18 år.', { id: 'proxy.tooYoung' });
    case 'proxy-self':
      return msg('Dette er ditt eget fødselsnummer. Du kan ikke gi fullmakt til deg selv.', {
        id: 'proxy.isSelf',
      });
  }
  switch (field) {
    case 'national-id':
      return msg('Skriv et gyldig fødselsnummer eller D-nummer, 11 siffer.', { id: 'proxy.badNumber' });
    case 'family-name':
      return msg('Skriv etternavnet.', { id: 'proxy.noName' });
    case 'scopes':
      return msg('Velg minst ett område.', { id: 'proxy.noScope' });
    case 'valid-to':
      return msg('Velg en dato fra og med i dag.', { id: 'proxy.badDate' });
  }
}

/** Why it did not come about, and what one can do; `now` is in milliseconds since the epoch. */
export function failureWords(error: BackendError, now: number): string {
  const { code, retryAfter } = error;
  switch (code) {
    case 'grantor-too-young':
      return msg('Du må ha fylt 16 år for å gi fullmakt.', { id: 'proxy.giverTooYoung' });
    case 'too-many-attempts':
    case 'rate-limited':
      return retryAfter
        ? msg(
            str`Du har prøvd for mange ganger. Du kan prøve igjen ${momentInSentence(now + retryAfter, now)}.`,
            {
              id: 'proxy.tooMany',
              desc: 'A day and a time',
            },
          )
        : errorWords(error);
    case 'idempotency-mismatch':
      return msg('Et tidligere forsøk kan ha kommet fram. Se i listen over fullmakter før du prøver igjen.', {
        id: 'proxy.maybeGiven',
      });
    case 'not-found':
    case 'not-allowed':
      return msg('Fullmakten gjelder ikke lenger, så du kan ikke endre den.', { id: 'proxy.notInForce' });
    default:
      return errorWords(error);
  }
}
