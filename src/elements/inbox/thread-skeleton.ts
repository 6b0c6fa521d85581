import { html, type TemplateResult } from 'lit';

const ROWS = [1, 2, 3, 4];

/** Rows of the size of conversations, so that nothing jumps when these come; without words, in any language. */
export const threadSkeleton = (): TemplateResult =>
  html`<div class="inbox" aria-busy="true" part="skeleton">
    <div class="list">
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
