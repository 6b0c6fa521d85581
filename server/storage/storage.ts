/**
 * What the care service keeps, and how it is asked for.
 *
 * Three storages implement it (memory, SQL on an embedded PostgreSQL, SQL on a
 * PostgreSQL server) and one conformance suite holds them to the same
 * behaviour. Instants are milliseconds since the epoch; dates are Oslo dates.
 * Rules live in the application, not here: a storage only keeps and finds.
 */
import type {
  AppointmentKind,
  ClosedDay,
  Folder,
  OpeningHours,
  OsloDate,
  Phone,
  PostalAddress,
  ServiceType,
} from '../../src/backend/types.js';
import type { AppointmentsStore } from './appointments.js';
import type { LocalText, PageOf, PageRequest } from './common.js';
import type { Announcer, HintsStore } from './hints.js';
import type { NoticesStore } from './notices.js';
import type { PersonRow } from './persons.js';
import type { PowersStore } from './powers.js';

export type { LocalText, PageOf, PageRequest } from './common.js';
export type { PersonRow } from './persons.js';
export type { ChildRow, PowerRow } from './powers.js';

export interface StaffRow {
  id: string;
  subject: string;
  name: string;
  role: LocalText;
  /** The services this person works in. */
  contactIds: string[];
}

export interface OfferRow {
  state: 'open' | 'not-offered' | 'not-open-yet' | 'closed';
  text: LocalText | null;
}

export interface ContactRow {
  id: string;
  name: LocalText;
  service: ServiceType;
  municipality: string;
  district: { number: string; name: string } | null;
  people: { role: LocalText; name: string | null }[];
  phones: { number: Phone['number']; label: LocalText | null }[];
  email: string | null;
  url: string | null;
  address: PostalAddress | null;
  openingHours: OpeningHours[];
  closedDays: { date: ClosedDay['date']; label: LocalText | null }[];
  write: OfferRow;
  appointments: OfferRow;
  visitNotices: OfferRow;
  opensOn: OsloDate | null;
  requests: { kind: AppointmentKind; label: LocalText; slots: boolean }[];
  cancelReasons: { id: string; label: LocalText }[];
  /** Whether a message may go with a cancellation. */
  cancelMessage: boolean;
  /** How long before it an appointment can be cancelled or changed; null: until it begins. */
  changeDeadline: { hours: number } | { workingDays: number } | null;
  topics: { id: string; label: LocalText }[];
  replyWithinWorkingDays: number | null;
  notice: LocalText | null;
}

export interface ThreadRow {
  id: string;
  /** The resident whose conversation it is. */
  personId: string;
  contactId: string | null;
  subject: string;
  topicId: string | null;
  state: 'open' | 'reply-only' | 'closed';
  createdAt: number;
  replyBy: OsloDate | null;
  lastMessageId: string;
  lastMessageAt: number;
}

export interface MessageRow {
  id: string;
  threadId: string;
  direction: 'in' | 'out';
  /** Person or staff id. */
  authorId: string;
  authorName: string;
  authorRole: LocalText | null;
  onBehalfOf: string | null;
  body: string;
  sentAt: number;
}

export interface AttachmentRow {
  id: string;
  uploaderId: string;
  /** The resident acted for at upload: it may only go on that person's messages. */
  personId: string | null;
  messageId: string | null;
  name: string;
  mediaType: string;
  size: number;
  createdAt: number;
}

export interface SessionRow {
  /** Hash of the token in the cookie. */
  id: string;
  kind: 'person' | 'staff';
  /** Person or staff id. */
  userId: string;
  createdAt: number;
  expiresAt: number;
}

export interface LoginAttemptRow {
  state: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
  /** Hash of the browser's own login cookie: an answer for another browser is refused. */
  browser: string;
  expiresAt: number;
}

export interface IdempotencyRow {
  /** Keyed hash of user, acted-for, route and key. */
  id: string;
  /** Keyed hash of the body. */
  bodyHash: string;
  createdAt: number;
  /** Null while the first request is under way. */
  answer: { status: number; headers: Record<string, string>; body: string } | null;
  /** Who holds the request under way, and until when; a dead holder's claim may be taken over. */
  holder: string;
  heldUntil: number;
}

export interface AccessRow {
  id: string;
  /** Whose information it was. */
  personId: string;
  threadId: string | null;
  at: number;
  actorId: string;
  who: string;
  role: LocalText | null;
  what:
    | 'thread-read'
    | 'message-sent'
    | 'attachment-read'
    | 'thread-opened'
    | 'contacts-read'
    | 'thread-closed'
    | 'thread-reopened'
    | 'thread-limited'
    | 'appointments-read'
    | 'appointment-opened'
    | 'appointment-asked'
    | 'appointment-withdrawn'
    | 'appointment-booked'
    | 'appointment-moved'
    | 'appointment-move-asked'
    | 'appointment-cancelled'
    | 'appointment-decided'
    | 'appointment-called-off'
    | 'no-show-registered'
    | 'visit-registered'
    | 'proxy-given'
    | 'proxy-changed'
    | 'proxy-ended'
    | 'notices-changed'
    | 'address-verified'
    | 'address-removed';
  onBehalfOf: string | null;
}

