import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Contact, Id, Municipality, Page, ServiceType } from '../../backend/types.js';
import { ALL_CONTACTS } from '../../controllers/contacts-question.js';
import { drafted } from '../../controllers/drafts.js';
import type { Query } from '../../controllers/query.js';
import { msg, plural, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { errorWords } from '../../views/error-words.js';
import type { WidgetState } from '../base.js';
import type { Composer } from '../composer/composer.js';
import { Desk, type WidgetAction } from '../desk.js';
import { contactDetails } from './contact-details.js';
import { NO_FILTER, contactFilter, type FilterValues } from './contact-filter.js';
import { matches } from './contact-matches.js';
import type { RowOptions } from './contact-row.js';
import { contactSkeleton, filterSkeleton } from './contact-skeleton.js';
import type { ContactsHost } from './contacts-host.js';
import { contactsDeskStyles } from './contacts-desk.styles.js';
import { HnComposeEvent } from './contacts.events.js';
import { chosenMunicipality, municipalityFinder } from './municipality-finder.js';

type ContactsQuery = Query<Page<Contact>>;

const MINUTE = 60_000;
/** Somebody who types is not interrupted sooner than this, in milliseconds. */
const PAUSE = 300;

/** What `hn-contacts` does after the first sight: search, details, public information, writing. */
export class ContactsDesk extends Desk {
  declare protected readonly host: ContactsHost;

  readonly #outside: ContactsQuery;
  readonly #found: Query<Page<Municipality>>;
  readonly #open = new Set<Id>();
  #filter = NO_FILTER;
  #sought = '';
  #chosen: Municipality | null = null;
  #composer: Composer | null = null;
  #drafted: ReadonlySet<Id> = new Set();
  /** Whose drafts were looked for last, and which municipalities were told of. */
  #lookedThrough: unknown;
  #toldOf: unknown;
  #wrong = '';
  /** The `contact` that was opened last, and that of which the editor was told. */
  #asked: Id | null = null;
  #unknown: Id | null = null;
  #tick?: ReturnType<typeof setTimeout>;
  #pause?: ReturnType<typeof setTimeout>;
  #loaded = false;

  constructor(host: ContactsHost) {
    super(host);
    this.addStyles(contactsDeskStyles);
    this.#outside = host.query(() => {
      const number = this.#showsOutside && this.#number;
      return number
        ? {
            key: ['public-contacts', number],
            load: (backend, options) =>
              backend.listPublicContacts(number, { ...options, limit: ALL_CONTACTS }),
            public: true,
          }
        : null;
    });
    this.#found = host.query(() => {
      const words = this.#showsOutside && this.#sought;
      return words
        ? {
            key: ['municipalities', words],
            load: (backend, options) => backend.listMunicipalities(words, options),
            public: true,
          }
        : null;
    });
    Object.assign(this.actions, {
      compose: ({ dataset }) => this.#compose(dataset.id ?? ''),
      details: ({ dataset }) => this.#toggle(dataset.id ?? ''),
      search: (target) => this.#narrow({ words: (target as HTMLInputElement).value }),
      filter: (target) => this.#narrow({ service: (target as HTMLSelectElement).value as ServiceType | '' }),
      reset: () => this.#reset(),
      find: (target) => this.#findMunicipality((target as HTMLInputElement).value.trim()),
      choose: ({ dataset }) => this.#chooseMunicipality(dataset.id ?? ''),
      other: () => this.#leaveMunicipality(),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get about(): string {
    return msg('Da ser du hvem du kan kontakte i kommunen, og kan sende dem meldinger.', {
      id: 'contacts.about',
    });
  }

  protected override get keepsDrafts(): boolean {
    return super.keepsDrafts && this.host.draftStorage !== 'none';
  }

  protected override get writing(): boolean {
    return !!this.#composer?.writing;
  }

  /** What the contacts that are shown have come to. */
  get contentState(): Exclude<WidgetState, 'locked'> {
    if (this.#showsOutside && !this.#number) return 'ready';
    const { status, data } = this.#shown.snapshot;
    if (status === 'pending') return 'loading';
    return status === 'error' ? 'error' : data?.items.length ? 'ready' : 'empty';
  }

  /** What goes with the row of `contact` at `now` (milliseconds since the epoch). */
  stateOf(contact: Contact, now: number): Partial<RowOptions> {
    const open = this.#open.has(contact.id);
    return {
      composeLabel: this.#drafted.has(contact.id)
        ? msg('Fortsett på meldingen', { id: 'contacts.continueMessage' })
        : null,
      details: open ? contactDetails(contact, now) : null,
      detailsLabel: open ? msg('Skjul detaljer', { id: 'common.hideDetails' }) : null,
    };
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { contact } = this.host;
    if (contact !== this.#asked) {
      this.#asked = contact;
      if (contact) this.#open.add(contact);
    }
    const { data } = this.host.session;
    // What is written on behalf of one is not shown to another.
    if (this.#composer && data?.user && !this.#composer.isOf(data)) this.#leaveComposer();
  }

  protected override leaveParty(): void {
    this.#open.clear();
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const { data } = this.host.mine;
    if (data && data !== this.#lookedThrough) {
      this.#lookedThrough = data;
      void this.#findDrafts();
    }
    if (!this.#loaded && this.#contacts.some(({ write }) => write.allowed)) {
      this.#loaded = true;
      // Whoever presses «Ny melding» later may have lost the network by then.
      import('../composer/composer.js').catch(() => (this.#loaded = false));
    }
    const hits = this.#found.data?.items;
    if (this.#sought && hits && hits !== this.#toldOf) this.say(() => countWords(hits.length));
    this.#toldOf = hits;
    this.#reportWrong();
    this.#reportUnknown();
    // Services open and close while one looks.
    clearTimeout(this.#tick);
    const now = this.host.care?.now() ?? 0;
    if (this.host.isConnected)
      this.#tick = setTimeout(() => this.host.requestUpdate(), MINUTE - (now % MINUTE));
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this.#pause);
    clearTimeout(this.#tick);
  }

  /** Whether it is the municipality's public information that is shown, and not the person's own contacts. */
  get #showsOutside(): boolean {
    const { way, data } = this.host.session;
    return this.host.public || (way === 'active' ? !data?.hasServices : !/loading|failed/.test(way));
  }

  /** The municipality whose public information is shown; empty for none yet. */
  get #number(): string {
    const { session, municipality } = this.host;
    const own = this.host.public || !session.data?.user ? null : session.data.municipality;
    return this.#chosen?.number ?? own?.number ?? municipality ?? '';
  }

  get #shown(): ContactsQuery {
    return this.#showsOutside ? this.#outside : this.host.mine;
  }

  /** The contacts before search and filter. */
  get #contacts(): readonly Contact[] {
    return this.host.offered(this.#shown.data?.items ?? []);
  }

  get #hits(): readonly Contact[] {
    return this.#contacts.filter((contact) => matches(contact, this.#filter));
  }

  async #compose(id: Id): Promise<void> {
    const contact = this.#contacts.find((one) => one.id === id);
    if (!contact?.write.allowed || !this.host.dispatchEvent(new HnComposeEvent(id))) return;
    const module = await this.bring(import('../composer/composer.js'));
    if (!module) return;
    await this.#composer?.leave();
    this.#composer = new module.Composer(this, {
      contact,
      host: this.host,
      memory: this.host.draftStorage === 'none',
      left: () => this.#leaveComposer(),
      back: () => msg('Tilbake til helsekontaktene', { id: 'composer.back' }),
    }).enter();
    this.host.requestUpdate();
    await this.focusOn('#composer-title');
  }

  #leaveComposer(): void {
    const id = this.#composer?.contact.id ?? '';
    void this.#composer?.leave().then(() => this.#findDrafts());
    this.#composer = null;
    this.host.requestUpdate();
    void this.focusOn(`[data-do=compose][data-id="${CSS.escape(id)}"]`, `#name-${CSS.escape(id)}`, '#title');
  }

  async #findDrafts(): Promise<void> {
    const { care } = this.host;
    const writable = this.#contacts.filter(({ write }) => write.allowed).map(({ id }) => id);
    if (!care || !writable.length) return;
    this.#drafted = await drafted(care, writable);
    this.host.requestUpdate();
  }

  #toggle(id: Id): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.host.requestUpdate();
  }

  #narrow(filter: Partial<FilterValues>): void {
    this.#filter = { ...this.#filter, ...filter };
    this.host.requestUpdate();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.say(() => countWords(this.#hits.length)), PAUSE);
  }

  #reset(): void {
    this.#narrow(NO_FILTER);
    void this.focusOn('#search');
  }

  #findMunicipality(words: string): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#sought = words.length > 1 ? words : '';
      this.host.requestUpdate();
    }, PAUSE);
  }

  #chooseMunicipality(number: string): void {
    this.#chosen = this.#found.data?.items.find((one) => one.number === number) ?? null;
    this.#filter = NO_FILTER;
    this.host.requestUpdate();
    void this.focusOn('#municipality-title');
  }

  #leaveMunicipality(): void {
    this.#chosen = null;
    this.#sought = '';
    this.host.requestUpdate();
    void this.focusOn('#municipality');
  }

  get #isWrong(): boolean {
    return this.#outside.snapshot.error?.code === 'not-found' && !this.#outside.data;
  }

  /** A wrong `municipality` is the editor's to mend. */
  #reportWrong(): void {
    const { municipality, localName } = this.host;
    if (!this.#isWrong || !municipality || this.#wrong === municipality) return;
    this.#wrong = municipality;
    console.warn(
      `<${localName}>: the backend knows no municipality with this number. ` +
        'Set municipality="…" to its four digits, or leave it out to let people search.',
    );
  }

  /** So is a `contact` that is not among those that are shown. An id may tell of whom it is, so it is not told. */
  #reportUnknown(): void {
    const { contact, localName } = this.host;
    const { data, stale } = this.#shown.snapshot;
    if (!contact || !data || stale || this.#unknown === contact) return;
    if (this.#contacts.some(({ id }) => id === contact)) return;
    this.#unknown = contact;
    console.warn(
      `<${localName}>: the id in contact="…" is unknown: it is not one of the contacts that are shown.`,
    );
  }

  renderTools(): TemplateResult | typeof nothing {
    const { care, session } = this.host;
    if (this.#composer || this.#showsOutside || !care || session.way === 'failed') return nothing;
    return this.contentState === 'loading' ? filterSkeleton() : contactFilter(this.#contacts, this.#filter);
  }

  /** For whoever is in. */
  renderContent(): unknown {
    if (this.#composer) return this.#composer.render();
    if (!this.#showsOutside) return this.#renderList(this.host.headingLevel + 1);
    return html`${this.host.public ? nothing : this.#renderNoService()} ${this.renderOutside()}`;
  }

  protected override renderOutside(): unknown {
    const { session, care } = this.host;
    if (session.data && !care?.can('public-contacts')) return nothing;
    if (!this.#number) return this.#renderFinder();
    if (this.#isWrong) {
      return html`${notice(
        'warning',
        html`<p>
          ${msg('Vi finner ikke kommunen som denne siden viser til. Søk etter kommunen din i stedet.', { id: 'contacts.unknownMunicipality' })}
        </p>`,
      )}
      ${this.#renderFinder()}`;
    }
    const level = this.host.headingLevel + 1;
    const title = heading(level, this.#municipalityTitle, { id: 'municipality-title', kind: 'subtitle' });
    const tools = contactFilter(this.#contacts, this.#filter);
    return html`${chosenMunicipality(title, tools, !!this.#chosen)} ${this.#renderList(level + 1)}`;
  }

  get #municipalityTitle(): string {
    const name = this.#chosen?.name ?? this.#outside.data?.items[0]?.municipality.name;
    const county = this.#chosen?.county;
    if (!name) return msg('Helsekontakter i kommunen', { id: 'contacts.inSomeMunicipality' });
    return county
      ? msg(str`Helsekontakter i ${name} kommune, ${county}`, { id: 'contacts.inMunicipalityOf' })
      : msg(str`Helsekontakter i ${name} kommune`, { id: 'contacts.inMunicipality' });
  }

  #renderFinder(): TemplateResult {
    const { data } = this.#found;
    return municipalityFinder({ hits: (this.#sought && data?.items) || null, words: this.#sought });
  }

  #renderNoService(): TemplateResult {
    const title = msg('Du har ingen tjenester fra kommunen nå', { id: 'contacts.noService' });
    return html`<div class="panel stack">
      ${heading(this.host.headingLevel + 1, title, { kind: 'subtitle' })}
      <p>
        ${msg('Trenger du hjelp, kan du ringe en av tjenestene her. De kan fortelle deg hvordan du søker.', { id: 'contacts.noServiceWhat' })}
      </p>
    </div>`;
  }

  #renderList(level: number): unknown {
    const { status, error } = this.#shown.snapshot;
    if (status === 'pending') return contactSkeleton();
    if (status === 'error') {
      return notice(
        'danger',
        html`<p>${errorWords(error ?? { code: 'internal' })}</p>`,
        button('retry', retryLabel()),
      );
    }
    if (!this.#contacts.length) {
      return html`<slot name="empty"
        ><p>
          ${msg('Kommunen har ikke lagt ut noen helsekontakter her ennå.', { id: 'contacts.empty' })}
        </p></slot
      >`;
    }
    const hits = this.#hits;
    if (hits.length) return this.host.renderRows(hits, level);
    return html`<div class="stack">
      <p>${msg('Ingen tjenester passer med søket.', { id: 'contacts.noHits' })}</p>
      ${button('reset', msg('Nullstill', { id: 'common.reset' }))}
    </div>`;
  }
}

const countWords = (n: number): string =>
  plural(n, {
    one: msg(str`${n} treff`, { id: 'contacts.hits.one' }),
    two: msg(str`${n} treff`, { id: 'contacts.hits.two' }),
    other: msg(str`${n} treff`, { id: 'contacts.hits.other' }),
  });
