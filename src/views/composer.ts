import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Contact, Limits, OsloDate } from '../backend/types.js';
import { formatDate, formatList, msg, str } from '../i18n/index.js';
import { attachmentHint, attachmentList, type FileEntry } from './attachments.js';
import { button } from './button.js';
import { errorSummary, field, lengthOf } from './field.js';
import { heading } from './heading.js';
import { closeLabel, retryLabel } from './labels.js';
import { notice } from './notice.js';
import { restoredNotice } from './restored.js';
import { phoneLink } from './phone.js';

/** What of a contact one writes to. */
export type Addressee = Pick<
  Contact,
  'id' | 'name' | 'phones' | 'topics' | 'closedDays' | 'replyWithinWorkingDays'
>;

export interface ComposerView {
  contact: Addressee;
  limits: Limits;
  /** An answer in a conversation: it has its subject already. */
  reply: boolean;
  /** It can be sent; else what is begun is there to be read, copied and deleted. */
  open: boolean;
  /** One has just been sent. */
  done: boolean;
  level: number;
  state: 'opening' | 'writing' | 'sending' | 'failed' | 'arrived' | 'sent';
  values: { topicId: string | null; subject: string; body: string };
  files: readonly FileEntry[];
  /** Whether files may go with it. */
  attach: boolean;
  lost: readonly string[];
  restored: boolean;
  /** By field: `topic`, `subject`, `body`, `files`. */
  errors: ReadonlyMap<string, unknown>;
  /** Why it was not sent. */
  failure: unknown;
  /** By when an answer may be expected. */
  replyBy: OsloDate | null;
  /** The way back to where one came from. */
  back: string;
}

const expected = (date: OsloDate | null): TemplateResult | typeof nothing =>
  date
    ? html`<p>
        ${msg(str`Du kan forvente svar innen ${formatDate(date, 'longWithWeekday')}.`, { id: 'composer.replyBy' })}
      </p>`
    : nothing;

/** What is good to know before one writes; stands beside the fields where there is room. */
const rules = ({ contact, level, replyBy }: ComposerView): TemplateResult =>
  html`<div class="rules small">
    ${heading(level + 1, msg('Før du skriver', { id: 'composer.beforeYouWrite' }))}${expected(replyBy)}
    <p>
      ${msg('Bare ansatte som har rett til å se opplysninger om deg, leser meldingen.', { id: 'composer.whoReads' })}
    </p>
    <p>
      ${msg('Skriv kort hva det gjelder. Ikke skriv fødselsnummer, verken ditt eller andres.', { id: 'composer.rules' })}
    </p>
    ${
      contact.phones[0]
        ? html`<p>
            ${msg('Trenger du svar før det? Ring', { id: 'composer.callInstead', desc: 'Followed by a phone number' })}
            ${phoneLink(contact.phones[0].number)}
          </p>`
        : nothing
    }
  </div>`;

function topic({ contact, values, state, reply }: ComposerView): TemplateResult | typeof nothing {
  const { topics } = contact;
  if (reply || !topics.length) return nothing;
  return field({
    id: 'topic',
    label: msg('Hva gjelder det?', { id: 'composer.topic' }),
    optional: true,
    control: () =>
      html`<select
        part="control"
        class="control"
        id="topic"
        data-input="write"
        ?disabled=${state === 'sending'}
      >
        <option value="">${msg('Velg', { id: 'composer.chooseTopic' })}</option>
        ${topics.map(
          ({ id, label }) => html`<option value=${id} ?selected=${id === values.topicId}>${label}</option>`,
        )}
      </select>`,
  });
}

function subject({ values, limits, errors, state, reply }: ComposerView): TemplateResult | typeof nothing {
  if (reply) return nothing;
  return field({
    id: 'subject',
    label: msg('Emne', { id: 'common.subject' }),
    error: errors.get('subject'),
    counter: { used: lengthOf(values.subject), most: limits.subjectLength },
    control: (described, invalid) =>
      html`<input
        part="control"
        class="control"
        id="subject"
        autocomplete="off"
        aria-describedby=${described}
        aria-invalid=${invalid}
        aria-required="true"
        ?readonly=${state === 'sending'}
        .value=${live(values.subject)}
        data-input="write"
      />`,
  });
}

function body({ values, limits, errors, state, reply }: ComposerView): TemplateResult {
  return field({
    id: 'body',
    label: reply ? msg('Svar', { id: 'common.reply' }) : msg('Melding', { id: 'composer.body' }),
    error: errors.get('body'),
    counter: { used: lengthOf(values.body), most: limits.messageLength },
    control: (described, invalid) =>
      html`<textarea
        part="control"
        class="control"
        id="body"
        aria-describedby=${described}
        aria-invalid=${invalid}
        aria-required="true"
        ?readonly=${state === 'sending'}
        .value=${live(values.body)}
        data-input="write"
      ></textarea>`,
  });
}

