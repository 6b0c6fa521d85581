import type { ReactiveControllerHost } from 'lit';
import type { BackendError } from '../backend/errors.js';
import type { Id, Language, Message, Session, Thread } from '../backend/types.js';
import type { CareClient } from '../care/care-client.js';
import { draftsOf, type Draft, type DraftStore } from '../care/drafts.js';
import { newKey, outboxOf, type Sending } from '../care/outbox.js';
import { isSamePerson, type Person } from '../care/person.js';
import { Attachments, type AttachmentEntry } from './attachments.js';
import { replySlotOf, slotOf } from './drafts.js';

export interface CompositionHost extends ReactiveControllerHost, HTMLElement {
  readonly care: CareClient | null;
  readonly language: Language;
}

export interface CompositionOptions {
  contactId: Id;
  /** The conversation that is answered; without it the message begins one. */
  threadId?: Id | null;
  /** Keeps the draft in memory alone. */
  memory: boolean;
  /** Called when a file has been uploaded, refused or taken away. */
  fileChanged: (entry: AttachmentEntry) => void;
  /** Called once with what has been sent, also when it went by itself after it had failed. */
  sent: (result: Thread | Message) => void;
  /** Called when what is begun has been kept, or deleted. */
  kept?: (() => void) | undefined;
  /** Called when it is deleted with all that its person has begun, as at log-out. */
  purged?: (() => void) | undefined;
}

/**
 * `arrived`: an attempt whose answer got lost did arrive, before the text was changed.
 */
export type CompositionState = 'opening' | 'writing' | 'sending' | 'failed' | 'arrived' | 'sent';

export interface MessageValues {
  topicId: Id | null;
  subject: string;
  body: string;
}

/** A draft is kept this long after the last keystroke, in milliseconds. */
const PAUSE = 300;
const EMPTY: MessageValues = { topicId: null, subject: '', body: '' };

/**
 * One message to one contact, the first of a conversation or a reply, from the first letter until it is
 * sent: its draft, its files, and the sending, which may be tried again without it arriving twice.
 */
export class Composition {
  state: CompositionState = 'opening';
  values: MessageValues = EMPTY;
  /** Names of files that a reload lost before they were uploaded. */
  lost: string[] = [];
  /** Text of an earlier visit has been taken up. */
  restored = false;
  error: BackendError | null = null;
  /** The new conversation, or the reply, once sent. */
  result: Thread | Message | null = null;
  readonly attachments: Attachments;

  readonly #host: CompositionHost;
  readonly #care: CareClient;
  readonly #contactId: Id;
  readonly #threadId: Id | null;
  readonly #slot: string;
  readonly #memory: boolean;
  readonly #sent: CompositionOptions['sent'];
  readonly #kept: CompositionOptions['kept'];
  readonly #drafts: DraftStore;
  #key: string = newKey();
  #timer?: ReturnType<typeof setTimeout>;
  #goingToLogIn = false;
  #watching = false;
  /** Whether something may lie in the slot. */
  #stored = false;
  #sending: Sending<Thread | Message> | null = null;
  #stop?: () => void;
  readonly #owner: Person | null;
  readonly #purged: CompositionOptions['purged'];
  /** How many purges it knows of. */
  #purges: number;
  #stopPurge?: () => void;

  constructor(host: CompositionHost, care: CareClient, options: CompositionOptions) {
    const { contactId, threadId = null, memory, fileChanged, sent, kept, purged } = options;
    this.#host = host;
    this.#care = care;
    this.#contactId = contactId;
    this.#threadId = threadId;
    this.#slot = threadId ? replySlotOf(threadId) : slotOf(contactId);
    this.#memory = memory;
    this.#sent = sent;
    this.#kept = kept;
    this.#drafts = draftsOf(care);
    this.#owner = care.person;
    this.#purged = purged;
    this.#purges = this.#drafts.purges;
    this.attachments = new Attachments(care, (entry) => {
      // With another file it is another message.
      if (this.state === 'failed') this.#withdraw();
      this.#keep();
      fileChanged(entry);
      host.requestUpdate();
    });
  }

