import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Contact, Id, ServiceType } from '../../backend/types.js';
import { drafted } from '../../controllers/drafts.js';
import type { Query } from '../../controllers/query.js';
import { msg, plain, plural, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { errorWords } from '../../views/words.js';
import { HnElement, type WidgetState } from '../base.js';
import type { WidgetAction } from '../way-in.js';
import type { Composer } from '../composer/composer.js';
import { NO_FILTER, contactFilter, matches } from './contact-filter.js';
import { contactRow } from './contact-row.js';
import { contactSkeleton } from './contact-skeleton.js';
import { HnComposeEvent } from './contacts.events.js';
import { contactsStyles } from './contacts.styles.js';
import { chosenMunicipality, municipalityFinder } from './municipality-finder.js';

/** As many as a backend gives at once. */
const ALL = 200;
/** Somebody who types is not interrupted sooner than this, in milliseconds. */
const PAUSE = 300;
const MINUTE = 60_000;

/**
 * Helsekontakter: the municipality's services one can reach, when they are open and what each offers,
 * and the way to write to them.
 *
 * Who has not logged in sees the public contact information of `municipality`, or finds a municipality
 * by name. The composer opens here unless `hn-compose` is prevented.
 *
 * ```html
 * <hn-contacts backend-url="https://helse.kommune.example/api" municipality="0301">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-contacts>
 * ```
 *
 * @tag hn-contacts
 * @status stable
 *
 * @event {HnComposeEvent} hn-compose - Somebody wants to write to a service; cancelable.
 * @event {HnBeforeMessageSendEvent} hn-before-message-send - A message is about to be sent; cancelable.
 * @event {HnMessageSentEvent} hn-message-sent - A message has been sent.
 *
 * @csspart contact - A service.
 * @csspart contact-name - Its name.
 * @csspart contact-details - All there is to know of it.
 * @csspart phone - A phone number.
 * @csspart hours - Whether it is open, and its hours.
 * @csspart capability - What can be done digitally.
 * @csspart search - A search field.
 * @csspart composer - Where one writes.
 * @csspart attachment - A file that goes with the message.
 */
export class HnContactsElement extends HnElement {
  static override styles = [...HnElement.styles, contactsStyles];

  /**
   * Four-digit number of the municipality whose public contact information is shown to those who have
   * not logged in; without it they search for a municipality by name.
   */
  @property() municipality: string | null = null;

  /** Only these services, a comma list: `home-care, physiotherapy`. */
  @property() services: string | null = null;

  /** Id of the contact that is open from the start. */
  @property() contact: Id | null = null;

  /** `session` keeps what is being written in the tab, encrypted; `none` keeps it in memory alone. */
  @property({ attribute: 'draft-storage' }) draftStorage: 'session' | 'none' = 'session';

  readonly #mine = this.query(() =>
    this.public
      ? null
      : {
          key: ['contacts'],
          load: (backend, options) => backend.listContacts({ ...options, limit: ALL }),
          hints: ['message'],
        },
  );
  readonly #outside = this.query(() => {
    const number = this.#showsOutside && this.#number;
    return number
      ? {
          key: ['public-contacts', number],
          load: (backend, options) => backend.listPublicContacts(number, { ...options, limit: ALL }),
          public: true,
        }
      : null;
  });
  readonly #found = this.query(() => {
    const words = this.#sought;
    return this.#showsOutside && words
      ? {
          key: ['municipalities', words],
          load: (backend, options) => backend.listMunicipalities(words, options),
          public: true,
        }
      : null;
  });

  readonly #open = new Set<Id>();
  #filter = NO_FILTER;
  #sought = '';
  #chosen: { number: string; name: string; county: string } | null = null;
  #composer: Composer | null = null;
  #drafted: ReadonlySet<Id> = new Set();
  #read: unknown;
  #unknown = '';
  #pause?: ReturnType<typeof setTimeout>;
  #tick?: ReturnType<typeof setTimeout>;
  #prepared = false;

  constructor() {
    super();
    Object.assign(this.actions, {
      compose: (target) => this.#compose(target.dataset.id ?? ''),
      details: (target) => this.#toggleDetails(target.dataset.id ?? ''),
      search: (target) => this.#narrow({ ...this.#filter, words: (target as HTMLInputElement).value.trim() }),
      filter: (target) =>
        this.#narrow({ ...this.#filter, service: (target as HTMLSelectElement).value as ServiceType | '' }),
      reset: () => this.#reset(),
      find: (target) => this.#findMunicipality((target as HTMLInputElement).value.trim()),
      choose: (target) => this.#chooseMunicipality(target.dataset.id ?? ''),
      other: () => this.#leaveMunicipality(),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get label(): string {
    return msg('Helsekontakter', { id: 'contacts.title' });
  }

  protected override get about(): string {
    return msg('Da ser du hvem du kan kontakte i kommunen, og kan sende dem meldinger.', {
      id: 'contacts.about',
    });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const query = this.#showsOutside ? this.#outside : this.#mine;
    if (!query.asking) return 'ready';
    const { status, data } = query.snapshot;
    if (status === 'pending') return 'loading';
    return status === 'error' ? 'error' : data?.items.length ? 'ready' : 'empty';
  }

  protected override get writing(): boolean {
    return !!this.#composer?.writing;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    clearTimeout(this.#tick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contact') && this.contact) this.#open.add(this.contact);
    // What is written to somebody on behalf of one is not shown to another.
    if (this.#composer && this.session.data?.user && !this.#composer.isOf(this.session.data))
      this.#leaveComposer();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { data } = this.#mine;
    if (data && data !== this.#read) {
      this.#read = data;
      void this.#findDrafts();
    }
    if (!this.#prepared && data?.items.some(({ write }) => write.allowed)) {
      this.#prepared = true;
      // Whoever presses «Ny melding» later may have lost the network by then.
      import('../composer/composer.js').catch(() => (this.#prepared = false));
    }
    this.#reportUnknown();
    clearTimeout(this.#tick);
    if (!this.isConnected || !(data ?? this.#outside.data)) return;
    this.#tick = setTimeout(() => this.requestUpdate(), MINUTE - ((this.care?.now() ?? 0) % MINUTE));
  }

  /** Whether it is the municipality's public information that is shown, and not the person's own contacts. */
  get #showsOutside(): boolean {
    const { way, data } = this.session;
    return this.public || (way === 'active' ? !data?.hasServices : way !== 'loading' && way !== 'failed');
  }

  /** The municipality whose public information is shown; empty for none yet. */
  get #number(): string {
    const own = this.public || !this.session.data?.user ? null : this.session.data.municipality;
    return this.#chosen?.number ?? own?.number ?? this.municipality ?? '';
  }

  /** The contacts shown before search and filter. */
  get #contacts(): readonly Contact[] {
    const { data } = this.#showsOutside ? this.#outside : this.#mine;
    const services = this.services?.split(/[\s,]+/).filter(Boolean);
    const items = data?.items ?? [];
    return services?.length ? items.filter(({ service }) => services.includes(service)) : items;
  }

  get #hits(): readonly Contact[] {
    return this.#contacts.filter((contact) => matches(contact, this.#filter));
  }

  async #compose(id: Id): Promise<void> {
    const contact = this.#contacts.find((one) => one.id === id);
    if (!contact?.write.allowed || !this.dispatchEvent(new HnComposeEvent(id))) return;
    const { Composer } = await import('../composer/composer.js');
    this.#composer = new Composer(this, {
      contact,
      actions: this.actions,
      memory: this.draftStorage === 'none',
      left: () => this.#leaveComposer(),
    });
    this.requestUpdate();
    await this.focusOn('#composer-title');
  }

  #leaveComposer(): void {
    const { contact } = this.#composer ?? {};
    this.#composer?.leave();
    this.#composer = null;
    this.requestUpdate();
    void this.#findDrafts();
    const id = contact && CSS.escape(contact.id);
    void this.focusOn(`[data-do=compose][data-id="${id}"]`, `#name-${id}`, '#title');
  }

  async #findDrafts(): Promise<void> {
    const writable = this.#contacts.filter(({ write }) => write.allowed).map(({ id }) => id);
    if (!this.care || !writable.length) return;
    this.#drafted = await drafted(this.care, writable);
    this.requestUpdate();
  }

  #toggleDetails(id: Id): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.requestUpdate();
  }

  #narrow(filter: typeof NO_FILTER): void {
    this.#filter = filter;
    this.requestUpdate();
    this.#saySoon(() => {
      const n = this.#hits.length;
      return plural(n, {
        one: msg(str`${n} treff`, { id: 'contacts.hits.one' }),
        two: msg(str`${n} treff`, { id: 'contacts.hits.two' }),
        other: msg(str`${n} treff`, { id: 'contacts.hits.other' }),
      });
    });
  }

  #reset(): void {
    this.#narrow(NO_FILTER);
    void this.focusOn('#search');
  }

  #findMunicipality(words: string): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#sought = words.length > 1 ? words : '';
      this.requestUpdate();
    }, PAUSE);
  }

  #chooseMunicipality(number: string): void {
    this.#chosen = this.#found.data?.items.find((one) => one.number === number) ?? null;
    this.#filter = NO_FILTER;
    this.requestUpdate();
    void this.focusOn('#municipality-title');
  }

  #leaveMunicipality(): void {
    this.#chosen = null;
    this.#sought = '';
    this.requestUpdate();
    void this.focusOn('#municipality');
  }

  /** Says what `words` gives once nobody types any more. */
  #saySoon(words: () => string): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.announcer.say(this.run(() => plain(words()))), PAUSE);
  }

  /** A wrong `municipality` is the editor's to mend. */
  #reportUnknown(): void {
    const { municipality } = this;
    if (!this.#isUnknown || !municipality || this.#unknown === municipality) return;
    this.#unknown = municipality;
    console.warn(
      `<${this.localName}>: the backend knows no municipality with this number. ` +
        'Set municipality="…" to its four digits, or leave it out to let people search.',
    );
  }

  get #isUnknown(): boolean {
    return this.#outside.snapshot.error?.code === 'not-found' && !this.#outside.data;
  }

  protected override renderTools(): TemplateResult | typeof nothing {
    return this.#composer || this.#showsOutside ? nothing : contactFilter(this.#contacts, this.#filter);
  }

  protected override renderSkeleton(): TemplateResult {
    return contactSkeleton();
  }

  protected override renderContent(): unknown {
    if (this.#composer) return this.#composer.render();
    if (!this.#showsOutside) return this.#renderList(this.#mine, this.headingLevel + 1);
    return html`${this.public ? nothing : this.#renderNoService()} ${this.renderOutside()}`;
  }

  protected override renderOutside(): unknown {
    if (this.session.data && !this.care?.can('public-contacts')) return nothing;
    if (!this.#number) return this.#renderFinder();
    if (this.#isUnknown) {
      return html`${notice(
        'warning',
        html`<p>
          ${msg('Vi finner ikke kommunen som denne siden viser til. Søk etter kommunen din i stedet.', { id: 'contacts.unknownMunicipality' })}
        </p>`,
      )}
      ${this.#renderFinder()}`;
    }
    const level = this.headingLevel + 1;
    const title = heading(level, this.#municipalityTitle, { id: 'municipality-title', kind: 'subtitle' });
    return html`${chosenMunicipality(title, !!this.#chosen)} ${contactFilter(this.#contacts, this.#filter)}
    ${this.#renderList(this.#outside, level + 1)}`;
  }

  get #municipalityTitle(): string {
    const name = this.#chosen?.name ?? this.#outside.data?.items[0]?.municipality.name ?? '';
    const county = this.#chosen?.county;
    return county
      ? msg(str`Helsekontakter i ${name} kommune, ${county}`, { id: 'contacts.inMunicipalityOf' })
      : msg(str`Helsekontakter i ${name} kommune`, { id: 'contacts.inMunicipality' });
  }

  #renderFinder(): TemplateResult {
    const { data } = this.#found;
    return municipalityFinder({ hits: (this.#sought && data?.items) || null, words: this.#sought });
  }

  #renderNoService(): TemplateResult {
    return html`<div class="panel stack">
      ${heading(
        this.headingLevel + 1,
        msg('Du har ingen tjenester fra kommunen nå', { id: 'contacts.noService' }),
        {
          kind: 'subtitle',
        },
      )}
      <p>
        ${msg('Trenger du hjelp, kan du ringe en av tjenestene her. De kan fortelle deg hvordan du søker.', { id: 'contacts.noServiceWhat' })}
      </p>
    </div>`;
  }

  #renderList({ snapshot }: Query<{ items: Contact[] }>, level: number): unknown {
    if (snapshot.status === 'pending') return contactSkeleton();
    if (snapshot.status === 'error') {
      const words = errorWords(snapshot.error ?? { code: 'internal' });
      return notice('danger', html`<p>${words}</p>`, button('retry', retryLabel()));
    }
    if (!this.#contacts.length) {
      return html`<slot name="empty"
        ><p>${msg('Det er ikke lagt ut noen kontakter her ennå.', { id: 'contacts.empty' })}</p></slot
      >`;
    }
    const hits = this.#hits;
    if (!hits.length) {
      return html`<div class="stack">
        <p>${msg('Ingen tjenester passer med søket.', { id: 'contacts.noHits' })}</p>
        ${button('reset', msg('Nullstill', { id: 'common.reset' }))}
      </div>`;
    }
    const first = hits.find(({ write }) => write.allowed);
    const now = this.care?.now() ?? 0;
    return html`<ul part="list" class="rows" role="list">
      ${repeat(
        hits,
        ({ id }) => id,
        (contact) =>
          contactRow(contact, {
            now,
            level,
            open: this.#open.has(contact.id),
            primary: contact === first,
            drafted: this.#drafted.has(contact.id),
          }),
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-contacts': HnContactsElement;
  }
}
