import type { ReactiveController } from 'lit';
import type { Backend } from '../../backend/backend.js';
import { BackendError } from '../../backend/errors.js';
import type { NoticeChannel, NoticeEvent, NotificationSettings } from '../../backend/types.js';
import { UnsavedKeeper } from '../../controllers/unsaved.js';
import {
  changeOf,
  choicesOf,
  differences,
  rebased,
  withChannel,
  type ChoiceName,
  type Choices,
  lacksWay,
  type Unsaved,
} from '../../domain/notice-choices.js';
import { msg } from '../../i18n/index.js';
import { errorWords } from '../../views/error-words.js';
import type { Desk, WidgetAction } from '../desk.js';
import { HnErrorEvent } from '../events.js';
import { meanwhileWords, noChannelWords, savedWords, type EditingView } from './editing-view.js';
import type { NotifySettingsHost } from './notify-settings-host.js';
import { HnBeforeSettingsSaveEvent, HnSettingsSavedEvent } from './notify-settings.events.js';

/** Choosing which notices come and how, until it is saved: kept, and never put over what another has chosen. */
export class Editing implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: NotifySettingsHost;
  readonly #kept: UnsavedKeeper<Unsaved>;
  #owner = '';
  /** Of what was seen last, so that what others change is said. */
  #version = '';
  /** Changes of the person's own that are under way. */
  #changing = 0;
  #busy = false;
  #saved = false;
  /** Others have changed the settings since the choices were made. */
  #meanwhile = false;
  #failure: BackendError | null = null;

  constructor(desk: Desk, host: NotifySettingsHost) {
    this.#desk = desk;
    this.#host = host;
    this.#kept = new UnsavedKeeper(host, 'settings');
    Object.assign(desk.actions, {
      choose: (target) => this.#choose(target as HTMLInputElement),
      language: (target) => this.#set((mine) => ({ ...mine, language: (target as HTMLSelectElement).value })),
      'keep-mine': ({ dataset }) => this.#settle(dataset.id as ChoiceName, 'mine'),
      'take-theirs': ({ dataset }) => this.#settle(dataset.id as ChoiceName, 'base'),
      discard: () => this.#discard(),
      save: () => this.#save(),
    } satisfies Record<string, WidgetAction>);
    host.addController(this);
  }

  /** What is shown: what the person has chosen, or what is saved. */
  get choices(): Choices | undefined {
    return this.#kept.value?.mine;
  }

  get view(): EditingView {
    return {
      settings: this.#host.settings.data ?? null,
      unsaved: this.#kept.value,
      meanwhile: this.#meanwhile,
      saved: this.#saved,
      busy: this.#busy,
      failure: this.#failure,
    };
  }

  hostUpdate(): void {
    const { care, settings } = this.#host;
    const owner = care?.person ? `${care.person.user} ${care.person.party}` : '';
    if (owner !== this.#owner) {
      this.#owner = owner;
      this.#version = '';
      this.#saved = this.#meanwhile = false;
      this.#failure = null;
    }
    const { data, fetching } = settings.snapshot;
    // What is asked for again may be older than what is known.
    if (owner && data && !fetching && !this.#changing) this.#follow(data);
  }

  /**
   * Makes a change of the person's own: what the backend tells of it before it has answered is no news.
   *
   * @param sent choices that are saved with it
   */
  async change(run: (backend: Backend) => Promise<NotificationSettings>, sent?: Choices): Promise<void> {
    const { care } = this.#host;
    if (!care) return;
    this.#changing += 1;
    try {
      this.#adopt(await care.call(run), sent);
    } finally {
      this.#changing -= 1;
    }
  }

  /** What stands there now, after somebody else was first. */
  async renew(): Promise<NotificationSettings | null> {
    const { settings } = this.#host;
    await settings.refresh();
    if (settings.data) this.#follow(settings.data);
    return settings.data ?? null;
  }

  #adopt(now: NotificationSettings, sent?: Choices): void {
    const { care, settings } = this.#host;
    const { value } = this.#kept;
    // What the person has changed since it was sent is not saved yet.
    if (value && sent) this.#kept.keep({ version: '', base: sent, mine: value.mine, open: [] });
    this.#version = now.version;
    this.#rebase(now);
    settings.update(() => now);
    this.#host.dispatchEvent(new HnSettingsSavedEvent());
    // What it changed shows at once in all widgets.
    void care?.hint({ type: 'settings', partyId: care.person?.party ?? null, id: null });
  }

  /** Says what others have changed, and puts what is not saved on top of it. */
  #follow(now: NotificationSettings): void {
    const isNews = this.#version && now.version !== this.#version;
    this.#version = now.version;
    this.#meanwhile = this.#rebase(now) || (this.#meanwhile && !!this.#kept.value);
    if (!isNews) return;
    this.#saved = false;
    this.#desk.say(() => meanwhileWords(this.#meanwhile));
  }

  /** Whether there is something unsaved that was made of other settings. */
  #rebase(now: NotificationSettings): boolean {
    const { value } = this.#kept;
    if (!value || value.version === now.version) return false;
    const next = rebased(value, now);
    const isLeft = differences(next.mine, next.base).length > 0;
    this.#kept.keep(isLeft ? next : null);
    return isLeft;
  }

  async #set(change: (mine: Choices) => Choices, settled?: ChoiceName): Promise<void> {
    await this.#kept.opened;
    const { data } = this.#host.settings;
    if (!data) return;
    const { version, base, mine, open } = this.#kept.value ?? {
      version: data.version,
      base: choicesOf(data),
      mine: choicesOf(data),
      open: [],
    };
    const changed = change(mine);
    const touched = [...differences(mine, changed), settled];
    this.#saved = false;
    this.#kept.keep(
      differences(changed, base).length
        ? { version, base, mine: changed, open: open.filter((name) => !touched.includes(name)) }
        : null,
    );
    if (!this.#kept.value) this.#meanwhile = false;
  }

  async #choose({ dataset, checked }: HTMLInputElement): Promise<void> {
    const [event, channel] = (dataset.id ?? '').split(' ') as [NoticeEvent, NoticeChannel];
    await this.#set((mine) => withChannel(mine, event, channel, checked));
    if (this.#missing.includes(event)) this.#desk.say(noChannelWords);
  }

  async #settle(name: ChoiceName, by: 'mine' | 'base'): Promise<void> {
    const value = this.#kept.value?.[by][name];
    await this.#set((mine) => ({ ...mine, [name]: value }), name);
    await this.#desk.focusOn(name === 'language' ? '#language' : `#${name}-sms`);
  }

  async #discard(): Promise<void> {
    this.#failure = null;
    this.#meanwhile = false;
    this.#kept.keep(null);
    this.#desk.say(() => msg('Endringene er angret', { id: 'notify.discarded' }));
    await this.#desk.focusOn('#save');
  }

  /** Notices that one always gets, and has chosen no way for. */
  get #missing(): NoticeEvent[] {
    const { data } = this.#host.settings;
    const { choices } = this;
    return data && choices
      ? data.rules.map(({ event }) => event).filter((event) => lacksWay(data, choices, event))
      : [];
  }

  async #save(): Promise<void> {
    await this.#kept.opened;
    const { settings, language } = this.#host;
    const { data } = settings;
    const unsaved = this.#kept.value;
    if (!data || this.#busy) return;
    if (!unsaved) {
      this.#desk.say(() => msg('Det er ingen endringer å lagre', { id: 'notify.nothing' }));
      return;
    }
    const [open] = unsaved.open;
    const [missing] = this.#missing;
    if (open) return this.#desk.focusOn(`#meanwhile-${open}`);
    if (missing) return this.#desk.focusOn(`#${missing}-sms`);
    if (!this.#host.dispatchEvent(new HnBeforeSettingsSaveEvent())) return;
    const { mine, version } = unsaved;
    this.#busy = true;
    this.#failure = null;
    this.#host.requestUpdate();
    this.#desk.say(() => msg('Lagrer …', { id: 'notify.saving' }));
    try {
      await this.change(
        (backend) => backend.saveNotificationSettings(changeOf(mine, data), { version, lang: language }),
        mine,
      );
      this.#done();
    } catch (error) {
      // What came too late is for another person.
      if (error instanceof BackendError) await this.#fail(error, mine);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #done(): void {
    this.#meanwhile = false;
    this.#saved = true;
    this.#desk.say(savedWords);
  }

  async #fail(error: BackendError, sent: Choices): Promise<void> {
    const now = error.code === 'stale' ? await this.renew() : null;
    // An attempt whose answer was lost had arrived.
    if (now && !differences(sent, choicesOf(now)).length) {
      this.#adopt(now, sent);
      this.#done();
      return;
    }
    this.#host.dispatchEvent(new HnErrorEvent(error));
    this.#failure = now ? null : error;
    this.#host.requestUpdate();
    if (!now) this.#desk.say(() => errorWords(error));
    await this.#desk.focusOn(now ? '#settings-news' : '#save-failed');
  }
}
