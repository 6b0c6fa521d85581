import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../backend/types.js';
import { onConfigure, pageConfiguration } from '../care/registry.js';
import {
  loadCatalogue,
  loadedCatalogue,
  resolveLanguage,
  sourceCatalogue,
  withCatalogue,
  withTexts,
  type Catalogue,
} from '../i18n/index.js';
import type { ConfigurationController } from './configuration.js';
import { ancestors } from './context.js';

/**
 * The language of one widget: its own `lang`, else that of the nearest ancestor, `hn-config` or the
 * page's `configure()`, else that of `<html>`. Texts are said within `run`, so that widgets of one page
 * may differ.
 */
export class LocaleController implements ReactiveController {
  /** The language asked for: known at once. */
  language: Language = 'nb';
  /** Its texts; null while they load. */
  catalogue: Catalogue | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #configuration: ConfigurationController;
  #observer?: MutationObserver;
  #leave?: () => void;
  /** The language whose texts were asked for last, so that a failure is not asked for again and again. */
  #asked?: Language;

  constructor(host: ReactiveControllerHost & HTMLElement, configuration: ConfigurationController) {
    this.#host = host;
    this.#configuration = configuration;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = onConfigure(() => this.#host.requestUpdate());
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (let node: Node | undefined = this.#host; node; node = (node as ShadowRoot).host) {
      node = node.getRootNode();
      this.#observer.observe(node, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#asked = undefined;
    this.#leave?.();
    this.#observer?.disconnect();
  }

  /** Finds the language and its texts; the widget calls it before each rendering, which then says them. */
  resolve(): void {
    const language = (this.language = resolveLanguage(this.#tag()));
    const loaded = loadedCatalogue(language);
    if (loaded) {
      this.catalogue = withTexts(loaded, pageConfiguration().texts);
    } else if (language !== this.#asked) {
      this.catalogue = null;
      this.#asked = language;
      loadCatalogue(language)
        // Without its texts a widget speaks Bokmål rather than not at all.
        .catch(() => language === this.#asked && (this.catalogue = sourceCatalogue))
        .finally(() => this.#host.requestUpdate());
    }
  }

  /** Runs `fn` with this widget's texts: for handlers and timers, as rendering does by itself. */
  run<T>(fn: () => T): T {
    return withCatalogue(this.catalogue ?? sourceCatalogue, fn);
  }

  #tag(): string | null | undefined {
    const { documentElement } = this.#host.ownerDocument;
    for (const element of [this.#host, ...ancestors(this.#host)]) {
      const lang = element !== documentElement && element.getAttribute('lang');
      if (lang) return lang;
    }
    return this.#configuration.context?.lang ?? pageConfiguration().lang ?? documentElement.lang;
  }
}
