/**
 * Sends what lies in the outbox. Any number of processes may do so on one
 * database: each claims another notice, sends it, and marks how it went.
 *
 * A notice is marked as being tried before it is sent. When the process dies in
 * between, or no answer comes, somebody sends it once more with the same id; the
 * storage sees to it that there is no third time. At every try it is asked again
 * whether the notice is still to leave.
 */
import type { NoticeChannel } from '../../src/backend/types.js';
import type { Clock } from '../../src/domain/clock.js';
import type { KeyedHash } from '../app/crypto.js';
import { faultFields } from '../fault.js';
import type { Log, LogFields } from '../log.js';
import type { NoticeOutcome, NoticeRow } from '../storage/notices.js';
import { MOST_IN_DOUBT } from '../storage/notices.js';
import type { Storage } from '../storage/storage.js';
import { retryDelay, TRIES } from './back-off.js';
import { letterOf } from './letter.js';
import type { Letter, Reason, Delivery, Sender } from './sender.js';

export interface NoticeWorkerOptions {
  storage: Storage;
  clock: Clock;
  log: Log;
  /** With the secret of the service. */
  hash: KeyedHash;
  /** Notices of other channels stay where they are. */
  senders: Partial<Record<NoticeChannel, Sender>>;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Milliseconds between looks at what has become due; null: only when woken. */
  pollMs?: number | null;
}

export interface NoticeWorker {
  /** Something is in the outbox, or due. */
  wake(): void;
  /** Resolves when it has nothing to do at the moment. */
  idle(): Promise<void>;
  /** Finishes what has been begun. */
  stop(): Promise<void>;
}

/** What other processes wrote, and retries, wait for this long at most. */
const POLL = 5_000;
/** Far longer than a try may take (`SEND_LIMIT`): only who died loses a hold. */
const HOLD = 120_000;
/** Tries under way at once, for each channel: one that does not answer holds up no other. */
const LANES = 4;

export function createNoticeWorker(options: NoticeWorkerOptions): NoticeWorker {
  const { pollMs = POLL } = options;
  const channels = (Object.entries(options.senders) as [NoticeChannel, Sender][]).map(([channel, sender]) =>
    createChannel(options, channel, sender),
  );
  const wake = () => channels.forEach((channel) => channel.wake());
  const timer = pollMs === null ? undefined : setInterval(wake, pollMs);
  timer?.unref();
  wake();
  return {
    wake,
    async idle() {
      await Promise.all(channels.map((channel) => channel.idle()));
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(channels.map((channel) => channel.stop()));
    },
  };
}

function createChannel(
  { storage, clock, log, hash, publicUrl }: NoticeWorkerOptions,
  channel: NoticeChannel,
  send: Sender,
): NoticeWorker {
  const lanes = new Set<Promise<void>>();
  /** What went out and could not be marked, because the database did not answer. */
  const unmarked = new Map<string, () => Promise<void>>();
  let stopping = false;
  /** Woken while all lanes were busy: who is about to stop looks once more. */
  let again = false;

  function wake(): void {
    if (stopping) return;
    if (lanes.size >= LANES) {
      again = true;
      return;
    }
    const lane = work()
      .catch((fault: unknown) => log.warn('notices.failed', { channel, ...faultFields(fault) }))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function work(): Promise<void> {
    while (!stopping) {
      // First these: who claims them again would send them again.
      for (const mark of [...unmarked.values()]) await mark();
      const now = clock.now();
      const holder = crypto.randomUUID();
      const notice = await storage.claimNotice(channel, { holder, now, heldUntil: now + HOLD });
      if (notice) {
        // There may be more: others begin with them meanwhile.
        wake();
        await deliver(notice, holder);
      } else if (again) {
        again = false;
      } else {
        return;
      }
    }
  }

  async function deliver(notice: NoticeRow, holder: string): Promise<void> {
    const { id, attempts } = notice;
    const delivery = await attempt(notice);
    const outcome = outcomeOf(delivery, notice, clock.now());
    const mark = async () => {
      await storage.settleNotice(id, holder, outcome);
      unmarked.delete(id);
    };
    unmarked.set(id, mark);
    const fields: LogFields = { channel, count: attempts, ...('reason' in delivery ? delivery.reason : {}) };
    if (outcome.state === 'sent') log.info('notice.sent', fields);
    else if (delivery.is === 'not-meant') log.info('notice.dropped', fields);
    else if (outcome.state === 'given-up') log.error('notice.given-up', fields);
    else log.warn(delivery.is === 'refused' ? 'notice.refused' : 'notice.in-doubt', fields);
    await mark();
  }

  async function attempt(notice: NoticeRow): Promise<Delivery | { is: 'not-meant' }> {
    let letter: Letter | null;
    try {
      letter = await letterOf(storage, notice, { hash, publicUrl, now: clock.now() });
    } catch (fault) {
      // Nobody knows whether it is still to leave, so it did not.
      return { is: 'refused', final: false, reason: reasonOf(fault) };
    }
    if (!letter) return { is: 'not-meant' };
    return send(letter).catch((fault: unknown): Delivery => ({ is: 'in-doubt', reason: reasonOf(fault) }));
  }

  const idle = async () => {
    while (lanes.size > 0) await Promise.all(lanes);
  };
  return {
    wake,
    idle,
    async stop() {
      stopping = true;
      await idle();
      // The last chance: what stays unmarked is sent again by somebody else.
      await Promise.allSettled([...unmarked.values()].map((mark) => mark()));
    },
  };
}

const reasonOf = (fault: unknown): Reason => ({ errorCode: String(faultFields(fault).errorName) });

function outcomeOf(delivery: Delivery | { is: 'not-meant' }, notice: NoticeRow, now: number): NoticeOutcome {
  if (delivery.is === 'accepted') return { state: 'sent' };
  if (delivery.is === 'not-meant') return { state: 'given-up' };
  if (delivery.is === 'refused' && delivery.final) return { state: 'given-up' };
  if (delivery.is === 'in-doubt' && notice.inDoubt >= MOST_IN_DOUBT) return { state: 'given-up' };
  if (notice.attempts >= TRIES) return { state: 'given-up' };
  const asked = delivery.is === 'refused' ? (delivery.retryAfter ?? 0) : 0;
  return {
    state: 'waiting',
    dueAt: now + retryDelay(notice.attempts, asked),
    arrived: delivery.is === 'refused' ? 'no' : 'in-doubt',
  };
}
