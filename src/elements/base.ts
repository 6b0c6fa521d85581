import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Backend } from '../backend/backend.js';
import type { Language, Scope } from '../backend/types.js';
import { ConfigurationController } from '../controllers/configuration.js';
import { LocaleController } from '../controllers/locale.js';
import { Query, ask, type Question } from '../controllers/query.js';
import { SessionQuery } from '../controllers/session.js';
import { base } from '../styles/base.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { heading } from '../views/heading.js';
import { helpRow } from '../views/help.js';
import { ReactiveElement, type PropertyDeclarations } from './reactive-element.js';
import { HnReadyEvent } from './ready-event.js';
import type { WidgetDesk, WidgetState } from './widget-desk.js';

export type { WidgetState };

/**
 * What all widgets have in common: configuration, language, the way in, help, states and events.
 *
 * A widget is one open shadow root. Its views name actions in `data-do` and the like, and the root
 * listens once for all of them, however many rows there are. What somebody who is in does not need at
 * first sight is the widget's `Desk`, which comes in a file of its own as soon as it is needed, and
 * else after the first sight.
 *
 * @attr {'nb'|'nn'|'en'|'se'} lang - The language; without it the nearest ancestor with `lang` decides.
 *
 * @slot - Shown until the element is defined, and where it has no backend: how to reach the municipality.
 * @slot heading - Replaces the heading.
 * @slot help - Replaces the help line that the backend gives.
 * @slot empty - Replaces what stands where there is nothing to show.
 * @slot footer - Below the content.
 *
 * @event {HnReadyEvent} hn-ready - The first content is shown.
 * @event {HnErrorEvent} hn-error - Something could not be loaded or done.
 * @event {HnLoginRequiredEvent} hn-login-required - *Logg inn* was pressed; cancelable.
 * @event {HnSessionEndingEvent} hn-session-ending - The session ends in two minutes.
 * @event {HnSessionEndedEvent} hn-session-ended - The session has run out.
 * @event {HnBeforeActingForChangeEvent} hn-before-acting-for-change - Somebody goes back to themselves; cancelable.
 * @event {HnActingForChangeEvent} hn-acting-for-change - Whom the widgets act for has changed.
 *
 * @csspart base (all) - All but the emergency box.
 * @csspart heading (all) - The widget's heading.
 * @csspart acting-for - The band that says whom one acts for.
 * @csspart notice (ready, locked, error, offline) - A notice; also `notice-info`, `notice-success`, `notice-warning`, `notice-danger`.
 * @csspart notice-info - A notice that informs.
 * @csspart notice-success - A notice that something is done.
 * @csspart notice-warning (ready, offline) - A notice that warns.
 * @csspart notice-danger (ready, locked) - A notice that something went wrong.
 * @csspart button (ready, locked, error, offline) - A button; also `button-primary`, `button-danger`.
 * @csspart button-primary (ready, locked) - The one filled button of a view.
 * @csspart button-danger - A button that ends something.
 * @csspart link (ready, locked) - A link.
 * @csspart phone (ready, empty, locked) - A phone number.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart control - What one writes in or chooses from.
 * @csspart hint - What helps to fill in a field.
 * @csspart field-error - What is wrong with a field.
 * @csspart dialog - A dialog.
 * @csspart dialog-title - Its heading.
 * @csspart dialog-actions - Its buttons.
 * @csspart list - A list.
 * @csspart item - One of a list.
 * @csspart skeleton (loading) - What stands there while loading.
 * @csspart badge - A chip.
 * @csspart help (ready, empty, locked, offline) - The help row.
 *
 * @cssproperty [--hn-font-family=inherit] - Font.
 * @cssproperty [--hn-font-size-base=medium] - Size that every length follows.
 * @cssproperty [--hn-line-height=1.5] - Line height.
 * @cssproperty [--hn-space=0.5em] - Unit of distances.
 * @cssproperty [--hn-radius=0.5em] - Radius of corners.
 * @cssproperty [--hn-border-width=0.0625em] - Width of hairlines.
 * @cssproperty [--hn-tap-size=2.75em] - Least size of what one presses.
 * @cssproperty [--hn-shadow=0 0.5em 2em rgb(0 0 0 / 30%)] - Shadow of dialogs.
 * @cssproperty [--hn-color-accent=#0b5563] - Buttons and icons; dark #7fd0de.
 * @cssproperty [--hn-color-accent-hover=#083f4a] - The same under the pointer; dark #a5e2ec.
 * @cssproperty [--hn-color-on-accent=#fff] - Text on the accent; dark #06272d.
 * @cssproperty [--hn-color-text=#14262b] - Text; dark #eef4f5.
 * @cssproperty [--hn-color-text-subtle=#4a5f65] - Less important text; dark #b3c4c8.
 * @cssproperty [--hn-color-background=#fff] - Ground; dark #10191b.
 * @cssproperty [--hn-color-surface=#f3f6f6] - Ground of what is set apart; dark #1a2629.
 * @cssproperty [--hn-color-border=#cfdadc] - Hairlines; dark #33464b.
 * @cssproperty [--hn-color-border-strong=#5f757b] - Edges of controls; dark #8fa5aa.
 * @cssproperty [--hn-color-focus=#14262b] - Ring around what has focus; dark #fff.
 * @cssproperty [--hn-color-link=var(--hn-color-accent)] - Links.
 * @cssproperty [--hn-color-info=#0b5563] - Edge of what informs; dark #7fd0de.
 * @cssproperty [--hn-color-info-surface=#e3f1f3] - Its ground; dark #123840.
 * @cssproperty [--hn-color-info-text=#0a3f4a] - Its text; dark #d5eff4.
 * @cssproperty [--hn-color-success=#1d6130] - Edge of what is done; dark #8ed9a3.
 * @cssproperty [--hn-color-success-surface=#e6f5ea] - Its ground; dark #13301c.
 * @cssproperty [--hn-color-success-text=#1d6130] - Its text; dark #8ed9a3.
 * @cssproperty [--hn-color-warning=#7a4b00] - Edge of what warns; dark #ffcf7d.
 * @cssproperty [--hn-color-warning-surface=#fff4dc] - Its ground; dark #352608.
 * @cssproperty [--hn-color-warning-text=#5c3900] - Its text; dark #ffe0aa.
 * @cssproperty [--hn-color-danger=#a3162b] - Edge of what went wrong or ends something; dark #ff9aa8.
 * @cssproperty [--hn-color-danger-surface=#fdeef0] - Its ground; dark #3a171d.
 * @cssproperty [--hn-color-danger-text=#8a1024] - Its text; dark #ffc2ca.
 *
 * @cssState loading - The first answer has not come.
 * @cssState ready - Content is shown.
 * @cssState empty - There is nothing to show.
 * @cssState error - The first answer was an error.
 * @cssState locked - The person is not all the way in, or there is no backend.
 * @cssState offline - The browser is not on the net; beside one of the others.
 */
