import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, Id } from '../../backend/types.js';
import { msg } from '../../i18n/index.js';
import { langOf } from '../../views/lang-of.js';
import type { AppointmentsView } from './appointments-host.js';

export interface ToolsView {
  view: AppointmentsView;
  contacts: readonly Contact[];
  /** The contact that the person has chosen; empty is all. */
  chosen: Id;
}

/** A choice of service where there are several, and of list, week or month. */
export function appointmentTools({ view, contacts, chosen }: ToolsView): TemplateResult {
  const one = (name: AppointmentsView, label: string): TemplateResult =>
    html`<button
      type="button"
      part="button"
      class="button"
      data-do="view"
      data-id=${name}
      aria-pressed=${name === view ? 'true' : 'false'}
    >
      ${label}
    </button>`;
  return html`${
      contacts.length > 1
        ? html`<select
            part="control"
            class="control"
            aria-label=${msg('Tjeneste', { id: 'contacts.filter', desc: 'Label of a choice of service' })}
            data-input="service"
          >
            ${option('', msg('Alle tjenester', { id: 'contacts.allServices' }), !chosen)}${contacts.map(({ id, name }) => option(id, name, id === chosen))}
          </select>`
        : nothing
    }
    <div class="views" role="group" aria-label=${msg('Visning', { id: 'appointments.views' })}>
      ${one('list', msg('Liste', { id: 'appointments.list' }))}${one('week', msg('Uke', { id: 'appointments.week' }))}${one('month', msg('Måned', { id: 'appointments.month' }))}
    </div>`;
}

const option = (value: string, text: string, selected: boolean): TemplateResult =>
  html`<option value=${value} ?selected=${selected} lang=${langOf(text)} .textContent=${text}></option>`;
