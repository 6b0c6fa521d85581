/** Takes notices in instead of sending them: in demo mode they can be read at `/outbox`. */
import type { NoticeChannel } from '../../src/backend/types.js';
import type { Clock } from '../../src/domain/clock.js';
import { toInstant } from '../../src/domain/oslo.js';
import type { CaughtNoticeRow } from '../storage/notices.js';
import type { Storage } from '../storage/storage.js';
import type { Sender } from './sender.js';

/** Kept in the storage, so that all processes on one database show the same. */
export function createCatcher(storage: Storage, clock: Clock, channel: NoticeChannel): Sender {
  return async ({ id, to, subject, text, language }) => {
    await storage.insertCaughtNotice({ id, channel, address: to, subject, text, language, at: clock.now() });
    return { is: 'accepted' };
  };
}

/** As `/outbox.json` lists it. */
export const caughtItem = ({ id, channel, address, subject, text, language, at }: CaughtNoticeRow) => ({
  id,
  channel,
  to: address,
  subject,
  text,
  language,
  at: toInstant(at),
});
