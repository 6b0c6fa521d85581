import { StorageError } from '../errors.js';
import { compareText, decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import type {
  AccessRow,
  AttachmentRow,
  ChildRow,
  ContactRow,
  IdempotencyRow,
  LoginAttemptRow,
  MessageRow,
  PageOf,
  PageRequest,
  PersonRow,
  PowerRow,
  SessionRow,
  StaffRow,
  Store,
  ThreadFilter,
  ThreadRow,
} from '../storage.js';
import {
  copies,
  copy,
  filter,
  find,
  missing,
  mustHave,
  newestFirst,
  pageContacts,
  pair,
  refuseTaken,
  sortById,
} from './rows.js';
import { Journal, Table } from './table.js';

/** Rows in maps. Every call does its work in one go, so calls do not mix; undoing is the journal's. */
export class MemoryStore implements Store {
  readonly journal = new Journal();

  readonly #persons = new Table<PersonRow>('persons', this.journal);
  readonly #staff = new Table<StaffRow>('staff', this.journal);
  readonly #contacts = new Table<ContactRow>('contacts', this.journal);
  readonly #enrolments = new Table<{ personId: string; contactId: string }>('enrolments', this.journal);
  readonly #powers = new Table<PowerRow>('powers', this.journal);
  readonly #children = new Table<ChildRow>('children', this.journal);
  readonly #threads = new Table<ThreadRow>('threads', this.journal);
  readonly #messages = new Table<MessageRow>('messages', this.journal);
  readonly #attachments = new Table<AttachmentRow>('attachments', this.journal);
  readonly #bytes = new Table<{ bytes: Uint8Array }>('attachment bytes', this.journal);
  readonly #readMarks = new Table<{ at: number }>('read marks', this.journal);
  readonly #sessions = new Table<SessionRow>('sessions', this.journal);
  readonly #loginAttempts = new Table<LoginAttemptRow>('login attempts', this.journal);
  readonly #idempotency = new Table<IdempotencyRow>('idempotency', this.journal);
  readonly #access = new Table<AccessRow>('access log', this.journal);
  readonly #settings = new Table<{ value: string }>('settings', this.journal);

  /** Conversations whose `lastMessageId` is checked when the transaction ends, as SQL does. */
  readonly #changedThreads = new Set<string>();

  /** @throws StorageError `missing-reference` */
  checkAtEnd(): void {
    const threads = [...this.#changedThreads].map((id) => this.#threads.get(id));
    this.#changedThreads.clear();
    for (const thread of threads) {
      if (thread && this.#messages.get(thread.lastMessageId)?.threadId !== thread.id) {
        throw missing('threads', 'lastMessageId');
      }
    }
  }

  async getPerson(id: string): Promise<PersonRow | null> {
    return copy(this.#persons.get(id));
  }

  async findPersonBySubject(subject: string): Promise<PersonRow | null> {
    return copy(find(this.#persons.all(), (row) => row.subject === subject));
  }

  async putPerson(row: PersonRow): Promise<void> {
    refuseTaken(this.#persons.all(), row, 'persons');
    this.#persons.put(row.id, row);
  }

  async getStaff(id: string): Promise<StaffRow | null> {
    return copy(this.#staff.get(id));
  }

  async findStaffBySubject(subject: string): Promise<StaffRow | null> {
    return copy(find(this.#staff.all(), (row) => row.subject === subject));
  }

  async putStaff(row: StaffRow): Promise<void> {
    refuseTaken(this.#staff.all(), row, 'staff');
    for (const id of row.contactIds) mustHave(this.#contacts, id, 'staff', 'contactIds');
    this.#staff.put(row.id, { ...row, contactIds: [...new Set(row.contactIds)] });
  }

  async getContact(id: string): Promise<ContactRow | null> {
    return copy(this.#contacts.get(id));
  }

  async putContact(row: ContactRow): Promise<void> {
    this.#contacts.put(row.id, row);
  }

  async putContacts(rows: readonly ContactRow[]): Promise<void> {
    for (const row of rows) this.#contacts.put(row.id, row);
  }

  async listMunicipalityContacts(municipality: string, page: PageRequest): Promise<PageOf<ContactRow>> {
    return pageContacts(
      filter(this.#contacts.all(), (row) => row.municipality === municipality),
      page,
    );
  }

  async listPersonContacts(personId: string, page: PageRequest): Promise<PageOf<ContactRow>> {
    return pageContacts(
      filter(this.#contacts.all(), (row) => this.#enrolments.has(pair(personId, row.id))),
      page,
    );
  }

  async receivesService(personId: string, contactId: string): Promise<boolean> {
    return this.#enrolments.has(pair(personId, contactId));
  }

  async putEnrolment(personId: string, contactId: string): Promise<void> {
    mustHave(this.#persons, personId, 'enrolments', 'personId');
    mustHave(this.#contacts, contactId, 'enrolments', 'contactId');
    this.#enrolments.put(pair(personId, contactId), { personId, contactId });
  }

  async putPower(row: PowerRow): Promise<void> {
    mustHave(this.#persons, row.giverId, 'powers', 'giverId');
    mustHave(this.#persons, row.receiverId, 'powers', 'receiverId');
    this.#powers.put(row.id, row);
  }

  async listPowersGiven(personId: string): Promise<PowerRow[]> {
    return copies(sortById(filter(this.#powers.all(), (row) => row.giverId === personId)));
  }

  async listPowersReceived(personId: string): Promise<PowerRow[]> {
    return copies(sortById(filter(this.#powers.all(), (row) => row.receiverId === personId)));
  }

  async putChild(row: ChildRow): Promise<void> {
    mustHave(this.#persons, row.parentId, 'children', 'parentId');
    mustHave(this.#persons, row.childId, 'children', 'childId');
    this.#children.put(pair(row.parentId, row.childId), row);
  }

  async listChildren(parentId: string): Promise<ChildRow[]> {
    const rows = filter(this.#children.all(), (row) => row.parentId === parentId);
    return copies(rows.sort((a, b) => compareText(a.childId, b.childId)));
  }

  async insertThread(row: ThreadRow): Promise<void> {
    mustHave(this.#persons, row.personId, 'threads', 'personId');
    if (row.contactId !== null) mustHave(this.#contacts, row.contactId, 'threads', 'contactId');
    this.#threads.insert(row.id, row);
    this.#changedThreads.add(row.id);
  }

  async getThread(id: string): Promise<ThreadRow | null> {
    return copy(this.#threads.get(id));
  }

  async updateThread(
    id: string,
    change: Partial<Omit<ThreadRow, 'id' | 'personId' | 'createdAt'>>,
  ): Promise<void> {
    const before = mustHave(this.#threads, id, 'threads', 'id');
    if (change.contactId) mustHave(this.#contacts, change.contactId, 'threads', 'contactId');
    this.#threads.put(id, { ...before, ...change });
    this.#changedThreads.add(id);
  }

  async listThreads(which: ThreadFilter, page: PageRequest): Promise<PageOf<ThreadRow>> {
    const rows = filter(
      this.#threads.all(),
      (row) =>
        (which.personId === undefined || row.personId === which.personId) &&
        (which.contactIds === undefined ||
          (row.contactId !== null && which.contactIds.includes(row.contactId))),
    );
    const cursor =
      page.cursor === null ? null : decodeCursor('threads', ['number', 'number', 'string'], page.cursor);
    // A conversation that got a message since the walk began stands where it stood then.
    const walkFrom = cursor?.[0] ?? Math.max(...rows.map((row) => row.lastMessageAt));
    const placed = rows
      .map((row) => ({ row, at: this.#lastMessageUntil(row, walkFrom) }))
      .filter((place): place is { row: ThreadRow; at: number } => place.at !== null)
      .map(({ row, at }) => ({ row, position: [at, row.id] as const }));
    const after = cursor ? ([cursor[1], cursor[2]] as const) : null;
    const found = newestFirst(placed, ({ position }) => position, after, page.limit);
    const { items, next } = pageOf(found, page.limit, ({ position }) =>
      encodeCursor('threads', [walkFrom, ...position]),
    );
    return { items: copies(items.map(({ row }) => row)), next };
  }

  #lastMessageUntil(thread: ThreadRow, until: number): number | null {
    if (thread.lastMessageAt <= until) return thread.lastMessageAt;
    const times = filter(
      this.#messages.all(),
      (row) => row.threadId === thread.id && row.sentAt <= until,
    ).map((row) => row.sentAt);
    return times.length > 0 ? Math.max(...times) : null;
  }

  async insertMessage(row: MessageRow): Promise<void> {
    mustHave(this.#threads, row.threadId, 'messages', 'threadId');
    this.#messages.insert(row.id, row);
  }

  async moveMessage(id: string, sentAt: number): Promise<void> {
    this.#messages.put(id, { ...mustHave(this.#messages, id, 'messages', 'id'), sentAt });
  }

  async getMessage(id: string): Promise<MessageRow | null> {
    return copy(this.#messages.get(id));
  }

  async listMessages(threadId: string, page: PageRequest): Promise<PageOf<MessageRow>> {
    const after = page.cursor === null ? null : decodeCursor('messages', ['number', 'string'], page.cursor);
    const rows = filter(this.#messages.all(), (row) => row.threadId === threadId);
    const found = newestFirst(rows, (row) => [row.sentAt, row.id], after, page.limit);
    return pageOf(copies(found), page.limit, (row) => encodeCursor('messages', [row.sentAt, row.id]));
  }

  async insertAttachment(row: AttachmentRow, bytes: Uint8Array): Promise<void> {
    if (row.personId !== null) mustHave(this.#persons, row.personId, 'attachments', 'personId');
    if (row.messageId !== null) mustHave(this.#messages, row.messageId, 'attachments', 'messageId');
    this.#attachments.insert(row.id, row);
    this.#bytes.put(row.id, { bytes });
  }

  async getAttachment(id: string): Promise<AttachmentRow | null> {
    return copy(this.#attachments.get(id));
  }

  async getAttachmentBytes(id: string): Promise<Uint8Array | null> {
    return this.#bytes.get(id)?.bytes.slice() ?? null;
  }

  async listAttachments(messageIds: string[]): Promise<AttachmentRow[]> {
    const rows = filter(
      this.#attachments.all(),
      (row) => row.messageId !== null && messageIds.includes(row.messageId),
    );
    return copies(rows.sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id)));
  }

  async claimAttachments(input: {
    ids: string[];
    uploaderId: string;
    personId: string | null;
    messageId: string;
    notBefore: number;
  }): Promise<boolean> {
    const rows = [...new Set(input.ids)].map((id) => this.#attachments.get(id));
    const theirs = rows.filter(
      (row): row is AttachmentRow =>
        row?.messageId === null &&
        row.uploaderId === input.uploaderId &&
        row.personId === input.personId &&
        row.createdAt >= input.notBefore,
    );
    if (theirs.length < rows.length) return false;
    if (theirs.length > 0) mustHave(this.#messages, input.messageId, 'attachments', 'messageId');
    for (const row of theirs) this.#attachments.put(row.id, { ...row, messageId: input.messageId });
    return true;
  }

  async deleteUnusedAttachments(createdBefore: number): Promise<number> {
    const deleted = this.#attachments.deleteWhere(
      (row) => row.messageId === null && row.createdAt < createdBefore,
    );
    for (const id of [...this.#bytes.keys()]) if (!this.#attachments.has(id)) this.#bytes.delete(id);
    return deleted;
  }

  async putReadMark(threadId: string, readerId: string, at: number): Promise<void> {
    mustHave(this.#threads, threadId, 'read marks', 'threadId');
    const key = pair(threadId, readerId);
    this.#readMarks.put(key, { at: Math.max(at, this.#readMarks.get(key)?.at ?? at) });
  }

  async countUnread(
    threadIds: string[],
    readerId: string,
    direction: 'in' | 'out',
  ): Promise<Map<string, number>> {
    const wanted = new Set(threadIds);
    return this.#countMessages(readerId, direction, (threadId) => (wanted.has(threadId) ? threadId : null));
  }

  async countUnreadByContact(personId: string, readerId: string): Promise<Map<string, number>> {
    return this.#countMessages(readerId, 'in', (threadId) => {
      const thread = this.#threads.get(threadId);
      return thread?.personId === personId ? thread.contactId : null;
    });
  }

  async countUnreadByService(contactIds: string[], readerId: string): Promise<Map<string, number>> {
    const wanted = new Set(contactIds);
    return this.#countMessages(readerId, 'out', (threadId) => {
      const contactId = this.#threads.get(threadId)?.contactId ?? null;
      return contactId !== null && wanted.has(contactId) ? contactId : null;
    });
  }

  #countMessages(
    readerId: string,
    direction: 'in' | 'out',
    groupOf: (threadId: string) => string | null,
  ): Map<string, number> {
    const counts = new Map<string, number>();
    for (const message of this.#messages.all()) {
      const group = message.direction === direction ? groupOf(message.threadId) : null;
      const readUntil = this.#readMarks.get(pair(message.threadId, readerId))?.at ?? -Infinity;
      if (group !== null && message.sentAt > readUntil) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
  }

  async insertSession(row: SessionRow): Promise<void> {
    this.#sessions.insert(row.id, row);
  }

  async getSession(id: string): Promise<SessionRow | null> {
    return copy(this.#sessions.get(id));
  }

  async extendSession(id: string, expiresAt: number): Promise<void> {
    const row = this.#sessions.get(id);
    if (row) this.#sessions.put(id, { ...row, expiresAt: Math.max(row.expiresAt, expiresAt) });
  }

  async deleteSession(id: string): Promise<void> {
    this.#sessions.delete(id);
  }

  async deleteExpiredSessions(now: number): Promise<number> {
    return this.#sessions.deleteWhere((row) => row.expiresAt <= now);
  }

  async insertLoginAttempt(row: LoginAttemptRow): Promise<void> {
    this.#loginAttempts.insert(row.state, row);
  }

  async takeLoginAttempt(state: string): Promise<LoginAttemptRow | null> {
    const row = copy(this.#loginAttempts.get(state));
    this.#loginAttempts.delete(state);
    return row;
  }

  async deleteExpiredLoginAttempts(now: number): Promise<number> {
    return this.#loginAttempts.deleteWhere((row) => row.expiresAt <= now);
  }

  async claimIdempotency(
    row: Omit<IdempotencyRow, 'answer'>,
    now: number,
  ): Promise<'claimed' | IdempotencyRow> {
    const there = this.#idempotency.get(row.id);
    const free =
      !there || (there.answer === null && there.heldUntil <= now && there.bodyHash === row.bodyHash);
    if (!free) return structuredClone(there);
    this.#idempotency.put(row.id, { ...row, answer: null });
    return 'claimed';
  }

  async answerIdempotency(
    id: string,
    holder: string,
    answer: NonNullable<IdempotencyRow['answer']>,
  ): Promise<void> {
    const row = this.#heldClaim(id, holder);
    if (!row) throw new StorageError('claim-lost', 'Another holder has taken over the claim');
    this.#idempotency.put(id, { ...row, answer });
  }

  async releaseIdempotency(id: string, holder: string): Promise<void> {
    if (this.#heldClaim(id, holder)) this.#idempotency.delete(id);
  }

  #heldClaim(id: string, holder: string): IdempotencyRow | null {
    const row = this.#idempotency.get(id);
    return row?.answer === null && row.holder === holder ? row : null;
  }

  async deleteIdempotencyBefore(createdAt: number): Promise<number> {
    return this.#idempotency.deleteWhere((row) => row.createdAt < createdAt);
  }

  async insertAccess(row: AccessRow): Promise<void> {
    mustHave(this.#persons, row.personId, 'access log', 'personId');
    if (row.threadId !== null) mustHave(this.#threads, row.threadId, 'access log', 'threadId');
    this.#access.insert(row.id, row);
  }

  async listAccess(
    which: { personId: string; threadId?: string },
    page: PageRequest,
  ): Promise<PageOf<AccessRow>> {
    const after = page.cursor === null ? null : decodeCursor('access', ['number', 'string'], page.cursor);
    const rows = filter(
      this.#access.all(),
      (row) =>
        row.personId === which.personId && (which.threadId === undefined || row.threadId === which.threadId),
    );
    const found = newestFirst(rows, (row) => [row.at, row.id], after, page.limit);
    return pageOf(copies(found), page.limit, (row) => encodeCursor('access', [row.at, row.id]));
  }

  async getSetting(key: string): Promise<string | null> {
    return this.#settings.get(key)?.value ?? null;
  }

  async putSetting(key: string, value: string): Promise<void> {
    this.#settings.put(key, { value });
  }
}
