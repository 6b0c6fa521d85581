/**
 * Carries news of what changed, in this and every other process on the same
 * storage, to the open event streams of this one. It reads rows on from where
 * it was; being woken, or looking by itself, only decides when.
 */
import { faultFields } from '../fault.js';
import type { Log } from '../log.js';
import type { News } from '../storage/hints.js';
import type { Storage } from '../storage/storage.js';

export interface HintBus {
  /**
   * What is committed from now on is heard, each once. Gives the way to stop.
   *
   * @throws StorageError when the storage does not answer
   */
  subscribe(listener: (news: News) => void): Promise<() => void>;
}

/** How often it looks by itself where other processes write too, in milliseconds. */
const LOOK = 1000;
/** Rows to a reading. */
const PAGE = 500;
/**
 * Ids that were passed over are looked for this long, in milliseconds: they are of transactions that had not
 * committed yet, or never will. No transaction of the service lives longer.
 */
const PATIENCE = 60_000;
/** How many of them, the latest ones. */
const MOST_MISSED = 1000;
/** How far back ids are missed when reading begins. */
const BACK = 200;

interface Position {
  /** The highest id that was read. */
  last: number;
  /** Lower ids that were not there, and when that was seen. */
  missed: Map<number, number>;
}

export function createHintBus(storage: Storage, log: Log, lookMs: number = LOOK): HintBus {
  const listeners = new Set<(news: News) => void>();
  /** Null while nobody listens: then nothing is read. */
  let position: Position | null = null;
  let stopWaking = (): void => undefined;
  /** Readings follow each other. */
  let tail: Promise<unknown> = Promise.resolve();
  let queued = false;

  function inTurn(work: () => Promise<void> | void): Promise<void> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  function wake(): void {
    if (queued) return;
    queued = true;
    inTurn(() => {
      queued = false;
      return read();
    }).catch((fault: unknown) => log.warn('hints.failed', faultFields(fault)));
  }

  async function begin(): Promise<void> {
    if (position) return;
    const last = await storage.lastHintId();
    const rows = await storage.listHints({ after: Math.max(0, last - BACK), or: [] }, PAGE);
    position = { last: Math.max(0, last - BACK), missed: new Map() };
    for (const { id } of rows) if (id <= last) moveTo(position, id);
    position.last = last;
    const stopHearing = storage.onAnnounced(wake);
    const timer = storage.shared ? setInterval(wake, lookMs) : undefined;
    // In Node a timer would keep the process; browsers give a number.
    if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.();
    stopWaking = () => {
      stopHearing();
      clearInterval(timer);
    };
  }

  async function read(): Promise<void> {
    for (let more = true; more && position;) {
      const { last, missed } = position;
      const rows = await storage.listHints({ after: last, or: [...missed.keys()] }, PAGE);
      for (const { id, news } of rows) {
        if (id > position.last) moveTo(position, id);
        else if (!missed.delete(id)) continue;
        for (const listener of [...listeners]) listener(news);
      }
      more = rows.length === PAGE;
      const old = performance.now() - PATIENCE;
      for (const [id, since] of missed) if (since < old) missed.delete(id);
    }
  }

  function end(): void {
    if (listeners.size > 0 || !position) return;
    position = null;
    stopWaking();
  }

  return {
    async subscribe(listener) {
      listeners.add(listener);
      try {
        await inTurn(begin);
      } catch (fault) {
        listeners.delete(listener);
        throw fault;
      }
      return () => {
        listeners.delete(listener);
        void inTurn(end);
      };
    },
  };
}

/** Notes the ids between as missed. */
function moveTo(position: Position, id: number): void {
  const now = performance.now();
  const from = Math.max(position.last + 1, id - MOST_MISSED);
  for (let passed = from; passed < id; passed++) position.missed.set(passed, now);
  for (const first of position.missed.keys()) {
    if (position.missed.size <= MOST_MISSED) break;
    position.missed.delete(first);
  }
  position.last = id;
}
