/** Appointments, and the slots that are free for them. */
import {
  LONGEST_APPOINTMENT,
  positionOf,
  WAITING,
  type AppointmentChange,
  type AppointmentFilter,
  type AppointmentRow,
  type AppointmentsStore,
  type SlotRow,
} from '../appointments.js';
import { StorageError } from '../errors.js';
import { compareText, decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type { PageOf, PageRequest } from '../storage.js';
import { copies, copy, filter, find, mustHave } from './rows.js';
import type { Tables } from './tables.js';

type Position = readonly [at: number, id: string];

const compare = (a: Position, b: Position) => a[0] - b[0] || compareText(a[1], b[1]);

export function appointmentsStore(tables: Tables): AppointmentsStore {
  return {
    async insertAppointment(row: AppointmentRow): Promise<void> {
      insert(row);
    },

    async insertNewAppointments(rows: readonly AppointmentRow[]): Promise<number> {
      let count = 0;
      for (const row of rows) {
        if (tables.appointments.has(row.id)) continue;
        insert(row);
        count += 1;
      }
      return count;
    },

    async getAppointment(id: string): Promise<AppointmentRow | null> {
      return copy(tables.appointments.get(id));
    },

    async updateAppointment(id: string, version: number, change: AppointmentChange): Promise<boolean> {
      const before = tables.appointments.get(id);
      if (before?.version !== version) return false;
      const row = { ...before, ...change, version: version + 1 };
      refuse(row);
      tables.appointments.put(id, row);
      return true;
    },

    async listAppointments(
      which: AppointmentFilter,
      order: 'asc' | 'desc',
      page: PageRequest,
    ): Promise<PageOf<AppointmentRow>> {
      const rows = filter(tables.appointments.all(), (row) => matches(which, row));
      return pageBy('appointments', rows, (row) => [positionOf(row), row.id], order, page);
    },

    async deleteAppointments(ids: readonly string[]): Promise<void> {
      for (const id of ids) tables.appointments.delete(id);
    },

    async putSlot(row: SlotRow): Promise<void> {
      mustHave(tables.contacts, row.contactId, 'slots', 'contactId');
      tables.slots.put(row.id, row);
    },

    async getSlot(id: string): Promise<SlotRow | null> {
      return copy(tables.slots.get(id));
    },

    async listFreeSlots({ contactId, kind, from, to }, page: PageRequest): Promise<PageOf<SlotRow>> {
      const taken = new Set([...tables.appointments.all()].map(({ slotId }) => slotId));
      const rows = filter(
        tables.slots.all(),
        (row) =>
          row.contactId === contactId &&
          (kind === undefined || row.kind === kind) &&
          row.start >= from &&
          row.start < to &&
          !taken.has(row.id),
      );
      return pageBy('slots', rows, (row) => [row.start, row.id], 'asc', page);
    },

    async deleteSlot(id: string): Promise<boolean> {
      if (!tables.slots.has(id) || takenBy(id)) return false;
      tables.slots.delete(id);
      return true;
    },
  };

  function insert(row: AppointmentRow): void {
    refuse(row);
    mustHave(tables.persons, row.personId, 'appointments', 'personId');
    mustHave(tables.contacts, row.contactId, 'appointments', 'contactId');
    tables.appointments.insert(row.id, row);
  }

  /** As the constraints of the table do in SQL. */
  function refuse(row: AppointmentRow): void {
    if (!hasPlausibleTime(row)) {
      throw new StorageError('invalid-row', 'appointments: start and end do not go together');
    }
    if (row.slotId === null) return;
    const taker = takenBy(row.slotId);
    if (taker && taker.id !== row.id) throw new StorageError('slot-taken', 'appointments: the slot is taken');
    mustHave(tables.slots, row.slotId, 'appointments', 'slotId');
  }

  function takenBy(slotId: string): AppointmentRow | undefined {
    return find(tables.appointments.all(), (row) => row.slotId === slotId);
  }
}

function hasPlausibleTime({ start, end, status }: AppointmentRow): boolean {
  if (start === null || end === null) {
    return start === end && ['requested', 'declined', 'cancelled'].includes(status);
  }
  return start <= end && end - start <= LONGEST_APPOINTMENT;
}

function matches(
  { personId, contactIds, status, from, to }: AppointmentFilter,
  row: AppointmentRow,
): boolean {
  const position = positionOf(row);
  return (
    (personId === undefined || row.personId === personId) &&
    (contactIds === undefined || contactIds.includes(row.contactId)) &&
    (status === undefined || row.status === status) &&
    (position === WAITING
      ? to === undefined
      : (from === undefined || position >= from || (row.end !== null && row.end > from)) &&
        (to === undefined || position < to))
  );
}

function pageBy<Row extends object>(
  kind: 'appointments' | 'slots',
  rows: Row[],
  keysOf: (row: Row) => Position,
  order: 'asc' | 'desc',
  { cursor, limit }: PageRequest,
): PageOf<Row> {
  const after = cursor === null ? null : decodeCursor(kind, ['number', 'string'], cursor);
  const sign = order === 'asc' ? 1 : -1;
  const found = rows
    .filter((row) => after === null || sign * compare(keysOf(row), after) > 0)
    .sort((a, b) => sign * compare(keysOf(a), keysOf(b)))
    .slice(0, limit + 1);
  return pageOf(copies(found), limit, (row) => encodeCursor(kind, keysOf(row)));
}
