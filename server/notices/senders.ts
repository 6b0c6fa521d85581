/** What carries notices, from the settings. */
import type { NoticeChannel } from '../../src/backend/types.js';
import type { Clock } from '../../src/domain/clock.js';
import type { Settings } from '../settings.js';
import type { Storage } from '../storage/storage.js';
import { createCatcher } from './catcher.js';
import { createMailSender } from './mail.js';
import type { Sender } from './sender.js';
import { createSmsSender } from './sms.js';

/** In demo mode the catcher takes what has no address to go to; else such a channel is left out. */
export function createSenders(
  settings: Pick<Settings, 'smtpUrl' | 'smsWebhookUrl' | 'mailFrom' | 'demo'>,
  { storage, clock, publicUrl }: { storage: Storage; clock: Clock; publicUrl: string },
): Partial<Record<NoticeChannel, Sender>> {
  const { smtpUrl, smsWebhookUrl, demo } = settings;
  const host = mailHost(publicUrl);
  const from = settings.mailFrom ?? `ikke-svar@${host}`;
  const caught = (channel: NoticeChannel) =>
    demo ? { [channel]: createCatcher(storage, clock, channel) } : {};
  return {
    ...(smsWebhookUrl === null ? caught('sms') : { sms: createSmsSender(smsWebhookUrl) }),
    ...(smtpUrl === null ? caught('email') : { email: createMailSender({ url: smtpUrl, from, host }) }),
  };
}

/** A mail address has a name behind the @, no number. */
function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname;
}
