import {
  CONFIG_CONTEXT,
  ContextProviderEvent,
  type ConfigContext,
  type ContextCallback,
  type ContextRequest,
} from '../../controllers/context.js';
import { PlatformElement } from '../platform-element.js';

/**
 * Gives the widgets inside it their backend and language, so that an address stands once on a page.
 * A widget's own `backend-url` or `lang` wins over it. Two `hn-config` with different backends do not
 * mix. Log-in by token belongs on the widgets themselves (`getToken`) or in `configure()`.
 *
 * It draws nothing, so it is an element without Lit, and its file is a small one.
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
export class HnConfigElement extends PlatformElement {
  static readonly observedAttributes = ['backend-url', 'backend-type', 'lang'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #widgets = new Map<ContextCallback, () => void>();

  constructor() {
    super();
    this.#root.append(document.createElement('slot'));
    this.adoptedCallback();
    this.addEventListener('context-request', (event) => this.#answer(event as ContextRequest));
    // What a page has set before the class came stands in the way of the accessors.
    for (const name of ['backendUrl', 'backendType'] as const) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (early && Reflect.deleteProperty(this, name)) this[name] = early.value as string | null;
    }
  }

  /**
   * Base address of the backend. With it the token of `configure()` no longer holds inside.
   *
   * @attr backend-url
   * @reflect
   */
  get backendUrl(): string | null {
    return this.getAttribute('backend-url');
  }
  set backendUrl(url: string | null) {
    this.#reflect('backend-url', url);
  }

  /**
   * `rest`, or a name given to `registerBackend()`.
   *
   * @attr backend-type
   * @reflect
   */
  get backendType(): string | null {
    return this.getAttribute('backend-type');
  }
  set backendType(type: string | null) {
    this.#reflect('backend-type', type);
  }

  connectedCallback(): void {
    this.dispatchEvent(new ContextProviderEvent(this));
  }

  attributeChangedCallback(): void {
    for (const [callback, unsubscribe] of this.#widgets) callback(this.#settings, unsubscribe);
  }

  /** Sheets belong to the document in which they were made: another one drops them. */
  adoptedCallback(): void {
    const sheet = new (this.ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(':host { display: contents }');
    this.#root.adoptedStyleSheets = [sheet];
  }

  get #settings(): ConfigContext {
    return { backendUrl: this.backendUrl, backendType: this.backendType, lang: this.getAttribute('lang') };
  }

  #reflect(attribute: string, value: string | null): void {
    if (value === null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  }

  #answer(event: ContextRequest): void {
    // What asks from within its own shadow root, or is this element, asks somebody farther out.
    if (event.context !== CONFIG_CONTEXT || event.composedPath()[0] === this) return;
    event.stopImmediatePropagation();
    const unsubscribe = (): boolean => this.#widgets.delete(event.callback);
    if (event.subscribe) this.#widgets.set(event.callback, unsubscribe);
    event.callback(this.#settings, event.subscribe ? unsubscribe : undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-config': HnConfigElement;
  }
}
