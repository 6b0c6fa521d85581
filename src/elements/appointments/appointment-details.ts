import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Action, Appointment, ContactRef, Period } from '../../backend/types.js';
import { osloDate, osloTime } from '../../domain/oslo.js';
import {
  capitalise,
  changeDeadlineText,
  formatDate,
  formatDayAndTime,
  formatTimes,
  msg,
} from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { phoneLink } from '../../views/phone.js';
import { reasonWords } from '../../views/reasons.js';

/** A stretch of time that is wished for: «Torsdag 26. november 2026, 08:00–12:00», or the day alone. */
export function periodWords({ from, to }: Period): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const day = capitalise(formatDate(osloDate(start), 'longWithWeekday'));
  return osloTime(start) === '00:00' ? day : `${day}, ${formatTimes(start, end)}`;
}

/** Why it cannot be changed here, and where to turn instead. */
export function callInstead(action: Action, { phones }: ContactRef): TemplateResult {
  const [phone] = phones;
  return html`<p class="small">
    ${
      action.reason === 'too-late'
        ? msg('Fristen for å avlyse eller endre timen har gått ut.', { id: 'appointments.tooLate' })
        : reasonWords(action)
    }
    ${action.text ?? nothing}
    ${phone ? html`${msg('Ring', { id: 'appointments.call', desc: 'Followed by a phone number' })} ${phoneLink(phone.number)}` : nothing}
  </p>`;
}

/** Until when one may cancel or move it, or why one cannot. */
export function changeWords(appointment: Appointment, now: number): TemplateResult | typeof nothing {
  const { cancel, reschedule, contact, status } = appointment;
  if (/cancelled|declined|completed|no-show/.test(status)) return nothing;
  if (!cancel.allowed && !reschedule.allowed) return callInstead(cancel, contact);
  const deadline = changeDeadlineText(appointment, now);
  return deadline ? html`<p class="small">${deadline}</p>` : nothing;
}

/** What one can do with an appointment; `kind` is the first one's. */
export function appointmentActs(
  { id, title, start, place, reschedule, cancel }: Appointment,
  kind?: 'primary',
): TemplateResult {
  const act = (name: string, label: string, kind?: 'primary' | 'danger' | 'quiet'): TemplateResult =>
    button(name, label, { id, kind, about: title });
  return html`${
    place.url
      ? html`<a part="button" class="button" href=${place.url}
          >${msg('Åpne videosamtalen', { id: 'appointments.video' })}</a
        >`
      : nothing
  }${reschedule.allowed ? act('change', msg('Endre time', { id: 'appointments.change' }), kind) : nothing}${
    cancel.allowed ? act('cancel', msg('Avlys time', { id: 'appointments.cancel' }), 'danger') : nothing
  }${start ? act('keep', msg('Legg i kalender', { id: 'appointments.keep' }), 'quiet') : nothing}`;
}

const entry = (term: string, content: unknown): TemplateResult | typeof nothing =>
  content
    ? html`<div>
        <dt class="muted small">${term}</dt>
        <dd>${content}</dd>
      </div>`
    : nothing;

/** All that is known of an appointment besides what its row says. `acts` is whether its buttons stand here. */
export function appointmentDetails(
  appointment: Appointment,
  { now, acts }: { now: number; acts: boolean },
): TemplateResult {
  const { contact, preparation, wishes, preferred, decision } = appointment;
  const [phone] = contact.phones;
  return html`<div class="details">
    <dl>
      ${entry(
        msg('Tjeneste', { id: 'contacts.filter', desc: 'Label of a choice of service' }),
        html`${contact.name}${phone ? html`${' '}· ${phoneLink(phone.number)}` : nothing}`,
      )}
      ${entry(msg('Forberedelse', { id: 'appointments.preparation' }), acts ? preparation : null)}
      ${entry(msg('Du skrev', { id: 'appointments.wishes', desc: 'Followed by what was wished for' }), wishes)}
      ${entry(
        msg('Tidspunkt som passer', { id: 'appointments.preferred' }),
        preferred.length
          ? html`<ul role="list">
              ${preferred.map((period) => html`<li>${periodWords(period)}</li>`)}
            </ul>`
          : null,
      )}
      ${entry(
        msg('Svar fra tjenesten', { id: 'appointments.decision' }),
        decision && formatDayAndTime(Date.parse(decision.at)),
      )}
    </dl>
    ${changeWords(appointment, now)}
    ${acts ? html`<div class="acts">${appointmentActs(appointment)}</div>` : nothing}
  </div>`;
}
