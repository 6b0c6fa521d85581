import type { ReactiveController } from 'lit';
import { html, noChange, nothing, render, type TemplateResult } from 'lit/html.js';
import { BackendError } from '../../backend/errors.js';
import type { Contact, Id, Message, Page, Thread } from '../../backend/types.js';
import { saveAs } from '../../controllers/download.js';
import { mayHaveDrafts } from '../../controllers/drafts.js';
import { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import { msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import type { Addressee } from '../../views/composer.js';
import { errorWords } from '../../views/error-words.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { phoneLink } from '../../views/phone.js';
import { whyNoReply } from '../../views/reasons.js';
import type { Composer } from '../composer/composer.js';
import type { Desk, WidgetAction } from '../desk.js';
import {
  conversationMessages,
  conversationTop,
  messageList,
  type ConversationView,
} from './conversation-view.js';
import type { InboxHost } from './inbox-host.js';
import { backLabel } from './inbox-labels.js';
import { withWhom } from './thread-row.js';

/** Messages that are fetched at once, and the most that stand in the page's tree. */
const FETCHED = 30;
const SHOWN = 60;
/** The one before stays so long while another is on its way, in milliseconds: nothing flickers where that is quick. */
const PATIENCE = 100;

export interface ConversationOptions {
  /** Those that one may write to. */
  contacts: () => readonly Contact[];
  /** The conversation as a list has it. */
  listed: (id: Id) => Thread | undefined;
  /** Called when a conversation has been read, moved or answered, with what became of it. */
  changed: (id: Id, to: (thread: Thread) => Thread | null) => void;
  /** Leads out of the conversation. */
  close: () => void;
  /** Called when a reply that is begun has been kept, or deleted. */
  kept: () => void;
}

/** The conversation that is open: one for all, which shows another when another is opened. */
export class Conversation implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: InboxHost;
  readonly #options: ConversationOptions;
  readonly #thread: Query<Thread>;
  readonly #messages: Query<Page<Message>>;
  readonly #pages: Pages<Message>;
  readonly #downloading = new Set<Id>();
  #Composer: typeof Composer | null = null;
  #composer: Composer | null = null;
  /** The one of the conversation that is waited for, made meanwhile. */
  #next: Composer | null = null;
  #coming?: Promise<{ Composer: typeof Composer }>;
  /** What of the composer has focus. */
  #writingIn: Element | null = null;
  #marked = '';
  #failure: BackendError | null = null;
  /** The one that was asked for last. */
  #asked: Id | null = null;
  /** Ends the time in which the one before is still shown. */
  #turn: (() => void) | null = null;
  #turned?: Promise<void>;

  constructor(desk: Desk, host: InboxHost, options: ConversationOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    this.#thread = host.query(() => {
      const id = host.thread;
      return id && !options.listed(id)
        ? { key: ['thread', id], load: (backend, o) => backend.getThread(id, o), hints: ['message'] }
        : null;
    });
    this.#messages = host.query(() => {
      const id = host.thread;
      return id
        ? {
            key: ['messages', id],
            load: (backend, o) => backend.listMessages(id, { ...o, limit: FETCHED }),
            hints: ['message'],
          }
        : null;
    });
    this.#pages = new Pages(host, {
      first: this.#messages,
      list: () => host.thread ?? '',
      more: (backend, o) => backend.listMessages(host.thread ?? '', { ...o, limit: FETCHED }),
      at: ({ sentAt }) => Date.parse(sentAt),
      most: SHOWN,
    });
    // What is pressed in the one before is not done to the one that comes.
    const here = (act: () => unknown) => () => !this.#turn && act();
    Object.assign(desk.actions, {
      'older-messages': here(() => this.#showOlder()),
      'newer-messages': here(() => this.#showNewer()),
      download: ({ dataset }) => this.#download(dataset.id ?? ''),
      archive: here(() => this.#move('archive')),
      'to-inbox': here(() => this.#move('inbox')),
      print: here(() => this.#print()),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#turn?.();
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.shadowRoot ?? {};
    this.#writingIn = activeElement?.closest('.composer') ? activeElement : null;
    this.#wait();
    const { data } = this.#host.session;
    const { thread } = this;
    // What is written on behalf of one is not shown to another.
    const isOther = (composer: Composer): boolean =>
      !!data?.user && (thread?.id !== composer.threadId || !composer.isOf(data));
    if (this.#next && isOther(this.#next)) this.#next = leave(this.#next);
    if (this.#composer && !isOther(this.#composer)) return;
    // Where one may not answer any more there may be something that was begun while one might.
    if (!this.#next && thread?.contact && data && (thread.reply.allowed || this.#mayHaveDrafts)) {
      // Its code comes with the first conversation, while the messages are on their way.
      if (this.#Composer) this.#next = this.#composerOf(this.#Composer, thread, thread.contact);
      else void this.#loadComposer();
    }
    if (this.#turn) return;
    leave(this.#composer);
    this.#composer = this.#next?.enter() ?? null;
    this.#next = null;
  }

  hostUpdated(): void {
    // Whoever stood in the field is told there why it has gone.
    if (this.#writingIn?.isConnected === false) void this.#desk.focusOn('#no-reply');
    void this.#markRead();
  }

  /** Keeps what is shown for a moment when another conversation is asked for. */
  #wait(): void {
    const { thread } = this.#host;
    if (thread !== this.#asked) {
      this.#failure = null;
      this.#turn?.();
      if (thread && this.#asked) {
        this.#turned = new Promise((resolve) => {
          const turn = (this.#turn = () => {
            this.#turn = null;
            resolve();
          });
          setTimeout(() => {
            if (this.#turn !== turn) return;
            turn();
            this.#host.requestUpdate();
          }, PATIENCE);
        });
      }
      this.#asked = thread;
    }
    const { data, snapshot } = this.#messages;
    if ((this.thread && data) || snapshot.error || this.#thread.snapshot.error) this.#turn?.();
  }

  /** Resolves when the conversation that was asked for stands there, be it without its messages. */
  async shown(): Promise<void> {
    await this.#host.updateComplete;
    await this.#turned;
  }

  /** The one that is open. */
  get thread(): Thread | undefined {
    const { thread } = this.#host;
    return (thread && this.#options.listed(thread)) || this.#thread.data;
  }

  /** Whether somebody writes here. */
  get writing(): boolean {
    const { thread } = this;
    const composer = this.#composer;
    return !!thread && !!composer?.writing && (thread.reply.allowed || composer.begun);
  }

  get #mayHaveDrafts(): boolean {
    const { care } = this.#host;
    return !!care && mayHaveDrafts(care);
  }

  readonly #look = (): void => this.#host.requestUpdate();

  async #loadComposer(): Promise<void> {
    this.#coming ??= import('../composer/composer.js');
    try {
      this.#Composer = (await this.#coming).Composer;
      this.#host.requestUpdate();
    } catch {
      // The next look tries again.
      this.#coming = undefined;
    }
  }

  #composerOf(Class: typeof Composer, { id }: Thread, contact: NonNullable<Thread['contact']>): Composer {
    const known: Addressee | undefined = this.#options.contacts().find((one) => one.id === contact.id);
    return new Class(this.#desk, {
      contact: known ?? { ...contact, topics: [], closedDays: [], replyWithinWorkingDays: null },
      threadId: id,
      host: this.#host,
      memory: this.#host.draftStorage === 'none',
      left: this.#options.close,
      back: () => '',
      promised: () => this.thread?.replyBy ?? null,
      replied: (message) => this.#show(message),
      kept: this.#options.kept,
    });
  }

  /** What has been sent stands there at once; what else has come of it is asked for. */
  #show(message: Message): void {
    const { threadId, id } = message;
    if (threadId === this.#host.thread) {
      const { fetching } = this.#messages.snapshot;
      this.#messages.update(({ items, next }) => ({
        items: [message, ...items.filter((one) => one.id !== id)],
        next,
      }));
      // What is under way may not know of it yet.
      if (fetching) void this.#messages.refresh();
    }
    void this.#host.care?.hint({ type: 'message', partyId: null, id: threadId });
  }

  async #markRead(): Promise<void> {
    const { care } = this.#host;
    const thread = this.thread;
    const [newest] = this.#pages.all;
    if (!care || !thread?.unread || newest?.threadId !== thread.id) return;
    if (document.visibilityState !== 'visible' || this.#marked === newest.id) return;
    this.#marked = newest.id;
    try {
      // Read is what has been seen; and whoever waits for it does not wait for this too.
      await painted();
      if (this.#host.thread !== thread.id) {
        this.#marked = '';
        return;
      }
      await care.call((backend) => backend.markRead(thread.id, newest.id));
      this.#options.changed(thread.id, (one) => ({ ...one, unread: 0 }));
    } catch {
      // It stays unread, which loses nothing; the next look tries again.
      this.#marked = '';
    }
  }

  async #showOlder(): Promise<void> {
    this.#failure = null;
    const first = await this.#pages.showOlder();
    if (this.#pages.error) {
      this.#fail(this.#pages.error);
      return;
    }
    if (first) await this.#desk.focusOn(`#message-${CSS.escape(first.id)}`);
  }

  async #showNewer(): Promise<void> {
    const last = this.#pages.showNewer();
    if (last) await this.#desk.focusOn(`#message-${CSS.escape(last.id)}`);
  }

  async #download(id: Id): Promise<void> {
    const { care, thread } = this.#host;
    const attachment = this.#pages.all.flatMap(({ attachments }) => attachments).find((one) => one.id === id);
    if (!care || !attachment || this.#downloading.has(id)) return;
    this.#downloading.add(id);
    this.#failure = null;
    this.#host.requestUpdate();
    try {
      saveAs(await care.call((backend) => backend.getAttachment(id)), attachment.name);
      this.#desk.say(() => msg(str`${attachment.name} er lastet ned`, { id: 'attachment.downloaded' }));
    } catch (error) {
      this.#fail(error, thread);
    } finally {
      this.#downloading.delete(id);
      this.#host.requestUpdate();
    }
  }

  async #move(folder: Thread['folder']): Promise<void> {
    const { care, thread: id } = this.#host;
    if (!care || !id) return;
    this.#failure = null;
    try {
      await care.call((backend) => backend.moveThread(id, folder));
    } catch (error) {
      this.#fail(error, id);
      return;
    }
    this.#options.changed(id, () => null);
    if (this.#host.thread === id) this.#options.close();
    this.#desk.say(() =>
      folder === 'archive'
        ? msg('Samtalen er arkivert', { id: 'inbox.isArchived' })
        : msg('Samtalen er flyttet til innboksen', { id: 'inbox.isInInbox' }),
    );
    // The other folder has changed too.
    void care.hint({ type: 'message', partyId: null, id });
  }

  async #print(): Promise<void> {
    const { thread } = this;
    const lang = this.#host.locale.catalogue?.lang;
    if (!thread || !lang) return;
    this.#failure = null;
    const module = await this.#desk.bring(import('../print-alone.js'));
    // Of another that is opened meanwhile nothing comes on this one's paper.
    if (!module || this.#host.thread !== thread.id) return;
    const all = await this.#pages.fetchAll();
    if (!all) {
      this.#fail(this.#pages.error, thread.id);
      return;
    }
    const messages = [...all].reverse();
    const paper = this.#desk.run(
      () =>
        html`<h1>${thread.subject}</h1>
          <p>${withWhom(thread)}</p>
          ${messageList({ ...this.#view(thread, messages), level: 1, now: module.ON_PAPER })}`,
    );
    await module.printAlone(thread.subject, lang, (page) => render(paper, page));
  }

  /** Tells what went wrong in the conversation `id`, once; it stands there only as long as that one is open. */
  #fail(error: unknown, id = this.#host.thread): void {
    // What came too late is for another person.
    if (!(error instanceof BackendError) || error === this.#failure) return;
    if (id === this.#host.thread) this.#failure = error;
    this.#host.requestUpdate();
    this.#desk.failures.tell(error);
  }

  #view(thread: Thread, messages: readonly Message[]): ConversationView {
    const { care, headingLevel } = this.#host;
    return {
      thread,
      messages,
      hasOlder: this.#pages.hasOlder,
      hasNewer: this.#pages.hasNewer,
      fetching: this.#pages.fetching,
      downloading: this.#downloading,
      level: headingLevel + 1,
      now: care?.now() ?? 0,
      archive: !!care?.can('folders'),
      log: !!care?.can('access-log'),
    };
  }

  render(): TemplateResult | typeof noChange {
    if (this.#turn) return noChange;
    const { thread } = this;
    const error = this.#thread.snapshot.error ?? this.#messages.snapshot.error;
    if (!thread) return error ? this.#renderError(error) : waiting();
    const view = this.#view(thread, [...this.#pages.items].reverse());
    const failure = this.#failure;
    return html`${conversationTop(view)}${
      this.#messages.data ? conversationMessages(view) : error ? this.#renderError(error) : waiting()
    }${failure ? notice('danger', html`<p>${errorWords(failure)}</p>`) : nothing}${
      thread.reply.allowed || !thread.contact
        ? nothing
        : html`<div id="no-reply" tabindex="-1">${this.#renderWhyNot(thread)}</div>`
    }${thread.reply.allowed || this.#composer?.shows ? this.#composer?.render(thread.reply.allowed) : nothing}`;
  }

  #renderError(error: BackendError): TemplateResult {
    return notice(
      'danger',
      html`<p>${errorWords(error)}</p>`,
      html`<div class="acts">
        ${button('retry', retryLabel())} ${button('back', backLabel(), { kind: 'quiet' })}
      </div>`,
    );
  }

  #renderWhyNot({ reply, contact }: Thread): TemplateResult | typeof nothing {
    if (!contact) return nothing;
    const { write } = this.#options.contacts().find(({ id }) => id === contact.id) ?? {};
    const [phone] = contact.phones;
    return notice(
      'info',
      html`<p>
        ${whyNoReply(reply, write)} ${!write?.allowed && phone ? phoneLink(phone.number) : nothing}
      </p>`,
      write?.allowed
        ? button('write-to', msg(str`Ny melding til ${contact.name}`, { id: 'composer.title' }), {
            id: contact.id,
          })
        : nothing,
    );
  }
}

function leave(composer: Composer | null): null {
  void composer?.leave();
  return null;
}

/** Resolves when what stands there has been painted; in a tab that nobody looks at, when somebody does. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Until the messages are there. */
const waiting = (): TemplateResult =>
  html`<div class="waiting" aria-busy="true">
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>`;
