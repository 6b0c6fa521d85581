import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment, Contact, Id, Page } from '../../backend/types.js';
import { contactsQuestion } from '../../controllers/contacts-question.js';
import type { Pages } from '../../controllers/pages.js';
import type { Query } from '../../controllers/query.js';
import { agenda } from '../../domain/appointments.js';
import { osloDate } from '../../domain/oslo.js';
import { isUndated } from '../../domain/undated.js';
import { dayWords, msg, plain } from '../../i18n/index.js';
import { choice } from '../../styles/choice.styles.js';
import { choices } from '../../styles/choices.styles.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { heading } from '../../views/heading.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import { Desk, type WidgetAction } from '../desk.js';
import { appointmentActs, appointmentDetails, changeWords } from './appointment-details.js';
import { appointmentGroup, type RowsOptions } from './appointment-row.js';
import { appointmentSkeleton } from './appointment-skeleton.js';
import { appointmentTools } from './appointment-tools.js';
import { appointmentsDeskStyles } from './appointments-desk.styles.js';
import type { AppointmentsHost, AppointmentsView } from './appointments-host.js';
import type { Booking } from './booking.js';
import { LazyCalendar } from './lazy-calendar.js';
import { Cancelling } from './cancelling.js';
import { closedStatus } from './closed-status.js';
import { Lists } from './lists.js';
import { News } from './news.js';

/** What `hn-appointments` does after the first sight: details, cancelling, booking, earlier ones, calendars. */
export class AppointmentsDesk extends Desk {
  declare protected readonly host: AppointmentsHost;

  readonly #contacts: Query<Page<Contact>>;
  readonly #lists: Lists;
  readonly #calendar: LazyCalendar;
  readonly #cancelling: Cancelling;
  readonly #news: News;
  #booking: Booking | null = null;
  #opening: Promise<Booking> | undefined;
  /** Id of the appointment that is being moved. */
  #begunFrom: Id = '';
  /** The contact that the person has chosen; empty is all. */
  #chosen: Id = '';
  #showsEarlier = false;