export interface ReadMarkRow {
  threadId: string;
  /** Person or staff id. */
  readerId: string;
  /** When the newest message that was read had been sent. */
  at: number;
  /** When that message was read. */
  readAt: number;
}

/** Who sees conversations, and of which direction the messages are that are for this reader. */
export interface ThreadReader {
  /** Person or staff id. */
  id: string;
  direction: 'in' | 'out';
}

/** What a conversation shows of the service it is with. */
export type ThreadContact = Pick<
  ContactRow,
  'id' | 'name' | 'service' | 'phones' | 'write' | 'opensOn' | 'topics'
>;

/** How many characters of a body stand in `ThreadView.last`: excerpts need no more. */
export const BEGINNING = 960;

/** What of a message stands in a list of conversations. */
export type LastMessage = Pick<MessageRow, 'id' | 'sentAt' | 'direction' | 'authorName'> & {
  /** Of the body: its first `BEGINNING` code points. */
  beginning: string;
};

/** A conversation as one reader sees it. */
export interface ThreadView extends ThreadRow {
  contact: ThreadContact | null;
  last: LastMessage;
  /** Messages for the reader that came after the reader's mark. */
  unread: number;
  folder: Folder;
}

/** Whose conversations are listed; with both, those that meet both. Never everybody's. */
export type ThreadFilter = (
  | {
      personId: string;
      contactIds?: string[];
      /** Those in which all words of this text stand (search.ts), the last one perhaps unfinished. */
      search?: string;
    }
  | { personId?: string; contactIds: string[]; search?: undefined }
) & {
  /** Those that the reader has in this folder. */
  folder?: Folder;
};

/** Whose conversations are counted: a resident's, or those with some services. */
export type UnreadFilter = { personId: string } | { contactIds: string[] };

/**
 * What may change of a conversation. Its subject is searched for as it was first written, and what is unread is
 * counted by person and service.
 */
export type ThreadChange = Partial<
  Omit<ThreadRow, 'id' | 'personId' | 'contactId' | 'subject' | 'createdAt'>
>;

/**
 * Finds and keeps rows; inside `transaction` all or nothing.
 *
 * Rejects with `StorageError` (errors.ts), whose `code` says what to do.
 * `put…` inserts or replaces; `insert…` rejects with `duplicate` when the id
 * (or a subject) is taken. A row that names another which is not there is
 * `missing-reference`, and a text with a NUL character `invalid-row`. Rows are
 * copied in and out.
 */
export interface Store extends AppointmentsStore, HintsStore, NoticesStore, PowersStore {
  getPerson(id: string): Promise<PersonRow | null>;
  /** Those that are there, in no order. */
  getPersons(ids: readonly string[]): Promise<PersonRow[]>;
  findPersonBySubject(subject: string): Promise<PersonRow | null>;
  putPerson(row: PersonRow): Promise<void>;
  getStaff(id: string): Promise<StaffRow | null>;
  findStaffBySubject(subject: string): Promise<StaffRow | null>;
  putStaff(row: StaffRow): Promise<void>;

  getContact(id: string): Promise<ContactRow | null>;
  /** Those that are there, in no order. */
  getContacts(ids: readonly string[]): Promise<ContactRow[]>;
  putContact(row: ContactRow): Promise<void>;
  /** Many at once; the last of one id counts. */
  putContacts(rows: readonly ContactRow[]): Promise<void>;
  /** Services of a municipality, by Norwegian name in the order of the alphabet, then id. */
  listMunicipalityContacts(municipality: string, page: PageRequest): Promise<PageOf<ContactRow>>;
  /** Services that the person receives, by name then id. */
  listPersonContacts(personId: string, page: PageRequest): Promise<PageOf<ContactRow>>;
  receivesService(personId: string, contactId: string): Promise<boolean>;
  putEnrolment(personId: string, contactId: string): Promise<void>;

  /** `lastMessageId` must be there when the transaction ends: insert thread and message in one. */
  insertThread(row: ThreadRow): Promise<void>;
  getThread(id: string): Promise<ThreadRow | null>;
  getThreadView(id: string, reader: ThreadReader): Promise<ThreadView | null>;
  updateThread(id: string, change: ThreadChange): Promise<void>;
  /**
   * Newest message first. A conversation that gets a message during a walk
   * through the pages keeps its place in that walk: it is neither skipped nor
   * given twice.
   */
  listThreads(filter: ThreadFilter, reader: ThreadReader, page: PageRequest): Promise<PageOf<ThreadView>>;

