/** From rows of appointments to what goes over the wire. */
import type { Appointment, Language, Period, Place, Practitioner, Slot } from '../../../src/backend/types.js';
import { toInstant } from '../../../src/domain/oslo.js';
import type { ActionReader } from '../../rules/actions.js';
import { cancelAction, rescheduleAction } from '../../rules/appointments.js';
import { inLanguage, inLanguageOrNull } from '../../rules/words.js';
import type {
  AppointmentRow,
  PeriodRow,
  PlaceRow,
  PractitionerRow,
  SlotRow,
} from '../../storage/appointments.js';
import type { ContactRow, Store } from '../../storage/storage.js';
import { contactRef } from './contact.js';

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));

const placeOf = ({ type, text, url }: PlaceRow, lang: Language): Place => ({
  type,
  text: inLanguageOrNull(text, lang),
  url,
});

const practitionerOf = (row: PractitionerRow | null, lang: Language): Practitioner | null =>
  row && { role: inLanguage(row.role, lang), name: row.name };

const periodOf = ({ from, to }: PeriodRow): Period => ({ from: toInstant(from), to: toInstant(to) });

/** What residents and staff see alike. */
export function sharedOf(row: AppointmentRow, contact: ContactRow, lang: Language) {
  const { decision } = row;
  return {
    id: row.id,
    contact: contactRef(contact, lang),
    kind: row.kind,
    title: inLanguage(row.title, lang),
    start: instantOrNull(row.start),
    end: instantOrNull(row.end),
    wishes: row.wishes,
    preferred: row.preferred.map(periodOf),
    window: row.window,
    status: row.status,
    place: placeOf(row.place, lang),
    practitioner: practitionerOf(row.practitioner, lang),
    preparation: inLanguageOrNull(row.preparation, lang),
    completedAt: instantOrNull(row.completedAt),
    decision: decision && { ...decision, at: toInstant(decision.at) },
    version: String(row.version),
  };
}

export const appointmentOf = (
  row: AppointmentRow,
  contact: ContactRow,
  reader: ActionReader,
): Appointment => ({
  ...sharedOf(row, contact, reader.lang),
  cancel: cancelAction(row, contact, reader),
  cancelMessage: contact.cancelMessage,
  reschedule: rescheduleAction(row, contact, reader),
});

export const slotOf = (row: SlotRow, lang: Language): Slot => ({
  id: row.id,
  start: toInstant(row.start),
  end: toInstant(row.end),
  place: placeOf(row.place, lang),
  practitioner: practitionerOf(row.practitioner, lang),
});

/** Rows with the service of each. */
export async function withContacts(
  store: Store,
  rows: readonly AppointmentRow[],
): Promise<(readonly [AppointmentRow, ContactRow])[]> {
  const ids = [...new Set(rows.map(({ contactId }) => contactId))];
  const contacts = new Map((await store.getContacts(ids)).map((row) => [row.id, row]));
  return rows.map((row) => {
    const contact = contacts.get(row.contactId);
    // No storage lets it happen.
    if (!contact) throw new Error('an appointment without its service');
    return [row, contact];
  });
}
