import type { HnElement } from './base.js';

/** The sheets of a widget that come after the first sight, beside those of the first. */
export class Sheets {
  readonly #host: HnElement;
  readonly #styles = new Set<string>();

  constructor(host: HnElement) {
    this.#host = host;
  }

  /** Adds the sheet of what came on demand, once. */
  add(style: string): void {
    if (this.#styles.has(style)) return;
    this.#styles.add(style);
    this.#adopt(style);
  }

  /** Makes all sheets anew, in the document where the widget stands now. */
  renew(): void {
    const { shadowRoot, ownerDocument } = this.#host;
    // A document without a window, as of a template, shows nothing and has no sheets.
    if (!shadowRoot || !ownerDocument.defaultView) return;
    shadowRoot.adoptedStyleSheets = [];
    const own = (this.#host.constructor as typeof HnElement).styles;
    for (const style of [...own, ...this.#styles]) this.#adopt(style);
  }

  #adopt(text: string): void {
    const { CSSStyleSheet: Sheet } = this.#host.ownerDocument.defaultView ?? window;
    const sheet = new Sheet();
    sheet.replaceSync(text);
    this.#host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }
}
