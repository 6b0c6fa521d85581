import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BackendError } from '../../backend/errors.js';
import type { AccessLogEntry, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { msg } from '../../i18n/index.js';
import { accessEntry } from '../../views/access-entry.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { closeLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import type { Desk, WidgetAction } from '../desk.js';
import type { InboxHost } from './inbox-host.js';
import { seenLabel } from './inbox-labels.js';

/** Entries that are fetched at once. */
const FETCHED = 30;

/** What further pages have brought. */
interface Further extends Page<AccessLogEntry> {
  /** The first page, after which they came. */
  after: Page<AccessLogEntry>;
}

/** Hvem har sett: from the access log, the latest first. */
export class SeenDialog {
  open = false;
  readonly #desk: Desk;
  readonly #host: InboxHost;
  readonly #first: Query<Page<AccessLogEntry>>;
  #more: Further | null = null;
  #fetching = false;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: InboxHost) {
    this.#desk = desk;
    this.#host = host;
    this.#first = host.query(() => {
      const { thread } = host;
      return thread && this.open
        ? {
            key: ['access-log', thread],
            load: (backend, options) =>
              backend.listAccessLog({ threadId: thread }, { ...options, limit: FETCHED }),
            hints: ['message'],
          }
        : null;
    });
    Object.assign(desk.actions, {
      seen: () => this.#show(true),
      'seen-closed': () => this.#show(false),
      'more-seen': () => this.#fetch(),
    } satisfies Record<string, WidgetAction>);
  }

  #show(open: boolean): void {
    this.open = open;
    this.#more = this.#failure = null;
    this.#host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    const { care, language, thread } = this.#host;
    const { data } = this.#first;
    if (!care || !data || !thread || this.#fetching) return;
    const more = this.#more ?? { after: data, items: [], next: data.next };
    const isHere = (): boolean => this.open && thread === this.#host.thread;
    this.#fetching = true;
    this.#failure = null;
    this.#host.requestUpdate();
    try {
      const page = await care.call((backend) =>
        backend.listAccessLog({ threadId: thread }, { cursor: more.next, limit: FETCHED, lang: language }),
      );
      if (isHere()) this.#more = { ...more, items: [...more.items, ...page.items], next: page.next };
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError && isHere()) this.#failure = error;
    } finally {
      this.#fetching = false;
      this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    // The way on goes when the last have come, and focus would go with it.
    if (this.open && !this.#host.shadowRoot?.activeElement)
      await this.#desk.focusOn('dialog [data-do=more-seen]', 'dialog [data-do=close]');
  }

  render(): TemplateResult {
    const { data, error } = this.#first.snapshot;
    return dialog({
      closed: 'seen-closed',
      level: this.#host.headingLevel + 1,
      title: seenLabel(),
      // For whoever reads on the list stands still.
      body: data
        ? this.#renderEntries(this.#more?.after ?? data)
        : error
          ? html`<p>${errorWords(error)}</p>`
          : html`<div class="skeleton" aria-busy="true"></div>`,
      actions: button('close', closeLabel()),
    });
  }

  #renderEntries(data: Page<AccessLogEntry>): TemplateResult {
    const further = this.#more;
    const entries = [...data.items, ...(further?.items ?? [])];
    if (!entries.length) {
      return html`<p>${msg('Ingen andre har åpnet samtalen ennå.', { id: 'inbox.seenByNobody' })}</p>`;
    }
    return html`<ul class="log stack" role="list" tabindex="0">
        ${entries.map((entry) => accessEntry(entry, 'day'))}
      </ul>
      ${(further ?? data).next ? button('more-seen', msg('Vis flere', { id: 'appointments.further' }), { kind: 'quiet', busy: this.#fetching }) : nothing}
      ${this.#failure ? notice('danger', html`<p>${errorWords(this.#failure)}</p>`) : nothing}`;
  }
}
