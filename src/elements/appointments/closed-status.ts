import type { Appointment } from '../../backend/types.js';
import { completedText, msg } from '../../i18n/index.js';
import type { Told } from './appointment-status.js';

/** How one ended, in words; null for one that has not. `now` is in milliseconds since the epoch. */
export function closedStatus({ status, completedAt }: Appointment, now: number): Told | null {
  switch (status) {
    case 'completed':
      return [
        'ok',
        completedAt ? completedText(completedAt, now) : msg('Utført', { id: 'appointments.completed' }),
      ];
    case 'no-show':
      return ['no', msg('Ikke møtt', { id: 'appointments.noShow' })];
    case 'declined':
      return ['no', msg('Ikke godtatt', { id: 'appointments.declined' })];
    default:
      return null;
  }
}
