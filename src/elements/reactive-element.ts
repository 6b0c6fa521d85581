import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { render } from 'lit/html.js';
import { PlatformElement } from './platform-element.js';

/** A property of which a change renders the element anew. */
export interface PropertyDeclaration {
  /** The attribute where it is not the name in small letters; false for none. */
  attribute?: string | false;
  /** What the attribute's text becomes: a number, or whether it is there; itself when left out. */
  type?: typeof Number | typeof Boolean;
}

export type PropertyDeclarations = Record<string, PropertyDeclaration>;

const sheets = new Map<string, CSSStyleSheet>();

/** One to a text, whoever wears it. */
function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}

/**
 * An element that renders a Lit template when its properties change.
 *
 * It stands in for `LitElement`, and does as that does with declared properties, lifecycle, controllers and
 * `updateComplete` (https://lit.dev/docs/components/lifecycle/); a property is null until it is set. What no
 * widget needs of it (converters, reflection, decorators, a list of what has changed, fallbacks for browsers
 * without constructed sheets) would be a tenth of all that a page with one widget loads.
 */
export abstract class ReactiveElement extends PlatformElement implements ReactiveControllerHost {
  static properties: PropertyDeclarations = {};
  static styles: readonly string[] = [];

  /** The registry asks for them before there is an element of the class. */
  static get observedAttributes(): string[] {
    for (const name of Object.keys(this.properties)) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: ReactiveElement) {
          return this.#values[name] ?? null;
        },
        set(this: ReactiveElement, value: unknown) {
          const before = this.#values[name];
          this.#values[name] = value;
          if (!Object.is(value, before)) this.requestUpdate();
        },
      });
    }
    return Object.entries(this.properties).flatMap(
      ([name, { attribute = name.toLowerCase() }]) => attribute || [],
    );
  }

  /** @internal Where the template is rendered. */
  renderRoot!: ShadowRoot;
  /** @internal Whether a rendering is due. */
  isUpdatePending = false;

  readonly #controllers = new Set<ReactiveController>();
  readonly #values: Record<string, unknown> = {};
  /** What the page had set before the class came. */
  #early: Record<string, unknown> = {};
  #connect?: (none: boolean) => void;
  /** Rendering begins once the element is connected. */
  #complete = new Promise<boolean>((resolve) => (this.#connect = resolve));

  constructor() {
    super();
    for (const name of Object.keys(this.#properties)) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early[name] = this[name as keyof this];
      Reflect.deleteProperty(this, name);
    }
    this.requestUpdate();
  }

  get #properties(): PropertyDeclarations {
    return (this.constructor as typeof ReactiveElement).properties;
  }

  /** @internal Resolves after the rendering that is due; to false if that has made another one due. */
  get updateComplete(): Promise<boolean> {
    return this.#complete;
  }

  /** @internal */
  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.#connect === undefined && this.isConnected) controller.hostConnected?.();
  }

  /** @internal */
  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** @internal Renders soon. */
  requestUpdate(): void {
    if (this.isUpdatePending) return;
    this.isUpdatePending = true;
    this.#complete = this.#update(this.#complete);
  }

  /** @internal Renders what is due without waiting for the end of the task. */
  updateNow(): void {
    if (this.isUpdatePending && this.#connect === undefined) this.performUpdate();
  }

  connectedCallback(): void {
    if (!this.shadowRoot) this.renderRoot = this.createRenderRoot();
    this.#connect?.(true);
    this.#connect = undefined;
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    for (const [name, { attribute: own = name.toLowerCase(), type }] of Object.entries(this.#properties)) {
      if (own !== attribute) continue;
      const value = type === Boolean ? text !== null : type && text !== null ? Number(text) : text;
      Object.assign(this, { [name]: value });
    }
  }

  protected createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = (this.constructor as typeof ReactiveElement).styles.map(sheetOf);
    return root;
  }

  async #update(before: Promise<unknown>): Promise<boolean> {
    try {
      await before;
    } catch (error) {
      // That rendering failed; this one is another.
      void Promise.reject(error);
    }
    if (this.isUpdatePending) this.performUpdate();
    return !this.isUpdatePending;
  }

  protected performUpdate(): void {
    Object.assign(this, this.#early);
    this.#early = {};
    let content: unknown;
    try {
      for (const controller of this.#controllers) controller.hostUpdate?.();
      content = this.render();
    } finally {
      // What rendering itself changes does not make another one due.
      this.isUpdatePending = false;
    }
    render(content, this.renderRoot);
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
  }

  /** Called after each rendering. */
  protected updated(): void {}

  /** A Lit template of what the element shows. */
  protected abstract render(): unknown;
}