export abstract class HnElement extends ReactiveElement {
  static override styles: readonly string[] = [tokens, base];

  static override properties: PropertyDeclarations = {
    backendUrl: { attribute: 'backend-url' },
    backendType: { attribute: 'backend-type' },
    headingLevel: { attribute: 'heading-level', type: Number },
    public: { type: Boolean },
    backend: { attribute: false },
    getToken: { attribute: false },
  };

  /** Base address of the backend. */
  declare backendUrl: string | null;

  /** `rest` (default), or a name given to `registerBackend()`. */
  declare backendType: string | null;

  /** Level of the widget's heading, 1 to 6; the levels below follow from it. */
  declare headingLevel: number;

  /** Never offers to log in; shows what anyone may see. */
  declare public: boolean;

  /** A backend as an object; wins over everything else. */
  declare backend: Backend | null;

  /** Gives a bearer token; then requests carry it and no cookies. */
  declare getToken: (() => Promise<string>) | null;

  /** @internal */
  readonly configuration = new ConfigurationController(this);
  /** @internal */
  readonly locale = new LocaleController(this);
  /** @internal */
  readonly session = new SessionQuery(this);
  /** @internal Everything that is asked of the backend. */
  readonly queries: Query<unknown>[] = [this.session];

  /** The desk, once it is here. */
  protected desk: WidgetDesk | null = null;

  readonly #internals = this.attachInternals();
  #coming?: Promise<WidgetDesk | null>;
  /** The desk did not come: then the page's own fallback stands there. */
  #stranded = false;
  #ready = false;
  #state: WidgetState = 'loading';

  constructor() {
    super();
    this.headingLevel = 2;
    this.public = false;
  }

  /** The widget's own heading; said within `render`. */
  protected abstract get label(): string;

  /** What the widget's own content has come to, for whoever is in. */
  protected abstract get contentState(): Exclude<WidgetState, 'locked'>;

  /** @internal What whoever acts for another must be let into to use the widget; null is nothing in particular. */
  get scope(): Scope | null {
    return null;
  }

  /** Loads the widget's desk. */
  protected abstract loadDesk(): Promise<WidgetDesk>;

  /** @internal */
  get care(): ConfigurationController['care'] {
    return this.configuration.care;
  }

