import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Folder, Id, Scope, Thread } from '../../backend/types.js';
import { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import { osloDate } from '../../domain/oslo.js';
import { covers } from '../../domain/scopes.js';
import { currentCatalogue, msg } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { rows } from '../../views/rows.js';
import { HnElement, type WidgetState } from '../base.js';
import type { PropertyDeclarations } from '../reactive-element.js';
import type { HnComposeEvent } from '../contacts/contacts.events.js';
import type { InboxDesk } from './inbox-desk.js';
import { HnUnreadChangeEvent } from './inbox.events.js';
import type { Threads } from './inbox-host.js';
import { inboxStyles } from './inbox.styles.js';
import { threadRow } from './thread-row.js';
import { threadSkeleton } from './thread-skeleton.js';

/** Conversations that are fetched at once, and the most that stand in the page's tree. */
const FETCHED = 30;
const SHOWN = 60;

/**
 * Meldinger: conversations with the municipality's services. One reads and answers, writes anew, searches
 * and archives; new messages appear by themselves.
 *
 * ```html
 * <hn-inbox backend-url="https://helse.kommune.example/api">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-inbox>
 * ```
 *
 * @tag hn-inbox
 * @status stable
 *
 * @event {HnThreadOpenEvent} hn-thread-open - Somebody has opened a conversation.
 * @event {HnUnreadChangeEvent} hn-unread-change - The number of unread messages has changed.
 * @event {HnBeforeMessageSendEvent} hn-before-message-send - A message is about to be sent; cancelable.
 * @event {HnMessageSentEvent} hn-message-sent - A message has been sent.
 *
 * @csspart thread-list - The list of conversations.
 * @csspart thread - A conversation in the list.
 * @csspart unread - How many messages of a conversation are unread.
 * @csspart conversation - The conversation that is open.
 * @csspart message - A message; also `message-own`, `message-service`.
 * @csspart message-own - A message from the resident's side.
 * @csspart message-service - A message from the service.
 * @csspart search - The search field.
 * @csspart composer - Where one writes.
 * @csspart attachment - A file that goes with a message.
 */
export class HnInboxElement extends HnElement {
  static override styles = [...HnElement.styles, inboxStyles];

  static override properties: PropertyDeclarations = {
    ...HnElement.properties,
    thread: {},
    contact: {},
    folder: {},
    draftStorage: { attribute: 'draft-storage' },
  };

  /** Id of the conversation that is open; null is none. Follows what the person opens. */
  declare thread: Id | null;

  /** Only conversations with this contact. */
  declare contact: Id | null;

  /** Which conversations are listed. Follows what the person chooses. */
  declare folder: Folder;

  /** `session` keeps what is being written in the tab, encrypted; `none` keeps it in memory alone. */
  declare draftStorage: 'session' | 'none';

  /** @internal The newest conversations. */
  readonly threads: Query<Threads> = this.query(() => {
    // As it is now: others hold the answer too, and it is asked for again when another folder is shown here.
    const filter = this.#filter;
    return this.public || !this.#isLetIn
      ? null
      : {
          key: ['threads', this.folder, this.contact ?? ''],
          load: (backend, options) => backend.listThreads(filter, { ...options, limit: FETCHED }),
          hints: ['message'],
        };
  });

  /** @internal As many of them as have been fetched. */
  readonly pages = new Pages<Thread>(this, {
    first: this.threads,
    list: () => `${this.folder} ${this.contact}`,
    more: (backend, options) => backend.listThreads(this.#filter, { ...options, limit: FETCHED }),
    at: ({ lastMessage }) => Date.parse(lastMessage.sentAt),
    most: SHOWN,
  });

  #unread?: number;

  constructor() {
    super();
    this.folder = 'inbox';
    this.draftStorage = 'session';
  }

  /** @internal */
  override get scope(): Scope {
    return 'messages';
  }

  protected override get label(): string {
    return msg('Meldinger', { id: 'common.messages' });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const { status, data } = this.threads.snapshot;
    if (this.public) return 'empty';
    if (!data) return status === 'error' ? 'error' : 'loading';
    return data.items.length ? 'ready' : 'empty';
  }

  protected override async loadDesk(): Promise<InboxDesk> {
    return new (await import('./inbox-desk.js')).InboxDesk(this);
  }

  protected get inboxDesk(): InboxDesk | null {
    return this.desk as InboxDesk | null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.addEventListener('hn-compose', this.#compose);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.removeEventListener('hn-compose', this.#compose);
  }

  protected override updated(): void {
    super.updated();
    // A conversation that is open from the start is shown by the desk.
    if (this.thread && this.threads.data) void this.summonDesk();
    const unread = this.threads.data?.counts.unread;
    if (unread === undefined || unread === this.#unread) return;
    this.#unread = unread;
    this.dispatchEvent(new HnUnreadChangeEvent(unread));
  }

  get #isLetIn(): boolean {
    return covers(this.session.actingFor, this.scope);
  }

  get #filter(): { folder: Folder; contactId?: Id } {
    return { folder: this.folder, ...(this.contact && { contactId: this.contact }) };
  }

  /** Somebody wants to write to a service of the same backend, in another widget: that is done here. */
  readonly #compose = (event: HnComposeEvent): void => {
    const from = event.composedPath()[0] as Partial<HnElement>;
    if (event.defaultPrevented || !this.care || from.care !== this.care) return;
    event.preventDefault();
    void this.summonDesk().then((desk) => (desk as InboxDesk | null)?.compose(event.contactId));
  };

  protected override renderTools(): unknown {
    const desk = this.inboxDesk;
    const { way, data } = this.session;
    // Whoever is not in, or receives no service, has nobody to write to.
    const writes =
      way === 'active' && data?.hasServices && !this.public && this.#isLetIn && !desk?.writesAnew;
    return html`<div class="tools">
      ${desk?.renderSearch()}
      ${!writes ? nothing : button('new', msg('Ny melding', { id: 'common.newMessage' }), { kind: 'primary' })}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return threadSkeleton();
  }

  /** The same rows stand there whether the desk is here or not, so that none is drawn anew when it comes. */
  protected override renderContent(): unknown {
    const desk = this.inboxDesk;
    const other = desk?.renderOther();
    if (other) return other;
    if (!this.threads.data && !desk?.shows) return threadSkeleton();
    const now = this.care?.now() ?? 0;
    const threads = desk?.threads ?? this.pages.items;
    const drafted = desk?.drafted;
    const today = osloDate(now);
    return html`<div class="inbox">
      <div class="list">
        ${desk ? desk.renderAboveRows() : this.care?.can('folders') ? html`<div class="folders"></div>` : nothing}
        ${
          threads.length
            ? html`<ul part="list thread-list" role="list">
                ${rows(
                  threads.map((thread) => {
                    const { id } = thread;
                    return [
                      thread,
                      id === this.thread,
                      !!drafted?.has(id),
                      today,
                      currentCatalogue(),
                    ] as const;
                  }),
                  ([thread, open, drafted]) => threadRow(thread, { now, open, drafted }),
                )}
              </ul>`
            : nothing
        }
        ${desk?.renderBelowRows()}
      </div>
      <div
        part="conversation"
        class="pane ${this.thread ? 'one' : ''}"
        tabindex="-1"
        role="group"
        aria-label=${msg('Samtale', { id: 'inbox.conversation' })}
      >
        ${desk?.renderPane()}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-inbox': HnInboxElement;
  }
}
