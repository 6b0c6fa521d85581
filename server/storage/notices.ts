/** Notices: who gets which, and the outbox they leave from. The part of `Store` (storage.ts) that is about them. */
import type { Language, NoticeChannel, NoticeEvent } from '../../src/backend/types.js';

/** Where somebody gets notices, also those about others. Only verified addresses are used. */
export interface NoticeSettingsRow {
  readerId: string;
  /** `+` and digits. */
  mobile: string | null;
  mobileVerified: boolean;
  email: string | null;
  emailVerified: boolean;
  /** Of what notices say. */
  language: Language;
}

/** How a reader wants to hear of one kind of event of one resident: oneself, or somebody one acts for. */
export interface NoticeRuleRow {
  readerId: string;
  personId: string;
  event: NoticeEvent;
  channels: NoticeChannel[];
}

/** A notice in the outbox. What it says is made when it is sent. */
export interface NoticeRow {
  /** Not to be guessed. At every try the same: the receiving side knows the notice by it. */
  id: string;
  event: NoticeEvent;
  /** What happened: the id of a message, for instance. */
  causeId: string;
  channel: NoticeChannel;
  address: string;
  language: Language;
  /** Whether it is about somebody else than who gets it. */
  forOther: boolean;
  createdAt: number;
  state: 'waiting' | 'sent' | 'given-up';
  /** Not tried before; while somebody holds it, when the hold ends. */
  dueAt: number;
  /** Who is trying it. */
  holder: string | null;
  /** Tries, that under way included. */
  attempts: number;
  /** Tries of which nobody knows (yet) whether the notice arrived; `MOST_IN_DOUBT` at most. */
  inDoubt: number;
}

/**
 * A notice whose arrival is in doubt is sent once more and then no more, so that nobody gets it more than
 * twice whatever dies when.
 */
export const MOST_IN_DOUBT = 2;

export type NewNotice = Pick<
  NoticeRow,
  'id' | 'event' | 'causeId' | 'channel' | 'address' | 'language' | 'forOther' | 'createdAt'
>;

/** How a try went: `waiting` is to be tried again, after one that did not arrive or is in doubt. */
export type NoticeOutcome =
  { state: 'sent' | 'given-up' } | { state: 'waiting'; dueAt: number; arrived: 'no' | 'in-doubt' };

/** A notice that the demo's catcher took in: as often as it was sent. */
export interface CaughtNoticeRow {
  /** That of the notice. */
  id: string;
  channel: NoticeChannel;
  address: string;
  /** Of an e-mail. */
  subject: string | null;
  text: string;
  language: Language;
  at: number;
}

export interface NoticesStore {
  getNoticeSettings(readerId: string): Promise<NoticeSettingsRow | null>;
  putNoticeSettings(row: NoticeSettingsRow): Promise<void>;
  putNoticeRule(row: NoticeRuleRow): Promise<void>;
  /** Of every reader, by reader. */
  listNoticeRules(personId: string, event: NoticeEvent): Promise<NoticeRuleRow[]>;

  /** False, and nothing done, when the address has a notice of that event already. */
  insertNotice(row: NewNotice): Promise<boolean>;
  /**
   * Holds the notice of a channel that has been due for longest, as one more try in doubt. Of several
   * callers at once each gets another one. Not inside a transaction: others are to see the hold at once.
   */
  claimNotice(
    channel: NoticeChannel,
    claim: { holder: string; now: number; heldUntil: number },
  ): Promise<NoticeRow | null>;
  /** Ends a hold. False, and nothing done, when somebody else has taken over. */
  settleNotice(id: string, holder: string, outcome: NoticeOutcome): Promise<boolean>;
  /** Caught ones too. */
  deleteNoticesBefore(createdAt: number): Promise<number>;

  insertCaughtNotice(row: CaughtNoticeRow): Promise<void>;
  /** Newest first. */
  listCaughtNotices(limit: number): Promise<CaughtNoticeRow[]>;
}
