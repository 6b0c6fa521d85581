/** From rows of services to what goes over the wire. */
import type {
  Contact,
  ContactRef,
  Language,
  Municipality,
  MunicipalityService,
} from '../../../src/backend/types.js';
import { SCOPES } from '../../../src/domain/scopes.js';
import { contactActions, type ActionReader } from '../../rules/actions.js';
import { inLanguage, inLanguageOrNull } from '../../rules/words.js';
import type { ContactRow } from '../../storage/storage.js';
import type { Services } from '../services.js';

type Municipalities = Services['municipalities'];

/** A number that is not on the list (an older one, a list of one's own) stands for itself. */
export function municipalityRef(municipalities: Municipalities, number: string) {
  return { number, name: municipalities.find((one) => one.number === number)?.name ?? number };
}

export const phonesOf = (contact: Pick<ContactRow, 'phones'>, lang: Language) =>
  contact.phones.map(({ number, label }) => ({ number, label: inLanguageOrNull(label, lang) }));

export const contactRef = (
  contact: Pick<ContactRow, 'id' | 'name' | 'service' | 'phones'>,
  lang: Language,
): ContactRef => ({
  id: contact.id,
  name: inLanguage(contact.name, lang),
  service: contact.service,
  phones: phonesOf(contact, lang),
});

export const requestsOf = (contact: ContactRow, lang: Language) =>
  contact.requests.map(({ kind, label, slots }) => ({ kind, label: inLanguage(label, lang), slots }));

/** @param unread messages that this reader has not seen */
export function contactOf(
  contact: ContactRow,
  reader: ActionReader,
  unread: number,
  municipalities: Municipalities,
): Contact {
  const { lang } = reader;
  const labelled = ({ id, label }: { id: string; label: ContactRow['name'] }) => ({
    id,
    label: inLanguage(label, lang),
  });
  return {
    ...contactRef(contact, lang),
    people: contact.people.map(({ role, name }) => ({ role: inLanguage(role, lang), name })),
    municipality: municipalityRef(municipalities, contact.municipality),
    district: contact.district,
    email: contact.email,
    url: contact.url,
    address: contact.address,
    openingHours: contact.openingHours,
    closedDays: contact.closedDays.map(({ date, label }) => ({ date, label: inLanguageOrNull(label, lang) })),
    ...contactActions(contact, reader),
    opensOn: contact.opensOn,
    requests: requestsOf(contact, lang),
    cancelReasons: contact.cancelReasons.map(labelled),
    topics: contact.topics.map(labelled),
    replyWithinWorkingDays: contact.replyWithinWorkingDays,
    unread,
    notice: inLanguageOrNull(contact.notice, lang),
  };
}

/** What a municipality offers, one row to a kind of service: what any of its units of that kind offers. */
export function servicesOf(contacts: readonly ContactRow[], now: number): MunicipalityService[] {
  const reader: ActionReader = { scopes: SCOPES, lang: 'nb', now };
  const services = new Map<string, MunicipalityService>();
  for (const contact of contacts) {
    const { write, appointments, visitNotices } = contactActions(contact, reader);
    const offers = [
      write.allowed && ('write' as const),
      appointments.allowed && ('appointments' as const),
      visitNotices.allowed && ('visit-notices' as const),
    ].filter((offer) => offer !== false);
    const before = services.get(contact.service);
    services.set(contact.service, {
      service: contact.service,
      capabilities: [...new Set([...(before?.capabilities ?? []), ...offers])],
      opensOn: [before?.opensOn, contact.opensOn].filter((date) => date != null).sort()[0] ?? null,
    });
  }
  return [...services.values()];
}

/** Where the storage knows no services, what the list of municipalities says. */
export const municipalityOf = (
  record: Municipalities[number],
  contacts: readonly ContactRow[],
  now: number,
): Municipality => ({
  number: record.number,
  name: record.name,
  county: record.county,
  services: contacts.length > 0 ? servicesOf(contacts, now) : [...record.services],
});
