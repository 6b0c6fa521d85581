/** Deletes what has expired. Reading never depends on it: what has expired is not there for anybody. */
import { faultFields } from '../fault.js';
import { ATTEMPTS_LIFE } from '../rules/attempts.js';
import { UNUSED_LIFE } from '../rules/attachments.js';
import { IDEMPOTENCY_LIFE } from '../rules/idempotency.js';
import { NOTICE_LIFE } from '../rules/notices.js';
import type { Services } from './services.js';

const EVERY = 10 * 60_000;
/** Much longer than any process is behind in reading them. */
const HINTS_LIFE = 60 * 60_000;

export function startSweeping(services: Services): { sweep(): Promise<void>; stop(): void } {
  const { storage, clock, log } = services;
  const sweep = async () => {
    const now = clock.now();
    const counts = [
      await storage.deleteExpiredSessions(now),
      await storage.deleteExpiredLoginAttempts(now),
      await storage.deleteUnusedAttachments(now - UNUSED_LIFE),
      await storage.deleteIdempotencyBefore(now - IDEMPOTENCY_LIFE),
      await storage.deleteHintsBefore(now - HINTS_LIFE),
      await storage.deleteNoticesBefore(now - NOTICE_LIFE),
      await storage.deleteAttemptsBefore(now - ATTEMPTS_LIFE),
      await storage.deleteVerificationsBefore(now - NOTICE_LIFE),
    ];
    const count = counts.reduce((sum, one) => sum + one, 0);
    if (count > 0) log.info('sweep.done', { count });
  };
  const timer = setInterval(() => {
    sweep().catch((fault: unknown) => {
      log.warn('sweep.failed', faultFields(fault));
    });
  }, EVERY);
  // In Node a timer would keep the process; browsers give a number.
  if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.();
  return { sweep, stop: () => clearInterval(timer) };
}
