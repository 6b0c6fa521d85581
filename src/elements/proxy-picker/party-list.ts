import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Id, Party } from '../../backend/types.js';
import { msg } from '../../i18n/index.js';
import { heading } from '../../views/heading.js';
import { langOf } from '../../views/lang-of.js';
import { scopeWords } from '../../views/scopes.js';

const relationWords = ({ relation }: Party): string =>
  relation === 'self'
    ? msg('Deg selv', { id: 'proxy.self' })
    : relation === 'child'
      ? msg('Barnet ditt', { id: 'proxy.child' })
      : msg('Har gitt deg fullmakt', { id: 'proxy.giver' });

/** Whom the person may act for: oneself first. Who is `chosen` is pressed. */
export const partyList = (
  parties: readonly Party[],
  chosen: Id | undefined,
  level: number,
): TemplateResult | typeof nothing =>
  parties.length
    ? html`<div>
        ${heading(level, msg('Hvem vil du bruke tjenesten for?', { id: 'proxy.whom' }), { kind: 'subtitle' })}
        <ul part="list" class="parties" role="list">
          ${parties.map((party, i) => {
            const relation = relationWords(party);
            return html`<li part="item party" class="party">
              <button
                type="button"
                part="button"
                class="button pick"
                data-do="act-for"
                data-id=${party.id}
                aria-pressed=${party.id === chosen ? 'true' : 'false'}
                aria-describedby=${party.relation === 'self' ? nothing : `scopes-${i}`}
              >
                <span class="mark" aria-hidden="true"></span
                ><span
                  ><span .textContent=${party.name}></span>
                  <small lang=${langOf(relation)} .textContent=${relation}></small
                ></span></button
              >${party.relation === 'self' ? nothing : html`<div id="scopes-${i}">${scopeWords(party.scopes)}</div>`}
            </li>`;
          })}
        </ul>
      </div>`
    : nothing;
