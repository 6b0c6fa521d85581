import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BackendError } from '../backend/errors.js';
import type { Party } from '../backend/types.js';
import { Announcer } from '../controllers/announcer.js';
import { SessionSteps } from '../controllers/session-steps.js';
import type { Way } from '../controllers/session.js';
import { covers } from '../domain/scopes.js';
import { msg, plain } from '../i18n/index.js';
import { deskStyles } from '../styles/desk.styles.js';
import { emergency } from '../styles/emergency.styles.js';
import { accessGate } from '../views/access-gate.js';
import { actingForBanner, noLongerWords, notLetIn } from '../views/acting-for.js';
import { button } from '../views/button.js';
import { emergencyBox } from '../views/emergency.js';
import { retryLabel, staleWords } from '../views/labels.js';
import { notice } from '../views/notice.js';
import { wayDialog, type WayDialog } from '../views/way-dialogs.js';
import { errorWords } from '../views/error-words.js';
import { Acting } from './acting.js';
import type { HnElement } from './base.js';
import { Dialogs } from './dialogs.js';
import { Failures } from './failures.js';
import {
  HnActingForChangeEvent,
  HnBeforeActingForChangeEvent,
  HnErrorEvent,
  HnLoginRequiredEvent,
  HnSessionEndedEvent,
  HnSessionEndingEvent,
} from './events.js';
import { Sheets } from './sheets.js';
import type { WidgetDesk, WidgetState } from './widget-desk.js';

/** The attribute that names the action of an event. */
const ACTIONS: Record<string, string> = { click: 'do', input: 'input', submit: 'submit', keydown: 'key' };

/** What one of the names in a view's `data-…` attributes does. */
export type WidgetAction = (target: HTMLElement, event: Event) => unknown;

/**
 * What a widget does after the first sight, the same in each: the way in and out, help and terms,
 * errors, what is said to screen readers. Each widget's own desk adds its actions.
 */
export abstract class Desk implements ReactiveController, WidgetDesk {
  readonly announcer: Announcer;
  readonly failures: Failures;
  /** What the names in the widget's views do. */
  readonly actions: Record<string, WidgetAction> = {
    login: () => this.#logIn(),
    retry: () => this.#retry(),
    'accept-terms': () => this.#step(() => this.#steps.acceptTerms()),
    'withdraw-terms': (target) => this.#step(() => this.#steps.withdrawTerms(), target),
    'act-for-self': () => this.#actForSelf(),
    extend: (target) => this.#step(() => this.#steps.extend(), target),
    logout: (target) => this.#logOut(target),
    terms: () => this.#open('terms'),
    withdraw: () => this.#open('withdraw'),
    film: () => this.#open('film'),
    'show-film': () => this.#open('film-shown'),
    close: (target) => {
      // Giving focus back measures the page: what has changed behind the dialog is drawn before.
      this.host.updateNow();
      this.#dialogs.close(target.closest('dialog'));
    },
    'dialog-closed': () => this.#leaveDialog(),
  };

  protected readonly host: HnElement;
  readonly #steps: SessionSteps;
  readonly #dialogs: Dialogs;
  readonly #sheets: Sheets;
  readonly #acting = new Acting();
  #arrived?: () => void;
  #busy = false;
  /** Why the last step did not come about. */
  #failure: BackendError | null = null;
  #dialog: WayDialog | null = null;
  #ending: number | null = null;
  #way: Way = 'loading';
  #expiresAt = '';
  /** Who is here, and for whom. */
  #whose = '';
  /** Of whoever is here, or was last. */
  #draftKey: string | null = null;
  #warned = false;

