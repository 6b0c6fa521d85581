import type { Appointment } from '../../src/backend/types.js';
import { YES } from './data.js';

/** A booked visit of the home care, on a Tuesday from 9 to 11 unless told otherwise. */
export const visit = (of: Partial<Appointment> = {}): Appointment => ({
  id: 'visit',
  contact: { id: 'home-care', name: 'Hjemmetjenesten Østensjø', service: 'home-care', phones: [] },
  kind: 'home-visit',
  title: 'Morgenstell',
  start: '2026-11-24T09:00:00+01:00',
  end: '2026-11-24T11:00:00+01:00',
  wishes: null,
  preferred: [],
  window: true,
  status: 'booked',
  place: { type: 'home', text: 'Hjemme hos deg', url: null },
  practitioner: { role: 'Sykepleier', name: 'Amina Yusuf' },
  preparation: null,
  completedAt: null,
  cancel: YES,
  cancelMessage: true,
  reschedule: YES,
  decision: null,
  version: '1',
  ...of,
});
