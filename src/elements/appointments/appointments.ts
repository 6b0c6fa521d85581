import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment, Id, Page, Scope } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { agenda } from '../../domain/appointments.js';
import { osloDate, osloToMs, toInstant } from '../../domain/oslo.js';
import { covers } from '../../domain/scopes.js';
import { dayWords, msg } from '../../i18n/index.js';
import { HnElement, type WidgetState } from '../base.js';
import type { PropertyDeclarations } from '../reactive-element.js';
import { appointmentGroup, nextAppointment } from './appointment-row.js';
import { appointmentSkeleton } from './appointment-skeleton.js';
import type { AppointmentsDesk } from './appointments-desk.js';
import type { AppointmentsView } from './appointments-host.js';
import { appointmentsStyles } from './appointments.styles.js';

/** Appointments that are fetched at once. */
const FETCHED = 30;

/**
 * Timeavtaler: coming and earlier appointments with the municipality's services, as a list, a week or a
 * month. One cancels, moves, asks for new ones, and takes them along to one's own calendar.
 *
 * ```html
 * <hn-appointments backend-url="https://helse.kommune.example/api">
 *   <p>Ring kommunen på <a href="tel:80043573">800 43 573</a>.</p>
 * </hn-appointments>
 * ```
 *
 * @tag hn-appointments
 * @status stable
 *
 * @event {HnBeforeAppointmentCancelEvent} hn-before-appointment-cancel - An appointment is about to be cancelled; cancelable.
 * @event {HnAppointmentCancelledEvent} hn-appointment-cancelled - An appointment has been cancelled, or that has been asked for.
 * @event {HnBeforeAppointmentRequestEvent} hn-before-appointment-request - An appointment is about to be asked for; cancelable.
 * @event {HnAppointmentRequestedEvent} hn-appointment-requested - An appointment has been booked, or asked for.
 * @event {HnBeforeAppointmentRescheduleEvent} hn-before-appointment-reschedule - An appointment is about to be moved; cancelable.
 * @event {HnAppointmentRescheduledEvent} hn-appointment-rescheduled - An appointment has been moved, or that has been asked for.
 *
 * @csspart notice-success (none) - A notice that something is done: the appointments show it themselves.
 * @csspart day - The appointments of a day, with its heading.
 * @csspart appointment - An appointment.
 * @csspart appointment-time - When it is.
 * @csspart appointment-status - How it stands, in words.
 * @csspart slot-list - Free times to choose from.
 * @csspart slot - A free time.
 * @csspart calendar - The week or the month.
 */
export class HnAppointmentsElement extends HnElement {
  static override styles = [...HnElement.styles, appointmentsStyles];

  static override properties: PropertyDeclarations = {
    ...HnElement.properties,
    view: {},
    contact: {},
    appointment: {},
  };

  /** How appointments are laid out. Follows what the person chooses. */
  declare view: AppointmentsView;

  /** Only appointments with this contact. */
  declare contact: Id | null;

  /** Id of the appointment whose details are open; null is none. Follows what the person opens. */
  declare appointment: Id | null;

  /** @internal From today on, the earliest first. */
  readonly coming: Query<Page<Appointment>> = this.query(() => {
    const contactId = this.desk ? this.appointmentsDesk?.contactId : this.contact;
    const from = toInstant(osloToMs(osloDate(this.care?.now() ?? 0), '00:00'));
    return this.public || /week|month/.test(this.view) || !covers(this.session.actingFor, this.scope)
      ? null
      : {
          key: ['appointments', from, contactId ?? ''],
          load: (backend, options) =>
            backend.listAppointments(
              { from, ...(contactId && { contactId }) },
              { ...options, limit: FETCHED },
            ),
          hints: ['appointment'],
        };
  });

  constructor() {
    super();
    this.view = 'list';
  }

  /** @internal */
  override get scope(): Scope {
    return 'appointments';
  }

  protected override get label(): string {
    return msg('Timeavtaler', { id: 'common.appointments' });
  }

  protected override get contentState(): Exclude<WidgetState, 'locked'> {
    const { status, data } = (this.appointmentsDesk?.shown ?? this.coming).snapshot;
    if (this.public) return 'empty';
    if (!data) return status === 'error' ? 'error' : 'loading';
    return data.items.length ? 'ready' : 'empty';
  }

  protected override async loadDesk(): Promise<AppointmentsDesk> {
    return new (await import('./appointments-desk.js')).AppointmentsDesk(this);
  }

  protected get appointmentsDesk(): AppointmentsDesk | null {
    return this.desk as AppointmentsDesk | null;
  }

  protected override updated(): void {
    super.updated();
    // What is not the list, or is open from the start, is shown by the desk.
    if (this.view !== 'list' || this.appointment) void this.summonDesk();
  }

  protected override renderTools(): unknown {
    return html`<div class="tools">${this.appointmentsDesk?.renderTools()}</div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return appointmentSkeleton();
  }

  /** The same rows stand there whether the desk is here or not, so that none is drawn anew when it comes. */
  protected override renderContent(): unknown {
    const desk = this.appointmentsDesk;
    const other = desk?.renderOther();
    if (other) return other;
    const items = desk?.appointments ?? this.coming.data?.items;
    if (!items) return appointmentSkeleton();
    const now = this.care?.now() ?? 0;
    const { waiting, coming, ...rest } = agenda(items, now);
    const next = desk?.showsNext === false ? null : rest.next;
    const today = osloDate(now);
    const options = { level: this.headingLevel + 1, today, open: this.appointment, details: desk?.details };
    return html`<div class="days">
      ${desk?.renderAboveRows()}${next && nextAppointment(next, options, desk?.renderMore(next))}${
        waiting.length
          ? appointmentGroup(msg('Venter på svar', { id: 'appointments.waiting' }), waiting, options)
          : nothing
      }${coming.map(({ date, appointments }) => {
        const others = appointments.filter((one) => one !== next);
        return others.length ? appointmentGroup(dayWords(date, today), others, options) : nothing;
      })}
      <div class="below">${desk?.renderBelowRows()}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hn-appointments': HnAppointmentsElement;
  }
}
