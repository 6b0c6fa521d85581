import { html, nothing, type TemplateResult } from 'lit/html.js';
import { langOf } from './lang-of.js';

export interface ButtonOptions {
  /** Looks and part: `primary` is the one filled button of a view, `danger` ends something. */
  kind?: 'primary' | 'danger' | 'quiet';
  /** What the action is about; arrives as `data-id`. */
  id?: string;
  /** Only for screen readers, after what is visible: what tells this button from its equals. */
  about?: string;
  expanded?: boolean;
  controls?: string;
  /** The button stays where it is and keeps focus, but does nothing. */
  busy?: boolean;
}

/** A button that does the widget's action `name`: the widget has one listener for all. */
export const button = (name: string, label: string, options: ButtonOptions = {}): TemplateResult => {
  const { kind, id, about, expanded, controls, busy } = options;
  return html`<button
    type="button"
    part="button${kind && kind !== 'quiet' ? ` button-${kind}` : ''}"
    class="button ${kind}"
    data-do=${name}
    data-id=${id ?? nothing}
    aria-label=${about ? `${label} ${about}` : nothing}
    aria-expanded=${expanded ?? nothing}
    aria-controls=${controls ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    lang=${langOf(label)}
    .textContent=${label}
  ></button>`;
};
