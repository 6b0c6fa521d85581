/**
 * The tables as Kysely sees them. Columns are snake_case in the database and
 * camelCase here (`CamelCasePlugin`), so that rows need no mapping.
 *
 * Instants are `bigint` milliseconds since the epoch, as in the rows: exact,
 * and the same with every driver and time zone setting. Dates are `date`, read
 * and written as `YYYY-MM-DD`.
 */
import { CamelCasePlugin, sql, type ColumnType, type GeneratedAlways } from 'kysely';
import type { AppointmentRow, SlotRow } from '../appointments.js';
import type {
  CaughtNoticeRow,
  NoticeRow,
  NoticeRuleRow,
  NoticeSettingsRow,
  VerificationRow,
} from '../notices.js';
import type { News } from '../hints.js';
import type { AttemptRow } from '../powers.js';
import type {
  AccessRow,
  AttachmentRow,
  ChildRow,
  ContactRow,
  IdempotencyRow,
  LoginAttemptRow,
  MessageRow,
  PersonRow,
  PowerRow,
  ReadMarkRow,
  SessionRow,
  StaffRow,
  ThreadRow,
} from '../storage.js';

/** Written as text: drivers differ in what they make of arrays and strings for a jsonb column. */
type Json<T> = ColumnType<T, string | Extract<T, null>, string | Extract<T, null>>;

type WithJson<Row, Key extends keyof Row> = Omit<Row, Key> & { [K in Key]: Json<Row[K]> };

/** How many messages of direction `in` and `out`. */
interface Counts {
  incoming: number;
  outgoing: number;
}

export interface Database {
  persons: PersonRow;
  staff: WithJson<Omit<StaffRow, 'contactIds'>, 'role'>;
  staffContacts: { staffId: string; contactId: string; ordinal: number };
  contacts: WithJson<ContactRow, ContactJson> & { nameKey: string };
  enrolments: { personId: string; contactId: string };
  powers: PowerRow;
  children: ChildRow;
  nationalIds: { personId: string; hash: string };
  attempts: AttemptRow;
  threads: ThreadRow;
  messages: WithJson<MessageRow, 'authorRole'>;
  attachments: AttachmentRow & { bytes: Uint8Array };
  readMarks: ReadMarkRow;
  archived: { threadId: string; readerId: string; messageId: string };
  /** Kept by triggers (0006-unread.ts); `contactId` is empty for conversations with no service. */
  messageCounts: { personId: string; contactId: string } & Counts;
  seenCounts: { readerId: string; personId: string; contactId: string } & Counts;
  searchTerms: { personId: string; term: string; threadId: string };
  appointments: WithJson<AppointmentRow, AppointmentJson> & {
    /** `positionOf`. */
    position: GeneratedAlways<number>;
    /** The first instant after it. */
    over: GeneratedAlways<number>;
  };
  slots: WithJson<SlotRow, 'place' | 'practitioner'>;
  sessions: SessionRow;
  loginAttempts: LoginAttemptRow;
  idempotency: WithJson<IdempotencyRow, 'answer'>;
  accessLog: WithJson<AccessRow, 'role'>;
  hints: { id: GeneratedAlways<number>; at: number; news: Json<News> };
  settings: { key: string; value: string };
  noticeSettings: WithJson<NoticeSettingsRow, 'managedAt'>;
  noticeRules: NoticeRuleRow;
  verifications: VerificationRow;
  notices: NoticeRow;
  caughtNotices: CaughtNoticeRow & { ordinal: GeneratedAlways<number> };
}

export type ContactJson =
  | 'name'
  | 'district'
  | 'people'
  | 'phones'
  | 'address'
  | 'openingHours'
  | 'closedDays'
  | 'write'
  | 'appointments'
  | 'visitNotices'
  | 'requests'
  | 'cancelReasons'
  | 'changeDeadline'
  | 'topics'
  | 'notice';

export type AppointmentJson = 'title' | 'place' | 'practitioner' | 'preparation' | 'preferred' | 'decision';

export const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

/** What a jsonb column takes; null is SQL's null, not JSON's. */
export function json<T>(value: T): string | Extract<T, null> {
  return (value === null ? null : JSON.stringify(value)) as string | Extract<T, null>;
}

/** One parameter, whatever the number of ids, and none of them matches nothing. */
export function isOneOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any (${ids}::text[])`;
}
