import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact } from '../../backend/types.js';
import { msg, plain, plural, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { SERVICE_LINES } from '../../views/icons.js';
import { phoneLink } from '../../views/phone.js';
import { serviceName, whyNot } from '../../views/words.js';
import { isOffered, offered } from './capabilities.js';
import { chip } from './chip.js';
import { openingChip } from './opening-chip.js';

export interface RowOptions {
  /** Milliseconds since the epoch. */
  now: number;
  level: number;
  /** The one filled button of the list. */
  primary: boolean;
  /** Words of the way to write, where something begun and not sent is kept. */
  composeLabel?: string | null;
  /** The details, where they are open, and words of the way to close them. */
  details?: TemplateResult | null;
  detailsLabel?: string | null;
}

/** Who, and where. */
function about({ name, service, people, municipality, district }: Contact): string {
  const where = district
    ? msg(str`${municipality.name}, bydel ${district.name}`, { id: 'contacts.district' })
    : municipality.name;
  const told = [plain(serviceName(service)), ...people.map((person) => person.name), where];
  return told.filter((words) => words && words !== name).join(' · ');
}

const unreadWords = (n: number): string =>
  plural(n, {
    one: msg(str`${n} ulest melding`, { id: 'contacts.unread.one' }),
    two: msg(str`${n} uleste meldinger`, { id: 'contacts.unread.two' }),
    other: msg(str`${n} uleste meldinger`, { id: 'contacts.unread.other' }),
  });

/** One service: who, when, what can be done, and the ways to reach it. */
export function contactRow(contact: Contact, options: RowOptions): TemplateResult {
  const { id, name, phones, write, notice, unread } = contact;
  const { composeLabel, details, detailsLabel, primary, level, now } = options;
  const open = !!details;
  const [phone] = phones;
  return html`<li part="item contact" class="row">
    <span class="icon" aria-hidden="true"
      ><svg viewBox="0 0 24 24"><path d=${SERVICE_LINES[contact.service]} /></svg
    ></span>
    <div>
      ${heading(level, name, { part: 'contact-name', id: `name-${id}`, kind: 'subtitle' })}
      <p class="muted" .textContent=${about(contact)}></p>
      <ul class="chips" role="list">
        ${openingChip(contact, now)}${offered(contact).map((name) => chip(name, 'capability'))}${
          unread ? chip(unreadWords(unread)) : nothing
        }
      </ul>
      ${notice ? html`<p class="why small" .textContent=${notice}></p>` : nothing}${
        isOffered(write)
          ? nothing
          : html`<p class="why small muted">
              ${whyNot(write, 'write', contact.opensOn)}
              ${phone && !write.text ? msg('Ring, så hjelper vi deg.', { id: 'contacts.callInstead' }) : nothing}
            </p>`
      }
    </div>
    <div class="acts">
      ${
        write.allowed
          ? button('compose', composeLabel ?? msg('Ny melding', { id: 'common.newMessage' }), {
              id,
              kind: primary ? 'primary' : undefined,
              about: msg(str`til ${name}`, { id: 'contacts.to', desc: 'After «Ny melding»' }),
            })
          : nothing
      }${
        phone
          ? phoneLink(phone.number, {
              before: msg(str`Ring ${name}:`, { id: 'contacts.call', desc: 'Before a phone number' }),
              kind: `button ${write.allowed ? 'quiet' : ''}`,
            })
          : nothing
      }${button('details', detailsLabel ?? msg('Se detaljer', { id: 'common.showDetails' }), {
        id,
        kind: 'quiet',
        expanded: open,
        controls: open ? `details-${id}` : undefined,
        about: name,
      })}
    </div>
    ${details}
  </li>`;
}
