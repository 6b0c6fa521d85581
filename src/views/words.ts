import { html, type TemplateResult } from 'lit/html.js';
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

/** Why a service does not offer what it might, to whoever is in. */
export function offerWords({ reason, until }: Action, opensOn: OsloDate | null = null): string {
  const from = until ? osloDate(Date.parse(until)) : opensOn;
  switch (reason) {
    case 'not-open-yet':
      return from
        ? msg(str`Kommunen åpner for dette ${formatDate(from)}.`, { id: 'reason.opensOn' })
        : msg('Kommunen har ikke åpnet for dette ennå.', { id: 'reason.notOpenYet' });
    case 'closed':
      return msg('Tjenesten tar ikke imot noe nytt nå.', { id: 'reason.closed' });
    case 'scope-missing':
      return msg('Du har ikke tilgang til dette.', { id: 'reason.scopeMissing' });
    default:
      return msg('Kommunen tilbyr ikke dette her.', { id: 'reason.notOffered' });
  }
}

/**
 * Why an action may not be taken, in the widget's words and then the municipality's own; where to turn
 * instead stands beside it. `opensOn` is when what is not open yet opens, if the action does not say.
 */
export const whyNot = (
  action: Action,
  capability: Capability,
  opensOn: OsloDate | null = null,
  words = offerWords(action, opensOn),
): TemplateResult => html`${capabilityName(capability)}: ${words} ${action.text}`;
