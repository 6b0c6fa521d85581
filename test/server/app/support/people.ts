/** A small invented world, made for the rules: one person for each way of standing to Anna. */
import type { Scope } from '../../../../src/backend/types.js';
import type {
  ContactRow,
  PersonRow,
  PowerRow,
  StaffRow,
  Storage,
} from '../../../../server/storage/storage.js';

/** Tuesday 24 November 2026, 09:00 in Oslo. */
export const NOW = Date.parse('2026-11-24T09:00:00+01:00');
export const TERMS = '2026-1';
const HOUR = 3_600_000;

function person(id: string, over: Partial<PersonRow> = {}): PersonRow {
  return {
    id,
    subject: `sub-${id}`,
    givenName: id.charAt(0).toUpperCase() + id.slice(1),
    familyName: 'Prøve',
    birthDate: '1970-05-17',
    municipality: '0301',
    district: null,
    protectedAddress: false,
    termsVersion: TERMS,
    termsAcceptedAt: NOW - 1000 * HOUR,
    activeFrom: NOW - 976 * HOUR,
    draftKey: null,
    draftKeyUsedAt: null,
    ...over,
  };
}

/** Person ids. All but `tor` and `kari` are active. */
export const people = {
  /** Whom everything is about: home care, physiotherapy, a closed service and one that opens later. */
  anna: person('anna', { birthDate: '1948-02-29' }),
  /** Has all of Anna's powers. */
  berit: person('berit', { municipality: '4601' }),
  /** May see Anna's appointments only. */
  carl: person('carl'),
  /** Had a power of attorney from Anna that ended. */
  dina: person('dina'),
  /** Has one that expired yesterday. */
  egil: person('egil'),
  /** Has one that begins tomorrow. */
  siri: person('siri'),
  /** May read Anna's messages only. */
  mona: person('mona'),
  /** Gets Anna's notices only. */
  nina: person('nina'),
  /** Had all of Anna's powers; now one for appointments in its place. */
  rolf: person('rolf'),
  /** Mother of Gry (everything), Hans (appointments) and Jon (nothing). */
  frida: person('frida'),
  gry: person('gry', {
    birthDate: '2018-03-01',
    termsVersion: null,
    termsAcceptedAt: null,
    activeFrom: null,
  }),
  hans: person('hans', {
    birthDate: '2012-03-01',
    termsVersion: null,
    termsAcceptedAt: null,
    activeFrom: null,
  }),
  jon: person('jon', {
    birthDate: '2009-03-01',
    termsVersion: null,
    termsAcceptedAt: null,
    activeFrom: null,
  }),
  /** Frida's grown-up child, still in the register as hers. */
  ivar: person('ivar', { birthDate: '2008-11-24' }),
  tor: person('tor', { termsVersion: null, termsAcceptedAt: null, activeFrom: null }),
  kari: person('kari', { termsAcceptedAt: NOW - HOUR, activeFrom: NOW + 23 * HOUR }),
  /** Active, receives nothing. */
  per: person('per'),
  /** Active, receives home care, has nothing to do with Anna. */
  ola: person('ola'),
  /** Has all of Anna's powers on paper, but a protected address. */
  liv: person('liv', { protectedAddress: true }),
} satisfies Record<string, PersonRow>;

export type PersonName = keyof typeof people;

const open = { state: 'open', text: null } as const;

function contact(id: string, over: Partial<ContactRow> = {}): ContactRow {
  return {
    id,
    name: { nb: `Tjeneste ${id}`, nn: `Teneste ${id}`, en: `Service ${id}` },
    service: 'home-care',
    municipality: '0301',
    district: { number: '030112', name: 'Østensjø' },
    people: [{ role: { nb: 'Sykepleier', en: 'Nurse' }, name: null }],
    phones: [{ number: '55 55 01 00', label: { nb: 'Vakttelefon', en: 'On duty' } }],
    email: null,
    url: 'https://example.no/',
    address: { lines: ['Prøveveien 1'], postalCode: '0001', city: 'Oslo' },
    openingHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '15:30' }],
    closedDays: [{ date: '2026-11-25', label: { nb: 'Planleggingsdag', en: 'Planning day' } }],
    write: open,
    appointments: open,
    visitNotices: open,
    opensOn: null,
    requests: [
      { kind: 'consultation', label: { nb: 'Samtale', en: 'Talk' }, slots: false },
      { kind: 'video', label: { nb: 'Videosamtale', en: 'Video call' }, slots: true },
    ],
    cancelReasons: [{ id: 'ill', label: { nb: 'Syk', en: 'Ill' } }],
    cancelMessage: true,
    changeDeadline: { hours: 24 },
    topics: [{ id: 'visits', label: { nb: 'Besøk', en: 'Visits' } }],
    replyWithinWorkingDays: 1,
    notice: null,
    ...over,
  };
}

