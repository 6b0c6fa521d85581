import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Scope } from '../backend/types.js';
import { SCOPES } from '../domain/scopes.js';
import { formatList, msg, plain, str } from '../i18n/index.js';
import { langOf } from './lang-of.js';

/** The words of an area, as a resident knows it. */
export const scopeName = (scope: Scope): string =>
  scope === 'messages'
    ? msg('Meldinger', { id: 'common.messages' })
    : scope === 'appointments'
      ? msg('Timeavtaler', { id: 'common.appointments' })
      : msg('Varsler', { id: 'common.notifications' });

/** The same within a sentence. */
export const scopeInSentence = (scope: Scope): string => plain(scopeName(scope)).toLowerCase();

const chip = (scope: Scope, scopes: readonly Scope[]): TemplateResult | typeof nothing => {
  const name = scopeName(scope);
  return scopes.includes(scope)
    ? html`<span part="badge scope" class="chip ok" lang=${langOf(name)} .textContent=${name}></span>`
    : nothing;
};

/** What of all there is, and what not, which is said too. */
export function scopeWords(scopes: readonly Scope[]): TemplateResult {
  const without = SCOPES.filter((scope) => !scopes.includes(scope));
  const missing = formatList(without.map(scopeInSentence));
  const not = msg(str`Ikke ${missing}`, { id: 'proxy.without', desc: 'Areas that it gives no access to' });
  return html`<span class="chips"
    >${chip('messages', scopes)}${chip('appointments', scopes)}${chip('notifications', scopes)}${
      without.length
        ? html`<span class="muted small" lang=${langOf(not)} .textContent=${not}></span>`
        : nothing
    }</span
  >`;
}
