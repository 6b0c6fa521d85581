import type {
  AccessLogEntry,
  Appointment,
  AppointmentKind,
  AppointmentStatus,
  Attachment,
  Contact,
  Folder,
  Hint,
  Id,
  Instant,
  Language,
  Message,
  Municipality,
  NoticeChannel,
  NoticeRule,
  NotificationSettings,
  OsloDate,
  Page,
  Period,
  Proxy,
  Scope,
  Session,
  Slot,
  Thread,
} from './types.js';

/** What every call takes. */
export interface CallOptions {
  /** Aborts the call: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Words come in this language. */
  lang?: Language;
}

/** What every call that changes something takes. */
export interface ChangeOptions extends CallOptions {
  /** A UUID that stays the same over all attempts at one change, so that it happens once. */
  idempotencyKey?: string;
}

/** What a change of something versioned takes. */
export interface VersionedOptions extends ChangeOptions {
  /** The `version` that the person saw. */
  version: string;
}

export interface ListOptions extends CallOptions {
  /** `Page.next` of the page before. */
  cursor?: string | null;
  /** 1 to 200, 50 when left out. */
  limit?: number;
}

export interface UploadOptions extends CallOptions {
  /** Called with bytes sent and bytes in all. */
  onProgress?: (sent: number, total: number) => void;
}

/** What a backend may lack; a widget then leaves the control out and says where to turn. */
export type BackendCapability =
  | 'terms'
  | 'attachments'
  | 'search'
  | 'folders'
  | 'proxies'
  | 'notification-settings'
  | 'access-log'
  | 'live'
  | 'public-contacts';

export interface NewThread {
  contactId: Id;
  topicId?: Id | null;
  subject: string;
  body: string;
  attachmentIds: Id[];
}

export interface NewMessage {
  body: string;
  attachmentIds: Id[];
}

/**
 * The port: the one seam between widgets and the world.
 *
 * Each method rejects with a `BackendError`, or with the signal's reason when
 * aborted. Answers are for the person acted for, chosen with `actFor`.
 */
export interface Backend {
  /** Tells backends apart: caches, drafts and streams of different ids never mix. Never shown. */
  readonly id: string;
  readonly capabilities: ReadonlySet<BackendCapability>;
  /** Milliseconds since the epoch by the backend's clock, as far as it is known. */
  now(): number;

  getSession(options?: CallOptions): Promise<Session>;
  acceptTerms(version: string, options?: CallOptions): Promise<Session>;
  withdrawTerms(options?: CallOptions): Promise<Session>;
  extendSession(options?: CallOptions): Promise<Session>;
  /** Ends the session; the page then goes to `logoutUrl` if there is one. */
  endSession(options?: CallOptions): Promise<{ logoutUrl: string | null }>;
  /** Where *Logg inn* leads, coming back to `returnTo` (an address without query and hash). */
  loginUrl(session: Session, returnTo: string): string | null;
  /**
   * Acts for `partyId` from now on, or for oneself with null. Kept for the tab.
   * `redirect` is where the browser must go where the backend needs a new launch.
   */
  actFor(partyId: Id | null): Promise<void | { redirect: string }>;
  /** Whom the tab acts for, as far as the client chose; null is oneself. */
  readonly actingFor: Id | null;

  listMunicipalities(query: string, options?: ListOptions): Promise<Page<Municipality>>;
  listPublicContacts(municipality: string, options?: ListOptions): Promise<Page<Contact>>;
  listContacts(options?: ListOptions): Promise<Page<Contact>>;
  getContact(id: Id, options?: CallOptions): Promise<Contact>;

  listAppointments(
    filter: {
      from?: Instant;
      to?: Instant;
      status?: AppointmentStatus;
      contactId?: Id;
      order?: 'asc' | 'desc';
    },
    options?: ListOptions,
  ): Promise<Page<Appointment>>;
  getAppointment(id: Id, options?: CallOptions): Promise<Appointment>;
  cancelAppointment(
    id: Id,
    change: { reasonId: Id; message?: string },
    options: VersionedOptions,
  ): Promise<Appointment>;
  rescheduleAppointment(
    id: Id,
    change: { slotId: Id } | { wishes: string; preferred: Period[] },
    options: VersionedOptions,
  ): Promise<Appointment>;
  requestAppointment(
    request: { contactId: Id; kind: AppointmentKind; slotId?: Id; wishes?: string; preferred?: Period[] },
    options?: ChangeOptions,
  ): Promise<Appointment>;
  listSlots(
    filter: { contactId: Id; kind: AppointmentKind; from: Instant; to: Instant },
    options?: ListOptions,
  ): Promise<Page<Slot>>;

  listThreads(
    filter: { folder?: Folder; contactId?: Id },
    options?: ListOptions,
  ): Promise<Page<Thread> & { counts: { unread: number } }>;
  getThread(id: Id, options?: CallOptions): Promise<Thread>;
  searchThreads(
    query: { q: string; folder?: Folder; contactId?: Id },
    options?: ListOptions,
  ): Promise<Page<Thread>>;
  createThread(thread: NewThread, options?: ChangeOptions): Promise<Thread>;
  listMessages(threadId: Id, options?: ListOptions): Promise<Page<Message>>;
  sendMessage(threadId: Id, message: NewMessage, options?: ChangeOptions): Promise<Message>;
  markRead(threadId: Id, messageId: Id, options?: CallOptions): Promise<void>;
  moveThread(threadId: Id, folder: Folder, options?: CallOptions): Promise<Thread>;

  upload(file: File, options?: UploadOptions): Promise<Attachment>;
  getAttachment(id: Id, options?: CallOptions): Promise<Blob>;

  listProxies(options?: ListOptions): Promise<Page<Proxy>>;
  grantProxy(
    grant: ({ person: { nationalId: string; familyName: string } } | { replaces: Id }) & {
      scopes: Scope[];
      validTo: OsloDate | null;
    },
    options?: ChangeOptions,
  ): Promise<Proxy>;
  endProxy(id: Id, options?: ChangeOptions): Promise<Proxy>;

  getNotificationSettings(options?: CallOptions): Promise<NotificationSettings>;
  saveNotificationSettings(
    change: {
      rules: Pick<NoticeRule, 'event' | 'channels'>[];
      language: Language;
      mobile?: null;
      email?: null;
    },
    options: VersionedOptions,
  ): Promise<NotificationSettings>;
  startVerification(
    target: { channel: NoticeChannel; to: string },
    options?: ChangeOptions,
  ): Promise<{ id: Id; expiresAt: Instant }>;
  completeVerification(id: Id, code: string, options?: ChangeOptions): Promise<NotificationSettings>;

  listAccessLog(filter: { threadId?: Id }, options?: ListOptions): Promise<Page<AccessLogEntry>>;

  /** Calls `listener` with each hint, and with null after each (re)connect. Returns what stops it. */
  watch(listener: (hint: Hint | null) => void): () => void;
}
