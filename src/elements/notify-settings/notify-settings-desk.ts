import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { NoticeChannel } from '../../backend/types.js';
import { UnsavedKeeper } from '../../controllers/unsaved.js';
import type { Choices } from '../../domain/notice-choices.js';
import { msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { phoneLink } from '../../views/phone.js';
import { Desk, type WidgetAction } from '../desk.js';
import { Editing } from './editing.js';
import { ruleNews, settingsBelow, settingsNews } from './editing-view.js';
import { notifySettingsDeskStyles } from './notify-settings-desk.styles.js';
import type { NotifySettingsHost } from './notify-settings-host.js';
import { Removing } from './removing.js';
import { addressOf, type SettingsExtras } from './settings-view.js';
import type { Verification } from './verification.js';
import type { BegunAddress } from './verification-view.js';

/** What `hn-notify-settings` does after the first sight: choosing, saving, a new address, removing one. */
export class NotifySettingsDesk extends Desk {
  declare protected readonly host: NotifySettingsHost;

  readonly #editing: Editing;
  readonly #removing: Removing;
  /** A new address that is not confirmed yet. */
  readonly #begun: UnsavedKeeper<BegunAddress>;
  #verification: Verification | null = null;
  #opening: Promise<Verification> | undefined;

  constructor(host: NotifySettingsHost) {
    super(host);
    this.addStyles(notifySettingsDeskStyles);
    this.#begun = new UnsavedKeeper(host, 'settings-address');
    this.#editing = new Editing(this, host);
    this.#removing = new Removing(this, host, {
      change: (run) => this.#editing.change(run),
      renew: () => this.#editing.renew(),
    });
    Object.assign(this.actions, {
      replace: ({ dataset }) => this.#verify(dataset.id as NoticeChannel, ''),
      confirm: ({ dataset }) => this.#confirm(dataset.id as NoticeChannel),
      'to-channel': ({ dataset }, event) => this.#toChannel(dataset.id ?? '', event),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get about(): string {
    return msg('Da kan du velge hvilke varsler du får, og hvor de skal komme.', { id: 'notify.about' });
  }

  /** Nobody writes to anybody here. */
  protected override get writing(): boolean {
    return false;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    // What was begun before a reload goes on where it was.
    if (this.#begun.value && !this.#opening) void this.#open();
  }

  /** What the person has chosen; undefined where that is what is saved. */
  get choices(): Choices | undefined {
    return this.#editing.choices;
  }

  get extras(): SettingsExtras {
    const { view } = this.#editing;
    return {
      about: this.#renderAbout(),
      channel: (channel) => this.#verification?.render(channel) ?? nothing,
      news: settingsNews(view),
      rule: (event) => ruleNews(view, event),
      below: settingsBelow(view),
    };
  }

  async #open(): Promise<Verification | null> {
    this.#opening ??= import('./verification.js').then(
      (module) =>
        new module.Verification(this, this.host, {
          begun: this.#begun,
          change: (run) => this.#editing.change(run),
        }),
    );
    const verification = await this.bring(this.#opening);
    if (!verification) {
      // The next press tries again.
      this.#opening = undefined;
      return null;
    }
    this.#verification = verification;
    this.host.requestUpdate();
    return verification;
  }

  async #verify(channel: NoticeChannel, to: string): Promise<void> {
    await (await this.#open())?.begin(channel, to);
  }

  async #confirm(channel: NoticeChannel): Promise<void> {
    const { data } = this.host.settings;
    await this.#verify(channel, (data && addressOf(data, channel)?.value) ?? '');
  }

  async #toChannel(channel: string, event: Event): Promise<void> {
    event.preventDefault();
    await this.focusOn(
      `[data-do=confirm][data-id=${channel}]`,
      `[data-do=replace][data-id=${channel}]`,
      '#addresses',
    );
  }

  /** What stands instead of the settings. */
  renderOther(): unknown {
    const { status, data, error } = this.host.settings.snapshot;
    if (this.host.public) {
      return html`<slot name="empty"
        ><p>${msg('Logg inn for å velge hvilke varsler du får.', { id: 'notify.public' })}</p></slot
      >`;
    }
    if (status === 'error') {
      return notice(
        'danger',
        html`<p>${errorWords(error ?? { code: 'internal' })}</p>`,
        button('retry', retryLabel()),
      );
    }
    return data === null ? this.#renderNotOffered() : null;
  }

  #renderNotOffered(): TemplateResult {
    const { phone, label } = this.host.session.data?.help ?? {};
    return html`<slot name="empty"
      ><p>
        ${msg('Du kan ikke velge varsler her. Spør kommunen hvordan du får beskjed om meldinger og timeavtaler.', { id: 'notify.notOffered' })}
        ${phone ? phoneLink(phone, { label }) : nothing}
      </p></slot
    >`;
  }

  /** Whose these addresses are, to whoever acts for another. */
  #renderAbout(): unknown {
    const { actingFor } = this.host.session;
    return actingFor
      ? html`<p>
          ${msg(str`Dette er ditt eget mobilnummer og din egen e-postadresse. Varsler du velger for ${actingFor.name}, kommer hit.`, { id: 'notify.ownAddresses' })}
        </p>`
      : nothing;
  }

  protected override renderDialog(): TemplateResult | typeof nothing {
    return this.#removing.render() ?? super.renderDialog();
  }
}
