/** Rows for tests: whole and plausible, with what a test is about given by it. */
import type { AppointmentRow, SlotRow } from '../../../../server/storage/appointments.js';
import type {
  AccessRow,
  AttachmentRow,
  ContactRow,
  IdempotencyRow,
  LoginAttemptRow,
  MessageRow,
  PageOf,
  PageRequest,
  PersonRow,
  PowerRow,
  ReadMarkRow,
  SessionRow,
  StaffRow,
  Store,
  ThreadReader,
  ThreadRow,
} from '../../../../server/storage/storage.js';

/** 24 November 2026, nine in the morning in Oslo. */
export const nine = Date.UTC(2026, 10, 24, 8);

export function person(id: string, given: Partial<PersonRow> = {}): PersonRow {
  return {
    id,
    subject: `subject-${id}`,
    givenName: 'Åse',
    familyName: 'Nygård',
    birthDate: '1948-02-29',
    municipality: '0301',
    district: 'Østensjø',
    protectedAddress: false,
    termsVersion: '2026-1',
    termsAcceptedAt: nine,
    activeFrom: null,
    draftKey: null,
    draftKeyUsedAt: null,
    ...given,
  };
}

export function staff(id: string, contactIds: string[], given: Partial<StaffRow> = {}): StaffRow {
  const role = { nb: 'sykepleier', nn: 'sjukepleiar' };
  return { id, subject: `subject-${id}`, name: 'Amina', role, contactIds, ...given };
}

export function contact(id: string, given: Partial<ContactRow> = {}): ContactRow {
  return {
    id,
    name: { nb: `Hjemmetjenesten ${id}`, nn: `Heimetenesta ${id}`, se: 'Ruovttubálvalus' },
    service: 'home-care',
    municipality: '0301',
    district: { number: '13', name: 'Østensjø' },
    people: [{ role: { nb: 'primærkontakt' }, name: null }],
    phones: [{ number: '22 00 00 00', label: null }],
    email: null,
    url: 'https://example.com/',
    address: { lines: ['Gata 1'], postalCode: '0680', city: 'Oslo' },
    openingHours: [{ days: ['mon', 'tue'], opens: '08:00', closes: '15:30' }],
    closedDays: [{ date: '2026-12-24', label: { nb: 'Julaften' } }],
    write: { state: 'open', text: null },
    appointments: { state: 'not-open-yet', text: { nb: 'Kommer' } },
    visitNotices: { state: 'closed', text: null },
    opensOn: '2027-01-01',
    requests: [{ kind: 'home-visit', label: { nb: 'Hjemmebesøk' }, slots: false }],
    cancelReasons: [{ id: 'away', label: { nb: 'Bortreist' } }],
    cancelMessage: true,
    changeDeadline: { workingDays: 2 },
    topics: [],
    replyWithinWorkingDays: 2,
    notice: { nb: 'Ferietid "og" mer: {}' },
    ...given,
  };
}

export function power(
  id: string,
  giverId: string,
  receiverId: string,
  given: Partial<PowerRow> = {},
): PowerRow {
  return {
    id,
    giverId,
    receiverId,
    scopes: ['messages', 'appointments'],
    validFrom: '2026-01-01',
    validTo: null,
    createdAt: nine - 1000,
    endedAt: null,
    ...given,
  };
}

export function thread(id: string, personId: string, given: Partial<ThreadRow> = {}): ThreadRow {
  return {
    id,
    personId,
    contactId: null,
    subject: 'Spørsmål om besøk',
    topicId: null,
    state: 'open',
    createdAt: nine,
    replyBy: '2026-11-26',
    lastMessageId: `${id}-first`,
    lastMessageAt: nine,
    ...given,
  };
}

export function message(id: string, threadId: string, given: Partial<MessageRow> = {}): MessageRow {
  return {
    id,
    threadId,
    direction: 'in',
    authorId: 'amina',
    authorName: 'Amina',
    authorRole: { nb: 'sykepleier' },
    onBehalfOf: null,
    body: 'Hei!\n\nVi kommer klokka ti. 👩🏽‍⚕️',
    sentAt: nine,
    ...given,
  };
}

export function attachment(id: string, given: Partial<AttachmentRow> = {}): AttachmentRow {
  return {
    id,
    uploaderId: 'marte',
    personId: null,
    messageId: null,
    name: 'bilde.jpg',
    mediaType: 'image/jpeg',
    size: 4,
    createdAt: nine,
    ...given,
  };
}

export function session(id: string, given: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    kind: 'person',
    userId: 'ingrid',
    createdAt: nine,
    expiresAt: nine + 1,
    ...given,
  };
}

