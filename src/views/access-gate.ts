import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../backend/errors.js';
import type { Session } from '../backend/types.js';
import { formatDayAndTime, msg, str } from '../i18n/index.js';
import { logInLabel, retryLabel } from './labels.js';
import { termsLabel } from './way-labels.js';
import { button } from './button.js';
import { heading } from './heading.js';
import { notice } from './notice.js';
import { errorWords } from './error-words.js';

export interface GateOptions {
  way: 'failed' | 'anonymous' | 'not-arrived' | 'ended' | 'terms' | 'pending';
  session: Session | undefined;
  error: BackendError | undefined;
  /** Of the headings here. */
  level: number;
  /** What one can do with this widget, in a sentence. */
  about: unknown;
  loginUrl: string | null;
  /** A step is under way: its button waits. */
  busy: boolean;
  /** Whether what is begun outlives the page. */
  keeps: boolean;
}

const panel = (level: number, title: string, content: unknown): TemplateResult =>
  html`<div class="panel stack">${heading(level, title, { id: 'gate', kind: 'subtitle' })} ${content}</div>`;

const login = (kind?: 'primary'): TemplateResult => button('login', logInLabel(), kind && { kind });

/** The terms as short points, with a link to the whole text. */
export const termsPoints = (terms: NonNullable<Session['terms']>): TemplateResult =>
  html`<ul class="points" role="list">
      ${terms.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    ${terms.url ? html`<a part="link" href=${terms.url}>${msg('Les hele bruksvilkårene', { id: 'gate.wholeTerms' })}</a>` : nothing}`;

/** The portal's own page, where log-in certainly arrives. */
const ownPage = (loginUrl: string | null): string | null => {
  try {
    return loginUrl && new URL('/', new URL(loginUrl, location.href)).href;
  } catch {
    return null;
  }
};

/** The way in, for whoever is not all the way in: one panel that says where one stands and what to do. */
export function accessGate({
  way,
  session,
  error,
  level,
  about,
  loginUrl,
  busy,
  keeps,
}: GateOptions): TemplateResult {
  switch (way) {
    case 'failed':
      return notice(
        'danger',
        html`<p>${errorWords(error ?? { code: 'internal' })}</p>`,
        button('retry', retryLabel()),
      );
    case 'not-arrived': {
      const url = ownPage(loginUrl);
      return panel(
        level,
        msg('Innloggingen når ikke fram til denne siden', { id: 'gate.notArrived' }),
        html`<p>
            ${msg('Enten ble innloggingen avbrutt, eller så stopper nettleseren den fordi siden ligger et annet sted enn tjenesten.', { id: 'gate.notArrivedWhy' })}
          </p>
          <div class="acts">
            ${
              url
                ? html`<a part="button button-primary" class="button primary" href=${url}
                    >${msg('Gå til tjenestens egen side', { id: 'gate.ownPage' })}</a
                  >`
                : nothing
            }
            ${button('login', msg('Prøv å logge inn på nytt', { id: 'gate.loginAgain' }))}
          </div>`,
      );
    }
    case 'ended':
      return panel(
        level,
        msg('Du er logget ut', { id: 'gate.ended' }),
        html`<p>
            ${msg('Det gikk for lang tid uten at du gjorde noe.', { id: 'gate.endedWhy' })}
            ${keeps ? msg('Hadde du begynt å skrive noe, er det her når du logger inn igjen.', { id: 'gate.draftKept' }) : nothing}
          </p>
          ${login('primary')}`,
      );
    case 'terms':
      return panel(
        level,
        termsLabel(),
        html`<p>${msg('Du må godta vilkårene før du kan bruke tjenesten.', { id: 'gate.terms' })}</p>
          ${session?.terms ? termsPoints(session.terms) : nothing}
          ${button('accept-terms', msg('Godta', { id: 'common.accept' }), { kind: 'primary', busy })}`,
      );
    case 'pending': {
      const from = session?.activeFrom ? formatDayAndTime(Date.parse(session.activeFrom)) : '';
      return panel(
        level,
        msg(str`Du kan bruke tilbudet fra ${from}`, {
          id: 'gate.pending',
          desc: 'Followed by a day and time',
        }),
        html`<p>
            ${msg('Det tar ett døgn fra du godtar vilkårene, til alt er klart. Du trenger ikke å gjøre noe mer.', { id: 'gate.pendingWhy' })}
          </p>
          ${button('terms', msg('Bruksvilkår og samtykke', { id: 'gate.termsAndConsent' }))}`,
      );
    }
    default:
      return panel(
        level,
        msg('Logg inn for å se tjenestene dine', { id: 'gate.anonymous' }),
        html`<p>${about}</p>
          <p class="muted small">
            ${msg('Du logger inn med BankID eller en annen elektronisk ID.', { id: 'gate.eid' })}
          </p>
          ${login('primary')}`,
      );
  }
}
