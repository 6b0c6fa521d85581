import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page, Party, Proxy } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { msg } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { langOf } from '../../views/lang-of.js';
import { HnElement, type WidgetState } from '../base.js';
import type { PropertyDeclarations } from '../reactive-element.js';
import { partyList } from './party-list.js';
import type { ProxyPickerDesk } from './proxy-picker-desk.js';
import type { ProxyPickerMode } from './proxy-picker-host.js';
import { proxyPickerStyles } from './proxy-picker.styles.js';
import { proxyRow } from './proxy-row.js';
import { proxySkeleton } from './proxy-skeleton.js';

/** As many as a backend gives at once. */
const ALL = 200;

/**
 * Fullmakter: whom one acts for (oneself, those who gave one a power of attorney, one's children), which all
 * widgets of the backend follow; and the powers that one has given and received, with who has used them.
 *
 * ```html
 * <hn-proxy-picker backend-url="https://helse.kommune.example/api">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-proxy-picker>
 * ```
 *
 * @tag hn-proxy-picker
 * @status stable
 *
 * @event {HnBeforeProxyGrantEvent} hn-before-proxy-grant - A power of attorney is about to be given or changed; cancelable.
 * @event {HnProxyGrantedEvent} hn-proxy-granted - A power of attorney has been given or changed.
 * @event {HnBeforeProxyEndEvent} hn-before-proxy-end - A power of attorney is about to be ended; cancelable.
 * @event {HnProxyEndedEvent} hn-proxy-ended - A power of attorney has been ended.
 *
 * @csspart notice-success (none) - A notice that something is done: the lists show it themselves.
 * @csspart party - Somebody whom one may act for.
 * @csspart grant - A power of attorney.
 * @csspart scope - An area that it gives access to.
 * @csspart log - Who has used and read what.
 */
export class HnProxyPickerElement extends HnElement {
  static override styles = [...HnElement.styles, proxyPickerStyles];

  static override properties: PropertyDeclarations = {
    ...HnElement.properties,
    mode: {},
  };

  /** What stands here: the choice of whom to act for, the powers of attorney, or both. */
  declare mode: ProxyPickerMode;

  /** @internal Powers that the person has given and received, ended ones too: nobody's but her own. */
  readonly proxies: Query<Page<Proxy>> = this.query(() =>
    this.public || this.mode === 'picker' || this.session.actingFor
      ? null
      : {
          key: ['proxies'],
          load: async (backend, options) =>
            backend.capabilities.has('proxies')
              ? backend.listProxies({ ...options, limit: ALL })
              : { items: [], next: null },
          hints: ['proxy'],
        },
  );

  constructor() {
    super();
    this.mode = 'both';
  }

  protected override get label(): string {
    return msg('Fullmakter', { id: 'proxy.title' });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const { status, data } = this.proxies.snapshot;
    if (this.public) return 'empty';
    if (this.#manages && !data) return status === 'error' ? 'error' : 'loading';
    return data?.items.length || this.#parties.length > 1 ? 'ready' : 'empty';
  }

  protected override async loadDesk(): Promise<ProxyPickerDesk> {
    return new (await import('./proxy-picker-desk.js')).ProxyPickerDesk(this);
  }

  protected get pickerDesk(): ProxyPickerDesk | null {
    return this.desk as ProxyPickerDesk | null;
  }

  get #parties(): readonly Party[] {
    return this.public || this.mode === 'manage' ? [] : (this.session.data?.parties ?? []);
  }

  /** Powers are managed as oneself alone. */
  get #manages(): boolean {
    return this.mode !== 'picker' && !this.session.actingFor;
  }

  protected override renderSkeleton(): TemplateResult {
    return proxySkeleton();
  }

  /** The same rows stand there whether the desk is here or not, so that none is drawn anew when it comes. */
  protected override renderContent(): unknown {
    const desk = this.pickerDesk;
    const other = desk?.renderOther();
    if (other) return other;
    const { data, status } = this.proxies.snapshot;
    if (this.#manages && !data && status !== 'error') return proxySkeleton();
    const { session, headingLevel } = this;
    return html`<div class="powers">
      ${partyList(this.#parties, session.data?.actingFor?.id ?? session.data?.user?.id, headingLevel + 1)}${this.#manages && data ? (desk?.renderInsteadOfPowers() ?? this.#renderPowers(data.items)) : nothing}
      <div class="below">${desk?.renderBelow()}</div>
    </div>`;
  }

  #renderPowers(proxies: readonly Proxy[]): unknown {
    const inForce = proxies.filter(({ status }) => status === 'active');
    return html`${this.#renderGroup(
      msg('Fullmakter du har gitt', { id: 'proxy.given' }),
      inForce.filter(({ direction }) => direction === 'given'),
      msg('Du har ikke gitt noen fullmakt.', { id: 'proxy.noneGiven' }),
      button('give', msg('Gi fullmakt', { id: 'proxy.give' }), { kind: 'primary' }),
    )}${this.#renderGroup(
      msg('Fullmakter du har fått', { id: 'proxy.received' }),
      inForce.filter(({ direction }) => direction === 'received'),
      msg('Du har ikke fått noen fullmakt.', { id: 'proxy.noneReceived' }),
    )}`;
  }

  #renderGroup(title: string, proxies: readonly Proxy[], none: string, act?: TemplateResult): TemplateResult {
    return html`<div>
      ${heading(this.headingLevel + 1, title, { kind: 'subtitle' })}${
        proxies.length
          ? html`<ul part="list" role="list">
              ${proxies.map((proxy) => proxyRow(proxy))}
            </ul>`
          : html`<p class="muted" lang=${langOf(none)} .textContent=${none}></p>`
      }${act}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-proxy-picker': HnProxyPickerElement;
  }
}
