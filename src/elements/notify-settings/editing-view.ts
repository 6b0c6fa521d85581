import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '../../backend/errors.js';
import type { Language, NoticeEvent, NotificationSettings } from '../../backend/types.js';
import {
  CHANNELS,
  channelsOf,
  lacksWay,
  type ChoiceName,
  type Choices,
  type Unsaved,
} from '../../domain/notice-choices.js';
import { formatList, msg } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { field } from '../../views/field.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { addressOf, channelName, eventName } from './settings-view.js';

export interface EditingView {
  settings: NotificationSettings | null;
  unsaved: Unsaved | null;
  meanwhile: boolean;
  saved: boolean;
  busy: boolean;
  failure: BackendError | null;
}

/** Each in its own words. */
const LANGUAGES: Record<Language, string> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
  se: 'Davvisámegiella',
};

export const savedWords = (): string => msg('Varslene er lagret', { id: 'notify.saved' });

export const noChannelWords = (): string =>
  msg('Velg minst én måte å få varselet på.', { id: 'notify.noChannel' });

export const meanwhileWords = (isUnsaved: boolean): string =>
  isUnsaved
    ? msg('Innstillingene er endret et annet sted mens du holdt på. Det du har valgt, er ikke lagret.', {
        id: 'notify.meanwhile',
      })
    : msg('Innstillingene er endret et annet sted', { id: 'notify.changed' });

const languageLabel = (): string => msg('Språk i varslene', { id: 'notify.language' });

const nameOf = (name: ChoiceName): string => (name === 'language' ? languageLabel() : eventName(name));

function valueWords(choices: Choices, name: ChoiceName): string {
  if (name === 'language') return LANGUAGES[choices.language as Language];
  const channels = channelsOf(choices, name);
  return channels.length ? formatList(channels.map(channelName)) : msg('Ingen varsler', { id: 'notify.off' });
}

/** Mine and what stands there now, side by side, where others have chosen something else meanwhile. */
function sides({ unsaved }: EditingView, name: ChoiceName): unknown {
  if (!unsaved?.open.includes(name)) return nothing;
  const about = nameOf(name);
  const side = (label: string, choices: Choices): TemplateResult =>
    html`<div>
      <dt class="small">${label}</dt>
      <dd>${valueWords(choices, name)}</dd>
    </div>`;
  return html`<div class="wide" id="meanwhile-${name}" tabindex="-1">
    ${notice(
      'warning',
      html`<p>
          <strong
            >${msg('Dette er endret et annet sted. Hva skal gjelde?', { id: 'notify.whichHolds' })}</strong
          >
        </p>
        <dl class="sides">
          ${side(msg('Valget ditt', { id: 'notify.mine' }), unsaved.mine)}
          ${side(msg('Lagret nå', { id: 'notify.theirs' }), unsaved.base)}
        </dl>`,
      html`<div class="acts">
        ${button('keep-mine', msg('Behold valget mitt', { id: 'notify.keepMine' }), { id: name, about })}
        ${button('take-theirs', msg('Bruk det som er lagret', { id: 'notify.takeTheirs' }), { id: name, about })}
      </div>`,
    )}
  </div>`;
}

/** What is wrong with a rule's choices, and what others have chosen meanwhile. */
export function ruleNews(view: EditingView, event: NoticeEvent): unknown {
  const { settings, unsaved } = view;
  if (!settings || !unsaved) return nothing;
  return html`${
    lacksWay(settings, unsaved.mine, event)
      ? html`<div part="field-error" class="error wide" id="problem-${event}">${noChannelWords()}</div>`
      : nothing
  }${sides(view, event)}`;
}

/** Ways by which nothing can come yet, and what is missing. */
const missingWays = (settings: NotificationSettings): TemplateResult[] =>
  CHANNELS.filter((channel) => !addressOf(settings, channel)?.verified).map(
    (channel) =>
      html`<p>
        ${
          channel === 'sms'
            ? msg('Du får ikke tekstmeldinger før du har lagt inn og bekreftet mobilnummeret ditt.', {
                id: 'notify.noMobile',
              })
            : msg('Du får ikke e-post før du har lagt inn og bekreftet e-postadressen din.', {
                id: 'notify.noEmail',
              })
        }
        <a part="link" href="#addresses" data-do="to-channel" data-id=${channel}
          >${
            channel === 'sms'
              ? msg('Gå til mobilnummeret', { id: 'notify.toMobile' })
              : msg('Gå til e-postadressen', { id: 'notify.toEmail' })
          }</a
        >
      </p>`,
  );

/** What others have done meanwhile, above the rules. */
export const settingsNews = ({ unsaved, meanwhile }: EditingView): unknown =>
  html`<div class="wide" id="settings-news" tabindex="-1">
    ${meanwhile && unsaved ? notice('warning', html`<p>${meanwhileWords(true)}</p>`) : nothing}
  </div>`;

/** What became of saving. */
function outcome({ unsaved, saved, failure }: EditingView): unknown {
  if (failure) {
    return html`<div id="save-failed" tabindex="-1">
      ${notice(
        'danger',
        html`<p><strong>${msg('Ikke lagret – prøv igjen', { id: 'notify.failed' })}</strong></p>
          <p>${errorWords(failure)}</p>`,
      )}
    </div>`;
  }
  if (saved && !unsaved) return notice('success', html`<p>${savedWords()}</p>`);
  return unsaved
    ? html`<p class="small">${msg('Du har endringer som ikke er lagret.', { id: 'notify.unsaved' })}</p>`
    : nothing;
}

/** What is missing for notices to come, language and buttons, below the rules. */
export function settingsBelow(view: EditingView): unknown {
  const { settings, unsaved, busy, failure } = view;
  const chosen = unsaved?.mine.language ?? settings?.language ?? 'nb';
  const missing = settings ? missingWays(settings) : [];
  const label = busy
    ? msg('Lagrer …', { id: 'notify.saving' })
    : failure
      ? retryLabel()
      : msg('Lagre', { id: 'notify.save' });
  return html`${missing.length ? notice('info', missing) : nothing}
    ${field({
      id: 'language',
      label: languageLabel(),
      control: (described) =>
        html`<select
          part="control"
          class="control"
          id="language"
          aria-describedby=${described}
          data-input="language"
        >
          ${Object.entries(LANGUAGES).map(
            ([code, name]) =>
              html`<option value=${code} lang=${code} .selected=${live(code === chosen)}>${name}</option>`,
          )}
        </select>`,
    })}
    ${sides(view, 'language')} ${outcome(view)}
    <div class="acts">
      <button
        type="submit"
        id="save"
        part="button button-primary"
        class="button primary"
        aria-disabled=${busy ? 'true' : nothing}
      >
        ${label}
      </button>
      ${unsaved ? button('discard', msg('Angre endringene', { id: 'notify.discard' }), { kind: 'quiet' }) : nothing}
    </div>`;
}