  /** What stands below a row that is open. */
  readonly details = (appointment: Appointment): TemplateResult =>
    appointmentDetails(appointment, { now: this.#now, acts: true });

  constructor(host: AppointmentsHost) {
    super(host);
    this.addStyles(choice);
    this.addStyles(choices);
    this.addStyles(appointmentsDeskStyles);
    this.#contacts = host.query(() => (this.isHere ? contactsQuestion : null));
    this.#lists = new Lists(host, {
      contactId: () => this.contactId,
      showsEarlier: () => this.#showsEarlier && this.isHere,
      settled: () => this.isHere && !!this.shown.data,
      others: () => this.#calendar.appointments,
    });
    this.#calendar = new LazyCalendar(this, host, {
      here: () => this.isHere,
      contactId: () => this.contactId,
      rows: () => this.#rows,
      find: (id) => this.#lists.find(id),
      failed: (query) => this.#renderError(query),
    });
    this.#cancelling = new Cancelling(this, host, {
      contact: (id) => this.#contacts.data?.items.find((one) => one.id === id),
      find: (id) => this.#lists.find(id),
      changed: (appointment) => this.#change(appointment),
    });
    this.#news = new News(this);
    Object.assign(this.actions, {
      details: ({ dataset }) => this.#toggle(dataset.id ?? ''),
      'close-one': () => this.#closeOne(),
      change: ({ dataset }) => this.#book(this.#lists.find(dataset.id ?? '') ?? null),
      ask: () => this.#book(null),
      keep: ({ dataset }) => this.#saveForCalendar(dataset.id ?? ''),
      print: () => this.#print(),
      view: ({ dataset }) => this.#look(dataset.id as AppointmentsView),
      service: (target) => this.#choose((target as HTMLSelectElement).value),
      earlier: () => this.#showEarlier(true),
      coming: () => this.#showEarlier(false),
      further: () => this.#showFurther(),
      back: () => this.#showBack(),
    } satisfies Record<string, WidgetAction>);
  }

  protected override get about(): string {
    return msg('Da kan du se, endre og avlyse timeavtalene dine.', { id: 'appointments.about' });
  }

  protected override get writing(): boolean {
    return !!this.#booking?.writing;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const { care, coming } = this.host;
    this.#news.look(
      `${care?.person?.user} ${care?.person?.party} ${this.contactId} ${this.#calendar.period}`,
      (this.#calendar.query ?? coming).data?.items,
    );
  }

  protected override leaveParty(): void {
    this.#chosen = '';
    this.#showsEarlier = false;
    this.host.appointment = null;
  }

  get #now(): number {
    return this.host.care?.now() ?? 0;
  }

  /** The contact whose appointments are shown; null is all. */
  get contactId(): Id | null {
    return this.host.contact ?? (this.#chosen || null);
  }

  /** What the widget's state follows. */
  get shown(): Query<Page<Appointment>> {
    return this.#calendar.query ?? (this.#showsEarlier ? this.#lists.earlierQuery : this.host.coming);
  }

  /** The stretch of the coming ones that is shown; undefined while they load. */
  get appointments(): readonly Appointment[] | undefined {
    const { data, snapshot } = this.host.coming;
    return data || snapshot.status === 'error' ? this.#lists.coming.items : undefined;
  }

  #change(appointment: Appointment): void {
    const { care } = this.host;
    this.#news.know(appointment);
    this.#lists.replace(appointment);
    this.#calendar.replace(appointment);
    // What it changed shows at once in all widgets.
    void care?.hint({ type: 'appointment', partyId: care.person?.party ?? null, id: appointment.id });
  }

  async #book(appointment: Appointment | null): Promise<void> {
    this.#opening ??= import('./booking.js').then(
      (module) =>
        new module.Booking(this, this.host, {
          contacts: () => this.#contacts.data?.items,
          changed: (one) => this.#change(one),
          left: (id) => this.#leaveBooking(id),
        }),
    );
    const booking = await this.bring(this.#opening);
    if (!booking) {
      // The next press tries again.
      this.#opening = undefined;
      return;
    }
    this.#booking = booking;
    this.#begunFrom = appointment?.id ?? '';
    await this.#booking.begin(appointment);
  }

  /** Saves the appointment `id` for one's own calendar. */
  async #saveForCalendar(id: Id): Promise<void> {
    const module = await this.bring(import('./take-along.js'));
    const appointment = this.#lists.find(id);
    if (module && appointment) this.run(() => module.saveForCalendar(appointment, this.#now));
  }

  /** Prints all that are listed. */
  async #print(): Promise<void> {
    const module = await this.bring(import('./take-along.js'));
    const lang = this.host.locale.catalogue?.lang ?? 'nb';
    if (module)
      await this.run(() => module.printAppointments(this.#listed, { lang, title: plain(this.#title) }));
  }

  /** What stands in the list now. */
  get #listed(): readonly Appointment[] {
    return this.#showsEarlier ? this.#lists.earlier.all : this.#lists.coming.all;
  }

  get #title(): string {
    return this.#showsEarlier
      ? msg('Tidligere timeavtaler', { id: 'appointments.earlier' })
      : msg('Timeavtaler', { id: 'common.appointments' });
  }

  /** Back to where the person came from, or to what they leave with. */
  #leaveBooking(id: Id | null): void {
    if (id) this.host.appointment = id;
    this.host.requestUpdate();
    void this.focusOn(
      `[data-do=details][data-id="${CSS.escape(id ?? this.#begunFrom)}"]`,
      '[data-do=ask]',
      '#title',
    );
  }

  #toggle(id: Id): void {
    this.host.appointment = this.host.appointment === id ? null : id;
  }

  #closeOne(): void {
    this.host.appointment = null;
    void this.focusOn('#title');
  }

  #look(view: AppointmentsView): void {
    this.host.view = view;
    this.#showsEarlier = false;
  }

  #choose(contactId: Id): void {
    this.#chosen = contactId;
    this.host.requestUpdate();
  }

  #showEarlier(shows: boolean): void {
    this.#showsEarlier = shows;
    this.host.appointment = null;
    this.host.requestUpdate();
    void this.focusOn(shows ? '#earlier-title' : '[data-do=earlier]', '#title');
  }

  get #pages(): Pages<Appointment> {
    return this.#showsEarlier ? this.#lists.earlier : this.#lists.coming;
  }

  async #showFurther(): Promise<void> {
    const pages = this.#pages;
    const first = await pages.showOlder();
    if (!first && pages.error) this.failures.tell(pages.error);
    if (first) await this.#focusOnRow(first.id);
  }

  #showBack(): void {
    const last = this.#pages.showNewer();
    if (last) void this.#focusOnRow(last.id);
  }

  #focusOnRow(id: Id): Promise<void> {
    return this.focusOn(`[data-do=details][data-id="${CSS.escape(id)}"]`, '#title');
  }

  #dayOf({ start }: Appointment): string {
    return start
      ? dayWords(osloDate(Date.parse(start)), osloDate(this.#now))
      : msg('Uten tid ennå', { id: 'appointments.noTime' });
  }

  get #rows(): RowsOptions {
    const { headingLevel, appointment } = this.host;
    return {
      level: headingLevel + 1,
      today: osloDate(this.#now),
      open: appointment,
      details: this.details,
      told: (one) => closedStatus(one, this.#now),
    };
  }

  /** Not where the first ones have been pushed out: the next one is not among them. */
  get showsNext(): boolean {
    return !this.#lists.coming.hasNewer;
  }

  renderTools(): unknown {
    if (!this.isHere || this.#booking?.open) return nothing;
    return appointmentTools({
      view: this.host.view,
      contacts: this.host.contact ? [] : (this.#contacts.data?.items ?? []),
      chosen: this.#chosen,
    });
  }

  /** What stands instead of the coming ones. */
  renderOther(): unknown {
    const { host } = this;
    if (host.public) {
      return html`<slot name="empty"
        ><p>${msg('Logg inn for å se timeavtalene dine.', { id: 'appointments.public' })}</p></slot
      >`;
    }
    if (this.#booking?.open) return this.#booking.render();
    if (this.#calendar.shown) return this.#calendar.render(this.#renderOne());
    return this.#showsEarlier ? this.#renderEarlier() : null;
  }

  /** In the next one's card, beside its buttons. */
  renderMore(next: Appointment): unknown {
    const { id } = next;
    const expanded = id === this.host.appointment;
    return html`${appointmentActs(next, 'primary')}${button('details', msg('Detaljer', { id: 'appointments.details' }), { id, kind: 'quiet', expanded, about: next.title })}${
      next.cancel.allowed || next.reschedule.allowed || expanded ? nothing : changeWords(next, this.#now)
    }${expanded ? appointmentDetails(next, { now: this.#now, acts: false }) : nothing}`;
  }

  renderAboveRows(): unknown {
    return html`${this.#renderError(this.host.coming)}${this.#renderOne()}${this.#renderBack(this.#lists.coming)}`;
  }

  renderBelowRows(): unknown {
    const { coming } = this.#lists;
    const { data } = this.host.coming;
    return html`${
        data && !data.items.length
          ? html`<slot name="empty"
              ><p class="muted">
                ${msg('Du har ingen kommende timeavtaler.', { id: 'appointments.empty' })}
              </p></slot
            >`
          : nothing
      }${this.#renderFurther(coming)}
      <div class="acts">
        ${this.host.session.data?.hasServices ? button('ask', msg('Be om ny time', { id: 'appointments.ask' })) : nothing}
        ${button('earlier', msg('Vis tidligere timeavtaler', { id: 'appointments.showEarlier' }), { kind: 'quiet' })}
        ${data?.items.length ? button('print', msg('Skriv ut', { id: 'inbox.print' }), { kind: 'quiet' }) : nothing}
      </div>`;
  }

  #renderError({ snapshot }: Query<unknown>): unknown {
    return snapshot.status === 'error'
      ? notice(
          'danger',
          html`<p>${errorWords(snapshot.error ?? { code: 'internal' })}</p>`,
          button('retry', retryLabel()),
        )
      : nothing;
  }

  /** The one that the page names, where no list shows it. */
  #renderOne(): unknown {
    const { appointment } = this.host;
    const { data, error } = this.#lists.one;
    // A list may have got it since it was asked for.
    if (!appointment || (!data && !error) || this.#lists.has(appointment)) return nothing;
    return html`<div class="panel stack">
      ${data ? appointmentGroup(this.#dayOf(data), [data], this.#rows) : html`<p>${error && errorWords(error)}</p>`}
      ${button('close-one', msg('Lukk', { id: 'common.close' }), { kind: 'quiet' })}
    </div>`;
  }

  #renderEarlier(): TemplateResult {
    const { earlier, coming } = this.#lists;
    const level = this.host.headingLevel + 1;
    const { data } = this.#lists.earlierQuery;
    const today = osloDate(this.#now);
    // What is over of today stands first.
    const over = earlier.hasNewer ? [] : coming.all;
    const all = [...over, ...earlier.items];
    const undated = all.filter(isUndated);
    const days = agenda(
      all.filter((one) => !isUndated(one)),
      this.#now,
    ).earlier;
    const rows = { ...this.#rows, level: level + 1 };
    return html`<div class="days">
      <div class="acts apart">
        ${heading(level, msg('Tidligere timeavtaler', { id: 'appointments.earlier' }), { id: 'earlier-title', kind: 'subtitle' })}
        ${button('coming', msg('Vis kommende timeavtaler', { id: 'appointments.showComing' }), { kind: 'quiet' })}
      </div>
      ${this.#renderError(this.#lists.earlierQuery)}${this.#renderBack(earlier)}
      ${data ? days.map(({ date, appointments }) => appointmentGroup(dayWords(date, today), appointments, rows)) : appointmentSkeleton()}
      ${undated.length ? appointmentGroup(msg('Uten tid', { id: 'appointments.untimed' }), undated, rows) : nothing}
      ${data && !days.length && !undated.length ? html`<p class="muted">${msg('Du har ingen tidligere timeavtaler.', { id: 'appointments.noEarlier' })}</p>` : nothing}
      ${this.#renderFurther(earlier)}
    </div>`;
  }

  #renderBack(pages: Pages<Appointment>): unknown {
    return pages.hasNewer
      ? button('back', msg('Vis de forrige', { id: 'appointments.back' }), { kind: 'quiet' })
      : nothing;
  }

  #renderFurther({ hasOlder, fetching, error }: Pages<Appointment>): unknown {
    return html`${
      hasOlder
        ? button('further', msg('Vis flere', { id: 'appointments.further' }), {
            kind: 'quiet',
            busy: fetching,
          })
        : nothing
    }${error ? notice('danger', html`<p>${errorWords(error)}</p>`) : nothing}`;
  }

  protected override renderDialog(): TemplateResult | typeof nothing {
    return this.#cancelling.render() ?? super.renderDialog();
  }
}
