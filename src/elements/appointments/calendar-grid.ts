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
const LINES = { month: 2, week: 4 };

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

/** A week, or the weeks of a month, as a grid of days. Roles are written out: a list of days is no table in CSS. */
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
  const most = LINES[month ? 'month' : 'week'];
  const more = appointments.length - most;
  const count = countWords(appointments);
  const on = appointments.filter((one) => !isOff(one)).length;
  return html`<td
    role="gridcell"
    data-do="calendar-day"
    data-id=${date}
    tabindex=${date === active ? '0' : '-1'}
    aria-current=${date === today ? 'date' : nothing}
    aria-selected=${date === chosen ? 'true' : nothing}
  >
    <span class="vh" .textContent=${days ? `${name}, ${plain(count)}` : name}></span>
    <div aria-hidden="true">
      ${month ? nothing : html`<span class="weekday" .textContent=${weekdayName(weekdayOf(date), 'short')}></span>`}
      <span class="date-number" .textContent=${String(Number(date.slice(8)))}></span>
      ${appointments.slice(0, more === 1 ? most + 1 : most).map((one) => line(one, !!month))}${
        more > 1 ? html`<span class="line" .textContent=${`+${more}`}></span>` : nothing
      }${
        appointments.length
          ? html`<span
              class=${on ? 'count' : 'count off'}
              lang=${month ? nothing : langOf(count)}
              .textContent=${month ? String(on || appointments.length) : count}
            ></span>`
          : nothing
      }
    </div>
  </td>`;
}

/** In a month a window says from when to when: a single time would be taken for exact. */
function line(appointment: Appointment, short: boolean): TemplateResult {
  const { start, window, title } = appointment;
  const time = !short
    ? timeWords(appointment)
    : window
      ? shortTimes(appointment)
      : clockTime(Date.parse(start ?? ''));
  const kind = isOff(appointment) ? 'line off' : 'line';
  return html`<span class=${kind}
    >${time ? html`<b lang=${langOf(time)} .textContent=${time}></b>${' '}` : nothing}${title}</span
  >`;
}
