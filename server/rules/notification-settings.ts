/**
 * What a reader may set for a resident, and what is shown of it: one set for each person one acts for, messages from
 * health personnel always give the resident a notice, and relatives hear of completed home visits.
 */
import type { NoticeChannel, NoticeEvent } from '../../src/backend/types.js';
import { CHANNELS } from '../../src/domain/notice-choices.js';
import type { NoticeRuleRow, NoticeSettingsRow } from '../storage/notices.js';
import type { Link } from './acting-for.js';
import { isRequired, mayHearOf, noticeTargets } from './notices.js';

const EVENTS: readonly NoticeEvent[] = ['message', 'appointment', 'visit-completed'];

/** Of who has set nothing yet. */
export const noSettings = (readerId: string): NoticeSettingsRow => ({
  readerId,
  mobile: null,
  mobileVerified: false,
  email: null,
  emailVerified: false,
  language: 'nb',
  managedAt: null,
});

/** Of what there is something to hear: what the reader may hear of, visits where a service tells of them. */
export const eventsOf = (link: Link, { visits }: { visits: boolean }): NoticeEvent[] =>
  EVENTS.filter((event) => mayHearOf(link, event) && (event !== 'visit-completed' || visits));

/** Whether one hears of it whatever one has chosen. */
export const alwaysTold = (event: NoticeEvent, link: Link): boolean =>
  link.relation === 'self' && isRequired(event);

/** What one has chosen; of a notice that always comes, by what it really comes. */
export function chosenChannels(
  settings: NoticeSettingsRow,
  rule: Pick<NoticeRuleRow, 'channels'> | undefined,
  { required, sendable }: { required: boolean; sendable: readonly NoticeChannel[] },
): NoticeChannel[] {
  const chosen: readonly NoticeChannel[] = required
    ? noticeTargets(settings, rule, { required, sendable }).map(({ channel }) => channel)
    : (rule?.channels ?? []);
  return CHANNELS.filter((channel) => chosen.includes(channel));
}

/** Whether there is any verified address. */
export const isReachable = (settings: NoticeSettingsRow): boolean =>
  settings.mobileVerified || settings.emailVerified;

/** With an address that has been verified. */
export const withAddress = (
  settings: NoticeSettingsRow,
  { channel, address }: { channel: NoticeChannel; address: string },
): NoticeSettingsRow =>
  channel === 'sms'
    ? { ...settings, mobile: address, mobileVerified: true }
    : { ...settings, email: address, emailVerified: true };

/** Without the addresses that are to go. */
export const withoutAddresses = (
  settings: NoticeSettingsRow,
  { mobile, email }: { mobile?: null | undefined; email?: null | undefined },
): NoticeSettingsRow => ({
  ...settings,
  ...(mobile === null ? { mobile, mobileVerified: false } : {}),
  ...(email === null ? { email, emailVerified: false } : {}),
});
