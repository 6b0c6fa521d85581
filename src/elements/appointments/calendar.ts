import type { ReactiveController } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment, Id, OsloDate, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { byDay, type AppointmentDay } from '../../domain/appointments.js';
import {
  addMonths,
  daysOfWeek,
  mondayOf,
  monthOf,
  spanOfMonth,
  spanOfWeek,
  weekNumber,
  weeksOfMonth,
  type Span,
} from '../../domain/calendar.js';
import { addDays, osloDate, toInstant } from '../../domain/oslo.js';
import { dayWords, monthWords, msg, plain, relativeDay, weekWords } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import type { Desk, WidgetAction } from '../desk.js';
import { appointmentGroup, type RowsOptions } from './appointment-row.js';
import { appointmentSkeleton } from './appointment-skeleton.js';
import type { AppointmentsHost } from './appointments-host.js';
import { calendarGrid, countWords } from './calendar-grid.js';
import { calendarStyles } from './calendar.styles.js';

/** As many as a backend gives at once. */
const FETCHED = 200;
/** A week with more is listed a day at a time, so that the page stays light. */
const MOST = 24;

export interface CalendarOptions {
  /** Only appointments with this contact. */
  contactId: () => Id | null;
  /** How rows are shown. */
  rows: () => RowsOptions;
  /** Says why there is no answer to a question, and nothing where there is one. */
  failed: (query: Query<unknown>) => unknown;
  /** Whether it is shown now. */
  shown: () => boolean;
  /** Where it opens; null opens today. */
  date: OsloDate | null;
}

/**
 * A week or a month as a grid that one walks by arrow keys, and a list beside it that says the same.
 *
 * One day has the grid's tab stop, and one day is chosen: the day whose appointments are listed.
 */
export class Calendar implements ReactiveController {
  /** Asked once for a month or a week. */
  readonly query: Query<Page<Appointment>>;
  readonly #desk: Desk;
  readonly #host: AppointmentsHost;
  readonly #options: CalendarOptions;
  #date: OsloDate;
  #chosen: OsloDate;
  #told = '';

  constructor(desk: Desk, host: AppointmentsHost, options: CalendarOptions) {
    this.#desk = desk;
    this.#host = host;
    this.#options = options;
    desk.addStyles(calendarStyles);
    this.#date = this.#chosen = options.date ?? this.#today;
    this.query = host.query(() => {
      if (!options.shown()) return null;
      const contactId = options.contactId();
      const { from, to } = this.#span;
      const filter = { from: toInstant(from), to: toInstant(to), ...(contactId && { contactId }) };
      return {
        key: [`appointments-${host.view}`, filter.from, contactId ?? ''],
        load: async (backend, o) => {
          const items: Appointment[] = [];
          let cursor: string | null = null;
          do {
            const page: Page<Appointment> = await backend.listAppointments(filter, {
              ...o,
              limit: FETCHED,
              cursor,
            });
            items.push(...page.items);
            cursor = page.next;
          } while (cursor);
          return { items, next: null };
        },
        hints: ['appointment'],
      };
    });
    Object.assign(desk.actions, {
      'calendar-day': ({ dataset }) => this.#choose(dataset.id ?? this.#date),
      'calendar-key': (grid, event) => this.#press(grid, event as KeyboardEvent),
      'calendar-before': () => this.#turn(-1),
      'calendar-after': () => this.#turn(1),
      'calendar-today': () => this.#show(this.#today),
    } satisfies Record<string, WidgetAction>);
    // No view besides these has keys of its own.
    host.renderRoot.addEventListener('keydown', (event) => desk.answer(event, event.target as Element));
    host.addController(this);
  }

  /** Says what is shown now, once, when that is another stretch than before. */
  hostUpdated(): void {
    const { data } = this.query;
    if (!this.#options.shown()) this.#told = '';
    if (!this.#options.shown() || !data || this.#told === this.period) return;
    const isFirst = !this.#told;
    this.#told = this.period;
    if (isFirst) return;
    const all = this.#days.flatMap(({ appointments }) => appointments);
    this.#desk.say(() => `${plain(this.#title)}, ${plain(countWords(all))}`);
  }

  /** Tells stretches apart. */
  get period(): string {
    return `${this.#host.view} ${this.#span.from} ${this.#options.contactId()}`;
  }

  get #isMonth(): boolean {
    return this.#host.view === 'month';
  }

  get #today(): OsloDate {
    return osloDate(this.#host.care?.now() ?? 0);
  }

  get #span(): Span {
    return this.#isMonth ? spanOfMonth(monthOf(this.#date)) : spanOfWeek(this.#date);
  }

  get #title(): string {
    return this.#isMonth
      ? monthWords(monthOf(this.#date))
      : weekWords(weekNumber(this.#date), daysOfWeek(this.#date));
  }

  /** The days of this stretch that have appointments. */
  get #days(): AppointmentDay[] {
    const { from, to } = this.#span;
    // One from the night before may reach into it, and what never got a time has no day.
    const isHere = ({ start }: Appointment): boolean =>
      !!start && Date.parse(start) >= from && Date.parse(start) < to;
    return byDay((this.query.data?.items ?? []).filter(isHere));
  }

  #isBeside(date: OsloDate): boolean {
    return this.#isMonth ? monthOf(date) === monthOf(this.#date) : mondayOf(date) === mondayOf(this.#date);
  }

  /** Shows the stretch of `date`; what is listed is of a day that one sees. */
  #show(date: OsloDate, choose = true): void {
    if (choose || !this.#isBeside(date)) this.#chosen = date;
    this.#date = date;
    this.#host.requestUpdate();
  }

  #turn(by: 1 | -1): void {
    this.#show(this.#after(this.#date, by));
  }

