/**
 * What tests look at in a JSON answer, whichever it is. Every answer is held
 * against the contract when it comes, so that here one loose type is enough.
 */
import type {
  Action,
  NoticeRule,
  NotificationSettings,
  Party,
  Scope,
} from '../../../../src/backend/types.js';

export interface Body {
  id: string;
  name: string;
  code: string;
  errors: { pointer: string; code: string }[];
  limit: number;
  items: Body[];
  next: string | null;
  counts: { unread: number };
  unread: number;
  folder: string;
  receipts: unknown[];
  replyBy: string | null;
  state: string;
  county: string;
  services: unknown[];
  write: Action;
  reply: Action;
  lastMessage: { attachments: number };
  attachments: unknown[];
  body: string;
  author: { name: string; role: string | null; onBehalfOf: string | null; self: boolean };
  who: string;
  role: string | null;
  what: string;
  onBehalfOf: string | null;
  access: string;
  user: Party;
  parties: Party[];
  municipality: { number: string };
  expiresAt: string;
  draftKey: string;
  logoutUrl: string | null;
  mediaType: string;
  paths: Record<string, object>;
  status: string;
  title: string;
  start: string | null;
  cancel: Action;
  cancelMessage: boolean;
  reschedule: Action;
  decision: { outcome: string; reason: string | null; at: string } | null;
  version: string;
  partyId: string | null;
  direction: 'given' | 'received';
  person: { name: string; birthYear: number | null };
  scopes: Scope[];
  validFrom: string;
  validTo: string | null;
  endedAt: string | null;
  /** Of an appointment when it is over, of a power whether one may end it. */
  end: unknown;
  mobile: NotificationSettings['mobile'];
  email: NotificationSettings['email'];
  managedAt: NotificationSettings['managedAt'];
  language: string;
  rules: NoticeRule[];
}
