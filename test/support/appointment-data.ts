import type { Appointment, Contact, Slot } from '../../src/backend/types.js';
import { visit } from './appointments.js';
import { HOME_CARE, PHYSIO, VACCINATION, no, refOf } from './data.js';

const REASONS = [
  { id: 'ill', label: 'Jeg er syk' },
  { id: 'away', label: 'Jeg er bortreist' },
  { id: 'other', label: 'En annen årsak' },
];

/** Those that one has appointments with; physiotherapy has free times, the vaccination office takes wishes. */
export const SERVICES: readonly Contact[] = [
  {
    ...HOME_CARE,
    cancelReasons: REASONS,
    appointments: no('closed'),
    requests: [{ kind: 'home-visit', label: 'Hjemmebesøk', slots: false }],
  },
  {
    ...PHYSIO,
    cancelReasons: REASONS,
    requests: [
      { kind: 'consultation', label: 'Konsultasjon', slots: true },
      { kind: 'video', label: 'Videosamtale', slots: true },
    ],
  },
  {
    ...VACCINATION,
    cancelReasons: REASONS,
    requests: [{ kind: 'vaccination', label: 'Vaksinasjon', slots: false }],
  },
];

export const at = (day: number, time: string): string =>
  `2026-11-${String(day).padStart(2, '0')}T${time}:00+01:00`;

/** A consultation of the physiotherapist's. */
export const consultation = (of: Partial<Appointment> = {}): Appointment =>
  visit({
    id: 'physio',
    contact: refOf(PHYSIO),
    kind: 'consultation',
    title: 'Fysioterapi',
    start: at(25, '14:30'),
    end: at(25, '15:15'),
    window: false,
    place: { type: 'clinic', text: 'Østensjø helsesenter', url: null },
    practitioner: { role: 'Fysioterapeut', name: 'Henrik Dahl' },
    preparation: 'Ta med innesko.',
    ...of,
  });

/** A request for a vaccination that nobody has answered yet. */
export const request = (of: Partial<Appointment> = {}): Appointment =>
  visit({
    id: 'request',
    contact: refOf(VACCINATION),
    kind: 'vaccination',
    title: 'Vaksinasjon',
    start: null,
    end: null,
    window: false,
    wishes: 'Helst etter lunsj.',
    preferred: [{ from: at(26, '12:00'), to: at(26, '16:00') }],
    status: 'requested',
    place: { type: 'clinic', text: null, url: null },
    practitioner: null,
    reschedule: no('not-offered'),
    ...of,
  });

/** What Ingrid has on a Tuesday at ten: a visit until eleven, others to come, and some that are over. */
export const APPOINTMENTS: readonly Appointment[] = [
  request(),
  visit({ contact: refOf(HOME_CARE) }),
  visit({
    id: 'evening',
    contact: refOf(HOME_CARE),
    title: 'Kveldsbesøk',
    start: at(24, '18:00'),
    end: at(24, '20:00'),
    cancel: no('too-late'),
    reschedule: no('too-late'),
  }),
  consultation(),
  visit({
    id: 'help',
    contact: refOf(HOME_CARE),
    title: 'Praktisk bistand',
    start: at(26, '09:00'),
    end: at(26, '12:00'),
    practitioner: { role: 'Hjemmehjelp', name: null },
    status: 'booked',
    decision: { outcome: 'declined', reason: 'Vi rekker ikke å omdisponere.', at: at(23, '12:00') },
  }),
  visit({
    id: 'video',
    contact: refOf(PHYSIO),
    kind: 'video',
    title: 'Videosamtale',
    start: at(30, '10:00'),
    end: at(30, '10:30'),
    window: false,
    place: { type: 'video', text: 'På video', url: 'https://video.example/rom/1' },
    status: 'cancel-requested',
    cancel: no('already-requested'),
    reschedule: no('already-requested'),
  }),
  visit({
    id: 'yesterday',
    contact: refOf(HOME_CARE),
    start: at(23, '09:00'),
    end: at(23, '11:00'),
    status: 'completed',
    completedAt: at(23, '09:20'),
    cancel: no('too-late'),
    reschedule: no('too-late'),
  }),
  consultation({
    id: 'cancelled',
    start: at(20, '10:00'),
    end: at(20, '10:45'),
    status: 'cancelled',
    decision: { outcome: 'accepted', reason: null, at: at(19, '12:00') },
  }),
];

/** Free times of the physiotherapist's. */
export const SLOTS: readonly Slot[] = [
  [26, '08:00'],
  [26, '09:00'],
  [27, '10:00'],
].map(([day, time]) => ({
  id: `slot-${day}-${time}`,
  start: at(Number(day), String(time)),
  end: at(Number(day), String(time).replace(':00', ':45')),
  place: { type: 'clinic', text: 'Østensjø helsesenter', url: null },
  practitioner: { role: 'Fysioterapeut', name: 'Henrik Dahl' },
}));
