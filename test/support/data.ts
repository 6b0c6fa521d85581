import type {
  Action,
  Contact,
  ContactRef,
  Message,
  Municipality,
  Party,
  Session,
  Thread,
} from '../../src/backend/types.js';

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

/** A message of a conversation, from home care unless said otherwise. */
export function message(of: Partial<Message> & { id: string; threadId: string }): Message {
  return {
    direction: 'in',
    author: { name: 'Amina Yusuf', role: 'Sykepleier', onBehalfOf: null, self: false },
    body: 'Hei Ingrid.',
    sentAt: '2026-11-24T08:14:00+01:00',
    attachments: [],
    ...of,
  };
}

export const refOf = ({ id, name, service, phones }: Contact): ContactRef => ({
  id,
  name,
  service,
  phones,
});

/** A conversation and its messages, the newest first. */
export interface Conversation {
  thread: Thread;
  messages: Message[];
}

/** A conversation whose list entry follows from its messages. */
export function conversation(messages: Message[], of: Partial<Thread> & { id: string }): Conversation {
  const [last] = messages;
  if (!last) throw new TypeError('A conversation has at least one message.');
  const { id, sentAt, direction, body } = last;
  return {
    messages,
    thread: {
      ...THREAD,
      contact: refOf(HOME_CARE),
      subject: 'Et emne',
      lastMessage: { id, sentAt, direction, excerpt: body.slice(0, 80) },
      replyBy: null,
      ...of,
    },
  };
}

/** Home care has answered, physiotherapy is closed, and one is a receipt. */
export const CONVERSATIONS: readonly Conversation[] = [
  conversation(
    [
      message({ id: 'm2', threadId: 't1', body: 'Hei Ingrid. Vi kan komme halv ni. Passer det?' }),
      message({
        id: 'm1',
        threadId: 't1',
        direction: 'out',
        author: { name: 'Marte Solberg', role: null, onBehalfOf: 'Ingrid Solberg', self: false },
        body: 'Hei!\nKan dere komme litt tidligere?',
        sentAt: '2026-11-20T15:02:00+01:00',
        attachments: [{ id: 'f1', name: 'timeplan.pdf', mediaType: 'application/pdf', size: 20_480 }],
      }),
    ],
    {
      id: 't1',
      subject: 'Nytt tidspunkt for morgenstell',
      topic: { id: 'time', label: 'Tidspunkt for besøk' },
      unread: 1,
    },
  ),
  conversation(
    [
      message({
        id: 'm3',
        threadId: 't2',
        direction: 'out',
        author: { name: 'Ingrid Solberg', role: null, onBehalfOf: null, self: true },
        body: 'Takk for hjelpen.',
        sentAt: '2026-11-23T12:00:00+01:00',
      }),
    ],
    { id: 't2', subject: 'Spørsmål om øvelser', contact: refOf(PHYSIO), reply: no('closed') },
  ),
  conversation(
    [
      message({
        id: 'm4',
        threadId: 't3',
        body: 'Du har gitt fullmakt til meldinger.',
        sentAt: '2026-11-12T09:00:00+01:00',
      }),
    ],
    { id: 't3', subject: 'Fullmakt gitt', contact: null, reply: no('not-offered') },
  ),
];
