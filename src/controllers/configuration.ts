import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '../backend/backend.js';
import type { CareClient } from '../care/care-client.js';
import { careFor, onConfigure, pageConfiguration } from '../care/registry.js';
import {
  CONFIG_CONTEXT,
  ContextRequestEvent,
  ancestors,
  type ConfigContext,
  type ContextCallback,
} from './context.js';

/** What a widget itself may set. */
export interface ConfigurableHost extends ReactiveControllerHost, HTMLElement {
  backend: Backend | null;
  backendUrl: string | null;
  backendType: string | null;
  getToken: (() => Promise<string>) | null;
}

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
  /** From `hn-config`; null without one. */
  context: ConfigContext | null = null;
  /** No backend is set, and none is on its way. */
  missing = false;

  readonly #host: ConfigurableHost;
  #leave: (() => void)[] = [];
  #waiting = false;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ConfigurableHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const coming = [...ancestors(this.#host)].find(isComing);
    this.#waiting = !!coming;
    if (coming) {
      const ask = (): void => {
        this.#waiting = false;
        this.#ask();
      };
      coming.addEventListener('context-provider', ask, { once: true });
      this.#leave.push(() => coming.removeEventListener('context-provider', ask));
    } else {
      this.#ask();
    }
    this.#leave.push(onConfigure(() => this.#host.requestUpdate()));
    // Properties and configure() may still come in the page's own script.
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.context = null;
  }

  hostUpdate(): void {
    this.care = this.#find();
    const missing = !this.care && !this.#waiting && !this.#timer;
    if (missing && !this.missing) {
      const { localName } = this.#host;
      console.warn(
        `<${localName}> has no backend. Set its address: <${localName} backend-url="https://…">, ` +
          `or <hn-config backend-url="https://…"> around it, or configure({ backendUrl }) for the page.`,
      );
    }
    this.missing = missing;
  }

  #ask(): void {
    this.context = null;
    let stop: (() => void) | undefined;
    const take: ContextCallback = (value, unsubscribe) => {
      this.context = value;
      stop = unsubscribe;
      this.#host.requestUpdate();
    };
    this.#host.dispatchEvent(new ContextRequestEvent(CONFIG_CONTEXT, this.#host, take, true));
    this.#leave.push(() => stop?.());
  }

  #find(): CareClient | null {
    const { backend, backendUrl, backendType, getToken } = this.#host;
    if (backend) return careFor({ backend });
    if (backendUrl) return careFor({ url: backendUrl, type: backendType, getToken });
    if (this.#waiting) return null;
    const page = pageConfiguration();
    const near = this.context?.backendUrl ? this.context : null;
    const url = near ? near.backendUrl : page.backendUrl;
    if (!url) return null;
    const type = near ? near.backendType : page.backendType;
    return careFor({ url, type, getToken: getToken ?? (near ? null : page.getToken) });
  }
}
