import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, Folder, Id, Page, Thread } from '../../backend/types.js';
import { contactsQuestion } from '../../controllers/contacts-question.js';
import { drafted, replySlotOf } from '../../controllers/drafts.js';
import { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import { msg } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import type { Composer } from '../composer/composer.js';
import { Desk, type WidgetAction } from '../desk.js';
import { Arrivals, sentAt } from './arrivals.js';
import { Conversation } from './conversation.js';
import { inboxDeskStyles } from './inbox-desk.styles.js';
import type { InboxHost, Threads } from './inbox-host.js';
import { HnThreadOpenEvent } from './inbox.events.js';
import { chooser, folders, hitWords, searchForm } from './inbox-tools.js';
import { backLabel } from './inbox-labels.js';
import { SeenDialog } from './seen-dialog.js';

/** Hits that are fetched at once, and the most that stand in the page's tree. */
const FETCHED = 30;
const SHOWN = 60;

/** What `hn-inbox` does after the first sight: conversations, search, folders, writing. */
export class InboxDesk extends Desk {
  declare protected readonly host: InboxHost;

  readonly #contacts: Query<Page<Contact>>;
  readonly #found: Query<Page<Thread>>;
  readonly #hits: Pages<Thread>;
  /** The inbox while the archive is open: what comes is said there too. */
  readonly #inbox: Query<Threads>;
  readonly #seen: SeenDialog;
  readonly #conversation: Conversation;
  readonly #arrivals: Arrivals;
  /** What is in the search field, and what has been searched for. */
  #words = '';
  #sought = '';
  /** The search whose hits have been told. */
  #told: string | null = null;
  #choosing = false;
  #composer: Composer | null = null;
  #drafted: ReadonlySet<Id> = new Set();
  #lookedThrough: unknown;

  constructor(host: InboxHost) {
    super(host);
    this.addStyles(inboxDeskStyles);
    this.#contacts = host.query(() => (this.isHere ? contactsQuestion : null));
    this.#found = host.query(() => {
      const { contact } = host;
      const query = { q: this.#sought, ...(contact && { contactId: contact }) };
      return this.#sought && this.isHere
        ? {
            key: ['search', contact ?? '', this.#sought],
            load: (backend, options) => backend.searchThreads(query, { ...options, limit: FETCHED }),
            hints: ['message'],
          }
        : null;
    });
    this.#hits = new Pages(host, {
      first: this.#found,
      list: () => this.#sought,
      more: (backend, options) => {
        const { contact } = host;
        const query = { q: this.#sought, ...(contact && { contactId: contact }) };
        return backend.searchThreads(query, { ...options, limit: FETCHED });
      },
      at: sentAt,
      most: SHOWN,
    });
    this.#inbox = host.query(() => {
      const { contact, folder } = host;
      const filter = { folder: 'inbox' as const, ...(contact && { contactId: contact }) };
      return folder !== 'inbox' && this.isHere
        ? {
            key: ['threads', 'inbox', contact ?? ''],
            load: (backend, options) => backend.listThreads(filter, { ...options, limit: FETCHED }),
            hints: ['message'],
          }
        : null;
    });
    this.#arrivals = new Arrivals(this, host);
    this.#seen = new SeenDialog(this, host);
    this.#conversation = new Conversation(this, host, {
      contacts: () => this.#contacts.data?.items ?? [],
      listed: (id) => {
        const isIt = (thread: Thread): boolean => thread.id === id;
        return host.pages.all.find(isIt) ?? this.#hits.all.find(isIt);
      },
      changed: (id, to) => this.#change(id, to),
      close: () => this.#close(),
      kept: () => void this.#findDrafts(),
    });
    Object.assign(this.actions, {
      open: ({ dataset }) => this.#open(dataset.id ?? ''),
      back: () => this.#close(),
      folder: ({ dataset }) => this.#choose(dataset.id as Folder),
      older: () => this.#showOlder(),
      newer: () => this.#showNewer(),
      searching: (target) => this.#type((target as HTMLInputElement).value),
      search: () => this.#search(),
      'end-search': () => this.#endSearch(),
      new: () => this.#chooseContact(),
      'not-writing': () => this.#leaveChooser(),
      'write-to': ({ dataset }) => this.compose(dataset.id ?? ''),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get about(): string {
    return msg('Da kan du lese og skrive meldinger til tjenestene du får fra kommunen.', {
      id: 'inbox.about',
    });
  }

  protected override get keepsDrafts(): boolean {
    return super.keepsDrafts && this.host.draftStorage !== 'none';
  }

  protected override get writing(): boolean {
    return !!this.#composer?.writing || this.#conversation.writing;
  }

  /** Begins a message to a service; resolves when one can write. */
  async compose(id: Id): Promise<void> {
    this.#choosing = false;
    await this.host.updateComplete;
    if (!this.#contacts.data) await this.#contacts.refresh();
    const contact = this.#contacts.data?.items.find((one) => one.id === id);
    if (!contact?.write.allowed) {
      this.#chooseContact();
      return;
    }
    const module = await this.bring(import('../composer/composer.js'));
    if (!module) return;
    await this.#composer?.leave();
    this.host.thread = null;
    this.#composer = new module.Composer(this, {
      contact,
      host: this.host,
      memory: this.host.draftStorage === 'none',
      left: () => this.#leaveComposer(),
      back: () => backLabel(),
    }).enter();
    this.host.requestUpdate();
    await this.focusOn('#composer-title');
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { data } = this.host.session;
    // What is written on behalf of one is not shown to another.
    if (this.#composer && data?.user && !this.#composer.isOf(data)) this.#leaveComposer();
    // The page may open a conversation whatever is shown.
    if (!this.host.thread) return;
    this.#choosing = false;
    void this.#composer?.leave();
    this.#composer = null;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const { data } = this.host.threads;
    if (data && data !== this.#lookedThrough) {
      this.#lookedThrough = data;
      void this.#findDrafts();
    }
    const { contact, folder } = this.host;
    this.#arrivals.look((folder === 'inbox' ? this.host.threads : this.#inbox).data?.items);
    const hits = this.#found.data;
    const search = `${contact} ${this.#sought}`;
    // Once to a search: what changes in a hit is no news of how many there are.
    if (!hits || search === this.#told) return;
    this.#told = search;
    this.say(() => hitWords(hits.items.length, !!hits.next));
  }

  protected override leaveParty(): void {
    this.#words = this.#sought = '';
    this.#choosing = this.#seen.open = false;
    this.host.thread = null;
  }

  async #findDrafts(): Promise<void> {
    const { care, pages } = this.host;
    if (!care) return;
    const ids = pages.items.map(({ id }) => id);
    const found = await drafted(care, ids, replySlotOf);
    // The rows are drawn anew with another set.
    if (found.size === this.#drafted.size && [...found].every((id) => this.#drafted.has(id))) return;
    this.#drafted = found;
    this.host.requestUpdate();
  }

  #change(id: Id, to: (thread: Thread) => Thread | null): void {
    const { pages, threads } = this.host;
    pages.change(id, to);
    this.#hits.change(id, (thread) => to(thread) ?? thread);
    threads.update(({ items, counts, next }) => {
      const before = items.find((thread) => thread.id === id);
      const after = before && to(before);
      const read = before && after ? before.unread - after.unread : 0;
      return {
        items: items.flatMap((thread) => (thread === before ? (after ?? []) : thread)),
        counts: { unread: Math.max(0, counts.unread - read) },
        next,
      };
    });
  }

  async #open(id: Id): Promise<void> {
    this.#choosing = false;
    // Where nothing is written it is asked for within the press itself.
    if (this.#composer) await this.#composer.leave();
    this.#composer = null;
    this.host.thread = id;
    this.host.dispatchEvent(new HnThreadOpenEvent(id));
    await this.#conversation.shown();
    await this.focusOn('#conversation-title', '.pane');
  }

  #close(): void {
    const id = this.host.thread ?? '';
    this.host.thread = null;
    void this.focusOn(`[data-do=open][data-id="${CSS.escape(id)}"]`, '#title');
  }

  #choose(folder: Folder): void {
    this.host.folder = folder;
    this.host.thread = null;
  }

  async #showOlder(): Promise<void> {
    const shown = this.#shown;
    const first = await shown.showOlder();
    if (!first && shown.error) this.failures.tell(shown.error);
    if (first) await this.focusOn(`[data-do=open][data-id="${CSS.escape(first.id)}"]`);
  }

  #showNewer(): void {
    const last = this.#shown.showNewer();
    if (last) void this.focusOn(`[data-do=open][data-id="${CSS.escape(last.id)}"]`);
  }

  #type(words: string): void {
    this.#words = words;
    // An emptied field is the way back to all, also by the field's own button.
    if (!words && this.#sought) this.#endSearch();
  }

  #search(): void {
    this.#sought = this.#words.trim();
    // Whoever asks again is told again.
    this.#told = null;
    this.#choosing = false;
    this.host.thread = null;
    this.host.requestUpdate();
  }

  #endSearch(): void {
    this.#words = this.#sought = '';
    this.host.requestUpdate();
    void this.focusOn('#search');
  }

  #chooseContact(): void {
    this.#choosing = true;
    this.host.thread = null;
    this.host.requestUpdate();
    void this.focusOn('#chooser-title');
  }

  #leaveChooser(): void {
    this.#choosing = false;
    this.host.requestUpdate();
    void this.focusOn('[data-do=new]', '#title');
  }

  #leaveComposer(): void {
    void this.#composer?.leave();
    this.#composer = null;
    void this.host.threads.refresh();
    this.host.requestUpdate();
    void this.focusOn('[data-do=new]', '#title');
  }

  /** The list that is shown: hits, or the folder. */
  get #shown(): Pages<Thread> {
    return this.#sought ? this.#hits : this.host.pages;
  }

  /** Whether a new message is being begun. */
  get writesAnew(): boolean {
    return !!this.#composer || this.#choosing;
  }

  /** Whether there is something to show although the list is not there (yet). */
  get shows(): boolean {
    return !!this.host.thread || this.host.threads.snapshot.status === 'error';
  }

  /** Conversations that are listed. */
  get threads(): readonly Thread[] {
    return this.#shown.items;
  }

  /** Those in which a reply is begun. */
  get drafted(): ReadonlySet<Id> {
    return this.#drafted;
  }

  renderSearch(): TemplateResult | typeof nothing {
    return this.isHere && this.host.care?.can('search') && !this.#composer
      ? searchForm(this.#words)
      : nothing;
  }

  /** What stands there instead of list and conversation. */
  renderOther(): TemplateResult | typeof nothing | null {
    const { host } = this;
    if (host.public) {
      return html`<slot name="empty"
        ><p>${msg('Logg inn for å lese og skrive meldinger.', { id: 'inbox.public' })}</p></slot
      >`;
    }
    if (this.#composer) return this.#composer.render();
    return this.#choosing ? chooser(this.#contacts.data?.items, host.headingLevel + 1) : null;
  }

  renderAboveRows(): unknown {
    const { host } = this;
    const shown = this.#shown;
    const { status, error } = this.#snapshot;
    return html`${
      this.#sought
        ? html`<div class="found">
            ${status === 'ready' ? html`<p>${hitWords(shown.all.length, !shown.whole)}</p>` : nothing}
            ${button('end-search', msg('Vis alle samtaler', { id: 'inbox.endSearch' }), { kind: 'quiet' })}
          </div>`
        : host.care?.can('folders')
          ? folders(host.folder)
          : nothing
    }
    ${
      status === 'error'
        ? notice(
            'danger',
            html`<p>${errorWords(error ?? { code: 'internal' })}</p>`,
            button('retry', retryLabel()),
          )
        : nothing
    }
    ${
      shown.hasNewer
        ? button('newer', msg('Vis nyere samtaler', { id: 'inbox.newer' }), { kind: 'quiet' })
        : nothing
    }`;
  }

  renderBelowRows(): unknown {
    const shown = this.#shown;
    const empty = this.#snapshot.status === 'ready' && !shown.items.length && !this.#sought;
    return html`${
      empty
        ? html`<slot name="empty"><p class="none muted">${emptyWords(this.host.folder)}</p></slot>`
        : nothing
    }
    ${
      shown.hasOlder
        ? button('older', msg('Vis eldre samtaler', { id: 'inbox.older' }), {
            kind: 'quiet',
            busy: shown.fetching,
          })
        : nothing
    }
    ${shown.error ? notice('danger', html`<p>${errorWords(shown.error)}</p>`) : nothing}`;
  }

  renderPane(): unknown {
    if (this.host.thread) return this.#conversation.render();
    return this.#shown.items.length
      ? html`<p class="muted">${msg('Velg en samtale for å lese den.', { id: 'inbox.choose' })}</p>`
      : nothing;
  }

  get #snapshot(): Query<Page<Thread>>['snapshot'] {
    return (this.#sought ? this.#found : this.host.threads).snapshot;
  }

  protected override renderDialog(): TemplateResult | typeof nothing {
    return this.#seen.open ? this.#seen.render() : super.renderDialog();
  }
}

const emptyWords = (folder: Folder): string =>
  folder === 'inbox'
    ? msg('Du har ingen meldinger her ennå.', { id: 'inbox.empty' })
    : msg('Du har ikke arkivert noen samtaler.', { id: 'inbox.emptyArchive' });
