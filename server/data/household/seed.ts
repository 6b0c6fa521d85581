/**
 * Puts the invented household and the public contact information of every
 * municipality into a storage, around a clock. Doing it again does nothing;
 * on a later day rows that nobody has touched move to that day.
 */
import { osloDate } from '../../../src/domain/oslo.js';
import type { AppointmentRow } from '../../storage/appointments.js';
import type { ContactRow, PersonRow, Storage, Store } from '../../storage/storage.js';
import { municipalities, type MunicipalityRecord } from '../municipalities.js';
import { publicContactsOf } from '../public-contacts.js';
import { householdAppointments } from './appointments.js';
import { enrolments, householdContacts } from './contacts.js';
import { conversationIds, householdConversations, type ConversationRows } from './conversations.js';
import { noticeRules, noticeSettings } from './notices.js';
import { children, demoPeople, persons, powers, staff } from './people.js';
import { householdSlots } from './slots.js';

/** Changes when what is seeded changes, so that a newer version is put in at the next start. */
const VERSION = 5;
const SETTING = 'example-data';

export interface SeedOptions {
  /** Whose public contact information is put in; all of the built-in list when left out. */
  municipalities?: readonly MunicipalityRecord[];
  /** Keyed hash of an identity number: by it people are found. Left out: nobody is. */
  nationalIdHash?: (nationalId: string) => Promise<string>;
}

/** What an earlier seed left behind. */
interface Seeded {
  version: number;
  /** The instant (ms) around which the rows were made. */
  now: number;
}

/** Idempotent; `now` is in ms since the epoch. All of it happens, or none. */
export async function seed(storage: Storage, now: number, options: SeedOptions = {}): Promise<void> {
  const before = parse(await storage.getSetting(SETTING));
  if (before?.version === VERSION && osloDate(before.now) === osloDate(now)) return;
  const hashes = await nationalIdHashes(now, options.nationalIdHash);
  await storage.transaction(async (store) => {
    await seedPersons(store, now, before);
    for (const [personId, hash] of hashes) await store.putNationalIdHash(personId, hash);
    await seedContacts(store, now, before, options.municipalities ?? municipalities);
    for (const row of staff) await store.putStaff(row);
    for (const [personId, contactIds] of Object.entries(enrolments)) {
      for (const contactId of contactIds) await store.putEnrolment(personId, contactId);
    }
    for (const row of powers(now)) {
      // Once alone: who has ended a power of attorney does not get it back.
      const given = await store.listPowersGiven(row.giverId);
      if (!given.some((one) => one.id === row.id)) await store.putPower(row);
    }
    for (const row of children) await store.putChild(row);
    await seedNotices(store);
    await seedConversations(store, now, before);
    await seedSlots(store, now, before);
    await seedAppointments(store, now, before);
    await store.putSetting(SETTING, JSON.stringify({ version: VERSION, now } satisfies Seeded));
  });
}

/** Numbers go with birth dates, which move so that ages stay. */
function nationalIdHashes(now: number, hash: SeedOptions['nationalIdHash']) {
  const people = hash ? demoPeople(now) : [];
  return Promise.all(
    people.map(async ({ id, nationalId }) => [id, (await hash?.(nationalId)) ?? ''] as const),
  );
}

function parse(value: string | null): Seeded | null {
  return value === null ? null : (JSON.parse(value) as Seeded);
}

async function seedPersons(store: Store, now: number, before: Seeded | null): Promise<void> {
  const old = new Map((before ? persons(before.now) : []).map((row) => [row.id, row]));
  for (const row of persons(now)) {
    const kept = await store.getPerson(row.id);
    await store.putPerson(kept ? await movedPerson(store, kept, row, old.get(row.id)) : row);
  }
}

/** Ages stay; consent moves unless the person has given, withdrawn or used it since. */
async function movedPerson(
  store: Store,
  kept: PersonRow,
  row: PersonRow,
  old: PersonRow | undefined,
): Promise<PersonRow> {
  const moved = { ...kept, birthDate: row.birthDate };
  if (kept.termsAcceptedAt !== old?.termsAcceptedAt || kept.activeFrom !== old.activeFrom) return moved;
  const reader = { id: kept.id, direction: 'in' } as const;
  const { items } = await store.listThreads({ personId: kept.id }, reader, { limit: 100, cursor: null });
  if (items.some((thread) => !conversationIds.includes(thread.id))) return moved;
  return {
    ...moved,
    termsVersion: row.termsVersion,
    termsAcceptedAt: row.termsAcceptedAt,
    activeFrom: row.activeFrom,
  };
}

/** Nobody changes services through the application: what differs from the last time is put again. */
async function seedContacts(
  store: Store,
  now: number,
  before: Seeded | null,
  records: readonly MunicipalityRecord[],
): Promise<void> {
  const rows = exampleContacts(now, records);
  if (before?.version !== VERSION) return store.putContacts(rows);
  const unchanged = new Set(exampleContacts(before.now, records).map((row) => JSON.stringify(row)));
  await store.putContacts(rows.filter((row) => !unchanged.has(JSON.stringify(row))));
}

