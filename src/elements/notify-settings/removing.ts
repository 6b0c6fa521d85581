import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Backend } from '../../backend/backend.js';
import { BackendError } from '../../backend/errors.js';
import type { NoticeChannel, NoticeRule, NotificationSettings } from '../../backend/types.js';
import { formatList, msg, plain, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { cancelLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import { meanwhileWords } from './editing-view.js';
import type { NotifySettingsHost } from './notify-settings-host.js';
import { HnBeforeSettingsSaveEvent } from './notify-settings.events.js';
import { addressOf, channelName, eventName, readableAddress } from './settings-view.js';

export interface RemovingOptions {
  /** Makes a change, and shows what came of it. */
  change: (run: (backend: Backend) => Promise<NotificationSettings>) => Promise<void>;
  /** Asks what stands there now, when somebody else was first. */
  renew: () => Promise<unknown>;
}

/** The dialog in which an address is removed; it says what does not come any more. */
export class Removing implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: NotifySettingsHost;
  readonly #options: RemovingOptions;
  #channel: NoticeChannel | null = null;
  #busy = false;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: NotifySettingsHost, options: RemovingOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    Object.assign(desk.actions, {
      remove: ({ dataset }) => this.#begin(dataset.id as NoticeChannel),
      'remove-now': (target) => this.#remove(target),
      'remove-closed': () => this.#leave(),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#channel = null;
  }

  #begin(channel: NoticeChannel): void {
    this.#channel = channel;
    this.#failure = null;
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#channel = null;
    this.#host.requestUpdate();
  }

  async #remove(target: HTMLElement): Promise<void> {
    const { settings, language } = this.#host;
    const { data } = settings;
    const channel = this.#channel;
    if (!data || !channel || this.#busy) return;
    if (!this.#host.dispatchEvent(new HnBeforeSettingsSaveEvent())) return;
    const { version } = data;
    const address = channel === 'sms' ? { mobile: null } : { email: null };
    const change = { rules: without(data, channel), language: data.language, ...address };
    this.#busy = true;
    this.#failure = null;
    this.#host.requestUpdate();
    this.#desk.say(() => msg('Lagrer …', { id: 'notify.saving' }));
    try {
      await this.#options.change((backend) =>
        backend.saveNotificationSettings(change, { version, lang: language }),
      );
      this.#desk.actions.close?.(target, new Event('close'));
      this.#desk.say(() => removedWords(channel));
      await this.#desk.focusOn(`[data-do=replace][data-id=${channel}]`, '#addresses');
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(error, channel, target);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  async #fail(error: BackendError, channel: NoticeChannel, target: HTMLElement): Promise<void> {
    if (error.code === 'stale') await this.#options.renew();
    this.#host.dispatchEvent(new HnErrorEvent(error));
    const { data } = this.#host.settings;
    // An attempt whose answer was lost had arrived, or somebody else was first.
    if (data && !addressOf(data, channel)) return void this.#desk.actions.close?.(target, new Event('close'));
    this.#failure = error;
    this.#host.requestUpdate();
    this.#desk.say(() => failureWords(error));
    await this.#desk.focusOn('#remove-failed');
  }

  render(): TemplateResult | null {
    const { data } = this.#host.settings;
    const channel = this.#channel;
    const address = channel && data && addressOf(data, channel);
    if (!address) return null;
    return dialog({
      closed: 'remove-closed',
      level: this.#host.headingLevel + 1,
      title:
        channel === 'sms'
          ? msg('Vil du fjerne mobilnummeret?', { id: 'notify.removeMobile' })
          : msg('Vil du fjerne e-postadressen?', { id: 'notify.removeEmail' }),
      body: html`<p><strong>${readableAddress(channel, address.value)}</strong></p>
        ${consequences(data, channel).map((text) => html`<p>${text}</p>`)}
        <p class="small">
          ${msg('Dette gjelder alle varsler du får, også dem du får for andre.', { id: 'notify.removeAll' })}
        </p>
        ${
          this.#failure
            ? html`<div id="remove-failed" tabindex="-1">
                ${notice('danger', html`<p>${failureWords(this.#failure)}</p>`)}
              </div>`
            : nothing
        }`,
      actions: html`${button('remove-now', msg('Fjern', { id: 'notify.remove' }), { kind: 'danger', busy: this.#busy })}
      ${button('close', cancelLabel(), { kind: 'quiet' })}`,
    });
  }
}

const other = (channel: NoticeChannel): NoticeChannel => (channel === 'sms' ? 'email' : 'sms');

const isLastWay = ({ channels }: NoticeRule, channel: NoticeChannel): boolean =>
  channels.every((one) => one === channel);

/** What one always gets comes by the other way, where there is one. */
function without(settings: NotificationSettings, channel: NoticeChannel) {
  const hasOther = addressOf(settings, other(channel))?.verified;
  return settings.rules.map((rule) => ({
    event: rule.event,
    channels: rule.required && hasOther && isLastWay(rule, channel) ? [other(channel)] : rule.channels,
  }));
}

/** What it means that nothing comes there any more. */
function consequences(settings: NotificationSettings, channel: NoticeChannel): string[] {
  // Nothing came there yet.
  if (!addressOf(settings, channel)?.verified) return [];
  const hasOther = !!addressOf(settings, other(channel))?.verified;
  const lost = settings.rules.filter(
    (rule) => rule.channels.includes(channel) && (!hasOther || isLastWay(rule, channel)),
  );
  const names = (rules: readonly NoticeRule[]): string =>
    formatList(rules.map(({ event }) => plain(eventName(event)).toLowerCase()));
  const required = lost.filter((rule) => rule.required);
  const chosen = lost.filter((rule) => !rule.required);
  return [
    ...(required.length && hasOther
      ? [
          msg(
            str`Varsler om ${names(required)} kommer da som ${channelName(other(channel)).toLowerCase()}.`,
            {
              id: 'notify.removeMoves',
            },
          ),
        ]
      : []),
    ...(required.length && !hasOther
      ? [
          msg(
            str`Da kan vi ikke varsle deg om ${names(required)}, som du ellers alltid får varsel om. Du må selv logge inn for å se om det har kommet noe.`,
            { id: 'notify.removeLast' },
          ),
        ]
      : []),
    ...(chosen.length
      ? [msg(str`Du får ikke lenger varsler om ${names(chosen)}.`, { id: 'notify.removeStops' })]
      : []),
  ];
}

const removedWords = (channel: NoticeChannel): string =>
  channel === 'sms'
    ? msg('Mobilnummeret er fjernet', { id: 'notify.mobileRemoved' })
    : msg('E-postadressen er fjernet', { id: 'notify.emailRemoved' });

const failureWords = (error: BackendError): string =>
  error.code === 'stale' ? meanwhileWords(false) : errorWords(error);
