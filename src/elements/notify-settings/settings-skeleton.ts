import { html, type TemplateResult } from 'lit/html.js';

const row = html`<div class="row"><div class="skeleton"></div></div>`;
const rows = (count: number): TemplateResult =>
  html`<div>
    <div class="skeleton"></div>
    ${Array(count).fill(row)}
  </div>`;

/** Rows of the size of what comes, so that nothing jumps; without words, in any language. */
export const settingsSkeleton = (): TemplateResult =>
  html`<div class="settings" aria-busy="true" part="skeleton">${rows(2)}${rows(3)}</div>`;
