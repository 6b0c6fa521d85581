/** What really leaves: the worker's own way, to where the demo catches it. */
import { createCatcher } from '../../../../server/notices/catcher.js';
import { createNoticeWorker } from '../../../../server/notices/worker.js';
import type { CaughtNoticeRow } from '../../../../server/storage/notices.js';
import type { World } from '../../app/support/world.js';
import { hash, notingLog } from './rows.js';

/** Sends all that is due, and gives all that ever was sent, the last one first. */
export async function sent({ storage, clock }: Pick<World, 'storage' | 'clock'>): Promise<CaughtNoticeRow[]> {
  const worker = createNoticeWorker({
    storage,
    clock,
    hash,
    log: notingLog(),
    senders: { sms: createCatcher(storage, clock, 'sms'), email: createCatcher(storage, clock, 'email') },
    publicUrl: 'http://localhost:8080',
    pollMs: null,
  });
  await worker.idle();
  await worker.stop();
  return storage.listCaughtNotices(1000);
}

/** The code that went out last. */
export async function lastCode(world: Pick<World, 'storage' | 'clock'>): Promise<string> {
  const [last] = await sent(world);
  const code = /^\d{6}\b/.exec(last?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no code was sent');
  return code;
}