/** The household's services, and invented ones for every municipality of the list. */
export function exampleContacts(now: number, records: readonly MunicipalityRecord[]): ContactRow[] {
  const own = householdContacts(now);
  return [
    ...own,
    ...records.flatMap((record) =>
      publicContactsOf(
        record,
        now,
        own.filter((row) => row.municipality === record.number),
      ),
    ),
  ];
}

/** Once alone: what people have set since is theirs. */
async function seedNotices(store: Store): Promise<void> {
  for (const row of noticeSettings) {
    if (await store.getNoticeSettings(row.readerId)) continue;
    await store.putNoticeSettings(row);
    for (const rule of noticeRules) if (rule.readerId === row.readerId) await store.putNoticeRule(rule);
  }
}

async function seedConversations(store: Store, now: number, before: Seeded | null): Promise<void> {
  const old = new Map((before ? householdConversations(before.now) : []).map((one) => [one.thread.id, one]));
  for (const conversation of householdConversations(now)) {
    const kept = await store.getThread(conversation.thread.id);
    if (!kept) await insertConversation(store, conversation);
    else if (await isUntouched(store, conversation, old.get(conversation.thread.id))) {
      await moveConversation(store, conversation);
    }
  }
}

async function insertConversation(
  store: Store,
  { thread, messages, files, readMarks, archivedBy }: ConversationRows,
): Promise<void> {
  await store.insertThread(thread);
  for (const row of messages) await store.insertMessage(row);
  for (const { row, bytes } of files) await store.insertAttachment(row, bytes);
  await putReadMarks(store, thread.id, readMarks);
  for (const readerId of archivedBy) await store.putFolder(thread.id, readerId, 'archive');
}

/** Nobody has written in it, and nobody has read it: reading stands in the access log. */
async function isUntouched(
  store: Store,
  { thread }: ConversationRows,
  old: ConversationRows | undefined,
): Promise<boolean> {
  const kept = await store.getThread(thread.id);
  if (!old || kept?.lastMessageId !== thread.lastMessageId) return false;
  if (kept.lastMessageAt !== old.thread.lastMessageAt || kept.state !== old.thread.state) return false;
  const filter = { personId: thread.personId, threadId: thread.id };
  const { items } = await store.listAccess(filter, { limit: 1, cursor: null });
  return items.length === 0;
}

async function moveConversation(
  store: Store,
  { thread, messages, readMarks }: ConversationRows,
): Promise<void> {
  for (const { id, sentAt } of messages) await store.moveMessage(id, sentAt);
  const { lastMessageAt, replyBy } = thread;
  await store.updateThread(thread.id, { lastMessageAt, replyBy });
  await putReadMarks(store, thread.id, readMarks);
}

async function putReadMarks(
  store: Store,
  threadId: string,
  marks: ConversationRows['readMarks'],
): Promise<void> {
  for (const { readerId, at } of marks) await store.putReadMark({ threadId, readerId, at, readAt: at });
}

/** Those of new days come, once; those that are past or on a day that is closed now go, unless somebody has them. */
async function seedSlots(store: Store, now: number, before: Seeded | null): Promise<void> {
  const old = before?.version === VERSION ? householdSlots(before.now) : [];
  const rows = householdSlots(now);
  for (const row of without(rows, old)) await store.putSlot(row);
  for (const { id } of without(old, rows)) await store.deleteSlot(id);
}

/** What nobody has touched is then as on a fresh start of this day: it moves, comes or goes. */
async function seedAppointments(store: Store, now: number, before: Seeded | null): Promise<void> {
  const old = before ? householdAppointments(before.now) : [];
  const rows = householdAppointments(now);
  await store.insertNewAppointments(rows);
  const unchanged = new Set(before?.version === VERSION ? old.map((row) => JSON.stringify(row)) : []);
  for (const row of rows) {
    if (before && !unchanged.has(JSON.stringify(row))) await moveAppointment(store, row);
  }
  const gone = await Promise.all(without(old, rows).map(({ id }) => store.getAppointment(id)));
  await store.deleteAppointments(gone.flatMap((kept) => (kept && !isTouched(kept) ? [kept.id] : [])));
}

/** As a change, so that its version grows: who has seen it at its old time decides nothing of the new one. */
async function moveAppointment(store: Store, row: AppointmentRow): Promise<void> {
  const kept = await store.getAppointment(row.id);
  if (kept && !isTouched(kept)) await store.updateAppointment(row.id, kept.version, row);
}

const isTouched = ({ createdAt, updatedAt }: AppointmentRow): boolean => updatedAt !== createdAt;

/** Those of `rows` whose id is none of `others`. */
function without<Row extends { id: string }>(rows: readonly Row[], others: readonly Row[]): Row[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
