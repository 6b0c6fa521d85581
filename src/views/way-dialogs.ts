import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Session } from '../backend/types.js';
import { formatDate, formatTime, msg, str } from '../i18n/index.js';
import { osloDate } from '../domain/oslo.js';
import { termsPoints } from './access-gate.js';
import { cancelLabel, closeLabel } from './labels.js';
import { logOutLabel, termsLabel } from './way-labels.js';
import { button } from './button.js';
import { dialog } from './dialog.js';

/** What a player needs. (lit-analyzer knows one token at a time, where the attribute takes several.) */
const SANDBOX = 'allow-scripts allow-same-origin allow-presentation' as 'allow-scripts';

/** The dialogs that every widget may need. */
export type WayDialog = 'terms' | 'withdraw' | 'film' | 'film-shown' | 'session';

export interface WayDialogOptions {
  which: WayDialog;
  session: Session;
  level: number;
  /** When the session ends, in milliseconds since the epoch. */
  ending: number | null;
  busy: boolean;
  /** Whether what is begun outlives the page. */
  keeps: boolean;
}

const close = (label?: string): TemplateResult => button('close', label ?? closeLabel());

/** One of the dialogs of the way in; `dialog-closed` is the action after it. */
export function wayDialog({ which, session, level, ending, busy, keeps }: WayDialogOptions): TemplateResult {
  const show = (title: string, body: unknown, actions: unknown): TemplateResult =>
    dialog({ closed: 'dialog-closed', level, title, body, actions });
  const { terms, film } = session;
  switch (which) {
    case 'terms':
      return show(
        termsLabel(),
        html`${terms ? termsPoints(terms) : nothing}
        ${
          terms?.acceptedAt
            ? html`<p class="muted small">
                ${msg(str`Du godtok vilkårene ${formatDate(osloDate(Date.parse(terms.acceptedAt)))}.`, { id: 'gate.acceptedOn' })}
              </p>`
            : nothing
        }`,
        html`${close()}
        ${
          terms?.acceptedAt
            ? button('withdraw', msg('Trekk tilbake samtykke', { id: 'gate.withdraw' }), { kind: 'danger' })
            : nothing
        }`,
      );
    case 'withdraw':
      return show(
        msg('Vil du trekke tilbake samtykket?', { id: 'gate.withdrawQuestion' }),
        html`<p>
          ${msg('Da kan du ikke bruke tjenesten før du godtar vilkårene igjen. Vi sletter ikke det du har sendt og fått.', { id: 'gate.withdrawWhat' })}
        </p>`,
        html`${button('withdraw-terms', msg('Trekk tilbake', { id: 'common.withdraw' }), { kind: 'danger', busy })}
        ${close(cancelLabel())}`,
      );
    case 'film':
      return show(
        film?.title ?? '',
        html`<p>
          ${msg(str`Filmen ligger hos ${film?.provider}. Når du ser den, får ${film?.provider} vite at du er her, og kan lagre informasjon i nettleseren din.`, { id: 'help.filmConsent' })}
        </p>`,
        html`${button('show-film', msg(str`Vis filmen fra ${film?.provider}`, { id: 'help.showFilm' }), { kind: 'primary' })}
        ${close(cancelLabel())}`,
      );
    case 'film-shown':
      return show(
        film?.title ?? '',
        html`<iframe
          class="film"
          src=${film?.url ?? nothing}
          title=${film?.title ?? nothing}
          referrerpolicy="no-referrer"
          sandbox=${SANDBOX}
          allow="fullscreen"
        ></iframe>`,
        close(),
      );
    default:
      return show(
        msg('Du blir snart logget ut automatisk', { id: 'session.ending' }),
        html`<p>
          ${msg(str`Du blir logget ut kl. ${formatTime(ending ?? 0)} hvis du ikke fortsetter.`, { id: 'session.endingWhen' })}
          ${keeps ? msg('Vi tar vare på det du har skrevet.', { id: 'session.draftKept' }) : nothing}
        </p>`,
        html`${button('extend', msg('Fortsett', { id: 'common.continue' }), { kind: 'primary', busy })}
        ${button('logout', logOutLabel())}`,
      );
  }
}
