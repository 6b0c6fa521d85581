import { html, type TemplateResult } from 'lit/html.js';
import type { Party } from '../backend/types.js';
import { msg, str } from '../i18n/index.js';
import { button } from './button.js';

/** Stands at the top of every widget while one acts for another, with the way back to oneself. */
export const actingForBanner = (party: Party): TemplateResult =>
  html`<div part="acting-for" class="acting">
    <span
      >${msg(html`Du bruker tjenesten på vegne av <strong>${party.name}</strong>`, { id: 'acting.for' })}</span
    >
    ${button('act-for-self', msg('Tilbake til deg selv', { id: 'acting.back' }), { kind: 'quiet' })}
  </div>`;

/** Why whoever acted for another is back with themselves. */
export const noLongerWords = (name: string): string =>
  msg(str`Du har ikke lenger tilgang til å bruke tjenesten på vegne av ${name}.`, { id: 'acting.ended' });
