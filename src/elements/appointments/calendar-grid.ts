import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment, OsloDate } from '../../backend/types.js';
import { monthOf, type CalendarWeek, type OsloMonth } from '../../domain/calendar.js';
import { WEEKDAYS, weekdayOf } from '../../domain/oslo.js';
import {
  clockTime,
  formatDate,
  formatList,
  msg,
  plain,
  plural,
  shortTimes,
  str,
  timeWords,
  weekdayName,
} from '../../i18n/index.js';
import { langOf } from '../../views/lang-of.js';

export interface GridView {
  /** Of which only its own days are shown; null shows the weeks whole. */
  month: OsloMonth | null;
  weeks: readonly CalendarWeek[];
  today: OsloDate;
  /** The day that has the grid's tab stop. */
  active: OsloDate;
  /** The day whose appointments are listed. */
  chosen: OsloDate;
  /** What is on each day; null while that is not known. */
  days: ReadonlyMap<OsloDate, readonly Appointment[]> | null;
}

/** Lines of a cell; what is more is a number. */
const MOST_LINES = { month: 2, week: 4 };

const isOff = ({ status }: Appointment): boolean => /^(cancelled|declined)$/.test(status);

/** How many there are, within a sentence; what is called off is counted apart, lest somebody waits for it. */
export function countWords(appointments: readonly Appointment[]): string {
  const off = appointments.filter(isOff).length;
  const on = appointments.length - off;
  const called = msg(str`${off} avlyst`, {
    id: 'appointments.countOff',
    desc: 'How many appointments are called off',
  });
  if (!on) return off ? called : msg('ingen timeavtaler', { id: 'appointments.countNone' });
  const counted = plural(on, {
    one: msg(str`${on} timeavtale`, { id: 'appointments.count.one' }),
    two: msg(str`${on} timeavtaler`, { id: 'appointments.count.two' }),
    other: msg(str`${on} timeavtaler`, { id: 'appointments.count.other' }),
  });
  return off ? formatList([plain(counted), plain(called)]) : counted;
}

/**
 * A week, or the weeks of a month, as a grid of days. Roles are written out: a list of days is no table in CSS.
 */
export function calendarGrid(view: GridView): TemplateResult {
  const { month, weeks } = view;
  return html`<table
    role="grid"
    part="calendar"
    class="calendar ${month ? 'month' : 'week'}"
    aria-labelledby="calendar-title"
    data-key="calendar-key"
  >
    <thead role="rowgroup">
      <tr role="row">
        ${month ? html`<th role="columnheader" class="number">${msg('Uke', { id: 'appointments.week' })}</th>` : nothing}${WEEKDAYS.map(
          (day) =>
            html`<th
              role="columnheader"
              aria-label=${weekdayName(day)}
              .textContent=${weekdayName(day, 'short')}
            ></th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${weeks.map(
        ({ week, days }) =>
          html`<tr role="row">
            ${month ? html`<th role="rowheader" class="number" .textContent=${String(week)}></th>` : nothing}${days.map(
              (date) =>
                month && monthOf(date) !== month ? html`<td role="gridcell"></td>` : dayCell(date, view),
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A day; its name says it all, so that what is seen of it need not be read out again. */
function dayCell(date: OsloDate, { month, today, active, chosen, days }: GridView): TemplateResult {
  const appointments = days?.get(date) ?? [];
  const name = plain(formatDate(date, 'dayWithWeekday'));
  const count = countWords(appointments);
  return html`<td
    role="gridcell"
    data-do="calendar-day"
    data-id=${date}
    tabindex=${date === active ? '0' : '-1'}
    aria-current=${date === today ? 'date' : nothing}
    aria-selected=${date === chosen ? 'true' : nothing}
  >
    <span class="vh" .textContent=${days ? `${name}, ${plain(count)}` : name}></span
    >${month ? dayOfMonth(date, appointments) : dayOfWeek(date, appointments, count)}
  </td>`;
}

const dateNumber = (date: OsloDate): string => String(Number(date.slice(8)));

/** The lines stand in places of their own: as a list each would cost two nodes more, and a month has ninety. */
function dayOfMonth(date: OsloDate, appointments: readonly Appointment[]): TemplateResult {
  const [one = NONE, two = NONE, three = NONE] = linesOf(appointments, MOST_LINES.month, timesInMonth);
  const on = appointments.filter((appointment) => !isOff(appointment)).length;
  return html`<div
    class=${on ? nothing : 'all-off'}
    aria-hidden="true"
    data-count=${on || appointments.length || nothing}
  >
    <span class="date-number" .textContent=${dateNumber(date)}></span
    ><b class="line ${one.off}" lang=${langOf(one.time)} .textContent=${one.time}></b
    ><span class="line ${one.off}" .textContent=${one.words}></span
    ><b class="line ${two.off}" lang=${langOf(two.time)} .textContent=${two.time}></b
    ><span class="line ${two.off}" .textContent=${two.words}></span
    ><b class="line ${three.off}" lang=${langOf(three.time)} .textContent=${three.time}></b
    ><span class="line ${three.off}" .textContent=${three.words}></span>
  </div>`;
}

function dayOfWeek(date: OsloDate, appointments: readonly Appointment[], count: string): TemplateResult {
  return html`<div aria-hidden="true">
    <span class="weekday" .textContent=${weekdayName(weekdayOf(date), 'short')}></span
    ><span class="date-number" .textContent=${dateNumber(date)}></span>${linesOf(
      appointments,
      MOST_LINES.week,
      timeWords,
    ).map(
      ({ off, time, words }) =>
        html`<b class="line ${off}" lang=${langOf(time)} .textContent=${time}></b
          ><span class="line ${off}" .textContent=${words}></span>`,
    )}<span
      class=${appointments.every(isOff) ? 'count off' : 'count'}
      lang=${langOf(count)}
      .textContent=${appointments.length ? count : ''}
    ></span>
  </div>`;
}

/** What is seen of an appointment in its day. */
interface Line {
  /** A class name where it is called off. */
  off: string;
  /** Empty where there is none, and in the line that stands for those left out. */
  time: string;
  words: string;
}

const NONE: Line = { off: '', time: '', words: '' };

/** The first `most` appointments, or one more where that is all; then how many there are besides. */
function linesOf(
  appointments: readonly Appointment[],
  most: number,
  timesOf: (appointment: Appointment) => string,
): Line[] {
  const more = appointments.length - most;
  const lines = appointments.slice(0, more === 1 ? most + 1 : most).map((one) => {
    const time = timesOf(one);
    return { off: isOff(one) ? 'off' : '', time, words: time ? ` ${one.title}` : one.title };
  });
  return more > 1 ? [...lines, { off: '', time: '', words: `+${more}` }] : lines;
}

/** A window says from when to when: a single time would be taken for exact. */
const timesInMonth = (appointment: Appointment): string =>
  appointment.window ? shortTimes(appointment) : clockTime(Date.parse(appointment.start ?? ''));
