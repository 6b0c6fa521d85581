import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '../../backend/errors.js';
import type { Id, Instant, NoticeChannel } from '../../backend/types.js';
import { formatTime, momentInSentence, msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { field } from '../../views/field.js';
import { cancelLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { readableAddress } from './settings-view.js';

/** The HTML standard has it; lit-analyzer's list has not. */
const ONE_TIME_CODE = 'one-time-code' as 'on';

/** A new address that is not confirmed yet. */
export interface BegunAddress {
  channel: NoticeChannel;
  to: string;
  /** The code that is on its way. */
  sent: { id: Id; expiresAt: Instant } | null;
}

/** What is wrong, and with which step. */
export interface Problem {
  of: 'address' | 'code';
  kind: 'invalid' | 'wrong' | 'expired' | 'too-many' | 'other';
  /** When it may be tried again (milliseconds since the epoch), if known. */
  until?: number | null;
  error?: BackendError;
}

export interface VerificationView {
  begun: BegunAddress;
  code: string;
  busy: boolean;
  problem: Problem | null;
  /** Milliseconds since the epoch. */
  now: number;
}

export function problemOf(error: BackendError, of: Problem['of'], now: number): Problem {
  switch (error.code) {
    case 'code-wrong':
      return { of, kind: 'wrong', error };
    case 'code-expired':
    case 'not-found':
      return { of, kind: 'expired', error };
    case 'too-many-attempts':
    case 'rate-limited':
      return { of, kind: 'too-many', until: error.retryAfter && now + error.retryAfter, error };
    case 'invalid':
      return { of, kind: 'invalid', error };
    default:
      return { of, kind: 'other', error };
  }
}

/** What can be known of an address before it is sent; the backend has the last word. */
export const isAddress = (channel: NoticeChannel, to: string): boolean =>
  channel === 'sms'
    ? /^(\+|00)?\d{8,15}$/.test(to.replace(/[\s()-]/g, ''))
    : /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to);

/** What is wrong, and what to do about it. */
export function problemWords(
  { of, kind, until, error }: Problem,
  channel: NoticeChannel,
  now: number,
): string {
  switch (kind) {
    case 'wrong':
      return msg('Koden er ikke riktig. Skriv den siste koden du har fått.', { id: 'notify.codeWrong' });
    case 'expired':
      return msg('Koden gjelder ikke lenger. Be om en ny kode.', { id: 'notify.codeExpired' });
    case 'too-many':
      return until
        ? msg(str`Du har prøvd for mange ganger. Du kan prøve igjen ${momentInSentence(until, now)}.`, {
            id: 'notify.tooMany',
          })
        : errorWords({ code: 'too-many-attempts' });
    case 'invalid':
      if (of === 'code') return msg('Skriv koden med bare siffer.', { id: 'notify.codeInvalid' });
      return channel === 'sms'
        ? msg('Skriv et mobilnummer med åtte siffer, eller med landkode.', { id: 'notify.mobileInvalid' })
        : msg('Skriv en e-postadresse, for eksempel navn@eksempel.no.', { id: 'notify.emailInvalid' });
    default:
      return errorWords(error ?? { code: 'internal' });
  }
}

export const confirmedWords = (channel: NoticeChannel): string =>
  channel === 'sms'
    ? msg('Mobilnummeret er bekreftet', { id: 'notify.mobileConfirmed' })
    : msg('E-postadressen er bekreftet', { id: 'notify.emailConfirmed' });

const submit = (label: string, busy: boolean): TemplateResult =>
  html`<button
    type="submit"
    part="button button-primary"
    class="button primary"
    aria-disabled=${busy ? 'true' : nothing}
  >
    ${label}
  </button>`;

/** Where a new address is typed, and then its code. */
export function verificationForm(view: VerificationView): TemplateResult {
  const { begun, busy, problem, now } = view;
  const { channel, sent } = begun;
  const words = problem && problemWords(problem, channel, now);
  // What is wrong stands at the field in which it can be mended.
  const atField = problem && problem.kind !== 'other' && problem.of === (sent ? 'code' : 'address');
  return html`<form
    part="verification"
    class="panel stack wide"
    novalidate
    data-submit=${sent ? 'confirm-code' : 'send-code'}
  >
    ${words && !atField ? notice('danger', html`<p>${words}</p>`) : nothing}
    ${sent ? codeField(view, atField ? words : null) : addressField(view, atField ? words : null)}
    <div class="acts">
      ${submit(
        sent ? msg('Bekreft', { id: 'notify.confirm' }) : msg('Send kode', { id: 'notify.sendCode' }),
        busy,
      )}
      ${
        sent
          ? html`${button('code-again', msg('Send ny kode', { id: 'notify.codeAgain' }), { busy })}${button(
              'other-address',
              channel === 'sms'
                ? msg('Endre nummeret', { id: 'notify.otherMobile' })
                : msg('Endre adressen', { id: 'notify.otherEmail' }),
              { kind: 'quiet' },
            )}`
          : nothing
      }
      ${button('leave-address', cancelLabel(), { kind: 'quiet' })}
    </div>
  </form>`;
}

function addressField({ begun: { channel, to }, busy }: VerificationView, error: unknown): TemplateResult {
  const isMobile = channel === 'sms';
  return field({
    id: 'address',
    label: isMobile
      ? msg('Nytt mobilnummer', { id: 'notify.newMobile' })
      : msg('Ny e-postadresse', { id: 'notify.newEmail' }),
    hint: isMobile
      ? msg('Vi sender en kode som tekstmelding, så vi vet at nummeret er ditt.', {
          id: 'notify.mobileHint',
        })
      : msg('Vi sender en kode på e-post, så vi vet at adressen er din.', { id: 'notify.emailHint' }),
    error,
    control: (described, invalid) =>
      html`<input
        part="control"
        class="control"
        id="address"
        type=${isMobile ? 'tel' : 'email'}
        autocomplete=${isMobile ? 'tel' : 'email'}
        maxlength="254"
        aria-required="true"
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?readonly=${busy}
        .value=${live(to)}
        data-input="address"
      />`,
  });
}

function codeField({ begun, code, busy }: VerificationView, error: unknown): TemplateResult {
  const { channel, to, sent } = begun;
  const until = formatTime(Date.parse(sent?.expiresAt ?? ''));
  const where = readableAddress(channel, to);
  return field({
    id: 'code',
    label: msg('Kode', { id: 'notify.code' }),
    hint: msg(str`Vi har sendt en kode til ${where}. Den gjelder til kl. ${until}.`, {
      id: 'notify.codeHint',
    }),
    error,
    control: (described, invalid) =>
      html`<input
        part="control"
        class="control code"
        id="code"
        type="text"
        inputmode="numeric"
        autocomplete=${ONE_TIME_CODE}
        maxlength="12"
        aria-required="true"
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?readonly=${busy}
        .value=${live(code)}
        data-input="code"
      />`,
  });
}
