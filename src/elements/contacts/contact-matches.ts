import type { Contact } from '../../backend/types.js';
import { plain } from '../../i18n/index.js';
import { serviceName } from '../../views/words.js';
import type { FilterValues } from './contact-filter.js';

/** Whether all of the words are found somewhere in what is told of the contact. */
export function matches(contact: Contact, { words, service }: FilterValues): boolean {
  if (service && contact.service !== service) return false;
  const { name, people, district, municipality } = contact;
  const told = [
    name,
    plain(serviceName(contact.service)),
    district?.name,
    municipality.name,
    ...people.flatMap((person) => [person.role, person.name]),
  ];
  const text = told.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
