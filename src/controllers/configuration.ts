import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '../backend/backend.js';
import type { CareClient } from '../care/care-client.js';
import { careFor, onConfigure, pageConfiguration } from '../care/registry.js';
import { ContextRequestEvent, lineage, type ConfigContext } from './context.js';

/** What a widget itself may set. */
export interface ConfigurableHost extends ReactiveControllerHost, HTMLElement {
  backend: Backend | null;
  backendUrl: string | null;
  backendType: string | null;
  getToken: (() => Promise<string>) | null;
}

/** An `hn-config` is waited for this long, in milliseconds, before the page is told that it has not come. */
const COMING = 10_000;

/** An `hn-config` (or one with a suffix) whose class has not come yet. */
const isComing = (element: Element): boolean =>
  element.localName.startsWith('hn-config') && !element.matches(':defined');

/**
 * Finds a widget's backend: its own property or attribute, else the surrounding `hn-config`, else the
 * page's `configure()`. Address, type and token are one unit: they come from where the address is
 * from, so that no token goes to another address than its own. A token set on the widget itself goes
 * with whatever address the widget uses.
 */
export class ConfigurationController implements ReactiveController {
  /** The client of the backend; null while there is none. */
  care: CareClient | null = null;
  /** From `hn-config`; undefined without one, or before it has come. */
  context?: ConfigContext;

  readonly #host: ConfigurableHost;
  #leave: (() => void)[] = [];
  /** For an `hn-config`, or for the page's own script. */
  #waiting = true;

  constructor(host: ConfigurableHost) {
    this.#host = host;
    host.addController(this);
  }

  /** No backend is set, and none is on its way. */
  get missing(): boolean {
    return !this.care && !this.#waiting;
  }

  hostConnected(): void {
    const host = this.#host;
    const update = (): void => host.requestUpdate();
    let timer: ReturnType<typeof setTimeout>;
    const waitFor = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#waiting = false;
        update();
      }, ms);
    };
    const ask = (): void => {
      let stop: (() => void) | undefined;
      host.dispatchEvent(
        new ContextRequestEvent(host, (value, unsubscribe) => {
          this.context = value;
          stop = unsubscribe;
          update();
        }),
      );
      // Properties and configure() may still come in the page's own script.
      waitFor(0);
      this.#leave.push(() => stop?.());
    };
    const coming = lineage(host).find(isComing);
    coming?.addEventListener('context-provider', ask, { once: true });
    this.#leave = [
      onConfigure(update),
      () => {
        coming?.removeEventListener('context-provider', ask);
        clearTimeout(timer);
      },
    ];
    if (coming) waitFor(COMING);
    else ask();
    update();
  }

  hostDisconnected(): void {
    for (const leave of this.#leave) leave();
    this.#waiting = true;
    this.context = undefined;
  }

  hostUpdate(): void {
    const { backend, backendUrl, backendType, getToken } = this.#host;
    const { context } = this;
    const page = pageConfiguration();
    const near = backendUrl
      ? { backendUrl, backendType, getToken }
      : context?.backendUrl
        ? { ...context, getToken }
        : { ...page, getToken: getToken ?? page.getToken };
    // While it waits for an `hn-config`, what is farther out does not count.
    this.care =
      !backend && !backendUrl && !context && lineage(this.#host).some(isComing)
        ? null
        : careFor({ backend, url: near.backendUrl, type: near.backendType, getToken: near.getToken });
  }
}
