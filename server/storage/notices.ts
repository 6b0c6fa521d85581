/** Notices: who gets which, and the outbox they leave from. The part of `Store` (storage.ts) that is about them. */
import type { Language, NoticeChannel, NoticeEvent } from '../../src/backend/types.js';
import type { LocalText } from './common.js';

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
  /** Where the addresses are kept instead: here they are read-only. */
  managedAt: { label: LocalText; url: string } | null;
}

/** How a reader wants to hear of one kind of event of one resident: oneself, or somebody one acts for. */
export interface NoticeRuleRow {
  readerId: string;
  personId: string;
  event: NoticeEvent;
  channels: NoticeChannel[];
}

/** A code on its way to a number or address that a reader wants notices at. What the code is stands nowhere. */
export interface VerificationRow {
  /** Not to be guessed: the code follows from it. */
  id: string;
  readerId: string;
  channel: NoticeChannel;
  /** As it stands in the settings once it is verified. */
  address: string;
  createdAt: number;
  expiresAt: number;
  wrongTries: number;
  /** When it was used, or a newer one took its place. */
  endedAt: number | null;
}

/** A notice in the outbox. What it says is made when it is sent, and whether it is still to be sent. */
export interface NoticeRow {
  /** Not to be guessed. At every try the same: the receiving side knows the notice by it. */
  id: string;
  event: NoticeEvent | 'verification';
  /** What happened: the id of a message, for instance. */
  causeId: string;
  /** Who gets it. */
  readerId: string;
  /** Whose message or appointment it is. */
  personId: string;
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
  | 'id'
  | 'event'
  | 'causeId'
  | 'readerId'
  | 'personId'
  | 'channel'
  | 'address'
  | 'language'
  | 'forOther'
  | 'createdAt'
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
  /** Of one reader for one resident, by event. */
  listReaderRules(readerId: string, personId: string): Promise<NoticeRuleRow[]>;

  insertVerification(row: VerificationRow): Promise<void>;
  getVerification(id: string): Promise<VerificationRow | null>;
  /** One more try with a wrong code. */
  countWrongTry(id: string): Promise<void>;
  /** All of a reader's for a channel that have not ended. */
  endVerifications(readerId: string, channel: NoticeChannel, endedAt: number): Promise<void>;
  deleteVerificationsBefore(createdAt: number): Promise<number>;

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
