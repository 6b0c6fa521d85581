/** What the care service keeps of appointments, and how it is asked for. Instants are milliseconds since the epoch. */
import type { AppointmentKind, AppointmentStatus, Place } from '../../src/backend/types.js';
import type { LocalText, PageOf, PageRequest } from './common.js';

export interface PeriodRow {
  from: number;
  to: number;
}

export interface PlaceRow {
  type: Place['type'];
  text: LocalText | null;
  url: string | null;
}

export interface PractitionerRow {
  role: LocalText;
  name: string | null;
}

export interface AppointmentRow {
  id: string;
  /** The resident whose appointment it is. */
  personId: string;
  contactId: string;
  kind: AppointmentKind;
  title: LocalText;
  /** Null, as `end` is, as long as it is only asked for. */
  start: number | null;
  end: number | null;
  /** `start` to `end` is when the visit begins, not how long it lasts. */
  window: boolean;
  status: AppointmentStatus;
  place: PlaceRow;
  practitioner: PractitionerRow | null;
  preparation: LocalText | null;
  /** What the resident has written of when it suits; null where nobody asked. */
  wishes: string | null;
  preferred: PeriodRow[];
  /** Why the resident wants to cancel: one of the service's reasons, and a message. */
  cancelReasonId: string | null;
  cancelMessage: string | null;
  decision: { outcome: 'accepted' | 'declined'; reason: string | null; at: number } | null;
  completedAt: number | null;
  /** The slot it has taken: no other appointment has the same. */
  slotId: string | null;
  createdAt: number;
  /** When somebody last changed it; `createdAt` as long as nobody has. */
  updatedAt: number;
  /** Grows with each change, from 1. */
  version: number;
}

export interface SlotRow {
  id: string;
  contactId: string;
  kind: AppointmentKind;
  start: number;
  end: number;
  place: PlaceRow;
  practitioner: PractitionerRow | null;
}

/** How long the longest appointment is, and the widest window. What lasts longer is `invalid-row`: lists look no further back. */
export const LONGEST_APPOINTMENT = 7 * 24 * 60 * 60 * 1000;

/** Where one stands that is asked for and has no time: before all others. */
export const WAITING = Number.MIN_SAFE_INTEGER;

/** What an appointment is listed by. In SQL a column of its own that the database computes (0007-appointments.ts). */
export function positionOf({ start, status, decision, updatedAt }: AppointmentRow): number {
  return start ?? (status === 'requested' ? WAITING : (decision?.at ?? updatedAt));
}

/** Whose appointments are listed; with both, those that meet both. Never everybody's. */
export type AppointmentFilter = (
  { personId: string; contactIds?: string[] } | { personId?: string; contactIds: string[] }
) & {
  /** Those that end later than this or begin at it; and those that are asked for and have no time. */
  from?: number;
  /** Those that begin before this, and none that is asked for and has no time. */
  to?: number;
  status?: AppointmentRow['status'];
};

/** All but whose it is; `version` grows by itself. */
export type AppointmentChange = Partial<Omit<AppointmentRow, 'id' | 'personId' | 'contactId' | 'version'>>;

/**
 * `start` and `end` stand together, at most `LONGEST_APPOINTMENT` apart; only what is asked for, or was and is not
 * any more, has none. Else a row is `invalid-row`.
 */
export interface AppointmentsStore {
  /** Rejects with `slot-taken` when another appointment has the slot, `missing-reference` when there is no such slot. */
  insertAppointment(row: AppointmentRow): Promise<void>;
  /** Those of ids that are there already are left alone. Gives how many were new. Many at once: in a transaction. */
  insertNewAppointments(rows: readonly AppointmentRow[]): Promise<number>;
  getAppointment(id: string): Promise<AppointmentRow | null>;
  /**
   * Changes what still has `version`, which grows by one; false (and nothing done) when somebody was first.
   * Rejects with `slot-taken` as `insertAppointment` does.
   */
  updateAppointment(id: string, version: number, change: AppointmentChange): Promise<boolean>;
  /**
   * By time, then id; one whose time changes between two pages may come twice, or not at all. One that is asked
   * for and has no time comes before all others in the order `asc` and after them in `desc`; one without a time
   * that is no longer asked for stands at its decision, or where there was none at its last change.
   */
  listAppointments(
    filter: AppointmentFilter,
    order: 'asc' | 'desc',
    page: PageRequest,
  ): Promise<PageOf<AppointmentRow>>;
  deleteAppointments(ids: readonly string[]): Promise<void>;

  putSlot(row: SlotRow): Promise<void>;
  getSlot(id: string): Promise<SlotRow | null>;
  /** Free ones of a service that begin from `from` and before `to`, earliest first, then id. */
  listFreeSlots(
    filter: { contactId: string; kind?: AppointmentKind; from: number; to: number },
    page: PageRequest,
  ): Promise<PageOf<SlotRow>>;
  /** False, and nothing done, when it is not there or taken. */
  deleteSlot(id: string): Promise<boolean>;
}