  constructor(host: HnElement) {
    this.host = host;
    this.announcer = new Announcer(host);
    this.failures = new Failures(host, (words) => this.say(words));
    this.#steps = new SessionSteps(host);
    this.#dialogs = new Dialogs(host, (dialog, event) =>
      this.actions[dialog.dataset.close ?? '']?.(dialog, event),
    );
    this.#sheets = new Sheets(host);
    this.addStyles(deskStyles);
    this.addStyles(emergency);
    host.addController(this);
  }

  /** What one can do with this widget, in a sentence. */
  protected abstract get about(): string;

  /** Whether somebody writes here: then 113 and 116117 stand beside. */
  protected abstract get writing(): boolean;

  /** Whether what is begun here is there again after the page has gone. */
  protected get keepsDrafts(): boolean {
    return !!this.#draftKey && isSecureContext;
  }

  /** Does what the view around `target` calls for, on an event that was first heard there. */
  answer(event: Event, target: Element): void {
    const attribute = ACTIONS[event.type] ?? '';
    const named = target.closest<HTMLElement>(`[data-${attribute}]`);
    // What the page has put into slots is its own affair.
    if (named?.getRootNode() !== this.host.renderRoot) return;
    if (event.type === 'submit') event.preventDefault();
    if (named.ariaDisabled === 'true') return;
    this.#steps.noteActivity();
    this.run(() => this.actions[named.dataset[attribute] ?? '']?.(named, event));
    // What was pressed shows in the very next frame, also where a script has pressed it.
    this.host.updateNow();
  }

  /** What the widget has come to, where its own content, for whoever is in, has come to `content`. */
  stateWith(content: WidgetState): WidgetState {
    const { configuration, session, care } = this.host;
    if (configuration.missing) return 'locked';
    if (!care) return 'loading';
    if (this.#isIn) return this.#isLetIn ? content : 'empty';
    return session.way === 'loading' ? 'loading' : session.way === 'failed' ? 'error' : 'locked';
  }

  /** Runs `fn` with the widget's texts. */
  run<T>(fn: () => T): T {
    return this.host.locale.run(fn);
  }

  /** Says `words` to screen readers, in the widget's language. */
  say(words: () => string): void {
    void this.announcer.say(this.run(() => plain(words())));
  }

  /** Gives focus to the first of `selectors` that takes it, after rendering; `#title` is the page's own where it has one. */
  async focusOn(...selectors: string[]): Promise<void> {
    const { host } = this;
    await host.updateComplete;
    for (const selector of selectors.flatMap((one) => (one === '#title' ? [one, '#name'] : one))) {
      const element = host.renderRoot.querySelector<HTMLElement>(selector);
      // WebKit gives focus to what is not shown, too.
      if (!element?.checkVisibility()) continue;
      element.focus();
      if (host.shadowRoot?.activeElement === element) return;
    }
  }

  /** Brings what comes on demand; null, and told where one sees it, when it does not come. */
  async bring<T>(coming: Promise<T>): Promise<T | null> {
    this.#failure = null;
    try {
      return await coming;
    } catch (cause) {
      this.#fail(new BackendError('offline', { cause }));
      await this.focusOn('#failure');
      return null;
    }
  }

  #fail(failure: BackendError): void {
    this.#failure = failure;
    this.host.dispatchEvent(new HnErrorEvent(failure));
    this.host.requestUpdate();
  }

  /** Adds the sheet of what came on demand. */
  addStyles(style: string): void {
    this.#sheets.add(style);
  }

  adoptSheets(): void {
    this.#sheets.renew();
  }

  /** Before anything of the next person is shown, nothing of the one before is open. */
  hostUpdate(): void {
    const { user, party, draftKey } = this.host.care?.person ?? {};
    if (!user || !party) return;
    this.#draftKey = draftKey ?? null;
    const whose = `${user} ${party}`;
    if (this.#whose && this.#whose !== whose) this.leaveParty();
    this.#whose = whose;
  }

  /** Closes what is open of the one acted for: another is looked at from now on. */
  protected leaveParty(): void {
    // Not every widget opens something.
  }

  hostUpdated(): void {
    this.updateDialog();
    this.#followSession();
    this.failures.look();
    if (!this.host.configuration.missing || this.#warned) return;
    this.#warned = true;
    const { localName } = this.host;
    console.warn(
      `<${localName}> has no backend, or not one that works. Set its address: <${localName} ` +
        `backend-url="https://…">, or <hn-config backend-url="https://…"> around it, whose script the page needs ` +
        'as well, or configure({ backendUrl }).',
    );
  }

  /** Shows what is asked in a dialog by itself: what stands behind it is not drawn anew for that. */
  updateDialog(): void {
    this.run(() => this.#dialogs.show(this.renderDialog()));
  }

  hostDisconnected(): void {
    this.#arrived?.();
    this.#dialog = null;
  }

  /** Somebody is here, not before a page for everybody, and may see what the widget shows. */
  protected get isHere(): boolean {
    return !this.host.public && this.#isIn && this.#isLetIn;
  }

  get #isIn(): boolean {
    return this.host.public || this.host.session.way === 'active';
  }

  /** A power of attorney, or being a parent, need not cover what the widget shows. */
  get #isLetIn(): boolean {
    return this.host.public || covers(this.host.session.actingFor, this.host.scope);
  }

  #followSession(): void {
    const { session } = this.host;
    if (session.way !== 'loading') this.#arrived?.();
    const { ending } = this.#steps;
    const { way } = session;
    this.#expiresAt = session.data?.expiresAt ?? this.#expiresAt;
    if (ending !== this.#ending) {
      this.#ending = ending;
      if (ending) void this.#warn();
      else this.#stopWarning();
    }
    const ended = this.#acting.follow(session, this.#way);
    if (ended !== null) this.#tellNoLonger(ended);
    if (way === this.#way) return;
    this.#way = way;
    // Somebody else may be here, or acted for, next.
    if (way === 'loading') this.announcer.clear();
    if (way !== 'ended') return;
    this.#dialogs.closeAll();
    this.host.dispatchEvent(new HnSessionEndedEvent(this.#expiresAt));
    this.say(() => msg('Du er logget ut', { id: 'gate.ended' }));
  }

  /** Tells whoever acted for another, and no longer may, why they are back with themselves. */
  #tellNoLonger(name: string): void {
    this.#acting.noLonger = name;
    this.host.requestUpdate();
    this.say(() => noLongerWords(name));
  }

  #logIn(): void {
    const url = this.#steps.loginUrl;
    if (this.host.dispatchEvent(new HnLoginRequiredEvent(url)) && url) this.#steps.leaveForLogin(url);
  }

  async #retry(): Promise<void> {
    this.#failure = null;
    await this.host.refresh();
    await this.focusOn('[data-do=retry]', '#title');
  }

  /** Takes a step and leads to where it ended; `target` stands in the dialog that it ends, if in one. */
  async #step<T>(take: () => Promise<T>, target?: HTMLElement): Promise<{ result: T } | null> {
    if (this.#busy) return null;
    let done: { result: T } | null = null;
    this.#busy = true;
    this.#failure = null;
    this.host.requestUpdate();
    try {
      done = { result: await take() };
    } catch (error) {
      // Another person is here now: nothing of this is for them.
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        // What is no answer of the backend's is a file of the library's that did not come.
        this.#fail(error instanceof BackendError ? error : new BackendError('offline', { cause: error }));
      }
    }
    this.#dialogs.close(target?.closest('dialog'));
    // Where the step led is known when the session has answered.
    if (this.host.session.way === 'loading') await new Promise<void>((resolve) => (this.#arrived = resolve));
    this.#busy = false;
    this.host.requestUpdate();
    // Closing a dialog gives focus back; what was there may have gone.
    await this.focusOn('#failure', '#gate', ...(this.host.shadowRoot?.activeElement ? [] : ['#title']));
    return done;
  }

  /** Acts for `party` from now on; resolves to whether it came about. */
  protected async actFor(party: Party): Promise<boolean> {
    const { host } = this;
    if (!host.dispatchEvent(new HnBeforeActingForChangeEvent(party))) return false;
    const went = await this.#step(() => this.#steps.actFor(party.relation === 'self' ? null : party.id));
    if (!went) return false;
    const { way, data } = host.session;
    if (way === 'active' && (data?.actingFor ?? data?.user)?.id !== party.id) {
      // The service has had the last word.
      this.#tellNoLonger(party.name);
      return false;
    }
    host.dispatchEvent(new HnActingForChangeEvent(party));
    if (went.result) location.assign(went.result);
    return true;
  }

  async #actForSelf(): Promise<void> {
    const { user } = this.host.session.data ?? {};
    if (user) await this.actFor(user);
  }

  async #logOut(target: HTMLElement): Promise<void> {
    const went = await this.#step(() => this.#steps.logOut(), target);
    if (went?.result) location.assign(went.result);
  }

  async #open(dialog: WayDialog): Promise<void> {
    this.#dialog = dialog;
    this.updateDialog();
    // A further step in the dialog that is open begins at its heading.
    await this.focusOn('dialog [tabindex]');
  }

  async #warn(): Promise<void> {
    this.host.dispatchEvent(new HnSessionEndingEvent(this.#expiresAt));
    if (this.host.checkVisibility() && this.#steps.mayWarn()) await this.#open('session');
  }

  #stopWarning(): void {
    this.#steps.stopWarning();
    if (this.#dialog === 'session') this.#dialogs.closeAll();
  }

  #leaveDialog(): void {
    // Whoever closes the warning is here: the session goes on.
    if (this.#dialog === 'session' && this.#ending && !this.#busy)
      void this.#step(() => this.#steps.extend());
    this.#dialog = null;
    this.updateDialog();
  }

  /** Beside the widget's content, where no part and no slot reaches. */
  renderBeside(): TemplateResult | typeof nothing {
    const { catalogue } = this.host.locale;
    return this.writing && this.#isIn && catalogue ? emergencyBox(catalogue.lang) : nothing;
  }

  /** Above everything else. */
  renderAbove(): TemplateResult | typeof nothing {
    const { session, locale } = this.host;
    return session.way === 'active' && session.actingFor && !this.host.public && locale.catalogue
      ? actingForBanner(session.actingFor)
      : nothing;
  }

  /** What has happened, above the content. */
  renderNotices(): unknown {
    if (!this.host.locale.catalogue) return nothing;
    const failure = this.#failure;
    const { noLonger } = this.#acting;
    if (!failure && !noLonger && !this.failures.stale) return nothing;
    return html`${noLonger ? notice('info', html`<p>${noLongerWords(noLonger)}</p>`) : nothing}
    ${
      failure
        ? html`<div id="failure" tabindex="-1">${notice('danger', html`<p>${errorWords(failure)}</p>`)}</div>`
        : nothing
    }
    ${this.failures.stale ? notice('warning', html`<p>${staleWords()}</p>`, button('retry', retryLabel())) : nothing}`;
  }

  /** The gate, for whoever is not all the way in; null for the others. */
  renderInstead(): TemplateResult | null {
    const { host } = this;
    const { session, scope } = host;
    const { way, actingFor } = session;
    if (host.configuration.missing) {
      return html`<p>${msg('Tjenesten er ikke tilgjengelig her nå.', { id: 'common.noBackend' })}</p>`;
    }
    if (this.#isIn && !this.#isLetIn && actingFor && scope) return notLetIn(actingFor, scope);
    if (this.#isIn || way === 'loading' || way === 'active') return null;
    const gate = accessGate({
      way,
      session: session.data,
      error: session.snapshot.error,
      level: host.headingLevel + 1,
      about: this.about,
      loginUrl: this.#steps.loginUrl,
      busy: this.#busy,
      keeps: this.keepsDrafts,
    });
    return html`${gate} ${way === 'failed' ? nothing : this.renderOutside()}`;
  }

  protected renderDialog(): TemplateResult | typeof nothing {
    const { session, headingLevel } = this.host;
    if (!this.#dialog || !session.data) return nothing;
    return wayDialog({
      which: this.#dialog,
      session: session.data,
      level: headingLevel + 1,
      ending: this.#ending,
      busy: this.#busy,
      keeps: this.keepsDrafts,
    });
  }

  /** What anyone may see, below the gate. */
  protected renderOutside(): unknown {
    return nothing;
  }
}
