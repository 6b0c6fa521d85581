import { html, type TemplateResult } from 'lit/html.js';
import type { Party, Scope } from '../backend/types.js';
import { msg, str } from '../i18n/index.js';
import { button } from './button.js';
import { notice } from './notice.js';
import { scopeInSentence } from './scopes.js';

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

/** Why whoever acts for a party sees nothing of what `scope` covers, and who can change that; the way back is in the band. */
export function notLetIn({ name, relation }: Party, scope: Scope): TemplateResult {
  const area = scopeInSentence(scope);
  return notice(
    'info',
    html`<p>
      ${
        relation === 'child'
          ? msg(str`Tilgangen du har som forelder til ${name}, gjelder ikke ${area}.`, {
              id: 'acting.notForChild',
              desc: 'A name, and an area such as messages',
            })
          : msg(
              str`Fullmakten du har fra ${name}, gjelder ikke ${area}. ${name} kan endre fullmakten, så den gjelder ${area} også.`,
              { id: 'acting.notCovered', desc: 'A name, and an area such as messages' },
            )
      }
    </p>`,
  );
}