  /** To be called when the composer is on the page. */
  attach(): void {
    this.#stopPurge = this.#drafts.onPurge(this.#look);
    this.#look();
    if (this.isBegun) this.#watch();
  }

  /** Resolves when what is begun is kept. */
  async detach(): Promise<void> {
    this.#stopPurge?.();
    this.#stopPurge = undefined;
    if (this.#watching) {
      this.#watching = false;
      removeEventListener('beforeunload', this.#ask);
      removeEventListener('pagehide', this.#leaving);
      removeEventListener('hn-login-required', this.#letGo);
    }
    await this.#keepNow();
  }

  /** Listens to the page, from the first letter on: most conversations are only read. */
  #watch(): void {
    if (this.#watching || !this.#stopPurge) return;
    this.#watching = true;
    addEventListener('beforeunload', this.#ask);
    addEventListener('pagehide', this.#leaving);
    addEventListener('hn-login-required', this.#letGo);
  }

  /** Takes up what was begun before. */
  async open(): Promise<void> {
    const looking = this.#drafts.get(this.#slot);
    // Mostly there is none, and one can write at once.
    const draft = this.#drafts.isEmpty ? null : await looking;
    const known = draft && outboxOf(this.#care).get(draft.key);
    // It may have gone out while its draft was read, or another widget may have kept it after that.
    if (draft && known?.state === 'sent') {
      void this.#drafts.delete(this.#slot, this.#owner);
    } else if (draft) {
      this.#stored = true;
      const { topicId = null, subject = '', body, attachments, uploading = [] } = draft;
      this.#key = draft.key;
      this.values = { topicId, subject, body };
      this.lost = uploading;
      this.attachments.restore(attachments);
      this.restored = true;
      this.#watch();
    }
    this.#show('writing');
    // It is still tried: what is changed here is not sent as it was.
    if (known?.state === 'sending' || known?.waitingFor) this.#follow(known as Sending<Thread | Message>);
    // It was on its way when the page went: the same message, on the same key.
    else if (draft?.sending && !known) await this.send();
  }

  change(values: Partial<MessageValues>): void {
    this.#withdraw();
    this.#goingToLogIn = false;
    this.values = { ...this.values, ...values };
    this.#keep();
    this.#host.requestUpdate();
  }

  /** What is changed is not what was to be sent: the earlier text is not tried again by itself. */
  #withdraw(): void {
    this.#stop?.();
    this.#sending?.cancel();
    this.#sending = null;
    if (this.state === 'failed') this.#show('writing');
  }

  /** Whether something would be lost. */
  get isBegun(): boolean {
    const { subject, body } = this.values;
    return this.state !== 'sent' && !!(subject || body || this.attachments.entries.length);
  }

  /** Sends, or tries again, so that it arrives once. Resolves when it has been sent, or has failed for now. */
  async send(): Promise<void> {
    if (this.state === 'sending') return;
    // The first has arrived: what it has become since is another message.
    if (this.state === 'arrived') this.#key = newKey();
    this.error = null;
    this.#show('sending');
    await this.#keepNow();
    // An earlier attempt may have arrived meanwhile, or whoever wrote it have logged out.
    if ((this.state as CompositionState) !== 'sending') return;
    const sending = this.#dispatch();
    this.#follow(sending);
    if (sending.state !== 'sending') return;
    await new Promise<void>((resolve) => {
      const stop = sending.subscribe(() => {
        if (sending.state === 'sending') return;
        stop();
        resolve();
      });
    });
  }

  #dispatch(): Sending<Thread | Message> {
    const { topicId } = this.values;
    const subject = this.values.subject.trim();
    const body = this.values.body.trim();
    const attachmentIds = this.attachments.uploaded.map(({ id }) => id);
    const outbox = outboxOf(this.#care);
    const kept = { draft: this.#slot };
    return this.#threadId
      ? outbox.sendMessage(this.#threadId, { body, attachmentIds }, this.#key, kept)
      : outbox.sendThread(
          { contactId: this.#contactId, topicId, subject, body, attachmentIds },
          this.#key,
          kept,
        );
  }

  /** Shows how far `sending` has come, also when it goes on by itself after it failed. */
  #follow(sending: Sending<Thread | Message>): void {
    this.#stop?.();
    this.#sending = sending;
    const look = (): void => {
      if (this.#sending !== sending) return;
      this.error = sending.error;
      this.result = sending.state === 'sent' ? sending.result : null;
      const arrived = this.error?.code === 'idempotency-mismatch';
      // After a definite no it is another message; where the answer is not known it is the same one.
      const refused = this.error && !this.error.retryable && !sending.waitingFor && !arrived;
      if (refused && this.#key === sending.key) this.#key = newKey();
      this.#show(sending.state === 'failed' && arrived ? 'arrived' : sending.state);
      if (refused) void this.#keepNow();
      if (!this.result) return;
      this.#stop?.();
      this.#sending = null;
      this.#sent(this.result);
    };
    this.#stop = sending.subscribe(look);
    look();
  }

  /** What has been changed since goes as a message of its own. */
  async sendAsNew(): Promise<void> {
    this.#key = newKey();
    this.error = null;
    await this.send();
  }

  /** Begins another message to the same. */
  restart(): void {
    this.#key = newKey();
    this.#sending = null;
    this.restored = false;
    this.lost = [];
    this.values = EMPTY;
    for (const { key } of [...this.attachments.entries]) this.attachments.remove(key);
    this.result = this.error = null;
    this.#show('writing');
  }

  /** Throws away what is begun, also what is still tried by itself. */
  async discard(): Promise<void> {
    this.#empty();
    await this.#drafts.delete(this.#slot, this.#owner);
    this.#kept?.();
  }

  /** Nothing is left in the page of what has been deleted with all that its person had begun. */
  readonly #look = (): void => {
    const { purges } = this.#drafts;
    const gone = !!this.#owner && this.#drafts.purgedSince(this.#purges, this.#owner.user);
    this.#purges = purges;
    if (!gone) return;
    this.#empty();
    this.#purged?.();
  };

  #empty(): void {
    this.#withdraw();
    this.restart();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stored = false;
  }

  /** Ends it; what is begun is kept for the next time. */
  async close(): Promise<void> {
    this.#stop?.();
    const kept = this.detach();
    this.attachments.stop();
    await kept;
  }

  /** Whether it is `session`'s person, and on behalf of the same, who writes here. */
  isOf(session: Session): boolean {
    return !session.user || (!!this.#owner && isSamePerson(this.#owner, session));
  }

  #show(state: CompositionState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #keep(): void {
    if (this.state === 'sent' || this.state === 'opening') return;
    this.#watch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keepNow(), PAUSE);
  }

  readonly #keepNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.state === 'sent' || this.state === 'opening') return;
    if (this.isBegun) {
      this.#stored = true;
      const draft: Draft = {
        ...this.values,
        key: this.#key,
        sending: this.state === 'sending',
        attachments: this.attachments.uploaded,
        uploading: this.attachments.uploading,
      };
      await this.#drafts.set(this.#slot, draft, {
        memory: this.#memory,
        unsent: true,
        ...(this.#owner && { person: this.#owner }),
      });
    } else {
      // What was never kept need not be deleted: most conversations are only read.
      if (!this.#stored) return;
      await this.#drafts.delete(this.#slot, this.#owner);
    }
    this.#kept?.();
  };

  readonly #leaving = (): void => void this.#keepNow();

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.isBegun && !this.#goingToLogIn) event.preventDefault();
  };

  /** What is written is kept for the way back from log-in, so there is nothing to ask about. */
  readonly #letGo = (): void => {
    this.#goingToLogIn = !this.#memory && !!this.#owner && this.#drafts.outlives(this.#owner);
  };
}
