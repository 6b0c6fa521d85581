import { html, nothing, type TemplateResult } from 'lit/html.js';
import { byOsloDay, osloDate } from '../../domain/oslo.js';
import { dayWords, msg } from '../../i18n/index.js';
import { accessEntry } from '../../views/access-entry.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { AccessLogPages } from '../access-log-pages.js';
import type { Desk, WidgetAction } from '../desk.js';
import type { ProxyPickerHost } from './proxy-picker-host.js';

const title = (): string => msg('Bruk og tilganger', { id: 'proxy.log' });

/** Bruk og tilganger: who has used or read what, by day, the latest first. */
export class AccessLog {
  readonly #desk: Desk;
  readonly #host: ProxyPickerHost;
  readonly #pages: AccessLogPages;
  #open = false;

  constructor(desk: Desk, host: ProxyPickerHost) {
    this.#desk = desk;
    this.#host = host;
    this.#pages = new AccessLogPages(desk, host, { filter: () => (this.open ? {} : null) });
    Object.assign(desk.actions, {
      log: () => this.#show(true),
      'close-log': () => this.#show(false),
    } satisfies Record<string, WidgetAction>);
  }

  get open(): boolean {
    return this.#open && this.#offered && this.#host.session.way === 'active' && this.#host.mode !== 'picker';
  }

  /** Not of somebody whose messages one may not read. */
  get #offered(): boolean {
    const { care, session } = this.#host;
    return !!care?.can('access-log') && session.actingFor?.scopes.includes('messages') !== false;
  }

  renderButton(): unknown {
    return this.#offered ? button('log', title(), { kind: 'quiet' }) : nothing;
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#pages.restart();
    this.#host.requestUpdate();
    void this.#desk.focusOn(open ? '#log-title' : '[data-do=log]', '#title');
  }

  render(): TemplateResult {
    const level = this.#host.headingLevel + 1;
    const { data, error } = this.#pages.snapshot;
    return html`<div part="log" class="log">
      <div class="acts apart">
        ${heading(level, title(), { id: 'log-title', kind: 'subtitle' })}
        ${button('close-log', msg('Tilbake til fullmakter', { id: 'proxy.closeLog' }), { kind: 'quiet' })}
      </div>
      <p class="muted small">
        ${msg('Her ser du hvem som har lest eller gjort noe med opplysningene dine, og på vegne av hvem.', { id: 'proxy.logAbout' })}
      </p>
      ${data ? this.#renderDays(level) : error ? notice('danger', html`<p>${errorWords(error)}</p>`, button('retry', retryLabel())) : html`<div class="skeleton" aria-busy="true"></div>`}
    </div>`;
  }

  #renderDays(level: number): unknown {
    const { entries } = this.#pages;
    if (!entries.length) {
      return html`<p>${msg('Ingen har brukt eller lest noe ennå.', { id: 'proxy.logEmpty' })}</p>`;
    }
    const today = osloDate(this.#host.care?.now() ?? 0);
    const days = byOsloDay([...entries.entries()], ([, { at }]) => Date.parse(at));
    return html`${Array.from(
      days,
      ([date, ofDay]) =>
        html`<div>
          ${heading(level + 1, dayWords(date, today), { kind: 'small' })}
          <ul part="list" class="stack" role="list">
            ${ofDay.map(([n, entry]) => accessEntry(entry, n, 'time'))}
          </ul>
        </div>`,
    )}
    ${this.#pages.renderMore()}`;
  }
}
