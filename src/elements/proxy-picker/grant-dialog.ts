import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { OsloDate, Proxy, Scope } from '../../backend/types.js';
import { SCOPES } from '../../domain/scopes.js';
import { formatDate, msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { field } from '../../views/field.js';
import { cancelLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { untilWords } from './proxy-row.js';
import { scopeName, scopeWords } from '../../views/scopes.js';

export type GrantStep = 'person' | 'powers' | 'summary';
/** The fields by their ids. */
export type GrantField = 'national-id' | 'family-name' | 'scopes' | 'valid-to';

export interface GrantView {
  level: number;
  today: OsloDate;
  step: GrantStep;
  /** The one that is changed; null gives a new one. */
  proxy: Proxy | null;
  familyName: string;
  scopes: readonly Scope[];
  ends: boolean;
  validTo: string;
  born: OsloDate | null;
  errors: Partial<Record<GrantField, string>>;
  /** Why it did not come about. */
  failure: string | null;
  busy: boolean;
}

const scopeMeans = (scope: Scope): string =>
  scope === 'messages'
    ? msg('Lese og skrive meldinger for deg', { id: 'proxy.meansMessages' })
    : scope === 'appointments'
      ? msg('Se, endre og avlyse timeavtaler for deg', { id: 'proxy.meansAppointments' })
      : msg('Få varsel om utførte hjemmebesøk, og om meldinger og timeavtaler hvis fullmakten gjelder dem', {
          id: 'proxy.meansNotifications',
        });

/** The steps of giving or changing a power, in one form: only the one that is taken is shown. */
export function grantDialog(view: GrantView): TemplateResult {
  const { step, proxy, busy, failure, level } = view;
  const steps: GrantStep[] = proxy ? ['powers', 'summary'] : ['person', 'powers', 'summary'];
  const at = steps.indexOf(step);
  return dialog({
    closed: 'grant-closed',
    level,
    title: titleOf(view),
    body: html`<p class="muted small">
        ${msg(str`Steg ${String(at + 1)} av ${String(steps.length)}`, { id: 'proxy.step' })}
      </p>
      ${failure ? html`<div id="grant-failed" tabindex="-1">${notice('danger', html`<p>${failure}</p>`)}</div>` : nothing}
      <form id="granting" class="stack wide" novalidate autocomplete="off" data-submit="grant-on">
        ${proxy ? nothing : html`<div class="stack wide" ?hidden=${step !== 'person'}>${personStep(view)}</div>`}
        <div class="stack wide" ?hidden=${step !== 'powers'}>${powersStep(view)}</div>
        ${step === 'summary' ? summaryStep(view) : nothing}
      </form>`,
    actions: html`<button
        type="submit"
        form="granting"
        part="button button-primary"
        class="button primary"
        aria-disabled=${busy ? 'true' : nothing}
      >
        ${busy ? msg('Sender …', { id: 'composer.sending' }) : onLabel(view)}
      </button>
      ${at ? button('grant-back', msg('Tilbake', { id: 'proxy.back' }), { kind: 'quiet', busy }) : nothing}
      ${button('close', cancelLabel(), { kind: 'quiet' })}`,
  });
}

function titleOf({ step, proxy }: GrantView): string {
  if (step === 'person') return msg('Hvem vil du gi fullmakt til?', { id: 'proxy.toWhom' });
  if (step === 'summary') return msg('Stemmer dette?', { id: 'proxy.summary' });
  return proxy
    ? msg(str`Endre fullmakten til ${proxy.person.name}`, { id: 'proxy.changeOf' })
    : msg('Hva skal fullmakten gjelde?', { id: 'proxy.forWhat' });
}

const onLabel = ({ step, proxy }: GrantView): string =>
  step !== 'summary'
    ? msg('Neste', { id: 'proxy.next' })
    : proxy
      ? msg('Endre fullmakten', { id: 'proxy.changeNow' })
      : msg('Gi fullmakt', { id: 'proxy.give' });

/** The number is bound to nothing: it stands in its field until the request, and nowhere else. */
function personStep({ familyName, errors, busy }: GrantView): TemplateResult {
  return html`${field({
    id: 'national-id',
    label: msg('Fødselsnummer eller D-nummer', { id: 'proxy.number' }),
    hint: msg('11 siffer. Vi bruker det bare til å finne personen, og tar ikke vare på det her.', {
      id: 'proxy.numberHint',
    }),
    error: errors['national-id'],
    control: (described, invalid) =>
      html`<input
        part="control"
        class="control"
        id="national-id"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        maxlength="14"
        aria-required="true"
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?readonly=${busy}
      />`,
  })}${field({
    id: 'family-name',
    label: msg('Etternavn', { id: 'proxy.familyName' }),
    error: errors['family-name'],
    control: (described, invalid) =>
      html`<input
        part="control"
        class="control"
        id="family-name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        aria-required="true"
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?readonly=${busy}
        .value=${live(familyName)}
        data-input="grant-name"
      />`,
  })}`;
}

const errorLine = (id: string, error: string | undefined): unknown =>
  error ? html`<span part="field-error" class="error" id=${id}>${error}</span>` : nothing;

function powersStep({ scopes, ends, validTo, errors, today, busy }: GrantView): TemplateResult {
  return html`<fieldset
      part="field"
      class="choices"
      aria-describedby=${errors.scopes ? 'scopes-error' : nothing}
    >
      <legend part="label" class="label">${msg('Områder', { id: 'proxy.areas' })}</legend>
      ${errorLine('scopes-error', errors.scopes)}
      ${SCOPES.map(
        (scope, i) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              id=${i ? nothing : 'scopes'}
              .value=${scope}
              .checked=${live(scopes.includes(scope))}
              data-input="grant-scope"
            /><span
              >${scopeName(scope)}<br /><span class="muted small">${scopeMeans(scope)}</span></span
            ></label
          >`,
      )}
    </fieldset>
    <fieldset part="field" class="choices">
      <legend part="label" class="label">${msg('Hvor lenge?', { id: 'proxy.howLong' })}</legend>
      ${duration('always', msg('Inntil videre', { id: 'proxy.always' }), !ends)}
      ${duration('date', msg('Til og med en dato', { id: 'proxy.toDate' }), ends)}
      ${
        ends
          ? field({
              id: 'valid-to',
              label: msg('Gyldig til og med', { id: 'proxy.lastDay' }),
              error: errors['valid-to'],
              control: (described, invalid) =>
                html`<input
                  part="control"
                  class="control"
                  id="valid-to"
                  type="date"
                  min=${today}
                  aria-required="true"
                  aria-describedby=${described}
                  aria-invalid=${invalid}
                  ?readonly=${busy}
                  .value=${live(validTo)}
                  data-input="grant-date"
                />`,
            })
          : nothing
      }
    </fieldset>`;
}

const duration = (id: string, label: string, checked: boolean): TemplateResult =>
  html`<label class="choice"
    ><input
      type="radio"
      name="duration"
      data-id=${id}
      .checked=${live(checked)}
      data-input="grant-ends"
    />${label}</label
  >`;

function summaryStep({ proxy, familyName, born, scopes, ends, validTo }: GrantView): TemplateResult {
  const line = (label: string, value: unknown): TemplateResult =>
    html`<div>
      <dt class="muted small">${label}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="stack">
      ${line(
        msg('Fullmaktshaver', { id: 'proxy.holder' }),
        proxy
          ? proxy.person.name
          : html`<strong>${familyName.trim()}</strong
              >${born ? html`, ${msg(str`født ${formatDate(born)}`, { id: 'proxy.bornOn', desc: 'A date' })}` : nothing}`,
      )}
      ${line(msg('Områder', { id: 'proxy.areas' }), scopeWords(scopes))}
      ${line(msg('Hvor lenge?', { id: 'proxy.howLong' }), untilWords(ends ? validTo : null))}
    </dl>
    <p class="small">
      ${
        proxy
          ? msg(
              'Fullmakten du har gitt før, blir avsluttet når du endrer den. Begge får en kvittering i innboksen.',
              { id: 'proxy.replaces' },
            )
          : msg(
              'Fullmakten gjelder med en gang. Begge får en kvittering i innboksen, og begge kan avslutte den når som helst.',
              { id: 'proxy.atOnce' },
            )
      }
    </p>`;
}
