import { html, type TemplateResult } from 'lit/html.js';
import { msg } from '../../i18n/index.js';
import { accessEntry } from '../../views/access-entry.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { closeLabel } from '../../views/labels.js';
import { AccessLogPages } from '../access-log-pages.js';
import type { Desk, WidgetAction } from '../desk.js';
import type { InboxHost } from './inbox-host.js';
import { seenLabel } from './inbox-labels.js';

/** Hvem har sett: from the access log, the latest first. */
export class SeenDialog {
  open = false;
  readonly #host: InboxHost;
  readonly #log: AccessLogPages;

  constructor(desk: Desk, host: InboxHost) {
    this.#host = host;
    this.#log = new AccessLogPages(desk, host, {
      filter: () => (host.thread && this.open ? { threadId: host.thread } : null),
      hints: ['message'],
    });
    Object.assign(desk.actions, {
      seen: () => this.#show(true),
      'seen-closed': () => this.#show(false),
    } satisfies Record<string, WidgetAction>);
  }

  #show(open: boolean): void {
    this.open = open;
    this.#log.restart();
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { data, error } = this.#log.snapshot;
    return dialog({
      closed: 'seen-closed',
      level: this.#host.headingLevel + 1,
      title: seenLabel(),
      body: data
        ? this.#renderEntries()
        : error
          ? html`<p>${errorWords(error)}</p>`
          : html`<div class="skeleton" aria-busy="true"></div>`,
      actions: button('close', closeLabel()),
    });
  }

  #renderEntries(): TemplateResult {
    const { entries } = this.#log;
    if (!entries.length) {
      return html`<p>${msg('Ingen andre har åpnet samtalen ennå.', { id: 'inbox.seenByNobody' })}</p>`;
    }
    return html`<ul class="log stack" role="list" tabindex="0">
        ${entries.map((entry, n) => accessEntry(entry, n, 'day'))}
      </ul>
      ${this.#log.renderMore()}`;
  }
}
