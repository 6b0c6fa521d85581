import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../../backend/errors.js';
import type { Id, Limits, Message, OsloDate, Session, Thread } from '../../backend/types.js';
import { Composition } from '../../controllers/composition.js';
import type { AttachmentEntry } from '../../controllers/attachments.js';
import { answerBy } from '../../domain/working-days.js';
import { msg, str } from '../../i18n/index.js';
import { attachmentProblem } from '../../views/attachments.js';
import { button } from '../../views/button.js';
import { composer, type Addressee } from '../../views/composer.js';
import { dialog } from '../../views/dialog.js';
import { counterWords, lengthOf } from '../../views/field.js';
import { cancelLabel } from '../../views/labels.js';
import { errorWords } from '../../views/error-words.js';
import { HnBeforeMessageSendEvent, HnErrorEvent, HnMessageSentEvent } from '../events.js';
import type { HnElement } from '../base.js';
import type { Desk, WidgetAction } from '../desk.js';
import { composerStyles } from './composer.styles.js';

export interface ComposerOptions {
  contact: Addressee;
  /** The conversation that is answered; without it the message begins one. */
  threadId?: Id;
  host: HnElement;
  /** Keeps drafts in memory alone. */
  memory: boolean;
  /** Called when the person leaves the composer. */
  left: () => void;
  /** Where that leads, in words. */
  back: () => string;
  /** Called when a reply has been sent; then the next one may be written. */
  replied?: (message: Message) => void;
  /** Called when what is begun has been kept, or deleted. */
  kept?: () => void;
  /** By when an answer is promised already. */
  promised?: () => OsloDate | null;
}

/** From this many code points left on, what is left is said. */
const NEARLY = 50;
/** Somebody who types is not interrupted sooner than this, in milliseconds. */
const PAUSE = 800;

/** A message to a contact, within a widget: what is shown, said and focused while one writes and sends. */
export class Composer implements ReactiveController {
  readonly contact: Addressee;
  readonly threadId: Id | null;
  readonly #desk: Desk;
  readonly #host: HnElement;
  readonly #composition: Composition;
  readonly #left: () => void;
  readonly #back: () => string;
  readonly #replied?: (message: Message) => void;
  readonly #promised?: () => OsloDate | null;
  #errors = new Map<string, unknown>();
  #asking = false;
  /** A reply has been sent, and no other is begun. */
  #done = false;
  /** The person has pressed the button, and waits. */
  #sending = false;
  #pause?: ReturnType<typeof setTimeout>;