export const contacts = {
  homeCare: contact('home-care'),
  physio: contact('physio', {
    service: 'physiotherapy',
    replyWithinWorkingDays: 3,
    requests: [{ kind: 'consultation', label: { nb: 'Samtale', en: 'Talk' }, slots: true }],
    cancelMessage: false,
    changeDeadline: { workingDays: 1 },
  }),
  closed: contact('closed', {
    service: 'other',
    write: { state: 'closed', text: { nb: 'Stengt i høst', en: 'Closed this autumn' } },
  }),
  opensLater: contact('opens-later', {
    service: 'vaccination',
    opensOn: '2026-12-01',
    write: { state: 'not-open-yet', text: null },
    appointments: { state: 'not-offered', text: { nb: 'Ring oss', en: 'Call us' } },
  }),
  /** Nobody here receives it. */
  elsewhere: contact('elsewhere', { municipality: '4601', service: 'mental-health' }),
} satisfies Record<string, ContactRow>;

export const staff = {
  amina: {
    id: 'amina',
    subject: 'sub-amina',
    name: 'Amina Prøve',
    role: { nb: 'Sykepleier', en: 'Nurse' },
    contactIds: ['home-care'],
  },
  henrik: {
    id: 'henrik',
    subject: 'sub-henrik',
    name: 'Henrik Prøve',
    role: { nb: 'Fysioterapeut', en: 'Physiotherapist' },
    contactIds: ['physio'],
  },
} satisfies Record<string, StaffRow>;

export type StaffName = keyof typeof staff;

const ALL: Scope[] = ['messages', 'appointments', 'notifications'];

/** From Anna. */
const power = (receiverId: string, scopes: Scope[], over: Partial<PowerRow> = {}): PowerRow => ({
  id: `to-${receiverId}`,
  giverId: 'anna',
  receiverId,
  scopes,
  validFrom: '2026-01-01',
  validTo: null,
  createdAt: NOW - 1000 * HOUR,
  endedAt: null,
  ...over,
});

export const powers: readonly [PowerRow, ...PowerRow[]] = [
  power('berit', ALL),
  power('carl', ['appointments']),
  power('dina', ALL, { endedAt: NOW - HOUR }),
  power('egil', ALL, { validTo: '2026-11-23' }),
  power('siri', ALL, { validFrom: '2026-11-25' }),
  power('mona', ['messages']),
  power('nina', ['notifications']),
  power('rolf', ALL, { id: 'once-to-rolf', endedAt: NOW - HOUR }),
  power('rolf', ['appointments'], { createdAt: NOW - HOUR }),
  power('liv', ALL),
];

export async function seed(storage: Storage): Promise<void> {
  for (const row of Object.values(contacts)) await storage.putContact(row);
  for (const row of Object.values(people)) await storage.putPerson(row);
  for (const row of Object.values(staff)) await storage.putStaff(row);
  for (const id of ['home-care', 'physio', 'closed', 'opens-later']) await storage.putEnrolment('anna', id);
  for (const id of ['ola', 'gry', 'hans', 'berit', 'frida', 'kari', 'tor'])
    await storage.putEnrolment(id, 'home-care');
  for (const row of powers) await storage.putPower(row);
  await storage.putChild({ parentId: 'frida', childId: 'gry', scopes: ALL });
  await storage.putChild({ parentId: 'frida', childId: 'hans', scopes: ['appointments'] });
  await storage.putChild({ parentId: 'frida', childId: 'jon', scopes: [] });
  await storage.putChild({ parentId: 'frida', childId: 'ivar', scopes: ALL });
}
