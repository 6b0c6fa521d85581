import type { Appointment } from '../../backend/types.js';
import { formatTime, msg, str } from '../../i18n/index.js';
import type { Told } from './appointment-status.js';

/** How one ended, in words; null for one that has not. */
export function closedStatus({ status, completedAt }: Appointment): Told | null {
  switch (status) {
    case 'completed':
      return [
        'ok',
        completedAt
          ? msg(str`Utført kl. ${formatTime(Date.parse(completedAt))}`, { id: 'appointments.completedAt' })
          : msg('Utført', { id: 'appointments.completed' }),
      ];
    case 'no-show':
      return ['no', msg('Ikke møtt', { id: 'appointments.noShow' })];
    case 'declined':
      return ['no', msg('Ikke godtatt', { id: 'appointments.declined' })];
    default:
      return null;
  }
}