  insertMessage(row: MessageRow): Promise<void>;
  /** Moves a message in time: example data that nobody has touched moves to today. */
  moveMessage(id: string, sentAt: number): Promise<void>;
  getMessage(id: string): Promise<MessageRow | null>;
  /** Newest first. */
  listMessages(threadId: string, page: PageRequest): Promise<PageOf<MessageRow>>;

  insertAttachment(row: AttachmentRow, bytes: Uint8Array): Promise<void>;
  getAttachment(id: string): Promise<AttachmentRow | null>;
  getAttachmentBytes(id: string): Promise<Uint8Array | null>;
  listAttachments(messageIds: string[]): Promise<AttachmentRow[]>;
  /** Ties unused files of this uploader and person to a message; false (and nothing done) if one is not theirs, used, or created before `notBefore`. */
  claimAttachments(input: {
    ids: string[];
    uploaderId: string;
    personId: string | null;
    messageId: string;
    notBefore: number;
  }): Promise<boolean>;
  deleteUnusedAttachments(createdBefore: number): Promise<number>;

  /**
   * Puts a conversation into a reader's folder; false when it was there. It leaves the archive by itself
   * when it gets another last message.
   */
  putFolder(threadId: string, readerId: string, folder: Folder): Promise<boolean>;

  /** Read marks are per reader and never move back: false when this one would not have moved on. */
  putReadMark(row: ReadMarkRow): Promise<boolean>;
  /** Of every reader, by reader. */
  listReadMarks(threadId: string): Promise<ReadMarkRow[]>;
  /** Messages of `direction` after the reader's marks, in all these conversations, whatever their folder. */
  countUnread(whose: UnreadFilter, readerId: string, direction: 'in' | 'out'): Promise<number>;
  /** Unread messages to a person (`in`) in all conversations with each service; none: left out. */
  countUnreadByContact(personId: string, readerId: string): Promise<Map<string, number>>;
  /** Messages from residents (`out`) to each service that the reader, one of its staff, has not seen; none: left out. */
  countUnreadByService(contactIds: string[], readerId: string): Promise<Map<string, number>>;

  insertSession(row: SessionRow): Promise<void>;
  /** With the person whose it is; null for staff. In one step, because each request begins with it. */
  getSession(id: string): Promise<(SessionRow & { person: PersonRow | null }) | null>;
  /** Never shortens one, never brings a deleted one back. */
  extendSession(id: string, expiresAt: number): Promise<void>;
  deleteSession(id: string): Promise<void>;
  deleteExpiredSessions(now: number): Promise<number>;
  insertLoginAttempt(row: LoginAttemptRow): Promise<void>;
  /** Gives it once. */
  takeLoginAttempt(state: string): Promise<LoginAttemptRow | null>;
  deleteExpiredLoginAttempts(now: number): Promise<number>;

  /**
   * Inserts, or takes over a claim that ran out: nothing came of it, so the
   * body may be another. Else gives what is there. Atomic: of several callers one gets `claimed`.
   */
  claimIdempotency(row: Omit<IdempotencyRow, 'answer'>, now: number): Promise<'claimed' | IdempotencyRow>;
  /**
   * Keeps the answer. Rejects with `claim-lost` when another holder has taken
   * over: call it in the transaction that does the work, and the work is undone.
   */
  answerIdempotency(id: string, holder: string, answer: NonNullable<IdempotencyRow['answer']>): Promise<void>;
  /** Gives up a claim that has no answer; does nothing when it is not this holder's. */
  releaseIdempotency(id: string, holder: string): Promise<void>;
  deleteIdempotencyBefore(createdAt: number): Promise<number>;

  insertAccess(row: AccessRow): Promise<void>;
  /** Newest first. */
  listAccess(filter: { personId: string; threadId?: string }, page: PageRequest): Promise<PageOf<AccessRow>>;

  /** Small settings of the service itself, such as its secret and what has been seeded. */
  getSetting(key: string): Promise<string | null>;
  putSetting(key: string, value: string): Promise<void>;
}

export interface Storage extends Store, Announcer {
  /** `memory`, `pglite` or `postgres`. */
  readonly name: string;
  /**
   * All that `work` does through its store happens, or none of it; transactions
   * are as if one ran after the other. `work` uses only the store it is given
   * (calls to the storage itself wait until the transaction is over, so awaiting
   * one inside would wait for ever), and has no other effects: it may be run
   * again when the database could not order two transactions. When one call
   * rejects the whole transaction does, even if `work` catches it.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
