/**
 * Who gets a notice of an event, and where. Source: product.md
 * "hn-notify-settings": rules are per reader and resident, and messages from
 * health personnel always give the resident a notice.
 */
import type { NoticeChannel } from '../../src/backend/types.js';
import type { NoticeRuleRow, NoticeSettingsRow } from '../storage/notices.js';

export interface NoticeTarget {
  channel: NoticeChannel;
  address: string;
}

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