  /** The same day of the month or the week that is `by` further. */
  #after(date: OsloDate, by: number): OsloDate {
    return this.#isMonth ? addMonths(date, by) : addDays(date, by * 7);
  }

  /** Lists a day's appointments, and leads to them. */
  #choose(date: OsloDate): void {
    this.#show(date);
    void this.#desk.focusOn('.chosen [tabindex]');
  }

  #press(grid: HTMLElement, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const date = this.#date;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#choose(date);
      return;
    }
    const to = this.#destination(event.key, isStacked(grid));
    if (!to) return;
    event.preventDefault();
    this.#show(to, false);
    void this.#desk.focusOn(`[data-do=calendar-day][data-id="${to}"]`);
  }

  /** Where a key leads; `stacked` is whether a week's days stand below each other. */
  #destination(key: string, stacked: boolean): OsloDate | undefined {
    const date = this.#date;
    const week = daysOfWeek(date).filter((day) => this.#isBeside(day));
    switch (key) {
      case 'ArrowLeft':
        return addDays(date, -1);
      case 'ArrowRight':
        return addDays(date, 1);
      case 'ArrowUp':
        return addDays(date, stacked ? -1 : -7);
      case 'ArrowDown':
        return addDays(date, stacked ? 1 : 7);
      case 'Home':
        return week[0];
      case 'End':
        return week.at(-1);
      case 'PageUp':
        return this.#after(date, -1);
      case 'PageDown':
        return this.#after(date, 1);
    }
    return undefined;
  }

  render(): TemplateResult {
    const days = this.#days;
    const { data } = this.query;
    const isMonth = this.#isMonth;
    return html`<div class="acts apart">
        ${heading(this.#host.headingLevel + 1, this.#title, { id: 'calendar-title', kind: 'subtitle' })}
        <div class="acts turn">
          ${turnButton('calendar-before', isMonth ? earlierMonth() : earlierWeek(), 'm15 5-7 7 7 7')}${button('calendar-today', relativeDay(this.#today, this.#today) ?? '')}${turnButton('calendar-after', isMonth ? laterMonth() : laterWeek(), 'm9 5 7 7-7 7')}
        </div>
      </div>
      ${calendarGrid({
        month: isMonth ? monthOf(this.#date) : null,
        weeks: isMonth
          ? weeksOfMonth(monthOf(this.#date))
          : [{ week: weekNumber(this.#date), days: daysOfWeek(this.#date) }],
        today: this.#today,
        active: this.#date,
        chosen: this.#chosen,
        days: data ? new Map(days.map(({ date, appointments }) => [date, appointments])) : null,
      })}
      ${this.#options.failed(this.query)}
      ${data ? this.#renderList(days) : this.query.snapshot.status === 'error' ? nothing : appointmentSkeleton()}`;
  }

  /** The week, or the day that is chosen. */
  #renderList(days: readonly AppointmentDay[]): TemplateResult {
    const chosen = this.#chosen;
    const isWhole = !this.#isMonth && days.reduce((sum, day) => sum + day.appointments.length, 0) <= MOST;
    const listed = days.filter(({ date }) => isWhole || date === chosen);
    if (!listed.some(({ date }) => date === chosen)) listed.push({ date: chosen, appointments: [] });
    listed.sort((a, b) => (a.date < b.date ? -1 : 1));
    return html`<div class="days">${listed.map((day) => this.#renderDay(day))}</div>`;
  }

  #renderDay({ date, appointments }: AppointmentDay): TemplateResult {
    const rows = this.#options.rows();
    const level = rows.level + 1;
    const day = dayWords(date, rows.today);
    const kind = date === this.#chosen ? 'chosen' : nothing;
    return html`<div class=${kind}>
      ${
        appointments.length
          ? appointmentGroup(`${plain(day)}, ${plain(countWords(appointments))}`, appointments, {
              ...rows,
              level,
            })
          : html`<div part="day" class="day">
              ${heading(level, day, { kind: 'small' })}
              <p class="muted">${msg('Ingen timeavtaler denne dagen.', { id: 'appointments.emptyDay' })}</p>
            </div>`
      }
    </div>`;
  }
}

/** Where there is no room for seven days beside each other. */
function isStacked(grid: HTMLElement): boolean {
  const [first, second] = grid.querySelectorAll<HTMLElement>('[data-id]');
  return grid.matches('.week') && first?.offsetLeft === second?.offsetLeft;
}

const turnButton = (name: string, label: string, line: string): TemplateResult =>
  html`<button type="button" part="button" class="button" data-do=${name} aria-label=${label}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${line} /></svg>
  </button>`;

const earlierMonth = (): string => msg('Forrige måned', { id: 'appointments.earlierMonth' });
const laterMonth = (): string => msg('Neste måned', { id: 'appointments.laterMonth' });
const earlierWeek = (): string => msg('Forrige uke', { id: 'appointments.earlierWeek' });
const laterWeek = (): string => msg('Neste uke', { id: 'appointments.laterWeek' });
