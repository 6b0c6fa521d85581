import { html, type TemplateResult } from 'lit/html.js';

/** As many as fill a window: what stands below would move once more came. */
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Rows of the size of conversations, so that nothing jumps when these come; without words, in any language. */
export const threadSkeleton = (): TemplateResult =>
  html`<div class="inbox" aria-busy="true" part="skeleton">
    <div class="list">
      <div class="folders"></div>
      ${ROWS.map(
        () =>
          html`<div class="thread">
            <div class="skeleton"></div>
            <div class="skeleton"></div>
            <div class="skeleton"></div>
          </div>`,
      )}
    </div>
    <div class="pane"></div>
  </div>`;
