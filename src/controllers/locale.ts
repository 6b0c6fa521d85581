import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../backend/types.js';
import { pageConfiguration } from '../care/registry.js';
import {
  loadCatalogue,
  loadedCatalogue,
  resolveLanguage,
  sourceCatalogue,
  withCatalogue,
  withTexts,
  type Catalogue,
} from '../i18n/index.js';
import { lineage } from './context.js';

/**
 * The language of one widget: its own `lang`, else that of the nearest ancestor, as `hn-config` is
 * one, or the page's `configure()`, else that of `<html>`. Texts are said within `run`, so that widgets of one page
 * may differ.
 */
export class LocaleController implements ReactiveController {
  /** The language asked for: known at once. */
  language: Language = 'nb';
  /** Its texts; null while they load. */
  catalogue: Catalogue | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer?: MutationObserver;
  /** The language whose texts were asked for last, so that a failure is not asked for again and again. */
  #asked?: Language;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (let node: Node | undefined = this.#host; node; node = (node as Partial<ShadowRoot>).host) {
      node = node.getRootNode();
      this.#observer.observe(node, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#asked = undefined;
    this.#observer?.disconnect();
  }

  /** Finds the language and its texts; the widget calls it before each rendering, which then says them. */
  resolve(): void {
    const page = pageConfiguration();
    const root = this.#host.ownerDocument.documentElement;
    const named = lineage(this.#host).find((element) => element !== root && element.getAttribute('lang'));
    const language = resolveLanguage(named?.getAttribute('lang') ?? page.lang ?? root.lang);
    this.language = language;
    const loaded = loadedCatalogue(language);
    if (loaded) {
      this.catalogue = withTexts(loaded, page.texts);
    } else if (language !== this.#asked) {
      this.#asked = language;
      this.catalogue = null;
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
}
