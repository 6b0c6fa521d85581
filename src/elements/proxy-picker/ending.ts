import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BackendError } from '../../backend/errors.js';
import type { Id, Proxy } from '../../backend/types.js';
import { ChangeKey } from '../../controllers/change-key.js';
import { msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { closeLabel, retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { reasonWords } from '../../views/reasons.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import type { ProxyPickerHost } from './proxy-picker-host.js';
import { HnBeforeProxyEndEvent, HnProxyEndedEvent } from './proxy-picker.events.js';
import { scopeWords } from '../../views/scopes.js';

export interface EndingOptions {
  find: (id: Id) => Proxy | undefined;
  /** Called with what became of a power. */
  changed: (proxy: Proxy) => void;
}

interface Begun {
  readonly user: Id;
  readonly proxy: Proxy;
  readonly key: ChangeKey;
  failure: BackendError | null;
}

/** The dialog in which a power of attorney is ended, by either side. */
export class Ending implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: ProxyPickerHost;
  readonly #options: EndingOptions;
  #open: Begun | null = null;
  #busy = false;

  constructor(desk: Desk, host: ProxyPickerHost, options: EndingOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    Object.assign(desk.actions, {
      end: ({ dataset }) => this.#begin(dataset.id ?? ''),
      'end-now': (target) => this.#send(target),
      'end-closed': () => this.#leave(),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  #begin(id: Id): void {
    const proxy = this.#options.find(id);
    const user = this.#host.care?.person?.user;
    if (!proxy || !user) return;
    this.#open = { user, proxy, key: new ChangeKey(), failure: null };
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#open = null;
    this.#host.requestUpdate();
  }

  async #send(target: HTMLElement): Promise<void> {
    const begun = this.#open;
    const { care, language } = this.#host;
    if (!begun || !care || this.#busy) return;
    const { id, direction } = begun.proxy;
    if (!this.#host.dispatchEvent(new HnBeforeProxyEndEvent({ proxyId: id, direction }))) return;
    this.#busy = true;
    begun.failure = null;
    this.#host.requestUpdate();
    this.#desk.say(() => msg('Sender …', { id: 'composer.sending' }));
    try {
      const idempotencyKey = begun.key.for(id);
      const now = await care.call((backend) => backend.endProxy(id, { idempotencyKey, lang: language }));
      this.#options.changed(now);
      this.#desk.actions.close?.(target, new Event('close'));
      this.#host.dispatchEvent(new HnProxyEndedEvent({ proxyId: id, direction }));
      this.#desk.say(() => msg('Fullmakten er avsluttet', { id: 'proxy.isEnded' }));
      // The button that led here has gone with the power.
      void this.#desk.focusOn('#title');
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(begun, error);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  async #fail(begun: Begun, error: BackendError): Promise<void> {
    this.#host.dispatchEvent(new HnErrorEvent(error));
    begun.failure = error;
    this.#host.requestUpdate();
    if (!error.retryable) {
      begun.key.end();
      // The other side may have ended it meanwhile.
      void this.#host.proxies.refresh();
    }
    this.#desk.say(() => errorWords(error));
    await this.#desk.focusOn('#end-failed');
  }

  render(): TemplateResult | null {
    const begun = this.#open;
    if (!begun || begun.user !== this.#host.session.data?.user?.id || this.#host.session.actingFor)
      return null;
    const { proxy, failure } = begun;
    const { person, direction, scopes, end } = proxy;
    const given = direction === 'given';
    return dialog({
      closed: 'end-closed',
      level: this.#host.headingLevel + 1,
      title: msg('Vil du avslutte fullmakten?', { id: 'proxy.endQuestion' }),
      body: html`<div class="stack">
          <strong
            >${given ? msg(str`Fra deg til ${person.name}`, { id: 'proxy.fromYou' }) : msg(str`Fra ${person.name} til deg`, { id: 'proxy.toYou' })}</strong
          >
          ${scopeWords(scopes)}
        </div>
        ${failure ? html`<div id="end-failed" tabindex="-1">${notice('danger', html`<p>${errorWords(failure)}</p>`)}</div>` : nothing}
        ${
          end.allowed
            ? html`<p>
                  ${
                    given
                      ? msg(str`${person.name} mister tilgangen med en gang, også på sider som er åpne nå.`, {
                          id: 'proxy.theyLose',
                        })
                      : msg(
                          str`Du mister med en gang tilgangen til å bruke tjenesten på vegne av ${person.name}.`,
                          {
                            id: 'proxy.youLose',
                          },
                        )
                  }
                </p>
                <p class="small">
                  ${msg('Begge får en kvittering i innboksen. Fullmakten blir stående blant tidligere fullmakter.', { id: 'proxy.receipts' })}
                </p>`
            : html`<p>${reasonWords(end)} ${end.text}</p>`
        }`,
      actions: html`${
        end.allowed
          ? button(
              'end-now',
              this.#busy
                ? msg('Sender …', { id: 'composer.sending' })
                : failure
                  ? retryLabel()
                  : msg('Avslutt fullmakt', { id: 'proxy.end' }),
              { kind: 'danger', busy: this.#busy },
            )
          : nothing
      }${button('close', end.allowed ? msg('Behold fullmakten', { id: 'proxy.keep' }) : closeLabel(), { kind: 'quiet' })}`,
    });
  }
}
