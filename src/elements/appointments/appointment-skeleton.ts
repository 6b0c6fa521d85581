import { html, type TemplateResult } from 'lit/html.js';

const bars = html`<div>
  <div class="skeleton"></div>
  <div class="skeleton"></div>
</div>`;

/** As many as fill a window: what stands below would move once more came. */
const rows = Array(8).fill(html`<div class="day"><div class="row">${bars}</div></div>`);

/** A card and rows of the size of appointments, so that nothing jumps when these come; without words, in any language. */
export const appointmentSkeleton = (): TemplateResult =>
  html`<div class="days" aria-busy="true" part="skeleton">
    <div class="next">
      <div class="date skeleton"></div>
      ${bars}
    </div>
    ${rows}
  </div>`;
