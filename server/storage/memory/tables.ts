import type { AppointmentRow, SlotRow } from '../appointments.js';
import type { HintRow } from '../hints.js';
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
import type {
  CaughtNoticeRow,
  NoticeRow,
  NoticeRuleRow,
  NoticeSettingsRow,
  VerificationRow,
} from '../notices.js';
import { missing } from './rows.js';
import { Journal, Table } from './table.js';

/** Rows in maps; undoing is the journal's. */
export class Tables {
  readonly journal = new Journal();

  readonly persons = new Table<PersonRow>('persons', this.journal);
  readonly staff = new Table<StaffRow>('staff', this.journal);
  readonly contacts = new Table<ContactRow>('contacts', this.journal);
  readonly enrolments = new Table<{ personId: string; contactId: string }>('enrolments', this.journal);
  readonly powers = new Table<PowerRow>('powers', this.journal);
  readonly children = new Table<ChildRow>('children', this.journal);
  readonly nationalIds = new Table<{ personId: string; hash: string }>('national ids', this.journal);
  readonly attempts = new Table<AttemptRow>('attempts', this.journal);
  readonly threads = new Table<ThreadRow>('threads', this.journal);
  readonly messages = new Table<MessageRow>('messages', this.journal);
  readonly attachments = new Table<AttachmentRow>('attachments', this.journal);
  readonly bytes = new Table<{ bytes: Uint8Array }>('attachment bytes', this.journal);
  readonly readMarks = new Table<ReadMarkRow>('read marks', this.journal);
  /** By conversation and reader: the message that was its last when it was archived. */
  readonly archived = new Table<{ messageId: string }>('archived', this.journal);
  readonly appointments = new Table<AppointmentRow>('appointments', this.journal);
  readonly slots = new Table<SlotRow>('slots', this.journal);
  readonly sessions = new Table<SessionRow>('sessions', this.journal);
  readonly loginAttempts = new Table<LoginAttemptRow>('login attempts', this.journal);
  readonly idempotency = new Table<IdempotencyRow>('idempotency', this.journal);
  readonly access = new Table<AccessRow>('access log', this.journal);
  readonly hints = new Table<HintRow & { at: number }>('hints', this.journal);
  readonly settings = new Table<{ value: string }>('settings', this.journal);
  readonly noticeSettings = new Table<NoticeSettingsRow>('notice settings', this.journal);
  readonly noticeRules = new Table<NoticeRuleRow>('notice rules', this.journal);
  readonly verifications = new Table<VerificationRow>('verifications', this.journal);
  readonly notices = new Table<NoticeRow>('notices', this.journal);
  readonly caughtNotices = new Table<CaughtNoticeRow>('caught notices', this.journal);

  /** The highest id ever given to a hint. */
  lastHintId = 0;

  /** Conversations whose `lastMessageId` is checked when the transaction ends, as SQL does. */
  readonly changedThreads = new Set<string>();

  /** @throws StorageError `missing-reference` */
  checkAtEnd(): void {
    const threads = [...this.changedThreads].map((id) => this.threads.get(id));
    this.changedThreads.clear();
    for (const thread of threads) {
      if (thread && this.messages.get(thread.lastMessageId)?.threadId !== thread.id) {
        throw missing('threads', 'lastMessageId');
      }
    }
  }
}
