import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Proxy } from '../../backend/types.js';
import { formatDate, msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { langOf } from '../../views/lang-of.js';
import { scopeWords } from '../../views/scopes.js';

/** Until when it is in force. */
export const untilWords = (validTo: Proxy['validTo']): string =>
  validTo
    ? msg(str`Gyldig til og med ${formatDate(validTo)}`, { id: 'proxy.until' })
    : msg('Gjelder inntil videre', { id: 'proxy.indefinite' });

/** A power of attorney; `ended` says how one came to its end that is in force no more. */
export function proxyRow(
  { id, person, scopes, validTo, status, direction }: Proxy,
  ended?: string,
): TemplateResult {
  const { name, birthYear } = person;
  const born = birthYear ? msg(str`født ${String(birthYear)}`, { id: 'proxy.born', desc: 'A year' }) : '';
  const about = `${name} ${born}`;
  const until = ended ?? untilWords(validTo);
  return html`<li part="item grant" class="grant">
    <div>
      <p>
        <strong .textContent=${name}></strong>
        <span class="muted" lang=${langOf(born)} .textContent=${born}></span>
      </p>
      ${scopeWords(scopes)}
      <p class="muted small" lang=${langOf(until)} .textContent=${until}></p>
    </div>
    ${
      status === 'active'
        ? html`<div class="acts">
            ${direction === 'given' ? button('change', msg('Endre', { id: 'proxy.change' }), { id, kind: 'quiet', about }) : nothing}${button('end', msg('Avslutt fullmakt', { id: 'proxy.end' }), { id, kind: 'quiet', about })}
          </div>`
        : nothing
    }
  </li>`;
}
