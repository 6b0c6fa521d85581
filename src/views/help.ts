import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Session } from '../backend/types.js';
import { logOutLabel, termsLabel } from './way-labels.js';
import { msg } from '../i18n/index.js';
import { button } from './button.js';
import { phoneLink } from './phone.js';

/** The help line as the backend gives it. */
const helpLine = ({ phone, label, url }: Session['help']): TemplateResult =>
  html`${
    phone
      ? html`<span>${msg('Trenger du hjelp?', { id: 'help.question' })} ${phoneLink(phone, { label })}</span>`
      : nothing
  }${url ? html`<a part="link" href=${url}>${msg('Om kommunale tjenester', { id: 'help.about' })}</a>` : nothing}`;

/**
 * Help, in the same place in every widget: what the page or the backend gives, the film, the terms and
 * the way out. Within `help` the page's fallback stands too, where there is no backend to ask.
 */
export const helpRow = (session: Session | undefined, anonymous: boolean): TemplateResult =>
  html`<div part="help" class="help">
    <slot name="help">${session ? helpLine(session.help) : html`<slot></slot>`}</slot
    >${session?.film ? button('film', msg('Se hjelpefilm', { id: 'help.film' }), { kind: 'quiet' }) : nothing}${session?.user && session.terms ? button('terms', termsLabel(), { kind: 'quiet' }) : nothing}${session?.user && !anonymous ? button('logout', logOutLabel(), { kind: 'quiet' }) : nothing}
  </div>`;
