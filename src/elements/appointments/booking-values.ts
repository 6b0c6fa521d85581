import type { AppointmentKind, Id, OsloDate, Period } from '../../backend/types.js';
import type { KeptKey } from '../../controllers/change-key.js';
import type { DraftSlot } from '../../controllers/form-draft.js';
import { osloToMs, toInstant } from '../../domain/oslo.js';

/** What of a day would suit. */
export type DayPart = 'day' | 'morning' | 'afternoon';

/** A day that would suit; empty while none is chosen. */
export interface WishedDay {
  date: OsloDate;
  part: DayPart;
}

/** What one fills in to move an appointment or to ask for one. */
export interface BookingValues {
  contactId: Id;
  /** Null until it is chosen. */
  kind: AppointmentKind | null;
  /** Whether one picks a free time, or writes wishes. */
  picks: boolean;
  slotId: Id;
  wishes: string;
  days: readonly WishedDay[];
}

export interface BookingDraft extends BookingValues {
  key: KeptKey | null;
}

const HOURS: Record<DayPart, [from: string, to: string]> = {
  day: ['00:00', '24:00'],
  morning: ['08:00', '12:00'],
  afternoon: ['12:00', '16:00'],
};

/** Where it is kept: what moves the appointment `id`, or asks for a new one with null. */
export const bookingSlot = (id: Id | null): DraftSlot<BookingDraft> => (id === null ? 'ask' : `move:${id}`);

/** Nothing is filled in yet. */
export const emptyValues = (contactId: Id, kind: AppointmentKind | null): BookingValues => ({
  contactId,
  kind,
  picks: false,
  slotId: '',
  wishes: '',
  days: [{ date: '', part: 'day' }],
});

/** Whether somebody would miss it. */
export const isFilledIn = ({ slotId, wishes, days }: BookingValues): boolean =>
  !!(slotId || wishes || days.some(({ date }) => date));

export const preferredPeriods = (days: readonly WishedDay[]): Period[] =>
  days.flatMap(({ date, part }) => {
    if (!date) return [];
    const [from, to] = HOURS[part];
    return { from: toInstant(osloToMs(date, from)), to: toInstant(osloToMs(date, to)) };
  });
