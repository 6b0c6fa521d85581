import { html, type TemplateResult } from 'lit';

/** A design system that has a theme, and its own button and field as its documentation writes them. */
export interface DesignSystem {
  name: 'designsystemet' | 'punkt' | 'aksel' | 'helsenorge';
  title: string;
  /** Puts the page into the system's dark scheme, or back; null where it has none. */
  dark: ((root: HTMLElement, on: boolean) => void) | null;
  button: TemplateResult;
  field: TemplateResult;
  /** Where one sees the box and the words of each, when that is not the control itself. */
  boxes?: { button: string; words: string; field: string };
}

const attribute =
  (name: string) =>
  (root: HTMLElement, on: boolean): void => {
    if (on) root.setAttribute(name, 'dark');
    else root.removeAttribute(name);
  };

export const DESIGN_SYSTEMS: readonly DesignSystem[] = [
  {
    name: 'designsystemet',
    title: 'Designsystemet',
    dark: attribute('data-color-scheme'),
    button: html`<button type="button" class="ds-button">Ny melding</button>`,
    field: html`<div class="ds-field">
      <label class="ds-label" for="theirs">Søk i meldinger</label>
      <input class="ds-input" type="text" id="theirs" />
    </div>`,
  },
  {
    name: 'punkt',
    title: 'Punkt',
    dark: attribute('data-mode'),
    button: html`<button type="button" class="pkt-btn pkt-btn--medium pkt-btn--primary pkt-btn--label-only">
      <span class="pkt-btn__text">Ny melding</span>
    </button>`,
    field: html`<label class="pkt-inputwrapper__label" for="theirs">Søk i meldinger</label>
      <input class="pkt-input" type="text" id="theirs" />`,
  },
  {
    name: 'aksel',
    title: 'Aksel',
    dark: (root, on) => root.classList.toggle('dark', on),
    button: html`<button type="button" class="aksel-button" data-variant="primary">
      <span class="aksel-label">Ny melding</span>
    </button>`,
    field: html`<div class="aksel-form-field aksel-form-field--medium">
      <label class="aksel-form-field__label aksel-label" for="theirs">Søk i meldinger</label>
      <input
        class="aksel-text-field__input aksel-body-short aksel-body-short--medium"
        type="text"
        id="theirs"
      />
    </div>`,
    boxes: { button: '.aksel-button', words: '.aksel-label', field: '.aksel-text-field__input' },
  },
  {
    name: 'helsenorge',
    title: 'Helsenorge',
    dark: null,
    button: html`<button type="button" class="button-wrapper">
      <span class="button button--medium"><span class="button__text">Ny melding</span></span>
    </button>`,
    field: html`<label for="theirs">Søk i meldinger</label>
      <div class="input-container">
        <input class="input-container__input" type="text" id="theirs" />
      </div>`,
    boxes: { button: '.button', words: '.button__text', field: '.input-container' },
  },
];
