/** What cancelling an appointment and moving it have in common. */
import type { BackendError } from '../../backend/errors.js';
import type { Appointment, Id } from '../../backend/types.js';
import { msg } from '../../i18n/index.js';
import type { AppointmentsHost } from './appointments-host.js';

/** Code points that the contract takes in what one writes along. */
export const MOST = 1000;

/** Answers after which the appointment may be another than the one that was seen. */
const CHANGED = /^(stale|too-late|not-allowed|idempotency-mismatch)$/;

/** The appointment as it stands now, where `error` tells that it may have changed; null where not, or in vain. */
export async function renewedAppointment(
  { care, language }: AppointmentsHost,
  id: Id,
  error: BackendError,
): Promise<Appointment | null> {
  if (!care || !CHANGED.test(error.code)) return null;
  return care.call((backend) => backend.getAppointment(id, { lang: language })).catch(() => null);
}

export const renewedWords = (): string =>
  msg('Timen er endret siden du åpnet den. Se hva som gjelder nå, før du går videre.', {
    id: 'appointments.renewed',
  });
