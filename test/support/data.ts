import type { Action, Contact, Municipality, Party, Session, Thread } from '../../src/backend/types.js';

/** A Tuesday, 10:00 in Oslo. */
export const NOW = Date.parse('2026-11-24T10:00:00+01:00');

export const YES: Action = { allowed: true, until: null, reason: null, text: null };
export const no = (reason: NonNullable<Action['reason']>, more: Partial<Action> = {}): Action => ({
  ...YES,
  allowed: false,
  reason,
  ...more,
});

export const INGRID: Party = {
  id: 'ingrid',
  name: 'Ingrid Solberg',
  relation: 'self',
  scopes: ['messages', 'appointments', 'notifications'],
};
export const MARTE: Party = { ...INGRID, id: 'marte', name: 'Marte Solberg' };

const OFFICE = [
  {
    days: ['mon' as const, 'tue' as const, 'wed' as const, 'thu' as const, 'fri' as const],
    opens: '08:00',
    closes: '15:30',
  },
];

export function contact(of: Partial<Contact> & { id: string; name: string }): Contact {
  return {
    service: 'home-care',
    people: [],
    municipality: { number: '0301', name: 'Oslo' },
    district: { number: '14', name: 'Østensjø' },
    phones: [{ number: '23438500', label: null }],
    email: null,
    url: null,
    address: null,
    openingHours: OFFICE,
    closedDays: [],
    write: YES,
    appointments: YES,
    visitNotices: YES,
    opensOn: null,
    requests: [],
    cancelReasons: [],
    topics: [],
    replyWithinWorkingDays: 1,
    unread: 0,
    notice: null,
    ...of,
  };
}

export const HOME_CARE = contact({
  id: 'home-care',
  name: 'Hjemmetjenesten Østensjø',
  people: [{ role: 'Sykepleier', name: 'Amina Yusuf' }],
  phones: [
    { number: '23438500', label: 'Vakttelefon' },
    { number: '23438501', label: 'Kontor' },
  ],
  email: 'hjemmetjenesten@ostensjo.example',
  url: 'https://ostensjo.example/hjemmetjenesten',
  address: { lines: ['Ryensvingen 1'], postalCode: '0680', city: 'Oslo' },
  openingHours: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], opens: '07:00', closes: '22:00' },
  ],
  topics: [
    { id: 'time', label: 'Tidspunkt for besøk' },
    { id: 'other', label: 'Noe annet' },
  ],
  unread: 2,
});

export const PHYSIO = contact({
  id: 'physio',
  name: 'Fysioterapi, bydel Østensjø',
  service: 'physiotherapy',
  people: [{ role: 'Fysioterapeut', name: 'Henrik Dahl' }],
  phones: [{ number: '23438540', label: null }],
  openingHours: [{ days: ['mon', 'wed'], opens: '08:00', closes: '15:00' }],
  write: no('not-open-yet'),
  visitNotices: no('not-offered'),
  opensOn: '2027-03-01',
});

export const VACCINATION = contact({
  id: 'vaccination',
  name: 'Vaksinasjonskontoret',
  service: 'vaccination',
  district: null,
  phones: [{ number: '23438600', label: null }],
  closedDays: [{ date: '2026-11-24', label: 'planleggingsdag' }],
  visitNotices: no('not-offered'),
});

export const CONTACTS: readonly Contact[] = [HOME_CARE, PHYSIO, VACCINATION];

/** As anyone sees them: what needs log-in says so. */
export const publicly = (contacts: readonly Contact[]): Contact[] =>
  contacts.map((one) => ({
    ...one,
    people: [],
    unread: 0,
    write: one.write.allowed ? no('unauthenticated') : one.write,
    appointments: one.appointments.allowed ? no('unauthenticated') : one.appointments,
    visitNotices: one.visitNotices.allowed ? no('unauthenticated') : one.visitNotices,
  }));

export const MUNICIPALITIES: readonly Municipality[] = [
  { number: '0301', name: 'Oslo', county: 'Oslo', services: [] },
  { number: '1515', name: 'Herøy', county: 'Møre og Romsdal', services: [] },
  { number: '1818', name: 'Herøy', county: 'Nordland', services: [] },
  { number: '3114', name: 'Våler', county: 'Østfold', services: [] },
  { number: '3419', name: 'Våler', county: 'Innlandet', services: [] },
];

export const ANONYMOUS: Session = {
  access: 'anonymous',
  user: null,
  actingFor: null,
  parties: [],
  terms: null,
  activeFrom: null,
  municipality: null,
  hasServices: false,
  expiresAt: null,
  draftKey: null,
  loginUrl: 'https://helse.example/api/login',
  help: { phone: '80043573', label: '800HELSE (800 43 573)', url: 'https://helse.example/om' },
  film: null,
  limits: {
    messageLength: 2000,
    subjectLength: 80,
    attachments: 2,
    attachmentSize: 1024 * 1024,
    mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'],
  },
};

const TERMS = {
  version: '3',
  url: 'https://helse.example/vilkar',
  points: ['Du får svar på nett, ikke i posten.', 'Du kan trekke tilbake samtykket når du vil.'],
};

export const ACTIVE: Session = {
  ...ANONYMOUS,
  access: 'active',
  user: INGRID,
  parties: [INGRID],
  terms: { ...TERMS, acceptedAt: '2026-10-01T09:00:00+02:00' },
  municipality: { number: '0301', name: 'Oslo' },
  hasServices: true,
  expiresAt: '2026-11-24T10:30:00+01:00',
  draftKey: btoa('0123456789abcdef0123456789abcdef'),
};

export const TERMS_DUE: Session = {
  ...ACTIVE,
  access: 'terms',
  terms: { ...TERMS, acceptedAt: null },
};

export const PENDING: Session = {
  ...ACTIVE,
  access: 'pending',
  activeFrom: '2026-11-25T10:00:00+01:00',
};

export const NO_SERVICE: Session = { ...ACTIVE, hasServices: false };

export const ACTING: Session = {
  ...ACTIVE,
  user: MARTE,
  actingFor: { ...INGRID, relation: 'proxy' },
  parties: [MARTE, { ...INGRID, relation: 'proxy' }],
};

export const THREAD: Thread = {
  id: 'thread-1',
  contact: { id: 'home-care', name: HOME_CARE.name, service: 'home-care', phones: HOME_CARE.phones },
  subject: '',
  topic: null,
  reply: YES,
  folder: 'inbox',
  unread: 0,
  lastMessage: { id: 'message-1', sentAt: '2026-11-24T10:00:00+01:00', direction: 'out', excerpt: '' },
  replyBy: '2026-11-25',
};
