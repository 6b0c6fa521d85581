import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../backend/errors.js';
import type { Action, Capability, OsloDate, ServiceType } from '../backend/types.js';
import { osloDate } from '../domain/oslo.js';
import { formatDate, msg, str } from '../i18n/index.js';

/** The words of a service, as a resident knows it. */
export function serviceName(service: ServiceType): string {
  switch (service) {
    case 'home-care':
      return msg('Hjemmesykepleie', { id: 'service.homeCare' });
    case 'practical-help':
      return msg('Praktisk bistand', { id: 'service.practicalHelp' });
    case 'physiotherapy':
      return msg('Fysioterapi', { id: 'service.physiotherapy' });
    case 'personal-assistance':
      return msg('Brukerstyrt personlig assistanse (BPA)', { id: 'service.personalAssistance' });
    case 'mental-health':
      return msg('Psykisk helsehjelp', { id: 'service.mentalHealth' });
    case 'occupational-therapy':
      return msg('Ergoterapi', { id: 'service.occupationalTherapy' });
    case 'health-centre':
      return msg('Helsestasjon', { id: 'service.healthCentre' });
    case 'vaccination':
      return msg('Vaksinasjon', { id: 'service.vaccination' });
    case 'emergency-clinic':
      return msg('Legevakt', { id: 'service.emergencyClinic' });
    default:
      return msg('Helsetjeneste', { id: 'service.other' });
  }
}

/** What can be done digitally with a service. */
export function capabilityName(capability: Capability): string {
  switch (capability) {
    case 'write':
      return msg('Meldinger', { id: 'common.messages' });
    case 'appointments':
      return msg('Timeavtaler', { id: 'common.appointments' });
    default:
      return msg('Varsel om besøk', { id: 'common.visitNotices', desc: 'Notices of home visits' });
  }
}

/**
 * Why an action may not be taken, in the widget's words and then the municipality's own; where to turn
 * instead stands beside it. `opensOn` is when what is not open yet opens, if the action does not say.
 */
export function whyNot(
  { reason, until, text }: Action,
  capability: Capability,
  opensOn: OsloDate | null = null,
): TemplateResult {
  const what = capabilityName(capability);
  const from = (until && osloDate(Date.parse(until))) ?? opensOn;
  const words = (): string => {
    switch (reason) {
      case 'not-open-yet':
        return from
          ? msg(str`${what}: Kommunen åpner for dette ${formatDate(from)}.`, { id: 'reason.opensOn' })
          : msg(str`${what}: Kommunen har ikke åpnet for dette ennå.`, { id: 'reason.notOpenYet' });
      case 'too-late':
        return msg(str`${what}: Fristen har gått ut.`, { id: 'reason.tooLate' });
      case 'closed':
        return msg(str`${what}: Tjenesten tar ikke imot noe nytt nå.`, { id: 'reason.closed' });
      case 'reply-only':
        return msg(str`${what}: Du kan svare tjenesten, men ikke skrive først.`, { id: 'reason.replyOnly' });
      case 'already-requested':
        return msg(str`${what}: Du har allerede bedt om dette.`, { id: 'reason.alreadyRequested' });
      case 'scope-missing':
        return msg(str`${what}: Fullmakten din gjelder ikke dette.`, { id: 'reason.scopeMissing' });
      case 'unauthenticated':
        return msg(str`${what}: Logg inn for å bruke dette.`, { id: 'reason.unauthenticated' });
      default:
        return msg(str`${what}: Kommunen tilbyr ikke dette for denne tjenesten.`, {
          id: 'reason.notOffered',
        });
    }
  };
  return html`${words()}${text ? html` ${text}` : nothing}`;
}

/** What went wrong, and what the person can do about it. */
export function errorWords({ code }: Pick<BackendError, 'code'>): string {
  switch (code) {
    case 'offline':
      return msg('Du er ikke på nett. Sjekk forbindelsen, og prøv igjen.', { id: 'error.offline' });
    case 'timeout':
    case 'unavailable':
      return msg('Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.', { id: 'error.unavailable' });
    case 'rate-limited':
    case 'too-many-attempts':
      return msg('Det kom for mange forsøk på kort tid. Vent litt, og prøv igjen.', { id: 'error.tooMany' });
    case 'scope-missing':
    case 'forbidden':
      return msg('Du har ikke tilgang til dette. Spør den du handler for, eller ring kommunen.', {
        id: 'error.forbidden',
      });
    case 'not-found':
      return msg('Vi finner ikke det du ser etter. Det kan være fjernet.', { id: 'error.notFound' });
    default:
      return msg('Noe gikk galt. Prøv igjen, eller ring hvis det haster.', { id: 'error.other' });
  }
}
