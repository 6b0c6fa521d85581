import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { BackendError } from '../backend/errors.js';
import type { Announcer } from '../controllers/announcer.js';
import type { SessionController } from '../controllers/session.js';
import { msg, plain } from '../i18n/index.js';
import { accessGate } from '../views/access-gate.js';
import type { WayDialog, wayDialog } from '../views/way-dialogs.js';
import {
  HnActingForChangeEvent,
  HnBeforeActingForChangeEvent,
  HnErrorEvent,
  HnLoginRequiredEvent,
  HnSessionEndedEvent,
  HnSessionEndingEvent,
} from './events.js';

/** What one of the names in a view's `data-…` attributes does. */
export type WidgetAction = (target: HTMLElement, event: Event) => unknown;

export interface WayInHost extends ReactiveControllerHost, HTMLElement {
  readonly session: SessionController;
  readonly announcer: Announcer;
  readonly headingLevel: number;
  /** Runs with the widget's texts. */
  run<T>(fn: () => T): T;
  /** Gives focus to the first of `selectors` that takes it, after rendering. */
  focusOn(...selectors: string[]): Promise<void>;
  refresh(): Promise<void>;
}

/**
 * The way in and out, the same in every widget: logging in and out, the terms, acting for oneself again,
 * the session that is about to end, and their dialogs.
 */
export class WayIn implements ReactiveController {
  /** Why the last step did not come about. */
  failure: BackendError | null = null;

  readonly #host: WayInHost;
  #busy = false;
  #dialog: WayDialog | null = null;
  #view: typeof wayDialog | null = null;
  #ending: number | null = null;
  #ended = false;
  #expiresAt = '';

  readonly actions: Record<string, WidgetAction> = {
    login: () => this.#logIn(),
    retry: () => this.#retry(),
    'accept-terms': () => this.#step((session) => session.acceptTerms()),
    'withdraw-terms': (target) => this.#step((session) => session.withdrawTerms(), target),
    'act-for-self': () => this.#actForSelf(),
    extend: (target) => this.#step((session) => session.extend(), target),
    logout: (target) => this.#logOut(target),
    terms: () => this.#open('terms'),
    withdraw: () => this.#open('withdraw'),
    film: () => this.#open('film'),
    'show-film': () => this.#open('film-shown'),
    close: (target) => target.closest('dialog')?.close(),
    'dialog-closed': () => this.#leaveDialog(),
  };

  constructor(host: WayInHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Loads the dialogs before anybody needs them: the session may end where the network has gone. */
  async prepare(): Promise<void> {
    this.#view ??= (await import('../views/way-dialogs.js')).wayDialog;
  }

  hostUpdated(): void {
    const { session } = this.#host;
    const { ending, way } = session;
    this.#expiresAt = session.data?.expiresAt ?? this.#expiresAt;
    if (ending !== this.#ending) {
      this.#ending = ending;
      if (ending) void this.#warn();
      else this.#stopWarning();
    }
    if ((way === 'ended') === this.#ended) return;
    this.#ended = way === 'ended';
    if (!this.#ended) return;
    this.#closeAll();
    this.#host.dispatchEvent(new HnSessionEndedEvent(this.#expiresAt));
    void this.#host.announcer.say(this.#host.run(() => plain(msg('Du er logget ut', { id: 'gate.ended' }))));
  }

  hostDisconnected(): void {
    this.#dialog = null;
  }

  /** The gate for whoever is not all the way in. */
  renderGate(about: unknown): TemplateResult | typeof nothing {
    const { session, headingLevel } = this.#host;
    const { way, data, loginUrl } = session;
    if (way === 'loading' || way === 'active') return nothing;
    const { error } = session.snapshot;
    const level = headingLevel + 1;
    return accessGate({ way, session: data, error, level, about, loginUrl, busy: this.#busy });
  }

  renderDialog(): TemplateResult | typeof nothing {
    const { session, headingLevel } = this.#host;
    if (!this.#dialog || !this.#view || !session.data) return nothing;
    const level = headingLevel + 1;
    const ending = this.#ending;
    return this.#view({ which: this.#dialog, session: session.data, level, ending, busy: this.#busy });
  }

  #logIn(): void {
    const { session } = this.#host;
    const url = session.loginUrl;
    if (this.#host.dispatchEvent(new HnLoginRequiredEvent(url)) && url) session.leaveForLogin(url);
  }

  async #retry(): Promise<void> {
    this.failure = null;
    await this.#host.refresh();
    await this.#host.focusOn('[data-do=retry]', '#title');
  }

  /** Takes a step and leads to where it ended; `target` stands in the dialog that it ends, if in one. */
  async #step(
    take: (session: SessionController) => Promise<unknown>,
    target?: HTMLElement,
  ): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.failure = null;
    this.#host.requestUpdate();
    try {
      await take(this.#host.session);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      this.failure = error;
      this.#host.dispatchEvent(new HnErrorEvent(error));
    }
    this.#busy = false;
    target?.closest('dialog')?.close();
    this.#host.requestUpdate();
    // Extending changes nothing on the page: closing the dialog gave focus back.
    if (this.failure || this.#ending === null) await this.#host.focusOn('#failure', '#gate', '#title');
    return !this.failure;
  }

  async #actForSelf(): Promise<void> {
    const { user } = this.#host.session.data ?? {};
    if (!user || !this.#host.dispatchEvent(new HnBeforeActingForChangeEvent(user))) return;
    let url: string | null = null;
    if (!(await this.#step(async (session) => (url = await session.actFor(null))))) return;
    this.#host.dispatchEvent(new HnActingForChangeEvent(user));
    if (url) location.assign(url);
  }

  async #logOut(target: HTMLElement): Promise<void> {
    let url: string | null = null;
    const done = await this.#step(async (session) => (url = await session.logOut()), target);
    if (done && url) location.assign(url);
  }

  async #open(dialog: WayDialog): Promise<void> {
    await this.prepare();
    this.#dialog = dialog;
    this.#host.requestUpdate();
    // A further step in the dialog that is open begins at its heading.
    await this.#host.focusOn('dialog [tabindex]');
  }

  async #warn(): Promise<void> {
    this.#host.dispatchEvent(new HnSessionEndingEvent(this.#expiresAt));
    if (this.#host.checkVisibility() && this.#host.session.mayWarn()) await this.#open('session');
  }

  #stopWarning(): void {
    this.#host.session.stopWarning();
    if (this.#dialog === 'session') this.#closeAll();
  }

  #closeAll(): void {
    for (const dialog of this.#host.shadowRoot?.querySelectorAll('dialog[open]') ?? []) {
      (dialog as HTMLDialogElement).close();
    }
  }

  #leaveDialog(): void {
    // Whoever closes the warning is here: the session goes on.
    if (this.#dialog === 'session' && this.#ending && !this.#busy) {
      void this.#step((session) => session.extend());
    }
    this.#dialog = null;
    this.#host.requestUpdate();
  }
}
