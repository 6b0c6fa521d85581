import type { ReactiveController } from 'lit';
import { html } from 'lit/html.js';
import type { Appointment, Id, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { osloDate } from '../../domain/oslo.js';
import { button } from '../../views/button.js';
import { errorWords } from '../../views/error-words.js';
import { retryLabel } from '../../views/labels.js';
import { notice } from '../../views/notice.js';
import type { Desk } from '../desk.js';
import { appointmentSkeleton } from './appointment-skeleton.js';
import type { AppointmentsHost } from './appointments-host.js';
import type { Calendar, CalendarOptions } from './calendar.js';

export interface LazyCalendarOptions extends Omit<CalendarOptions, 'shown' | 'date'> {
  /** Whether the person may see appointments here. */
  here: () => boolean;
  /** An appointment that is known. */
  find: (id: Id) => Appointment | undefined;
}

/** The week and the month: fetched when somebody first wants one. */
export class LazyCalendar implements ReactiveController {
  readonly #desk: Desk;
  readonly #host: AppointmentsHost;
  readonly #options: LazyCalendarOptions;
  #calendar: Calendar | null = null;
  /** The view for which it is on its way, or for which it did not come. */
  #asked = '';
  #failed = false;
  /** The appointment that was open when a list was shown. */
  #open: Appointment | undefined;

  constructor(desk: Desk, host: AppointmentsHost, options: LazyCalendarOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    Object.assign(desk.actions, { 'calendar-again': () => this.#load(host.view) });
    host.addController(this);
  }

  hostUpdated(): void {
    const { view, appointment } = this.#host;
    if (!this.shown) {
      this.#asked = '';
      this.#open = (appointment && this.#options.find(appointment)) || undefined;
    } else if (!this.#calendar && view !== this.#asked) void this.#load(view);
  }

  /** Whether a week or a month is shown. */
  get shown(): boolean {
    return this.#options.here() && /^(week|month)$/.test(this.#host.view);
  }

  /** What is asked of the backend for it, once that can be asked; null where no calendar is shown. */
  get query(): Query<Page<Appointment>> | null {
    return this.shown ? (this.#calendar?.query ?? null) : null;
  }

  /** The appointments of the stretch that is shown. */
  get appointments(): readonly Appointment[] {
    return this.query?.data?.items ?? [];
  }

  /** Tells stretches apart. */
  get period(): string {
    return this.shown ? (this.#calendar?.period ?? '') : '';
  }

  /** Shows what became of an appointment, until the backend has been asked again. */
  replace(appointment: Appointment): void {
    this.query?.update((page) => ({
      ...page,
      items: page.items.map((one) => (one.id === appointment.id ? appointment : one)),
    }));
  }

  async #load(view: string): Promise<void> {
    this.#asked = view;
    this.#failed = false;
    try {
      const { Calendar } = await import('./calendar.js');
      this.#calendar ??= new Calendar(this.#desk, this.#host, {
        ...this.#options,
        shown: () => this.shown,
        date: this.#open?.start ? osloDate(Date.parse(this.#open.start)) : null,
      });
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }

  /** The calendar, with `above` above it. */
  render(above: unknown): unknown {
    if (this.#calendar) return html`<div class="days">${above}${this.#calendar.render()}</div>`;
    if (!this.#failed) return appointmentSkeleton();
    return notice(
      'danger',
      html`<p>${errorWords({ code: 'offline' })}</p>`,
      button('calendar-again', retryLabel()),
    );
  }
}
