import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Scope } from '../backend/types.js';
import { formatList, msg, plain, str } from '../i18n/index.js';
import { langOf } from './lang-of.js';

export const SCOPES: readonly Scope[] = ['messages', 'appointments', 'notifications'];

/** The words of an area, as a resident knows it. */
export const scopeName = (scope: Scope): string =>
  scope === 'messages'
    ? msg('Meldinger', { id: 'common.messages' })
    : scope === 'appointments'
      ? msg('Timeavtaler', { id: 'common.appointments' })
      : msg('Varsler', { id: 'common.notifications' });

/** The same within a sentence. */
export const scopeInSentence = (scope: Scope): string => plain(scopeName(scope)).toLowerCase();

/** What of all there is, and what not, which is said too. */
export function scopeWords(scopes: readonly Scope[]): TemplateResult {
  const without = SCOPES.filter((scope) => !scopes.includes(scope));
  const missing = formatList(without.map(scopeInSentence));
  return html`<span class="chips"
    >${SCOPES.filter((scope) => scopes.includes(scope)).map((scope) => {
      const name = scopeName(scope);
      return html`<span
        part="badge scope"
        class="chip ok"
        lang=${langOf(name)}
        .textContent=${name}
      ></span> `;
    })}${without.length ? html`<span class="muted small">${msg(str`Ikke ${missing}`, { id: 'proxy.without', desc: 'Areas that it gives no access to' })}</span>` : nothing}</span
  >`;
}
