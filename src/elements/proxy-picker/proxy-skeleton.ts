import { html, type TemplateResult } from 'lit/html.js';

const row = html`<div class="grant">
  <div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>
</div>`;

/** Groups of the size of those that come, so that nothing jumps; without words, in any language. */
export const proxySkeleton = (): TemplateResult =>
  html`<div class="powers" aria-busy="true" part="skeleton">
    <div>
      <div class="skeleton"></div>
      ${row}
    </div>
    <div>
      <div class="skeleton"></div>
      ${row}${row}
    </div>
  </div>`;
