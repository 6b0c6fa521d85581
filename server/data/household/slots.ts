/** Free times of the household's services in the next four weeks. */
import type { AppointmentKind, OsloDate, TimeOfDay, Weekday } from '../../../src/backend/types.js';
import { addDays, osloDate, osloToMs, weekdayOf } from '../../../src/domain/oslo.js';
import { isWorkingDay } from '../../../src/domain/working-days.js';
import type { PractitionerRow, SlotRow } from '../../storage/appointments.js';
import type { ContactRow } from '../../storage/storage.js';
import { at, videoRoom } from '../appointment-builder.js';
import { roles } from '../words.js';
import { householdContact } from './contacts.js';

const DAYS_AHEAD = 28;
const MINUTE = 60_000;

interface FreeTimes {
  /** Of each slot with its date and time behind it. */
  id: string;
  contactId: string;
  kind: AppointmentKind;
  minutes: number;
  practitioner: PractitionerRow;
  times: Partial<Record<Weekday, readonly TimeOfDay[]>>;
}

const henrik: PractitionerRow = { role: roles.physiotherapist, name: 'Henrik Dahl' };
const eva: PractitionerRow = { role: roles.publicHealthNurse, name: 'Eva Lund' };
const inga: PractitionerRow = { role: roles.psychologist, name: 'Inga Balto' };

/** Between the appointments that are there (appointments.ts). */
const freeTimes: readonly FreeTimes[] = [
  {
    id: 'henrik',
    contactId: 'ostensjo-physiotherapy',
    kind: 'consultation',
    minutes: 45,
    practitioner: henrik,
    times: {
      mon: ['09:00', '12:15'],
      tue: ['09:45', '11:30'],
      wed: ['09:00', '11:30', '12:15'],
      thu: ['09:45', '12:15'],
      fri: ['09:00', '11:30'],
    },
  },
  {
    id: 'henrik-video',
    contactId: 'ostensjo-physiotherapy',
    kind: 'video',
    minutes: 30,
    practitioner: henrik,
    times: { tue: ['13:30'], thu: ['13:30'] },
  },
  {
    id: 'eva',
    contactId: 'fana-health-centre',
    kind: 'consultation',
    minutes: 30,
    practitioner: eva,
    times: { tue: ['08:30', '09:00', '12:30'], thu: ['08:30', '14:30'] },
  },
  {
    id: 'inga',
    contactId: 'karasjok-mental-health',
    kind: 'consultation',
    minutes: 60,
    practitioner: inga,
    times: { mon: ['09:00'], wed: ['09:00', '12:30'], fri: ['12:30'] },
  },
  {
    id: 'inga-video',
    contactId: 'karasjok-mental-health',
    kind: 'video',
    minutes: 45,
    practitioner: inga,
    times: { tue: ['13:00'], thu: ['13:00'] },
  },
];

/** On working days after that of the instant `now` (ms) on which the service is not closed. */
export function householdSlots(now: number): SlotRow[] {
  const dates = Array.from({ length: DAYS_AHEAD }, (_, n) => addDays(osloDate(now), n + 1));
  return freeTimes.flatMap((free) => {
    const contact = householdContact(free.contactId, now);
    return dates
      .filter((date) => isWorkingDay(date, contact.closedDays))
      .flatMap((date) =>
        (free.times[weekdayOf(date)] ?? []).map((time) => slotAt(free, date, time, contact)),
      );
  });
}

function slotAt(free: FreeTimes, date: OsloDate, time: TimeOfDay, contact: ContactRow): SlotRow {
  const { contactId, kind, minutes, practitioner } = free;
  const start = osloToMs(date, time);
  return {
    id: `${free.id}-${date}-${time.replace(':', '')}`,
    contactId,
    kind,
    start,
    end: start + minutes * MINUTE,
    place: kind === 'video' ? videoRoom(contact, free.id) : at(contact),
    practitioner,
  };
}