function files(view: ComposerView): TemplateResult | typeof nothing {
  const { attach, files: entries, limits, errors, lost, contact, state, open } = view;
  const busy = state === 'sending';
  if (!open) return attachmentList(entries, limits, busy);
  if (!attach) {
    const [phone] = contact.phones;
    return html`<p class="small muted">
      ${msg('Du kan ikke legge ved filer her.', { id: 'composer.noFiles' })}
      ${phone ? html`${msg('Ring om det:', { id: 'composer.callAbout' })} ${phoneLink(phone.number)}` : nothing}
    </p>`;
  }
  return html`<div part="field" class="field">
    ${
      lost.length
        ? notice(
            'warning',
            html`<p>
              ${msg(str`Disse filene ble ikke lastet opp. Legg dem ved på nytt: ${formatList(lost)}.`, { id: 'composer.lost' })}
            </p>`,
          )
        : nothing
    }
    ${attachmentList(entries, limits, busy)}
    <label part="button" class="button choose" for="files">
      ${msg('Legg ved fil', { id: 'composer.attach' })}
      <input
        id="files"
        type="file"
        multiple
        accept=${limits.mediaTypes.join()}
        ?disabled=${busy}
        aria-describedby="files-hint ${errors.has('files') ? 'files-error' : ''}"
        data-input="attach"
      />
    </label>
    <span part="hint" class="muted small" id="files-hint">${attachmentHint(limits)}</span>
    ${
      errors.has('files')
        ? html`<span part="field-error" class="error" id="files-error">${errors.get('files')}</span>`
        : nothing
    }
  </div>`;
}

/** What stands above the fields: what is wrong, what happened, what was kept. */
function news({ errors, state, failure, restored, values, done, replyBy, open }: ComposerView): unknown {
  if (errors.size) {
    const title = msg('Meldingen er ikke sendt ennå. Rett dette først:', { id: 'composer.mend' });
    return errorSummary(title, [...errors]);
  }
  if (state === 'failed' && open) {
    return html`<div id="failed" tabindex="-1">
      ${notice(
        'danger',
        html`<p><strong>${msg('Ikke sendt – prøv igjen', { id: 'composer.failed' })}</strong></p>
          <p>${failure}</p>`,
      )}
    </div>`;
  }
  if (state === 'arrived') {
    return html`<div id="failed" tabindex="-1">
      ${notice(
        'info',
        html`<p>
          ${msg('Meldingen kom fram da du sendte den først. Det du har endret etterpå, er ikke sendt.', { id: 'composer.arrived' })}
        </p>`,
        html`<div class="acts">
          ${!open ? nothing : button('send-new', msg('Send som en ny melding', { id: 'composer.sendAsNew' }))}
          ${button('throw-away', msg('Slett endringene', { id: 'composer.discardChanges' }), { kind: 'quiet' })}
        </div>`,
      )}
    </div>`;
  }
  if (done) {
    return notice(
      'success',
      html`<p>${msg('Meldingen er sendt', { id: 'composer.sent' })}</p>
        ${expected(replyBy)}`,
    );
  }
  return restored && state === 'writing' && (values.body || values.subject) ? restoredNotice() : nothing;
}

/** That it is sent, when to expect an answer, and what to do next. */
const sent = ({ contact, level, replyBy, back }: ComposerView): TemplateResult =>
  html`<div part="composer" class="composer done">
    <div part="notice notice-success" class="notice success stack">
      ${heading(level, msg('Meldingen er sendt', { id: 'composer.sent' }), { id: 'composer-title', kind: 'subtitle' })}
      <p>${msg(str`Til ${contact.name}`, { id: 'composer.sentTo' })}</p>
      ${expected(replyBy)}
    </div>
    <div class="acts">
      ${button('leave', back)}
      ${button('again', msg('Skriv en ny melding', { id: 'composer.again' }), { kind: 'quiet' })}
    </div>
  </div>`;

function buttons({ state, values, files: entries, reply, open }: ComposerView): TemplateResult {
  const busy = state === 'sending';
  const label = (): string => {
    if (busy) return msg('Sender …', { id: 'composer.sending' });
    return state === 'failed' ? retryLabel() : msg('Send', { id: 'common.send' });
  };
  return html`<div class="acts">
    ${
      open
        ? html`<button
            type="submit"
            part="button button-primary"
            class="button primary"
            aria-disabled=${busy ? 'true' : nothing}
          >
            ${label()}
          </button>`
        : nothing
    }
    ${reply ? nothing : button('leave', closeLabel(), { kind: 'quiet', busy })}${
      values.body || values.subject || entries.length
        ? button('throw-away', msg('Slett utkastet', { id: 'composer.throwAway' }), { kind: 'quiet', busy })
        : nothing
    }
  </div>`;
}

/** Where one writes to a service. The emergency box stands beside it, in the widget. */
export function composer(view: ComposerView): TemplateResult {
  const { contact, level, state, reply, open, values, files: entries } = view;
  if (state === 'sent' && !reply) return sent(view);
  if (!open && !values.body && !entries.length) return html`${news(view)}`;
  return html`<form part="composer" class="composer" novalidate data-submit="send">
    ${heading(
      level,
      reply
        ? msg(str`Svar til ${contact.name}`, { id: 'composer.replyTitle' })
        : msg(str`Ny melding til ${contact.name}`, { id: 'composer.title' }),
      { id: 'composer-title', kind: 'subtitle' },
    )}
    ${news(view)}${open ? rules(view) : nothing}
    <div class="fields">
      ${
        state === 'opening'
          ? html`<div class="skeleton" aria-busy="true"></div>`
          : html`${topic(view)}${subject(view)}${body(view)}${files(view)}${buttons(view)}`
      }
    </div>
  </form>`;
}
