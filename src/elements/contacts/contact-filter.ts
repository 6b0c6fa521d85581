import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, ServiceType } from '../../backend/types.js';
import { msg, plain } from '../../i18n/index.js';
import { langOf } from '../../views/lang-of.js';
import { serviceName } from '../../views/words.js';

export interface FilterValues {
  words: string;
  service: ServiceType | '';
}

export const NO_FILTER: FilterValues = { words: '', service: '' };

const label = (control: string, text: string): TemplateResult =>
  html`<label
    part="label"
    class="label small"
    for=${control}
    lang=${langOf(text)}
    .textContent=${text}
  ></label>`;

const option = (value: string, text: string): TemplateResult =>
  html`<option value=${value} lang=${langOf(text)} .textContent=${text}></option>`;

/** Search, and a choice of service where there are several. */
export function contactFilter(
  contacts: readonly Contact[],
  { words, service }: FilterValues = NO_FILTER,
): TemplateResult | typeof nothing {
  if (contacts.length < 2) return nothing;
  const services = [...new Set(contacts.map((contact) => contact.service))];
  return html`<div
    class="tools"
    role="search"
    aria-label=${plain(msg('Søk i tjenester', { id: 'contacts.search' }))}
  >
    <div part="field" class="field">
      ${label('search', msg('Søk i tjenester', { id: 'contacts.search' }))}<input
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
            ${label('service', msg('Tjeneste', { id: 'contacts.filter', desc: 'Label of a choice of service' }))}<select
              part="control"
              class="control"
              id="service"
              .value=${service}
              data-input="filter"
            >
              ${option('', msg('Alle tjenester', { id: 'contacts.allServices' }))}${services.map((one) => option(one, serviceName(one)))}
            </select>
          </div>`
        : nothing
    }
  </div>`;
}
