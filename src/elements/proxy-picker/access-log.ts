import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AccessLogEntry, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { BackendError } from '../../backend/errors.js';
import { byOsloDay, osloDate } from '../../domain/oslo.js';
import { dayWords, msg } from '../../i18n/index.js';
import { accessEntry } from '../../views/access-entry.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import type { Desk, WidgetAction } from '../desk.js';
import type { ProxyPickerHost } from './proxy-picker-host.js';

/** Entries that are fetched at once. */
const FETCHED = 30;

const title = (): string => msg('Bruk og tilganger', { id: 'proxy.log' });

/** What further pages have brought. */
interface Further extends Page<AccessLogEntry> {
  /** The first page, after which they came. */
  after: Page<AccessLogEntry>;
}

/** Bruk og tilganger: who has used or read what, by day, the latest first. */
export class AccessLog {
  readonly #desk: Desk;
  readonly #host: ProxyPickerHost;
  readonly #first: Query<Page<AccessLogEntry>>;
  #more: Further | null = null;
  #open = false;
  #fetching = false;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: ProxyPickerHost) {
    this.#desk = desk;
    this.#host = host;
    this.#first = host.query(() =>
      this.open
        ? {
            key: ['access-log'],
            load: (backend, options) => backend.listAccessLog({}, { ...options, limit: FETCHED }),
          }
        : null,
    );
    Object.assign(desk.actions, {
      log: () => this.#show(true),
      'close-log': () => this.#show(false),
      'more-log': () => this.#fetch(),
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
    this.#more = null;
    this.#host.requestUpdate();
    void this.#desk.focusOn(open ? '#log-title' : '[data-do=log]', '#title');
  }

  async #fetch(): Promise<void> {
    const { care, language } = this.#host;
    const { data } = this.#first;
    if (!care || !data || this.#fetching) return;
    const more = this.#further ?? { after: data, items: [], next: data.next };
    this.#fetching = true;
    this.#failure = null;
    this.#host.requestUpdate();
    try {
      const page = await care.call((backend) =>
        backend.listAccessLog({}, { cursor: more.next, limit: FETCHED, lang: language }),
      );
      this.#more = { after: data, items: [...more.items, ...page.items], next: page.next };
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) this.#failure = error;
    } finally {
      this.#fetching = false;
      this.#host.requestUpdate();
    }
  }

  /** Further pages, as long as they go on from the first one that is shown. */
  get #further(): Further | null {
    return this.#more?.after === this.#first.data ? this.#more : null;
  }

  render(): TemplateResult {
    const level = this.#host.headingLevel + 1;
    const { data, error } = this.#first.snapshot;
    return html`<div part="log" class="log">
      <div class="acts apart">
        ${heading(level, title(), { id: 'log-title', kind: 'subtitle' })}
        ${button('close-log', msg('Tilbake til fullmakter', { id: 'proxy.closeLog' }), { kind: 'quiet' })}
      </div>
      <p class="muted small">
        ${msg('Her ser du hvem som har lest eller gjort noe med opplysningene dine, og på vegne av hvem.', { id: 'proxy.logAbout' })}
      </p>
      ${data ? this.#renderDays(data, level) : error ? notice('danger', html`<p>${errorWords(error)}</p>`, button('retry', retryLabel())) : html`<div class="skeleton" aria-busy="true"></div>`}
    </div>`;
  }

  #renderDays(data: Page<AccessLogEntry>, level: number): unknown {
    const further = this.#further;
    const entries = [...data.items, ...(further?.items ?? [])];
    if (!entries.length) {
      return html`<p>${msg('Ingen har brukt eller lest noe ennå.', { id: 'proxy.logEmpty' })}</p>`;
    }
    const today = osloDate(this.#host.care?.now() ?? 0);
    return html`${Array.from(
      byOsloDay(entries, ({ at }) => Date.parse(at)),
      ([date, ofDay]) =>
        html`<div>
          ${heading(level + 1, dayWords(date, today), { kind: 'small' })}
          <ul part="list" class="stack" role="list">
            ${ofDay.map((entry) => accessEntry(entry, 'time'))}
          </ul>
        </div>`,
    )}
    ${(further ?? data).next ? button('more-log', msg('Vis flere', { id: 'appointments.further' }), { kind: 'quiet', busy: this.#fetching }) : nothing}
    ${this.#failure ? notice('danger', html`<p>${errorWords(this.#failure)}</p>`) : nothing}`;
  }
}
