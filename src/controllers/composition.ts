import type { ReactiveControllerHost } from 'lit';
import { BackendError } from '../backend/errors.js';
import type { Contact, Id, Language, Session, Thread } from '../backend/types.js';
import type { CareClient } from '../care/care-client.js';
import { draftsOf, type Draft, type DraftStore } from '../care/drafts.js';
import { Attachments, type AttachmentEntry } from './attachments.js';
import { slotOf } from './drafts.js';

export interface CompositionHost extends ReactiveControllerHost, HTMLElement {
  readonly care: CareClient | null;
  readonly language: Language;
}

export interface CompositionOptions {
  contact: Contact;
  /** Keeps the draft in memory alone. */
  memory: boolean;
  /** Called when a file has been uploaded, refused or taken away. */
  fileChanged: (entry: AttachmentEntry) => void;
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
 * One message to one contact, from the first letter until it is sent: its draft, its files, and the
 * sending, which may be tried again without the message arriving twice.
 */
export class Composition {
  state: CompositionState = 'opening';
  values: MessageValues = EMPTY;
  /** Names of files that a reload lost before they were uploaded. */
  lost: string[] = [];
  /** Text of an earlier visit has been taken up. */
  restored = false;
  error: BackendError | null = null;
  /** The new conversation, once sent. */
  thread: Thread | null = null;
  readonly attachments: Attachments;

  readonly #host: CompositionHost;
  readonly #care: CareClient;
  readonly #contact: Contact;
  readonly #memory: boolean;
  readonly #drafts: DraftStore;
  #key: string = crypto.randomUUID();
  #timer?: ReturnType<typeof setTimeout>;
  #goingToLogIn = false;
  readonly #owner: string;

  constructor(host: CompositionHost, care: CareClient, { contact, memory, fileChanged }: CompositionOptions) {
    this.#host = host;
    this.#care = care;
    this.#contact = contact;
    this.#memory = memory;
    this.#drafts = draftsOf(care);
    this.#owner = `${care.person?.user} ${care.person?.party}`;
    this.attachments = new Attachments(care, (entry) => {
      this.#keep();
      fileChanged(entry);
      host.requestUpdate();
    });
    addEventListener('beforeunload', this.#ask);
    addEventListener('pagehide', this.#keepNow);
    host.addEventListener('hn-login-required', this.#letGo);
  }

  /** Takes up what was begun before. */
  async open(): Promise<void> {
    const draft = await this.#drafts.get(slotOf(this.#contact.id));
    if (draft) {
      const { topicId = null, subject = '', body, attachments, uploading = [] } = draft;
      this.#key = draft.key;
      this.values = { topicId, subject, body };
      this.lost = uploading;
      this.attachments.restore(attachments);
      this.restored = true;
    }
    this.#show(draft?.sending ? 'failed' : 'writing');
  }

  change(values: Partial<MessageValues>): void {
    this.values = { ...this.values, ...values };
    this.#keep();
    this.#host.requestUpdate();
  }

  /** Whether something would be lost. */
  get isBegun(): boolean {
    const { subject, body } = this.values;
    return this.state !== 'sent' && !!(subject || body || this.attachments.entries.length);
  }

  /** Sends, or sends again: on the same key, so that it arrives once. Resolves when there is an answer. */
  async send(): Promise<void> {
    if (this.state === 'sending') return;
    this.error = null;
    this.#show('sending');
    await this.#keepNow();
    const { topicId, subject, body } = this.values;
    const attachmentIds = this.attachments.uploaded.map(({ id }) => id);
    const thread = {
      contactId: this.#contact.id,
      topicId,
      subject: subject.trim(),
      body: body.trim(),
      attachmentIds,
    };
    const options = { idempotencyKey: this.#key, lang: this.#host.language };
    try {
      this.thread = await this.#care.call((backend) => backend.createThread(thread, options));
      await this.#drafts.delete(slotOf(this.#contact.id));
      this.#show('sent');
    } catch (error) {
      this.error = error instanceof BackendError ? error : new BackendError('bad-response', { cause: error });
      this.#show(this.error.code === 'idempotency-mismatch' ? 'arrived' : 'failed');
    }
  }

  /** What has been changed since goes as a message of its own. */
  async sendAsNew(): Promise<void> {
    this.#key = crypto.randomUUID();
    await this.send();
  }

  /** Begins another message to the same contact. */
  restart(): void {
    this.#key = crypto.randomUUID();
    this.values = EMPTY;
    for (const { key } of [...this.attachments.entries]) this.attachments.remove(key);
    this.thread = this.error = null;
    this.#show('writing');
  }

  /** Throws away what is begun. */
  async discard(): Promise<void> {
    this.attachments.stop();
    this.values = EMPTY;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#drafts.delete(slotOf(this.#contact.id));
  }

  /** Leaves the composer; what is begun is kept for the next time. */
  close(): void {
    if (this.#timer) void this.#keepNow();
    this.attachments.stop();
    removeEventListener('beforeunload', this.#ask);
    removeEventListener('pagehide', this.#keepNow);
    this.#host.removeEventListener('hn-login-required', this.#letGo);
  }

  /** Whether it is `session`'s person, and on behalf of the same, who writes here. */
  isOf({ user, actingFor }: Session): boolean {
    return !user || this.#owner === `${user.id} ${(actingFor ?? user).id}`;
  }
  #show(state: CompositionState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #keep(): void {
    if (this.state === 'sent' || this.state === 'opening') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keepNow(), PAUSE);
  }

  readonly #keepNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const slot = slotOf(this.#contact.id);
    if (this.state === 'sent' || this.state === 'opening') return;
    if (!this.isBegun) return this.#drafts.delete(slot);
    const draft: Draft = {
      ...this.values,
      key: this.#key,
      sending: this.state === 'sending',
      attachments: this.attachments.uploaded,
      uploading: this.attachments.uploading,
    };
    await this.#drafts.set(slot, draft, { memory: this.#memory });
  };

  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.isBegun && !this.#goingToLogIn) event.preventDefault();
  };

  /** What is written is kept for the way back from log-in, so there is nothing to ask about. */
  readonly #letGo = (): void => {
    this.#goingToLogIn = !this.#memory;
  };
}
