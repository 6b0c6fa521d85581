import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { NoticeChannel, NoticeEvent, NotificationSettings, Party } from '../../backend/types.js';
import { channelsOf, type Choices } from '../../domain/notice-choices.js';
import { msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { langOf } from '../../views/lang-of.js';
import { readablePhone } from '../../views/phone.js';

/** What the desk, once it is here, adds to what is set. */
export interface SettingsExtras {
  /** Below the heading of the addresses. */
  about: unknown;
  /** Below an address, where a new one is confirmed. */
  channel: (channel: NoticeChannel) => unknown;
  /** Above the rules. */
  news: unknown;
  /** What is wrong with a rule's choices, and what somebody else has chosen meanwhile. */
  rule: (event: NoticeEvent) => unknown;
  /** Language and buttons, below the rules. */
  below: unknown;
}

export interface SettingsView {
  settings: NotificationSettings;
  choices: Choices;
  /** Of the headings here. */
  level: number;
  /** The party that the rules are about, when it is another than the reader. */
  actingFor: Party | null;
  extras: SettingsExtras | undefined;
}

export const channelName = (channel: NoticeChannel): string =>
  channel === 'sms' ? msg('Tekstmelding', { id: 'notify.sms' }) : msg('E-post', { id: 'notify.email' });

export const addressName = (channel: NoticeChannel): string =>
  channel === 'sms' ? msg('Mobilnummer', { id: 'notify.mobile' }) : channelName(channel);

export const addressOf = ({ mobile, email }: NotificationSettings, channel: NoticeChannel) =>
  channel === 'sms' ? mobile : email;

/** An address as people read it. */
export const readableAddress = (channel: NoticeChannel, value: string): string =>
  channel === 'sms' ? readablePhone(value) : value;

export function eventName(event: NoticeEvent): string {
  switch (event) {
    case 'message':
      return msg('Nye meldinger', { id: 'notify.message' });
    case 'appointment':
      return msg('Timeavtaler', { id: 'common.appointments' });
    default:
      return msg('Utførte hjemmebesøk', { id: 'notify.visit' });
  }
}

function channelRow(channel: NoticeChannel, { settings, extras }: SettingsView): TemplateResult {
  const name = addressName(channel);
  const address = addressOf(settings, channel);
  const value = address
    ? readableAddress(channel, address.value)
    : msg('Ikke lagt inn', { id: 'notify.none' });
  const act = (action: string, label: string): TemplateResult =>
    button(action, label, { id: channel, kind: 'quiet', about: name });
  return html`<li part="channel item" class="row">
    <div>
      <strong lang=${langOf(name)} .textContent=${name}></strong>
      <div class="chips">
        <span class=${address ? 'value' : 'muted'} lang=${langOf(value)} .textContent=${value}></span>
        ${address ? badge(address.verified) : nothing}
      </div>
    </div>
    ${
      settings.managedAt
        ? nothing
        : html`<div class="acts">
            ${address?.verified === false ? act('confirm', msg('Bekreft', { id: 'notify.confirm' })) : nothing}${act(
              'replace',
              address ? msg('Endre', { id: 'notify.change' }) : msg('Legg til', { id: 'notify.add' }),
            )}${address ? act('remove', msg('Fjern', { id: 'notify.remove' })) : nothing}
          </div>`
    }
    ${extras?.channel(channel)}
  </li>`;
}

function badge(verified: boolean): TemplateResult {
  const words = verified
    ? msg('Bekreftet', { id: 'notify.verified' })
    : msg('Ikke bekreftet', { id: 'notify.notVerified' });
  return html`<span
    part="badge"
    class="chip ${verified ? 'ok' : 'wait'}"
    lang=${langOf(words)}
    .textContent=${words}
  ></span>`;
}

function ruleRow(
  { event, required, preview }: NotificationSettings['rules'][number],
  { settings, choices, extras }: SettingsView,
): TemplateResult {
  const chosen = channelsOf(choices, event);
  const name = eventName(event);
  const why = required
    ? msg('Du får alltid dette varselet, og velger hvordan.', { id: 'notify.required' })
    : '';
  const see = msg('Slik ser varselet ut', { id: 'notify.preview' });
  // Northern Sámi may come as Bokmål.
  const lang = settings.language === 'se' ? nothing : settings.language;
  const box = (channel: NoticeChannel): TemplateResult =>
    html`<label class="choice"
      ><input
        type="checkbox"
        id="${event}-${channel}"
        .checked=${chosen.includes(channel)}
        data-id="${event} ${channel}"
        data-input="choose"
      />${channelName(channel)}</label
    >`;
  const shown = (channel: NoticeChannel): TemplateResult => {
    const by = channelName(channel);
    return html`<p class="muted small" lang=${langOf(by)} .textContent=${by}></p>
      <p class="bubble" lang=${lang} .textContent=${preview[channel]}></p>`;
  };
  return html`<div
    part="rule"
    class="row rule"
    role="group"
    aria-labelledby="rule-${event}"
    aria-describedby="about-${event} problem-${event}"
  >
    <div>
      <strong id="rule-${event}" lang=${langOf(name)} .textContent=${name}></strong>
      <div class="muted small" id="about-${event}" lang=${langOf(why)} .textContent=${why}></div>
    </div>
    ${box('sms')}${box('email')}${extras?.rule(event)}
    <details part="preview">
      <summary class="small" aria-label="${see}: ${name}" lang=${langOf(see)} .textContent=${see}></summary>
      ${shown('sms')}${shown('email')}
    </details>
  </div>`;
}

/** Where the addresses are kept, when that is not here. */
const elsewhere = ({ label, url }: NonNullable<NotificationSettings['managedAt']>): TemplateResult =>
  html`<p>
    ${msg(str`Mobilnummer og e-post er hentet fra ${label}. Endre dem der.`, { id: 'notify.managed' })}
    ${url ? html`<a part="link" href=${url}>${msg(str`Gå til ${label}`, { id: 'notify.toManaged' })}</a>` : nothing}
  </p>`;

/** What is set: where notices go, and which. */
export function settingsView(view: SettingsView): TemplateResult {
  const { settings, level, actingFor, extras } = view;
  const { managedAt, rules } = settings;
  return html`<div class="settings">
    <div>
      ${heading(level, msg('Kontaktinformasjonen din', { id: 'notify.contact' }), { id: 'addresses', kind: 'subtitle' })}
      ${extras?.about}${managedAt ? elsewhere(managedAt) : nothing}
      <ul part="list" role="list">
        ${channelRow('sms', view)}${channelRow('email', view)}
      </ul>
    </div>
    <form novalidate data-submit="save">
      <div>
        ${heading(
          level,
          actingFor
            ? msg(str`Varsler for ${actingFor.name}`, { id: 'notify.rulesFor' })
            : msg('Varslene dine', { id: 'notify.rules' }),
          { id: 'rules', kind: 'subtitle' },
        )}
        ${extras?.news}
      </div>
      <div role="group" aria-labelledby="rules">${rules.map((rule) => ruleRow(rule, view))}</div>
      <div class="below">${extras?.below}</div>
    </form>
  </div>`;
}
