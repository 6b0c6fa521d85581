/** Puts an appointment together from what is its own; the rest is what most appointments have. */
import type { AppointmentRow, PeriodRow, PlaceRow } from '../storage/appointments.js';
import type { ContactRow } from '../storage/storage.js';
import { words } from './words.js';

export const atHome: PlaceRow = { type: 'home', text: words('Hjemme', 'Heime', 'At home'), url: null };

/** Where a service sees people. */
export function at({ address }: Pick<ContactRow, 'address'>): PlaceRow {
  const text = address ? [...address.lines, `${address.postalCode} ${address.city}`].join(', ') : null;
  return { type: 'clinic', text: text === null ? null : words(text, text, text), url: null };
}

export function videoRoom({ municipality }: Pick<ContactRow, 'municipality'>, name: string): PlaceRow {
  const text = words('Videosamtale på nettet', 'Videosamtale på nettet', 'Video call online');
  return { type: 'video', text, url: `https://video.kommune-${municipality}.example/${name}` };
}

/** What must be said of an appointment; without a time it is one that was asked for. */
type AppointmentParts = Partial<AppointmentRow> &
  Pick<AppointmentRow, 'id' | 'personId' | 'contactId' | 'kind' | 'title' | 'place' | 'createdAt'> & {
    time: PeriodRow | null;
  };

export function appointmentRow({ time, ...parts }: AppointmentParts): AppointmentRow {
  return {
    start: time?.from ?? null,
    end: time?.to ?? null,
    window: false,
    status: time ? 'booked' : 'requested',
    practitioner: null,
    preparation: null,
    wishes: null,
    preferred: [],
    cancelReasonId: null,
    cancelMessage: null,
    decision: null,
    completedAt: null,
    slotId: null,
    // Nobody has touched it: so it moves to a later day (seed.ts).
    updatedAt: parts.createdAt,
    version: 1,
    ...parts,
  };
}
