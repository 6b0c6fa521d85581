import type { TemplateResult } from 'lit/html.js';
import type { NotificationSettings, Scope } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { choicesOf } from '../../domain/notice-choices.js';
import { covers } from '../../domain/scopes.js';
import { msg } from '../../i18n/index.js';
import { choice } from '../../styles/choice.styles.js';
import { HnElement, type WidgetState } from '../base.js';
import type { NotifySettingsDesk } from './notify-settings-desk.js';
import { notifySettingsStyles } from './notify-settings.styles.js';
import { settingsSkeleton } from './settings-skeleton.js';
import { settingsView } from './settings-view.js';

/**
 * Kontaktinformasjon og varseloppsett: where notices go, which ones the person gets for themselves and for
 * whomever they act for, by text message or e-mail, and what each looks like.
 *
 * ```html
 * <hn-notify-settings backend-url="https://helse.kommune.example/api">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-notify-settings>
 * ```
 *
 * @tag hn-notify-settings
 * @status stable
 *
 * @event {HnBeforeSettingsSaveEvent} hn-before-settings-save - Settings are about to be saved, or an address removed; cancelable.
 * @event {HnSettingsSavedEvent} hn-settings-saved - Settings have been saved, or an address confirmed or removed.
 *
 * @csspart channel - A mobile number or an e-mail address, and how it stands.
 * @csspart rule - How one hears of one kind of event.
 * @csspart preview - What the notice looks like.
 * @csspart verification - Where a new address is confirmed with a code.
 */
export class HnNotifySettingsElement extends HnElement {
  static override styles = [...HnElement.styles, choice, notifySettingsStyles];

  /** @internal The reader's addresses, and the rules for the one acted for; null where the backend has none. */
  readonly settings: Query<NotificationSettings | null> = this.query(() =>
    this.public || !this.#isLetIn
      ? null
      : {
          key: ['notification-settings'],
          load: async (backend, options) =>
            backend.capabilities.has('notification-settings')
              ? backend.getNotificationSettings(options)
              : null,
          hints: ['settings'],
        },
  );

  /** @internal */
  override get scope(): Scope {
    return 'notifications';
  }

  protected override get label(): string {
    return msg('Kontaktinformasjon og varseloppsett', { id: 'notify.title' });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const { status, data } = this.settings.snapshot;
    if (this.public || !this.#isLetIn) return 'empty';
    if (data) return 'ready';
    return status === 'error' ? 'error' : status === 'ready' && this.desk ? 'empty' : 'loading';
  }

  /** A power of attorney or being a parent need not give notices. */
  get #isLetIn(): boolean {
    return covers(this.session.actingFor, this.scope);
  }

  protected override async loadDesk(): Promise<NotifySettingsDesk> {
    return new (await import('./notify-settings-desk.js')).NotifySettingsDesk(this);
  }

  protected override updated(): void {
    super.updated();
    // Where to turn instead is the desk's to say.
    if (this.settings.data === null) void this.summonDesk();
  }

  protected override renderSkeleton(): TemplateResult {
    return settingsSkeleton();
  }

  /** The same rows stand there whether the desk is here or not, so that none is drawn anew when it comes. */
  protected override renderContent(): unknown {
    const desk = this.desk as NotifySettingsDesk | null;
    const other = desk?.renderOther();
    if (other) return other;
    const { data } = this.settings;
    if (!data) return settingsSkeleton();
    return settingsView({
      settings: data,
      choices: desk?.choices ?? choicesOf(data),
      level: this.headingLevel + 1,
      actingFor: this.session.actingFor,
      extras: desk?.extras,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-notify-settings': HnNotifySettingsElement;
  }
}
