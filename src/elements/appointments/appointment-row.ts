import { guard } from 'lit/directives/guard.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment, Id, OsloDate } from '../../backend/types.js';
import { osloDate, weekdayOf } from '../../domain/oslo.js';
import { currentCatalogue, dayWords, msg, timeWords, weekdayName } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { heading } from '../../views/heading.js';
import { langOf } from '../../views/lang-of.js';
import { statusChip, type Told } from './appointment-status.js';

/** Who comes, and where it is. */
export const about = ({ practitioner, place }: Appointment): string =>
  [practitioner && `${practitioner.role} ${practitioner.name ?? ''}`.trim(), place.text]
    .filter(Boolean)
    .join(' · ');

export interface RowsOptions {
  level: number;
  today: OsloDate;
  /** The one whose details are open, and what stands there. */
  open?: Id | null;
  details?: (appointment: Appointment) => unknown;
  /** How those stand that have ended. */
  told?: (appointment: Appointment) => Told | null;
}

/**
 * Several under a heading; drawn anew when one of them changes, or while one is open. What stands in each is not in
 * a template of its own, which would cost two more nodes in every row.
 */
export function appointmentGroup(
  title: string,
  appointments: readonly Appointment[],
  { level, today, open, details, told }: RowsOptions,
): TemplateResult {
  const rows = (): TemplateResult[] =>
    appointments.map((appointment) => {
      const { id, start } = appointment;
      const time = timeWords(appointment);
      const expanded = id === open;
      return html`<li part="item appointment" class="row">
        <span part="appointment-time" class="time" lang=${langOf(time)} .textContent=${time}></span>
        <div>
          <strong .textContent=${appointment.title}></strong>
          <p class="muted" .textContent=${about(appointment)}></p>
          ${statusChip(appointment, told?.(appointment))}
        </div>
        ${button('details', msg('Detaljer', { id: 'appointments.details' }), {
          id,
          kind: 'quiet',
          expanded,
          about: `${appointment.title} ${start ? dayWords(osloDate(Date.parse(start)), today) : ''} ${time}`,
        })}${expanded ? details?.(appointment) : nothing}
      </li>`;
    });
  return html`<div part="day" class="day">
    ${heading(level, title, { kind: 'small' })}
    <ul part="list" role="list">
      ${
        appointments.some(({ id }) => id === open)
          ? rows()
          : guard([currentCatalogue(), today, ...appointments], rows)
      }
    </ul>
  </div>`;
}

/** The next one, first and largest. `more` comes with the desk. */
export function nextAppointment(
  appointment: Appointment,
  { level, today }: RowsOptions,
  more?: unknown,
): TemplateResult {
  const date = osloDate(Date.parse(appointment.start ?? ''));
  const { dayAndMonth, months } = currentCatalogue().dates;
  const time = timeWords(appointment, 'comes');
  return html`<div part="appointment" class="next">
    <p class="date small">
      <span>${weekdayName(weekdayOf(date))}</span>
      <strong>${dayAndMonth.replace(/ ?M ?/, '').replace('D', `${+date.slice(8)}`)}</strong>
      <span>${months[+date.slice(5, 7) - 1]}</span>
    </p>
    <div>
      <div class="small">
        ${heading(level, msg('Neste time', { id: 'appointments.next' }), { kind: 'which' })} ·
        ${dayWords(date, today)}
      </div>
      <p part="appointment-time" class="when" lang=${langOf(time)} .textContent=${time}></p>
      <strong .textContent=${appointment.title}></strong>
      <p class="muted" .textContent=${about(appointment)}></p>
      ${statusChip(appointment)}
      <p .textContent=${appointment.preparation ?? ''}></p>
      <div class=${appointment.cancel.allowed || appointment.reschedule.allowed ? 'acts' : 'acts told'}>
        ${more}
      </div>
    </div>
  </div>`;
}
