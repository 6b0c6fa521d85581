import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, ServiceType } from '../../backend/types.js';
import { msg, plain } from '../../i18n/index.js';
import { serviceName } from '../../views/words.js';

export interface FilterValues {
  words: string;
  service: ServiceType | '';
}

export const NO_FILTER: FilterValues = { words: '', service: '' };

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

/** Search, and a choice of service where there are several. */
export function contactFilter(
  contacts: readonly Contact[],
  { words, service }: FilterValues,
): TemplateResult | typeof nothing {
  if (contacts.length < 2) return nothing;
  const services = [...new Set(contacts.map((contact) => contact.service))];
  return html`<div class="tools" role="search">
    <div part="field" class="field">
      <label part="label" class="label small" for="search">
        ${msg('Søk i tjenester', { id: 'contacts.search' })}
      </label>
      <input
        part="control search"
        class="control"
        id="search"
        type="search"
        autocomplete="off"
        .value=${words}
        data-input="search"
      />
    </div>
    ${
      services.length > 1
        ? html`<div part="field" class="field">
            <label part="label" class="label small" for="service">
              ${msg('Vis', { id: 'contacts.filter', desc: 'Before a choice of service' })}
            </label>
            <select part="control" class="control" id="service" .value=${service} data-change="filter">
              <option value="">${msg('Alle tjenester', { id: 'contacts.allServices' })}</option>
              ${services.map((one) => html`<option value=${one}>${serviceName(one)}</option>`)}
            </select>
          </div>`
        : nothing
    }
  </div>`;
}
