/**
 * Who gets a notice of an event, and where. Rules are per reader and resident, and messages from health personnel
 * always give the resident a notice. Notices on behalf of another are an area of its own, beside that of what they
 * are about.
 */
import type { NoticeChannel, NoticeEvent, Scope } from '../../src/backend/types.js';
import type { AppointmentRow } from '../storage/appointments.js';
import type { NoticeRuleRow, NoticeSettingsRow } from '../storage/notices.js';
import type { ContactRow } from '../storage/storage.js';
import { hasScope } from './access.js';
import type { Link } from './acting-for.js';
import { contactActions } from './actions.js';

export interface NoticeTarget {
  channel: NoticeChannel;
  address: string;
}

/** What an event is about. */
const SCOPES: Record<NoticeEvent, Scope> = {
  message: 'messages',
  appointment: 'appointments',
  'visit-completed': 'notifications',
};

/**
 * Whether one may get notices of it: who may see what it is about, and has been given notices as well. Only so can
 * they be turned off: the settings are part of that area.
 */
export const mayHearOf = (link: Link, event: NoticeEvent): boolean =>
  hasScope(link, 'notifications') && hasScope(link, SCOPES[event]);

/** Whether the resident always hears of it. */
export const isRequired = (event: NoticeEvent): boolean => event === 'message';

/** Whether a service tells of completed visits, to whoever may hear of them. */
export const tellsOfVisits = (contact: ContactRow, now: number): boolean =>
  contactActions(contact, { scopes: ['notifications'], lang: 'nb', now }).visitNotices.allowed;

/** Relatives hear of completed home visits where the service offers it. */
export const givesVisitNotice = (
  { kind }: Pick<AppointmentRow, 'kind'>,
  contact: ContactRow,
  now: number,
): boolean => kind === 'home-visit' && tellsOfVisits(contact, now);

/** How long the outbox keeps what has left it: as long as a request can be repeated. */
export const NOTICE_LIFE = 7 * 24 * 3_600_000;

/**
 * Where a reader gets a notice: at verified addresses alone, by those of `sendable` that the rule names.
 * A `required` notice comes by all of them when the rule leaves none, or there is no rule.
 */
export function noticeTargets(
  settings: NoticeSettingsRow,
  rule: Pick<NoticeRuleRow, 'channels'> | undefined,
  { required, sendable }: { required: boolean; sendable: readonly NoticeChannel[] },
): NoticeTarget[] {
  const { mobile, mobileVerified, email, emailVerified } = settings;
  const verified: NoticeTarget[] = [];
  if (mobile !== null && mobileVerified) verified.push({ channel: 'sms', address: mobile });
  if (email !== null && emailVerified) verified.push({ channel: 'email', address: email });
  const possible = verified.filter(({ channel }) => sendable.includes(channel));
  const chosen = possible.filter(({ channel }) => rule?.channels.includes(channel));
  return required && chosen.length === 0 ? possible : chosen;
}
