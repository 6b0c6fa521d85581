/** Visits that come again and again, each with an id of its own day: the same one whenever the demo is started. */
import type { OsloDate, TimeOfDay, Weekday } from '../../../src/backend/types.js';
import { addDays, osloDate, osloToMs, WEEKDAYS, weekdayOf } from '../../../src/domain/oslo.js';
import { isWorkingDay } from '../../../src/domain/working-days.js';
import type { AppointmentRow, PractitionerRow } from '../../storage/appointments.js';
import type { LocalText } from '../../storage/storage.js';
import { appointmentRow, atHome } from '../appointment-builder.js';
import { roles, words } from '../words.js';

/** How many days before and after today there are visits. */
const BEFORE = 14;
const AFTER = 35;
const MINUTE = 60_000;

interface Visits {
  /** Of each visit with its date behind it. */
  id: string;
  personId: string;
  contactId: string;
  title: LocalText;
  days: readonly Weekday[];
  /** Not on public holidays. */
  onWorkingDays?: true;
  begins: TimeOfDay;
  ends: TimeOfDay;
  /** The visit begins between the two; else it lasts from one to the other. */
  window: boolean;
  /** Who comes from Monday to Friday. */
  practitioner: PractitionerRow;
}

const visits: readonly Visits[] = [
  {
    id: 'ingrid-morning',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-home-care',
    title: words('Hjemmebesøk om morgenen', 'Heimebesøk om morgonen', 'Morning home visit'),
    days: WEEKDAYS,
    begins: '09:00',
    ends: '11:00',
    window: true,
    practitioner: { role: roles.nurse, name: 'Amina Yusuf' },
  },
  {
    id: 'ingrid-evening',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-home-care',
    title: words('Hjemmebesøk om kvelden', 'Heimebesøk om kvelden', 'Evening home visit'),
    days: WEEKDAYS,
    begins: '20:00',
    ends: '22:00',
    window: true,
    practitioner: { role: roles.careWorker, name: null },
  },
  {
    id: 'ingrid-cleaning',
    personId: 'ingrid-solberg',
    contactId: 'ostensjo-practical-help',
    title: words('Rengjøring hjemme', 'Reingjering heime', 'Cleaning at home'),
    days: ['wed'],
    onWorkingDays: true,
    begins: '12:00',
    ends: '13:30',
    window: true,
    practitioner: { role: roles.helper, name: 'Maria Nowak' },
  },
  {
    id: 'ailu-assistance',
    personId: 'ailu-somby',
    contactId: 'karasjok-personal-assistance',
    title: words('Besøk av assistent', 'Besøk av assistent', 'Visit from an assistant'),
    days: ['mon', 'wed', 'fri'],
    begins: '10:00',
    ends: '14:00',
    window: false,
    practitioner: { role: words('Assistent', 'Assistent', 'Assistant'), name: null },
  },
];

/** From two weeks before the instant `now` (ms) to five weeks after it; what is over has taken place. */
export function recurringVisits(now: number): AppointmentRow[] {
  const dates = Array.from({ length: BEFORE + 1 + AFTER }, (_, n) => addDays(osloDate(now), n - BEFORE));
  return visits.flatMap((series) =>
    dates.filter((date) => isOn(series, date)).map((date) => visitOn(series, date, now)),
  );
}

const isOn = ({ days, onWorkingDays }: Visits, date: OsloDate): boolean =>
  days.includes(weekdayOf(date)) && (!onWorkingDays || isWorkingDay(date));

function visitOn(series: Visits, date: OsloDate, now: number): AppointmentRow {
  const { id, personId, contactId, title, window, practitioner } = series;
  const time = { from: osloToMs(date, series.begins), to: osloToMs(date, series.ends) };
  const atWeekend = weekdayOf(date).startsWith('s');
  // Not at the same time every day, and the same time whenever it is asked.
  const minutes = (Number(date.slice(8)) * 23) % ((time.to - time.from) / MINUTE);
  const isOver = time.to <= now;
  return appointmentRow({
    id: `${id}-${date}`,
    personId,
    contactId,
    kind: 'home-visit',
    title,
    time,
    window,
    place: atHome,
    practitioner: atWeekend ? { ...practitioner, name: null } : practitioner,
    createdAt: osloToMs(addDays(date, -60), '08:00'),
    status: isOver ? 'completed' : 'booked',
    completedAt: isOver ? (window ? time.from + minutes * MINUTE : time.to) : null,
  });
}
