import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../backend/types.js';
import { msg, plural, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { serviceIcon } from '../../views/icons.js';
import { phoneLink } from '../../views/phone.js';
import { capabilityName, serviceName, whyNot } from '../../views/words.js';
import { capabilities, isOffered } from './capabilities.js';
import { openingChip } from './opening-chip.js';

export interface RowOptions {
  /** Milliseconds since the epoch. */
  now: number;
  level: number;
  /** The one filled button of the list. */
  primary: boolean;
  /** Something begun and not sent is kept. */
  drafted?: boolean;
  /** The details, where they are open. */
  details?: TemplateResult;
}

/** Who, and where. */
function about({ service, people, municipality, district }: Contact): string {
  const where = district
    ? msg(str`${municipality.name}, bydel ${district.name}`, { id: 'contacts.district' })
    : municipality.name;
  const names = people.flatMap(({ name }) => name ?? []);
  return [serviceName(service), ...names, where].join(' · ');
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
  const { details, primary, drafted, level, now } = options;
  const open = !!details;
  const [phone] = phones;
  return html`<li part="item contact" class="row">
    ${serviceIcon(contact.service)}
    <div>
      ${heading(level, name, { part: 'contact-name', id: `name-${id}`, kind: 'subtitle' })}
      <p class="muted">${about(contact)}</p>
      <ul class="chips" role="list">
        ${openingChip(contact, now)}
        ${capabilities(contact).map(([capability, action]) =>
          isOffered(action)
            ? html`<li part="badge capability" class="chip">${capabilityName(capability)}</li>`
            : nothing,
        )}
        ${unread ? html`<li part="badge" class="chip">${unreadWords(unread)}</li>` : nothing}
      </ul>
      ${notice ? html`<p class="why small">${notice}</p>` : nothing}
      ${
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
          ? button(
              'compose',
              drafted
                ? msg('Fortsett på meldingen', { id: 'contacts.continueMessage' })
                : msg('Ny melding', { id: 'common.newMessage' }),
              {
                id,
                kind: primary ? 'primary' : undefined,
                about: msg(str`til ${name}`, { id: 'contacts.to', desc: 'After «Ny melding»' }),
              },
            )
          : nothing
      }
      ${
        phone
          ? phoneLink(phone.number, {
              before: msg(str`Ring ${name}:`, { id: 'contacts.call', desc: 'Before a phone number' }),
              kind: `button ${write.allowed ? 'quiet' : ''}`,
            })
          : nothing
      }
      ${button(
        'details',
        open
          ? msg('Skjul detaljer', { id: 'common.hideDetails' })
          : msg('Se detaljer', { id: 'common.showDetails' }),
        { id, kind: 'quiet', expanded: open, controls: open ? `details-${id}` : undefined, about: name },
      )}
    </div>
    ${details}
  </li>`;
}
