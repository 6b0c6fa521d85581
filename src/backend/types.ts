/**
 * The domain: what widgets show and what a `Backend` gives and takes.
 *
 * Plain data, no behaviour. Widgets know these types and the port in
 * `backend.ts`, and nothing else of where the data comes from.
 */

/** A point in time, RFC 3339 with offset: `2026-11-24T09:00:00+01:00`. */
export type Instant = string;

/** A day in Europe/Oslo: `2026-11-24`. */
export type OsloDate = string;

/** A time of day on an Oslo clock, `00:00` to `24:00`, never later. */
export type TimeOfDay = string;

/** An opaque id. Ids of different kinds are not comparable. */
export type Id = string;

/** The languages that the library has texts for. */
export type Language = 'nb' | 'nn' | 'en' | 'se';

/** Why something may not be done; a widget has words for each. */
export type ActionReason =
  | 'not-offered'
  | 'not-open-yet'
  | 'too-late'
  | 'closed'
  | 'reply-only'
  | 'already-requested'
  | 'scope-missing'
  | 'unauthenticated';

/** The answer to every "may I": one view shows why not, and where to turn. */
export interface Action {
  allowed: boolean;
  /** Until when it may be done, or from when it may (with `not-open-yet`). */
  until: Instant | null;
  reason: ActionReason | null;
  /** The municipality's own words, in the language asked for. */
  text: string | null;
}

/** What a power of attorney, or being a parent, gives access to. */
export type Scope = 'messages' | 'appointments' | 'notifications';

/** Somebody the person may be or act for. */
export interface Party {
  id: Id;
  name: string;
  relation: 'self' | 'proxy' | 'child';
  scopes: Scope[];
}

/** How far in the person has come. */
export type Access = 'anonymous' | 'terms' | 'pending' | 'active';

export interface MunicipalityRef {
  /** Four digits, the leading zero kept. */
  number: string;
  name: string;
}

export interface Terms {
  version: string;
  /** The whole text; empty where the address may not be followed. */
  url: string;
  /** Short points in the language asked for. */
  points: string[];
  acceptedAt: Instant | null;
}

export interface Help {
  phone: string | null;
  label: string | null;
  url: string | null;
}

export interface Film {
  url: string;
  title: string;
  /** Whose site it is: named before anything is asked of it. */
  provider: string;
}

/** What a message may hold. */
export interface Limits {
  /** Characters (Unicode code points). */
  messageLength: number;
  /** Characters (Unicode code points). */
  subjectLength: number;
  /** Files to a message. */
  attachments: number;
  /** Bytes to a file. */
  attachmentSize: number;
  mediaTypes: string[];
}

/** Who is here, for whom, and how far in. */
export interface Session {
  access: Access;
  user: Party | null;
  actingFor: Party | null;
  /** Oneself first. */
  parties: Party[];
  terms: Terms | null;
  /** When a pending person becomes active. */
  activeFrom: Instant | null;
  /** Of the person acted for. */
  municipality: MunicipalityRef | null;
  /** Whether the person acted for receives any service. */
  hasServices: boolean;
  expiresAt: Instant | null;
  /** Base64, 32 bytes: encrypts drafts in the tab; null keeps them in memory. */
  draftKey: string | null;
  /** Takes `return_to`; null where the backend has no log-in of its own. */
  loginUrl: string | null;
  help: Help;
  film: Film | null;
  limits: Limits;
}

export type ServiceType =
  | 'home-care'
  | 'practical-help'
  | 'physiotherapy'
  | 'personal-assistance'
  | 'mental-health'
  | 'occupational-therapy'
  | 'health-centre'
  | 'vaccination'
  | 'emergency-clinic'
  | 'other';

/** What can be done digitally with a service. */
export type Capability = 'write' | 'appointments' | 'visit-notices';

export interface MunicipalityService {
  service: ServiceType;
  capabilities: Capability[];
  /** When what is not open yet opens, if known. */
  opensOn: OsloDate | null;
}

export interface Municipality extends MunicipalityRef {
  county: string;
  services: MunicipalityService[];
}

export interface Phone {
  /** As it is dialled, with or without country code and spaces. */
  number: string;
  label: string | null;
}

