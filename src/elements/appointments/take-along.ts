import { html, render } from 'lit/html.js';
import type { Appointment } from '../../backend/types.js';
import { saveAs } from '../../controllers/download.js';
import { byDay } from '../../domain/appointments.js';
import { osloDate } from '../../domain/oslo.js';
import { dayWords, msg, timeWords } from '../../i18n/index.js';
import { calendarFile } from '../../views/calendar-file.js';
import { ON_PAPER, printAlone } from '../print-alone.js';
import { about } from './appointment-row.js';
import { statusChip } from './appointment-status.js';
import { closedStatus } from './closed-status.js';

/** Gives the appointment as a file for one's own calendar; neither its name nor its title says what it is. */
export const saveForCalendar = (appointment: Appointment, now: number): void =>
  saveAs(new Blob([calendarFile(appointment, now)], { type: 'text/calendar;charset=utf-8' }), 'avtale.ics');

/** Prints `appointments` day by day, alone, whatever else stands on the page. */
export function printAppointments(
  appointments: readonly Appointment[],
  { lang, title }: { lang: string; title: string },
): Promise<void> {
  const item = (appointment: Appointment) =>
    html`<li>
      <strong>${timeWords(appointment)} ${appointment.title}</strong>
      <p>${about(appointment)}</p>
      <p>${appointment.preparation}</p>
      <p>${statusChip(appointment, closedStatus(appointment, ON_PAPER))}</p>
    </li>`;
  const list = (name: string, ones: readonly Appointment[]) =>
    html`<h2>${name}</h2>
      <ul>
        ${ones.map(item)}
      </ul>`;
  const waiting = appointments.filter(({ start }) => !start);
  const paper = html`<h1>${title}</h1>
    ${waiting.length ? list(msg('Venter på svar', { id: 'appointments.waiting' }), waiting) : ''}
    ${byDay(appointments.filter(({ start }) => start)).map((day) => list(dayWords(day.date, osloDate(ON_PAPER)), day.appointments))}`;
  return printAlone(title, lang, (page) => render(paper, page));
}