  constructor(desk: Desk, options: ComposerOptions) {
    const { contact, threadId, host, memory, left, back, replied, kept, promised } = options;
    const { care } = host;
    if (!care) throw new TypeError('A composer needs a backend.');
    this.contact = contact;
    this.threadId = threadId ?? null;
    this.#replied = replied;
    this.#promised = promised;
    this.#desk = desk;
    this.#host = host;
    this.#left = left;
    this.#back = back;
    this.#composition = new Composition(host, care, {
      contactId: contact.id,
      threadId,
      memory,
      fileChanged: (entry) => this.#tellFile(entry),
      sent: (result) => this.#tellSent(result),
      kept,
      purged: () => {
        this.#errors = new Map();
        this.#asking = this.#done = false;
      },
    });
    void this.#composition.open();
  }

  /** To be called when it is put into the widget: from here on it acts on what is pressed there. */
  enter(): this {
    Object.assign(this.#desk.actions, {
      write: (target) => this.#write(target as HTMLInputElement),
      attach: (target) => this.#attach(target as HTMLInputElement),
      'remove-file': (target) => this.#removeFile(target.dataset.id ?? ''),
      'retry-file': (target) => this.#retryFile(target.dataset.id ?? ''),
      'to-field': (target, event) => this.#toField(target.dataset.id ?? '', event),
      send: () => this.#send(),
      'send-new': () => this.#deliver(() => this.#composition.sendAsNew()),
      again: () => this.#restart(),
      leave: () => this.#left(),
      'throw-away': () => this.#ask(true),
      'not-thrown': () => this.#ask(false),
      discard: () => this.#discard(),
    } satisfies Record<string, WidgetAction>);
    this.#desk.addStyles(composerStyles);
    this.#host.addController(this);
    return this;
  }

  hostConnected(): void {
    this.#composition.attach();
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
    void this.#composition.detach();
  }

  /** Whether one writes: then 113 and 116117 stand beside. */
  get writing(): boolean {
    return this.#composition.state !== 'sent';
  }

  /** Whether there is something that has not been sent. */
  get begun(): boolean {
    return this.#composition.isBegun;
  }

  /** Whether there is something to show although the conversation takes no answer. */
  get shows(): boolean {
    return this.begun || this.#done;
  }

  isOf(session: Session): boolean {
    return this.#composition.isOf(session);
  }

  /** To be called when it is taken out of the widget; resolves when what is begun is kept. */
  async leave(): Promise<void> {
    clearTimeout(this.#pause);
    this.#host.removeController(this);
    await this.#composition.close();
  }

  /** @param open whether the conversation takes an answer: else what is begun stands there, and is not sent */
  render(open = true): TemplateResult | typeof nothing {
    const { contact } = this;
    const limits = this.#limits;
    const { care, headingLevel } = this.#host;
    if (!limits || !care) return nothing;
    const { state, values, attachments, lost, restored, error, result } = this.#composition;
    const { replyWithinWorkingDays: days, closedDays } = contact;
    return html`${composer({
      contact,
      limits,
      reply: !!this.threadId,
      open,
      done: this.#done,
      back: this.#back(),
      level: headingLevel + (this.threadId ? 2 : 1),
      state,
      values,
      files: attachments.entries,
      attach: care.can('attachments'),
      lost,
      restored,
      errors: this.#errors,
      failure: error && errorWords(error),
      replyBy:
        (result && 'replyBy' in result && result.replyBy) ||
        this.#promised?.() ||
        (days === null ? null : answerBy(care.now(), days, closedDays)),
    })}
    ${this.#asking ? this.#renderQuestion(headingLevel + 1) : nothing}`;
  }

  get #limits(): Limits | undefined {
    return this.#host.session.data?.limits;
  }

  #write(target: HTMLInputElement): void {
    const { id, value } = target;
    this.#done = false;
    this.#composition.change(id === 'topic' ? { topicId: value || null } : { [id]: value });
    if (this.#errors.size) this.#errors = this.#problems();
    const limits = this.#limits;
    if (!limits || id === 'topic') return;
    const most = id === 'body' ? limits.messageLength : limits.subjectLength;
    const used = lengthOf(value);
    clearTimeout(this.#pause);
    if (most - used > NEARLY) return;
    this.#pause = setTimeout(() => this.#say(() => counterWords(used, most)), PAUSE);
  }

  #attach(target: HTMLInputElement): void {
    const limits = this.#limits;
    if (limits && target.files && !this.#isUnderWay) this.#composition.attachments.add(target.files, limits);
    // The same file may be chosen again after it was taken away.
    target.value = '';
    this.#errors.delete('files');
  }

  /** What is on its way stays as it is. */
  get #isUnderWay(): boolean {
    return this.#composition.state === 'sending';
  }

  #retryFile(key: string): void {
    if (!this.#isUnderWay) void this.#composition.attachments.retry(key);
  }

  #removeFile(key: string): void {
    if (this.#isUnderWay) return;
    this.#composition.attachments.remove(key);
    void this.#desk.focusOn('#files');
    this.#say(() => msg('Filen er fjernet', { id: 'attachment.removed' }));
  }

  #tellFile(entry: AttachmentEntry): void {
    const { name, attachment, problem } = entry;
    const limits = this.#limits;
    // Taken away, or sent with its message.
    if (!this.#composition.attachments.entries.includes(entry)) return;
    if (problem && limits) this.#say(() => `${name}: ${attachmentProblem(problem, limits)}`);
    else if (attachment) this.#say(() => msg(str`${name} er lastet opp`, { id: 'attachment.uploaded' }));
  }

  #toField(id: string, event: Event): void {
    event.preventDefault();
    void this.#desk.focusOn(`#${id}`);
  }

  /** What must be mended before it can be sent. */
  #problems(): Map<string, unknown> {
    const limits = this.#limits;
    const { values, attachments } = this.#composition;
    const problems = new Map<string, unknown>();
    const check = (id: 'subject' | 'body', most: number, missing: string): void => {
      const used = lengthOf(values[id].trim());
      if (!used) problems.set(id, missing);
      else if (used > most) problems.set(id, tooLong(id, used - most));
    };
    if (!limits) return problems;
    if (!this.threadId)
      check('subject', limits.subjectLength, msg('Skriv et emne.', { id: 'composer.noSubject' }));
    check('body', limits.messageLength, msg('Skriv en melding.', { id: 'composer.noBody' }));
    if (attachments.uploading.length) {
      problems.set(
        'files',
        msg('Vent til filene er lastet opp, eller fjern dem.', { id: 'composer.stillUploading' }),
      );
    } else if (attachments.hasProblems) {
      problems.set('files', msg('Fjern filene som du ikke kan legge ved.', { id: 'composer.badFiles' }));
    }
    return problems;
  }

  async #send(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#errors = this.#problems();
    this.#host.requestUpdate();
    if (this.#errors.size) return this.#desk.focusOn('#errors');
    await this.#deliver(() => this.#composition.send());
  }

  async #deliver(send: () => Promise<void>): Promise<void> {
    const { contact, threadId } = this;
    const about = { contactId: contact.id, threadId };
    if (!this.#host.dispatchEvent(new HnBeforeMessageSendEvent(about))) return;
    this.#say(() => msg('Sender …', { id: 'composer.sending' }));
    this.#sending = true;
    await send();
    this.#sending = false;
    const { state, error } = this.#composition;
    if (state === 'sent') return this.#desk.focusOn('#composer-title');
    if (!error) return;
    this.#desk.run(() => (this.#errors = this.#refused(error)));
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new HnErrorEvent(error));
    await this.#desk.focusOn('#errors', '#failed');
  }

  /** By the button, or by itself after it had failed. */
  #tellSent(result: Thread | Message): void {
    const { contact, threadId } = this;
    const { id } = result;
    this.#host.dispatchEvent(new HnMessageSentEvent({ contactId: contact.id, threadId: threadId ?? id }));
    const say = (): void => this.#say(() => msg('Meldingen er sendt', { id: 'composer.sent' }));
    if ('threadId' in result) {
      this.#composition.restart();
      this.#done = true;
      say();
      this.#replied?.(result);
    } else if (!this.#sending) {
      // The field has gone with it, and with the field the focus that may have been there.
      if (this.#host.shadowRoot?.activeElement) void this.#desk.focusOn('#composer-title');
      else say();
    }
  }

  /** What the backend found wrong with single fields. */
  #refused({ errors }: BackendError): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const { pointer } of errors) {
      const id =
        /^\/(subject|body)/.exec(pointer)?.[1] ?? (pointer.startsWith('/attachmentIds') ? 'files' : null);
      if (!id) continue;
      found.set(id, msg('Dette ble ikke godtatt. Endre det, og send på nytt.', { id: 'composer.refused' }));
    }
    return found;
  }

  #restart(): void {
    this.#composition.restart();
    void this.#desk.focusOn('#composer-title');
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.#host.requestUpdate();
  }

  async #discard(): Promise<void> {
    this.#asking = false;
    this.#errors = new Map();
    await this.#composition.discard();
    // A conversation is still there without its answer.
    if (this.threadId) await this.#desk.focusOn('#composer-title', '#conversation-title');
    else this.#left();
  }

  #say(words: () => string): void {
    this.#desk.say(words);
  }

  #renderQuestion(level: number): TemplateResult {
    return dialog({
      closed: 'not-thrown',
      level,
      title: msg('Vil du slette utkastet?', { id: 'composer.throwAwayQuestion' }),
      body: html`<p>
        ${msg('Det du har skrevet, og filene, blir borte.', { id: 'composer.throwAwayWhat' })}
      </p>`,
      actions: html`${button('discard', msg('Slett', { id: 'common.delete' }), { kind: 'danger' })}
      ${button('close', cancelLabel())}`,
    });
  }
}

const tooLong = (id: 'subject' | 'body', by: number): string =>
  id === 'subject'
    ? msg(str`Emnet er ${by} tegn for langt. Gjør det kortere.`, { id: 'composer.subjectTooLong' })
    : msg(str`Meldingen er ${by} tegn for lang. Gjør den kortere, eller del den i to.`, {
        id: 'composer.bodyTooLong',
      });
