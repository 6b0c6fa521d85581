import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BackendError } from '../backend/errors.js';
import type { AccessLogEntry, Hint, Id, Page } from '../backend/types.js';
import type { Query } from '../controllers/query.js';
import { msg } from '../i18n/index.js';
import { entryId } from '../views/access-entry.js';
import { button } from '../views/button.js';
import { errorWords } from '../views/error-words.js';
import { notice } from '../views/notice.js';
import type { HnElement } from './base.js';
import type { Desk, WidgetAction } from './desk.js';

/** Entries that are fetched at once. */
const FETCHED = 30;

export interface AccessLogOptions {
  /** Of one conversation, or of everything; null while nobody looks. */
  filter: () => { threadId?: Id } | null;
  /** Hints of these types make it ask again. */
  hints?: readonly Hint['type'][];
}

/** The access log, the latest first, page by page. For whoever has read on it stands still. */
export class AccessLogPages {
  readonly #desk: Desk;
  readonly #host: HnElement;
  readonly #filter: AccessLogOptions['filter'];
  readonly #first: Query<Page<AccessLogEntry>>;
  /** All that is there since somebody has read on, and of which log it is. */
  #read: (Page<AccessLogEntry> & { log: string }) | null = null;
  #fetching = false;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: HnElement, { filter, hints = [] }: AccessLogOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#filter = filter;
    this.#first = host.query(() => {
      const now = filter();
      return (
        now && {
          key: ['access-log', now.threadId ?? ''],
          load: (backend, options) => backend.listAccessLog(now, { ...options, limit: FETCHED }),
          hints,
        }
      );
    });
    Object.assign(desk.actions, { 'more-log': () => this.#readOn() } satisfies Record<string, WidgetAction>);
  }

  /** Begins at the latest again. */
  restart(): void {
    this.#read = this.#failure = null;
  }

  /** Of the first page. */
  get snapshot(): Query<Page<AccessLogEntry>>['snapshot'] {
    return this.#first.snapshot;
  }

  get entries(): readonly AccessLogEntry[] {
    return this.#shown?.items ?? [];
  }

  get #shown(): Page<AccessLogEntry> | undefined {
    return this.#read?.log === this.#log ? this.#read : this.#first.data;
  }

  /** Tells logs apart. */
  get #log(): string {
    const { person } = this.#host.care ?? {};
    return JSON.stringify([person?.user, person?.party, this.#filter()]);
  }

  async #readOn(): Promise<void> {
    const { care, language } = this.#host;
    const filter = this.#filter();
    const shown = this.#shown;
    if (!care || !filter || !shown || this.#fetching) return;
    const desk = this.#desk;
    const log = this.#log;
    this.#fetching = true;
    this.#failure = null;
    this.#host.requestUpdate();
    try {
      const { items, next } = await care.call((backend) =>
        backend.listAccessLog(filter, { cursor: shown.next, limit: FETCHED, lang: language }),
      );
      if (log === this.#log) this.#read = { log, items: [...shown.items, ...items], next };
    } catch (error) {
      // What came too late is for another log, or for another person.
      if (error instanceof BackendError && log === this.#log) desk.failures.tell((this.#failure = error));
    } finally {
      this.#fetching = false;
      this.#host.requestUpdate();
    }
    if (this.#read?.log === this.#log) await desk.focusOn(`#${entryId(shown.items.length)}`);
  }

  /** The way on, and why it did not lead on. */
  renderMore(): TemplateResult {
    return html`${this.#shown?.next ? button('more-log', msg('Vis flere', { id: 'appointments.further' }), { kind: 'quiet', busy: this.#fetching }) : nothing}
    ${this.#failure ? notice('danger', html`<p>${errorWords(this.#failure)}</p>`) : nothing}`;
  }
}
