import { html, type TemplateResult } from 'lit/html.js';
import { heading } from './heading.js';

export interface DialogOptions {
  /** The action that runs when it has been closed, however that was. */
  closed: string;
  title: string;
  level: number;
  /** Stands above it, where no part reaches: the emergency box, where one writes. */
  beside?: unknown;
  body: unknown;
  /** Buttons; one with the action `close` closes it and gives focus back. */
  actions: unknown;
}

/**
 * A modal dialog. The widget opens it as soon as it is rendered, and takes it out of the view after it
 * was closed: closing first gives focus back to where it was. Live regions outside are silent while it
 * is open, so it has one of its own. All parts are in one layer, below what stands beside it.
 */
export const dialog = ({ closed, title, level, beside, body, actions }: DialogOptions): TemplateResult =>
  html`<dialog aria-labelledby="dialog-title" data-close=${closed}>
    ${beside}
    <div class="layer">
      <div part="dialog" class="paper stack">
        ${heading(level, title, { part: 'dialog-title', id: 'dialog-title', kind: 'subtitle' })} ${body}
        <div part="dialog-actions" class="acts">${actions}</div>
        <div role="status" class="vh"></div>
      </div>
    </div>
  </dialog>`;