export interface PostalAddress {
  lines: string[];
  postalCode: string;
  city: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The same hours on one or more weekdays; `closes` before `opens` is after midnight. */
export interface OpeningHours {
  days: Weekday[];
  opens: TimeOfDay;
  closes: TimeOfDay;
}

export interface ClosedDay {
  date: OsloDate;
  label: string | null;
}

export interface Labelled {
  id: Id;
  label: string;
}

export type AppointmentKind = 'home-visit' | 'consultation' | 'video' | 'phone' | 'vaccination' | 'group';

/** A kind of appointment that can be asked for. */
export interface RequestKind {
  kind: AppointmentKind;
  label: string;
  /** Whether there are free slots to pick from, or only wishes to write. */
  slots: boolean;
}

/** A service that one can reach. */
export interface Contact {
  id: Id;
  name: string;
  service: ServiceType;
  people: { role: string; name: string | null }[];
  municipality: MunicipalityRef;
  district: { number: string; name: string } | null;
  phones: Phone[];
  email: string | null;
  url: string | null;
  address: PostalAddress | null;
  openingHours: OpeningHours[];
  closedDays: ClosedDay[];
  write: Action;
  appointments: Action;
  visitNotices: Action;
  /** When what is not open yet opens, if known. */
  opensOn: OsloDate | null;
  requests: RequestKind[];
  cancelReasons: Labelled[];
  topics: Labelled[];
  replyWithinWorkingDays: number | null;
  /** Unread messages of this reader. */
  unread: number;
  /** The municipality's own words, plain text. */
  notice: string | null;
}

/** What of a service stands on its appointments and threads. */
export interface ContactRef {
  id: Id;
  name: string;
  service: ServiceType;
  phones: Phone[];
}

export type AppointmentStatus =
  | 'requested'
  | 'booked'
  | 'cancel-requested'
  | 'reschedule-requested'
  | 'cancelled'
  | 'declined'
  | 'completed'
  | 'no-show';

export interface Place {
  type: 'home' | 'clinic' | 'video' | 'phone';
  text: string | null;
  url: string | null;
}

export interface Practitioner {
  role: string;
  name: string | null;
}

export interface Period {
  from: Instant;
  to: Instant;
}

export interface Appointment {
  id: Id;
  contact: ContactRef;
  kind: AppointmentKind;
  title: string;
  start: Instant | null;
  end: Instant | null;
  wishes: string | null;
  preferred: Period[];
  /** `start` to `end` is when the visit begins, not how long it lasts. */
  window: boolean;
  status: AppointmentStatus;
  place: Place;
  practitioner: Practitioner | null;
  preparation: string | null;
  completedAt: Instant | null;
  cancel: Action;
  /** Whether a message may go with a cancellation. */
  cancelMessage: boolean;
  reschedule: Action;
  decision: { outcome: 'accepted' | 'declined'; reason: string | null; at: Instant } | null;
  /** Opaque; goes back with a change and makes it fail as `stale` after another's. */
  version: string;
}

export interface Slot {
  id: Id;
  start: Instant;
  end: Instant;
  place: Place;
  practitioner: Practitioner | null;
}

export type Folder = 'inbox' | 'archive';

export interface Thread {
  id: Id;
  /** Null for receipts from the service itself. */
  contact: ContactRef | null;
  subject: string;
  topic: Labelled | null;
  reply: Action;
  folder: Folder;
  unread: number;
  lastMessage: { id: Id; sentAt: Instant; direction: 'in' | 'out'; excerpt: string };
  /** By when an answer may be expected. */
  replyBy: OsloDate | null;
}

export interface Attachment {
  id: Id;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

export interface Message {
  id: Id;
  threadId: Id;
  /** `out` goes from the resident's side to the service. */
  direction: 'in' | 'out';
  author: { name: string; role: string | null; onBehalfOf: string | null; self: boolean };
  /** Plain text, never markup. */
  body: string;
  sentAt: Instant;
  attachments: Attachment[];
}

export interface Proxy {
  id: Id;
  partyId: Id | null;
  direction: 'given' | 'received';
  person: { name: string; birthYear: number | null };
  scopes: Scope[];
  validFrom: OsloDate;
  validTo: OsloDate | null;
  status: 'active' | 'expired' | 'ended';
  endedAt: Instant | null;
  end: Action;
}

export type NoticeChannel = 'sms' | 'email';
export type NoticeEvent = 'message' | 'appointment' | 'visit-completed';

export interface NoticeRule {
  event: NoticeEvent;
  channels: NoticeChannel[];
  required: boolean;
  preview: { sms: string; email: string };
}

export interface NotificationSettings {
  mobile: { value: string; verified: boolean } | null;
  email: { value: string; verified: boolean } | null;
  /** Set where the addresses are kept elsewhere and are read-only here. */
  managedAt: { label: string; url: string } | null;
  language: Language;
  rules: NoticeRule[];
  version: string;
}

export interface AccessLogEntry {
  at: Instant;
  who: string;
  role: string | null;
  what: string;
  onBehalfOf: string | null;
}

/** A page of a list; `next` asks for the page after it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Says that something changed, never what: a reason to ask again. */
export interface Hint {
  type: 'message' | 'appointment' | 'proxy' | 'settings' | 'session';
  partyId: Id | null;
  id: Id | null;
}
