import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, OpeningHours, Weekday } from '../../backend/types.js';
import { openingAt } from '../../domain/opening-hours.js';
import { WEEKDAYS, addDays, osloDate } from '../../domain/oslo.js';
import { answerBy } from '../../domain/working-days.js';
import {
  capitalise,
  formatDate,
  formatTimes,
  formatWeekdays,
  msg,
  openingText,
  str,
} from '../../i18n/index.js';
import { phoneLink } from '../../views/phone.js';
import { whyNot } from '../../views/words.js';
import { capabilities, isOffered, offered } from './capabilities.js';

/** Closed days further ahead than this are not worth the reader's time, in days. */
const AHEAD = 60;

const part = (title: unknown, content: unknown): TemplateResult =>
  html`<div>
    <dt>${title}</dt>
    ${content}
  </div>`;

const times = ({ opens, closes }: OpeningHours): string =>
  opens === '00:00' && closes === '24:00'
    ? msg('hele døgnet', { id: 'contacts.aroundTheClock' })
    : formatTimes(opens, closes);

/** The same hours on several days make one line, days without hours one that says so. */
function hoursByDays(openingHours: readonly OpeningHours[]): [days: string, times: string][] {
  const lines = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const onDay = openingHours.filter(({ days }) => days.includes(day)).map(times);
    const words =
      onDay.join(', ') || msg('stengt', { id: 'contacts.closedDays', desc: 'After days: lørdag og søndag' });
    lines.set(words, [...(lines.get(words) ?? []), day]);
  }
  return [...lines].map(([words, days]) => [capitalise(formatWeekdays(days)), words]);
}

function hours(contact: Contact, now: number): TemplateResult {
  const { openingHours, closedDays } = contact;
  const today = osloDate(now);
  const coming = closedDays.filter(({ date }) => date > today && date <= addDays(today, AHEAD));
  return part(
    msg('Åpningstid', { id: 'common.openingHours' }),
    html`<dd>${openingText(openingAt(contact, now), now)}</dd>
      ${hoursByDays(openingHours).map(
        ([days, words]) =>
          html`<dd part="hours" class="hours"><span>${days}</span><span>${words}</span></dd>`,
      )}
      ${coming.map(
        ({ date, label }) =>
          html`<dd>
            ${msg(str`Stengt ${formatDate(date, 'dayWithWeekday')}`, { id: 'contacts.closedDay' })}${
              label ? ` (${label})` : nothing
            }
          </dd>`,
      )}`,
  );
}

/** All there is to know of a service. */
export function contactDetails(contact: Contact, now: number): TemplateResult {
  const { people, phones, email, url, address, openingHours, replyWithinWorkingDays, closedDays } = contact;
  const actions = capabilities(contact);
  const online = offered(contact);
  return html`<dl part="contact-details" class="details" id="details-${contact.id}">
    ${openingHours.length ? hours(contact, now) : nothing}
    ${
      phones.length
        ? part(
            msg('Telefon', { id: 'common.phone' }),
            phones.map(
              ({ number, label }) => html`<dd>${label ? `${label}: ` : nothing}${phoneLink(number)}</dd>`,
            ),
          )
        : nothing
    }
    ${
      address
        ? part(
            msg('Adresse', { id: 'common.address' }),
            [...address.lines, `${address.postalCode} ${address.city}`].map((line) => html`<dd>${line}</dd>`),
          )
        : nothing
    }
    ${
      email
        ? part(
            msg('E-post', { id: 'common.email' }),
            html`<dd><a part="link" href="mailto:${email}">${email}</a></dd>
              <dd class="small muted">
                ${msg('Ikke skriv om helsen din i e-post.', { id: 'contacts.noHealthInEmail' })}
              </dd>`,
          )
        : nothing
    }
    ${
      url
        ? part(
            msg('Nettside', { id: 'common.website' }),
            html`<dd><a part="link" href=${url}>${url.replace(/^https?:\/\/|\/$/g, '')}</a></dd>`,
          )
        : nothing
    }
    ${
      people.length
        ? part(
            msg('Hvem du møter', { id: 'contacts.people' }),
            people.map(({ role, name }) => html`<dd>${name ? `${name}, ${role.toLowerCase()}` : role}</dd>`),
          )
        : nothing
    }
    ${part(
      msg('På nett', { id: 'contacts.online', desc: 'What can be done digitally' }),
      html`${online.length ? html`<dd>${online.join(' · ')}</dd>` : nothing}
      ${actions.map(([capability, action]) =>
        isOffered(action)
          ? nothing
          : html`<dd class="small muted">${whyNot(action, capability, contact.opensOn)}</dd>`,
      )}`,
    )}
    ${
      replyWithinWorkingDays !== null && contact.write.allowed
        ? part(
            msg('Svartid', { id: 'contacts.replyTime' }),
            html`<dd>
              ${msg(
                str`Skriver du nå, kan du forvente svar innen ${formatDate(answerBy(now, replyWithinWorkingDays, closedDays), 'longWithWeekday')}.`,
                { id: 'contacts.replyBy' },
              )}
            </dd>`,
          )
        : nothing
    }
  </dl>`;
}
