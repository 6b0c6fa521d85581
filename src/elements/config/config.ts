import { LitElement, html, css } from 'lit';
import {
  CONFIG_CONTEXT,
  ContextProviderEvent,
  type ConfigContext,
  type ContextCallback,
  type ContextRequest,
} from '../../controllers/context.js';
import { property } from '../property.js';

/**
 * Gives the widgets inside it their backend and language, so that an address stands once on a page.
 * A widget's own `backend-url` or `lang` wins over it. Two `hn-config` with different backends do not
 * mix. Log-in by token belongs on the widgets themselves (`getToken`) or in `configure()`.
 *
 * ```html
 * <hn-config backend-url="https://helse.kommune.example/api" lang="nn">
 *   <hn-contacts></hn-contacts>
 * </hn-config>
 * ```
 *
 * @tag hn-config
 * @status stable
 * @slot - The part of the page in which the settings hold.
 * @attr {'nb'|'nn'|'en'|'se'} lang - The language of the widgets inside; the global attribute.
 */
export class HnConfigElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Base address of the backend. With it the token of `configure()` no longer holds inside. */
  @property({ attribute: 'backend-url' }) backendUrl: string | null = null;

  /** `rest`, or a name given to `registerBackend()`. */
  @property({ attribute: 'backend-type' }) backendType: string | null = null;

  readonly #widgets = new Map<ContextCallback, () => void>();

  constructor() {
    super();
    this.addEventListener('context-request', (event) => this.#answer(event as ContextRequest));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dispatchEvent(new ContextProviderEvent(this));
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    this.requestUpdate();
  }

  protected override updated(): void {
    for (const [callback, unsubscribe] of this.#widgets) callback(this.#settings(), unsubscribe);
  }

  #settings(): ConfigContext {
    return { backendUrl: this.backendUrl, backendType: this.backendType, lang: this.getAttribute('lang') };
  }

  #answer(event: ContextRequest): void {
    // What asks from within its own shadow root, or is this element, asks somebody farther out.
    if (event.context !== CONFIG_CONTEXT || event.composedPath()[0] === this) return;
    event.stopImmediatePropagation();
    const unsubscribe = (): boolean => this.#widgets.delete(event.callback);
    if (event.subscribe) this.#widgets.set(event.callback, unsubscribe);
    event.callback(this.#settings(), event.subscribe ? unsubscribe : undefined);
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-config': HnConfigElement;
  }
}
