/**
 * Makes a change happen once however often it is asked for. The answer is
 * written in the transaction that makes the change: after a crash either both
 * are there or neither.
 */
import { bodyToCompare, HOLD, IDEMPOTENCY_LIFE, keepsAnswer, keyScope } from '../rules/idempotency.js';
import { StorageError } from '../storage/errors.js';
import type { IdempotencyRow, Store } from '../storage/storage.js';
import { randomToken } from './crypto.js';
import { asProblem, Problem, retryAfter } from './problem.js';
import type { Services } from './services.js';

export type KeptAnswer = NonNullable<IdempotencyRow['answer']>;

export interface IdempotentRequest {
  userId: string;
  partyId: string;
  /** The operation. */
  route: string;
  /** The path that was asked for, part of what is compared. */
  path: string;
  key: string;
  body: string;
}

/** Between two looks at a request that is under way elsewhere. */
const POLL = 100;
/** Longer than a dead holder's claim lasts, so that who waits takes it over. */
const PATIENCE = HOLD + 5_000;

/** Requests under way in this process, by row id: who waits is woken at once. */
const underWay = new Map<string, Promise<unknown>>();

interface Change {
  /** Once, and in no transaction. */
  before(): Promise<void> | undefined;
  /** May be run again when a transaction could not be ordered: it has no other effects than through its store. */
  work(store: Store): Promise<KeptAnswer>;
}

/**
 * Makes a change, or gives the answer of the first time. What it throws is kept
 * for the key where the rules say so, and thrown.
 *
 * @throws Problem `idempotency-mismatch`; `unavailable` when the first request is under way for too long
 */
export async function once(
  services: Services,
  request: IdempotentRequest,
  change: Change,
): Promise<KeptAnswer> {
  const { storage, clock, hash } = services;
  const id = await hash('idempotency-key', keyScope(request));
  const bodyHash = await hash('idempotency-body', bodyToCompare(request.path, request.body));
  const started = performance.now();
  for (;;) {
    const holder = randomToken();
    const now = clock.now();
    const claim = await storage.claimIdempotency(
      { id, bodyHash, createdAt: now, holder, heldUntil: now + HOLD },
      now,
    );
    if (claim === 'claimed') {
      const running = perform(services, id, holder, change);
      const settled = running.then(
        () => undefined,
        () => undefined,
      );
      underWay.set(id, settled);
      try {
        return await running;
      } catch (fault) {
        if (!(fault instanceof StorageError && fault.code === 'claim-lost')) throw fault;
      } finally {
        if (underWay.get(id) === settled) underWay.delete(id);
      }
    } else if (claim.createdAt <= now - IDEMPOTENCY_LIFE) {
      await storage.deleteIdempotencyBefore(now - IDEMPOTENCY_LIFE + 1);
    } else if (claim.answer) {
      // Not before: of one that is never answered nobody may be told that it was done.
      if (claim.bodyHash !== bodyHash) throw new Problem('idempotency-mismatch');
      return claim.answer;
    } else if (performance.now() - started > PATIENCE) {
      throw new Problem('unavailable', retryAfter(2));
    } else {
      const here = underWay.get(id);
      const soon = new Promise((wake) => setTimeout(wake, POLL));
      await (here ? Promise.race([here, soon]) : soon);
    }
  }
}

async function perform(
  services: Services,
  id: string,
  holder: string,
  { before, work }: Change,
): Promise<KeptAnswer> {
  const { storage } = services;
  try {
    await before();
    return await storage.transaction(async (store) => {
      const answer = await work(store);
      await store.answerIdempotency(id, holder, answer);
      return answer;
    });
  } catch (fault) {
    if (fault instanceof StorageError && fault.code === 'claim-lost') throw fault;
    const problem = asProblem(fault);
    if (keepsAnswer(problem.status)) {
      const { status, headers, body } = problem;
      await storage.answerIdempotency(id, holder, { status, headers, body: JSON.stringify(body) });
    } else {
      // The database may be the very thing that failed: the claim then runs out by itself.
      await storage.releaseIdempotency(id, holder).catch(() => undefined);
    }
    throw fault;
  }
}
