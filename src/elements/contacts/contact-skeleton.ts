import { html, type TemplateResult } from 'lit/html.js';

const row = html`<div class="row">
  <span class="icon skeleton"></span>
  <div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>
</div>`;

/** Rows of the size of contacts, so that nothing jumps when these come; without words, in any language. */
export const contactSkeleton = (): TemplateResult =>
  html`<div class="rows" aria-busy="true" part="skeleton">${[row, row, row]}</div>`;

/** Search and filter before there is anything to search in. */
export const filterSkeleton = (): TemplateResult => html`<div class="tools skeleton"></div>`;
