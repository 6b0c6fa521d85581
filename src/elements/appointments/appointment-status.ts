import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Appointment } from '../../backend/types.js';
import { msg, together } from '../../i18n/index.js';
import { langOf } from '../../views/lang-of.js';

/** A kind of look, and words. */
export type Told = readonly [kind: string, words: string];

/** How it stands with one of the coming ones, in words; null where all is as agreed. */
function comingStatus({ status, decision }: Appointment): Told | null {
  switch (status) {
    case 'requested':
      return ['wait', msg('Ønske om time sendt', { id: 'appointments.requested' })];
    case 'cancel-requested':
      return ['wait', msg('Ønske om avlysing sendt', { id: 'appointments.cancelRequested' })];
    case 'reschedule-requested':
      return ['wait', msg('Ønske om ny tid sendt', { id: 'appointments.rescheduleRequested' })];
    case 'cancelled':
      return ['no', msg('Avlyst', { id: 'appointments.cancelled' })];
    default:
      return (
        decision &&
        (decision.outcome === 'accepted'
          ? ['ok', msg('Godtatt', { id: 'appointments.accepted' })]
          : ['no', msg('Ikke godtatt', { id: 'appointments.declined' })])
      );
  }
}

/** How it stands, with the reason that the service gives; never a colour alone. `told` is of one that has ended. */
export function statusChip(appointment: Appointment, told?: Told | null): TemplateResult | typeof nothing {
  const status = told ?? comingStatus(appointment);
  const { decision } = appointment;
  if (!status) return nothing;
  const words = decision?.reason ? together(status[1], ': ', decision.reason) : status[1];
  return html`<span
    part="badge appointment-status"
    class="chip ${status[0]}"
    lang=${langOf(words)}
    .textContent=${words}
  ></span>`;
}
