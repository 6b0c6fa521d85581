import { nothing, type TemplateResult } from 'lit/html.js';
import type { Backend } from '../../backend/backend.js';
import { BackendError } from '../../backend/errors.js';
import type { NoticeChannel, NotificationSettings } from '../../backend/types.js';
import { ChangeKey } from '../../controllers/change-key.js';
import type { UnsavedKeeper } from '../../controllers/unsaved.js';
import { msg } from '../../i18n/index.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import type { NotifySettingsHost } from './notify-settings-host.js';
import { verificationStyles } from './verification.styles.js';
import {
  confirmedWords,
  isAddress,
  problemOf,
  problemWords,
  verificationForm,
  type BegunAddress,
  type Problem,
} from './verification-view.js';

export interface VerificationOptions {
  begun: UnsavedKeeper<BegunAddress>;
  /** Makes a change, and shows what came of it. */
  change: (run: (backend: Backend) => Promise<NotificationSettings>) => Promise<void>;
}

/** A new number or address, from the first digit until its code is confirmed. */
export class Verification {
  readonly #desk: Desk;
  readonly #host: NotifySettingsHost;
  readonly #begun: UnsavedKeeper<BegunAddress>;
  readonly #change: VerificationOptions['change'];
  readonly #startKey = new ChangeKey();
  readonly #codeKey = new ChangeKey();
  #code = '';
  #busy = false;
  #problem: Problem | null = null;

  constructor(desk: Desk, host: NotifySettingsHost, { begun, change }: VerificationOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#begun = begun;
    this.#change = change;
    desk.addStyles(verificationStyles);
    Object.assign(desk.actions, {
      address: (target) => this.#write((target as HTMLInputElement).value),
      code: (target) => this.#fill((target as HTMLInputElement).value),
      'send-code': () => this.#start(),
      'code-again': () => this.#startAgain(),
      'other-address': () => this.#goBack(),
      'confirm-code': () => this.#complete(),
      'leave-address': () => this.#leave(),
    } satisfies Record<string, WidgetAction>);
  }

  /** Begins with the address `to`; empty is one that is typed. What was begun before is still there. */
  async begin(channel: NoticeChannel, to: string): Promise<void> {
    await this.#begun.opened;
    if (this.#begun.value?.channel !== channel) {
      this.#clear();
      this.#begun.keep({ channel, to, sent: null });
    }
    this.#host.requestUpdate();
    await this.#desk.focusOn('#code', '#address');
  }

  #clear(): void {
    this.#code = '';
    this.#problem = null;
    this.#startKey.end();
    this.#codeKey.end();
  }

  #write(to: string): void {
    const { value } = this.#begun;
    this.#problem = null;
    if (value) this.#begun.keep({ ...value, to });
  }

  #fill(code: string): void {
    this.#code = code;
    this.#problem = null;
    this.#host.requestUpdate();
  }

  #startAgain(): Promise<void> {
    // It is another code, unless nobody knows whether the last one was sent.
    if (!this.#problem?.error?.retryable) this.#startKey.end();
    return this.#start();
  }

  async #start(): Promise<void> {
    const { value } = this.#begun;
    const { care } = this.#host;
    if (!value || !care || this.#busy) return;
    const { channel } = value;
    const to = value.to.trim();
    if (!isAddress(channel, to)) return this.#show({ of: 'address', kind: 'invalid' });
    const target = { channel, to };
    const again = !!value.sent;
    const sent = await this.#take('address', () =>
      care.call((backend) =>
        backend.startVerification(target, { idempotencyKey: this.#startKey.for(target) }),
      ),
    );
    if (!sent) return;
    this.#code = '';
    this.#begun.keep({ channel, to, sent });
    this.#desk.say(() =>
      again
        ? msg('En ny kode er sendt', { id: 'notify.codeSentAgain' })
        : msg('Koden er sendt', { id: 'notify.codeSent' }),
    );
    await this.#desk.focusOn('#code');
  }

  async #complete(): Promise<void> {
    const { value } = this.#begun;
    const { language } = this.#host;
    const code = this.#code.replace(/\s/g, '');
    if (!value?.sent || this.#busy) return;
    const { id } = value.sent;
    if (!/^\d{4,8}$/.test(code)) return this.#show({ of: 'code', kind: 'invalid' });
    const options = { idempotencyKey: this.#codeKey.for([id, code]), lang: language };
    const confirmed = await this.#take('code', async () => {
      await this.#change((backend) => backend.completeVerification(id, code, options));
      return true;
    });
    if (!confirmed) return;
    this.#clear();
    this.#begun.keep(null);
    this.#desk.say(() => confirmedWords(value.channel));
    await this.#desk.focusOn(`[data-do=replace][data-id=${value.channel}]`, '#addresses');
  }

  /** Takes a step; null when it did not come about, and what is wrong is shown. */
  async #take<T>(of: Problem['of'], step: () => Promise<T>): Promise<T | null> {
    this.#busy = true;
    this.#problem = null;
    this.#host.requestUpdate();
    try {
      return await step();
    } catch (error) {
      // What came too late is for another person.
      if (!(error instanceof BackendError)) return null;
      this.#host.dispatchEvent(new HnErrorEvent(error));
      if (!error.retryable) (of === 'code' ? this.#codeKey : this.#startKey).end();
      await this.#show(problemOf(error, of, this.#host.care?.now() ?? 0));
      return null;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  async #show(problem: Problem): Promise<void> {
    this.#problem = problem;
    this.#host.requestUpdate();
    const now = this.#host.care?.now() ?? 0;
    const channel = this.#begun.value?.channel ?? 'sms';
    this.#desk.say(() => problemWords(problem, channel, now));
    await this.#desk.focusOn(
      problem.kind === 'expired' ? '[data-do=code-again]' : problem.of === 'code' ? '#code' : '#address',
      '#code',
    );
  }

  async #goBack(): Promise<void> {
    const { value } = this.#begun;
    this.#clear();
    if (value) this.#begun.keep({ ...value, sent: null });
    await this.#desk.focusOn('#address');
  }

  async #leave(): Promise<void> {
    const { channel } = this.#begun.value ?? {};
    this.#clear();
    this.#begun.keep(null);
    await this.#desk.focusOn(`[data-do=replace][data-id=${channel}]`, '#addresses');
  }

  render(channel: NoticeChannel): TemplateResult | typeof nothing {
    const { value } = this.#begun;
    if (value?.channel !== channel) return nothing;
    return verificationForm({
      begun: value,
      code: this.#code,
      busy: this.#busy,
      problem: this.#problem,
      now: this.#host.care?.now() ?? 0,
    });
  }
}