export function loginAttempt(state: string, given: Partial<LoginAttemptRow> = {}): LoginAttemptRow {
  return {
    state,
    nonce: 'nonce',
    codeVerifier: 'verifier',
    returnTo: 'https://example.com/side',
    browser: 'hash',
    expiresAt: nine,
    ...given,
  };
}

export type Claim = Omit<IdempotencyRow, 'answer'>;

export function claim(id: string, holder: string, given: Partial<Claim> = {}): Claim {
  return { id, holder, bodyHash: 'hash', createdAt: nine, heldUntil: nine + 60_000, ...given };
}

export function access(id: string, personId: string, given: Partial<AccessRow> = {}): AccessRow {
  return {
    id,
    personId,
    threadId: null,
    at: nine,
    actorId: 'amina',
    who: 'Amina',
    role: { nb: 'sykepleier' },
    what: 'thread-read',
    onBehalfOf: null,
    ...given,
  };
}

/** Two hours from `nine` in which a visit begins, unless a test says otherwise. */
export function appointment(id: string, given: Partial<AppointmentRow> = {}): AppointmentRow {
  return {
    id,
    personId: 'ingrid',
    contactId: 'c',
    kind: 'home-visit',
    title: { nb: 'Hjemmebesøk', nn: 'Heimebesøk' },
    start: nine,
    end: nine + 2 * 60 * 60_000,
    window: true,
    status: 'booked',
    place: { type: 'home', text: { nb: 'Hjemme hos deg' }, url: null },
    practitioner: { role: { nb: 'Sykepleier' }, name: null },
    preparation: null,
    wishes: null,
    preferred: [],
    cancelReasonId: null,
    cancelMessage: null,
    decision: null,
    completedAt: null,
    slotId: null,
    createdAt: nine - 1000,
    updatedAt: nine - 1000,
    version: 1,
    ...given,
  };
}

/** Asked for, and without a time. */
export function wish(id: string, given: Partial<AppointmentRow> = {}): AppointmentRow {
  return appointment(id, {
    start: null,
    end: null,
    window: false,
    status: 'requested',
    wishes: 'Helst før "lunsj"',
    preferred: [{ from: nine, to: nine + 1 }],
    ...given,
  });
}

export function slot(id: string, given: Partial<SlotRow> = {}): SlotRow {
  return {
    id,
    contactId: 'c',
    kind: 'consultation',
    start: nine,
    end: nine + 30 * 60_000,
    place: { type: 'clinic', text: { nb: 'Gata 1', en: 'Street 1' }, url: 'https://example.com/' },
    practitioner: { role: { nb: 'Fysioterapeut' }, name: 'Henrik Dahl' },
    ...given,
  };
}

/** Two residents, and three services that may have appointments with them. */
export async function putReceivers(store: Store): Promise<void> {
  for (const id of ['ingrid', 'marte']) await store.putPerson(person(id));
  await store.putContacts(['c', 'd', 'e'].map((id) => contact(id)));
}

/** Two residents and two services. */
export async function household(store: Store): Promise<void> {
  for (const id of ['ingrid', 'marte']) await store.putPerson(person(id));
  for (const id of ['care', 'physio']) await store.putContact(contact(id));
}

/** A conversation with its first message `<id>-first`, sent when it was last written to. */
export async function putThread(
  store: Store,
  row: ThreadRow,
  first: Partial<MessageRow> = {},
): Promise<void> {
  await store.insertThread(row);
  await store.insertMessage(message(row.lastMessageId, row.id, { sentAt: row.lastMessageAt, ...first }));
}

/** A message that becomes the last of its conversation. */
export async function addMessage(store: Store, row: MessageRow): Promise<void> {
  await store.insertMessage(row);
  await store.updateThread(row.threadId, { lastMessageId: row.id, lastMessageAt: row.sentAt });
}

export function mark(threadId: string, readerId: string, at: number): ReadMarkRow {
  return { threadId, readerId, at, readAt: at + 1000 };
}

/** Messages from the service are for residents, those from residents for staff. */
export const resident = (id: string): ThreadReader => ({ id, direction: 'in' });
export const member = (id: string): ThreadReader => ({ id, direction: 'out' });

/** How many messages of each conversation the reader has not read; none: left out. */
export async function unreadOf(
  store: Store,
  threadIds: string[],
  readerId: string,
  direction: 'in' | 'out' = 'in',
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const id of threadIds) {
    const view = await store.getThreadView(id, { id: readerId, direction });
    if (view && view.unread > 0) found[id] = view.unread;
  }
  return found;
}

/** All pages of a list, with what happens between them. */
export async function walk<Row>(
  list: (page: PageRequest) => Promise<PageOf<Row>>,
  limit: number,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; ; page++) {
    const { items, next }: PageOf<Row> = await list({ limit, cursor });
    rows.push(...items);
    if (next === null) return rows;
    cursor = next;
    await between(page);
  }
}