  /** @internal The language that applies here. */
  get language(): Language {
    return this.locale.language;
  }

  /** Asks the backend again; resolves when what is shown is current. */
  async refresh(): Promise<void> {
    this.#stranded = false;
    await this.updateComplete;
    await Promise.all(this.queries.map((query) => query.refresh()));
    await this.updateComplete;
  }

  /** @internal Asks the backend something for as long as the widget is on the page; null asks nothing. */
  query<T>(question: () => Question<T> | null): Query<T> {
    const query = new Query<T>(this, () => {
      const asked = question();
      return asked && ask(asked);
    });
    this.queries.push(query);
    return query;
  }

  /** @internal Calls the desk; null if it cannot be reached. */
  summonDesk(): Promise<WidgetDesk | null> {
    return (this.#coming ??= this.loadDesk()
      .then(
        (desk) => (this.desk = desk),
        () => {
          this.#coming = undefined;
          this.#stranded = true;
          return null;
        },
      )
      .finally(() => this.requestUpdate()));
  }

  /** Sheets belong to the document in which they were made: another one drops them. */
  adoptedCallback(): void {
    void this.summonDesk().then((desk) => desk?.adoptSheets());
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot();
    for (const type of ['click', 'input', 'submit']) {
      root.addEventListener(type, (event) => {
        // The event has no target any more when the desk comes later.
        const target = event.target as Element;
        if (this.desk) this.desk.answer(event, target);
        else void this.summonDesk().then((desk) => desk?.answer(event, target));
      });
    }
    return root;
  }

  protected override performUpdate(): void {
    this.locale.resolve();
    this.locale.run(() => super.performUpdate());
  }

  protected override updated(): void {
    const { states } = this.#internals;
    const state = this.#findState();
    // What a page may style by, and nothing depends on.
    /* eslint-disable baseline-js/use-baseline */
    states.delete(this.#state);
    states.add((this.#state = state));
    /* eslint-enable baseline-js/use-baseline */
    states[this.care?.online === false ? 'add' : 'delete']('offline');
    if (this.#ready || state === 'loading' || state === 'error' || !this.care) return;
    this.#ready = true;
    this.dispatchEvent(new HnReadyEvent());
    // Out of the way of the first sight.
    if (this.session.data?.user) setTimeout(() => void this.summonDesk());
  }

  #findState(): WidgetState {
    if (!this.locale.catalogue) return 'loading';
    if (this.desk) return this.desk.stateWith(this.contentState);
    return this.session.data && !this.#needsDesk ? this.contentState : 'loading';
  }

  /** At first sight somebody is in, acts for herself, and nothing is wrong. */
  get #needsDesk(): boolean {
    const { way, actingFor } = this.session;
    return (
      this.public ||
      this.configuration.missing ||
      !!actingFor ||
      !/active|loading/.test(way) ||
      this.queries.some(({ snapshot }) => snapshot.error)
    );
  }

  protected override render(): TemplateResult {
    const { catalogue } = this.locale;
    const desk = this.desk;
    const { data } = this.session;
    if (this.#needsDesk && !desk && !this.#stranded) void this.summonDesk();
    return html`${desk?.renderBeside()}
      <div class="layer">
        <section part="base" class="base" lang=${catalogue?.lang ?? nothing} aria-labelledby="name">
          ${desk?.renderAbove()}${
            catalogue
              ? html`<div class="head">
                  <div id="name" tabindex="-1">
                    <slot name="heading"
                      >${heading(this.headingLevel, this.label, { part: 'heading', id: 'title', kind: 'title' })}</slot
                    >
                  </div>
                  ${this.renderTools()}
                </div>`
              : nothing
          }${desk?.renderNotices()}${catalogue ? this.#renderMain() : this.renderSkeleton()}
          <slot name="footer"></slot>
          ${catalogue && (data ?? desk) ? helpRow(data, this.public) : nothing}
          <div role="status" class="vh"></div>
        </section>
      </div>`;
  }

  /** The widget's content, for whoever is in. */
  protected abstract renderContent(): unknown;

  /** What stands there until the content comes, of the same size. */
  protected abstract renderSkeleton(): unknown;

  /** Beside the heading. */
  protected renderTools(): unknown {
    return nothing;
  }

  /** The content stands in one place whether the desk is here or not, so that nothing is drawn anew when it comes. */
  #renderMain(): unknown {
    const blocked = this.desk?.renderInstead();
    if (blocked) return blocked;
    if (this.desk ? this.session.way !== 'loading' || this.public : !this.#needsDesk && this.session.data) {
      return this.renderContent();
    }
    return this.#stranded ? html`<slot></slot>` : this.renderSkeleton();
  }
}
