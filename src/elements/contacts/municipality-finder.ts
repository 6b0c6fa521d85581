import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Municipality } from '../../backend/types.js';
import { msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';

export interface FinderOptions {
  /** Null before anything has been asked for. */
  hits: readonly Municipality[] | null;
  words: string;
}

/** Finds a municipality by name. Two have the same name here and there, so the county always stands beside. */
export const municipalityFinder = ({ hits, words }: FinderOptions): TemplateResult =>
  html`<div class="finder stack">
    <div part="field" class="field">
      <label part="label" class="label" for="municipality">
        ${msg('Hvilken kommune bor du i?', { id: 'contacts.whichMunicipality' })}
      </label>
      <span part="hint" class="muted small" id="municipality-hint">
        ${msg('Skriv de første bokstavene i navnet.', { id: 'contacts.whichMunicipalityHint' })}
      </span>
      <input
        part="control search"
        class="control"
        id="municipality"
        type="search"
        autocomplete="off"
        aria-describedby="municipality-hint"
        data-input="find"
      />
    </div>
    ${
      hits &&
      (hits.length
        ? html`<ul part="list" class="rows" role="list">
            ${hits.map(
              ({ number, name, county }) =>
                html`<li part="item">
                  <button type="button" class="button hit" data-do="choose" data-id=${number}>
                    <span><strong>${name}</strong>, ${county}</span>
                  </button>
                </li>`,
            )}
          </ul>`
        : html`<p>
            ${msg(str`Vi finner ingen kommune som heter «${words}».`, { id: 'contacts.noMunicipality' })}
          </p>`)
    }
  </div>`;

/** Which municipality is shown, what there is to search in, and the way to another. */
export const chosenMunicipality = (title: unknown, tools: unknown, changeable: boolean): TemplateResult =>
  html`<div class="head">${title} ${tools}</div>
    ${
      changeable
        ? html`<div>
            ${button('other', msg('Velg en annen kommune', { id: 'contacts.otherMunicipality' }))}
          </div>`
        : nothing
    }`;
