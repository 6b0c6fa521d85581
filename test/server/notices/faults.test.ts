/**
 * Three hundred and twenty notices, three workers at a time, and whatever can go wrong going wrong at random: refusals,
 * lines that are cut before and after, gateways in between, databases that do not answer, workers that die.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSenders } from '../../../server/notices/senders.js';
import { createNoticeWorker, type NoticeWorker } from '../../../server/notices/worker.js';
import { StorageError } from '../../../server/storage/errors.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { openStorage } from '../../../server/storage/open.js';
import type { Storage } from '../../../server/storage/storage.js';
import { createTestDatabase, type TestDatabase } from '../storage/postgres-server.js';
import { openGateway, type Gateway, type GatewayAnswer } from './support/gateway.js';
import { openMailbox, type Mail, type Mailbox, type MailFault } from './support/mailbox.js';
import { hash, nine, notice, notingLog, putReaders, settableClock } from './support/rows.js';

const EVENTS = 80;
const ADDRESSES = ['+4701950001', '+4701950002', 'ingrid@post.example', 'marte@post.example'];
const WORKERS = 3;
const ROUNDS = 60;

const answers = fc.oneof(
  { weight: 12, arbitrary: fc.constant<GatewayAnswer>(202) },
  { weight: 6, arbitrary: fc.constantFrom<GatewayAnswer>(500, 503, 429, 401) },
  { weight: 2, arbitrary: fc.constantFrom<GatewayAnswer>('cut', 502) },
);
const mailFaults = fc.oneof(
  { weight: 12, arbitrary: fc.constant<MailFault | null>(null) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<MailFault[]>(
      { at: 'connect', is: 421 },
      { at: 'connect', is: 'cut' },
      { at: 'recipient', is: 451 },
      { at: 'recipient', is: 'cut' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<MailFault[]>({ at: 'end', is: 'cut' }, { at: 'end', is: 451 }),
  },
);
/** What happens to a call of the storage: nothing, no answer, or the worker dies there. */
const storageFaults = fc.oneof(
  { weight: 40, arbitrary: fc.constant('none' as const) },
  { weight: 2, arbitrary: fc.constant('away' as const) },
  { weight: 1, arbitrary: fc.constant('death' as const) },
);

/** One after the other, from the start again after some thousand: the same in every run with a seed. */
function drawn<T>(arbitrary: fc.Arbitrary<T>, seed: number): () => T {
  const values = fc.sample(arbitrary, { seed, numRuns: 5000 });
  let next = 0;
  return () => values[next++ % values.length] as T;
}

const idOf = ({ headers }: Mail): string =>
  /^<(.+)@helse\.example\.no>$/.exec(headers.get('message-id') ?? '')?.[1] ?? '';

/** A storage as one worker sees it; when the worker dies all its calls end there. */
function mortal(storage: Storage, fault: () => 'none' | 'away' | 'death') {
  let dead = false;
  /** Sent, and not marked. */
  const unmarked = new Set<string>();
  const proxy = new Proxy(storage, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (key !== 'settleNotice' && key !== 'claimNotice') return member;
      return (...args: unknown[]) => {
        const id = String(args[0]);
        if (key === 'settleNotice') unmarked.add(id);
        const what = fault();
        if (what === 'death') dead = true;
        if (dead || what === 'away')
          return Promise.reject(new StorageError('unavailable', 'The database does not answer'));
        const done = Reflect.apply(member as () => unknown, target, args) as Promise<unknown>;
        // Marked is what the database has taken: it may fail by itself too.
        return done.then((value) => {
          unmarked.delete(id);
          return value;
        });
      };
    },
  });
  return { proxy, unmarked, isDead: () => dead };
}

describe('with faults at random', () => {
  let gateway: Gateway;
  let mailbox: Mailbox;
  let database: TestDatabase;

  beforeAll(async () => {
    [gateway, mailbox, database] = await Promise.all([openGateway(), openMailbox(), createTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([gateway.close(), mailbox.close(), database.drop()]);
  });

  it.each([
    ['memory', 1, () => Promise.resolve(createMemoryStorage())],
    ['the embedded database', 3, () => openStorage('memory:')],
    ['PostgreSQL', 4, () => openStorage(database.url)],
  ] as const)(
    'each address gets each event once, or twice with one id where nobody could know (%s, seed %i)',
    { timeout: 240_000 },
    async (_name, seed, open) => {
      const storage: Storage = await open();
      await putReaders(storage);
      const clock = settableClock();
      const log = notingLog();
      /** Notices of which a worker lost sight after it had sent them. */
      const doubted = new Map<string, number>();
      const doubt = (id: string) => doubted.set(id, (doubted.get(id) ?? 0) + 1);
      const answer = drawn(answers, seed);
      const mailFault = drawn(mailFaults, seed + 1);
      const storageFault = drawn(storageFaults, seed + 2);
      let quiet = false;
      gateway.taken.length = mailbox.taken.length = mailbox.unconfirmed.length = 0;
      gateway.answer = ({ body }) => {
        const what = quiet ? 202 : answer();
        if (what === 'cut' || what === 502) doubt(body.id);
        return what;
      };
      mailbox.fault = () => (quiet ? null : mailFault());

      const ids = new Map<string, string>();
      for (let event = 0; event < EVENTS; event++) {
        await storage.transaction(async (store) => {
          for (const address of ADDRESSES) {
            const id = crypto.randomUUID();
            const channel = address.startsWith('+') ? 'sms' : 'email';
            const row = notice(id, { causeId: `m${event}`, channel, address, createdAt: nine + event });
            expect(await store.insertNotice(row)).toBe(true);
            ids.set(id, `m${event} ${address}`);
            // Said twice, as an event may be.
            expect(await store.insertNotice({ ...row, id: crypto.randomUUID() })).toBe(false);
          }
        });
      }

      const born = () => {
        const { proxy, ...life } = mortal(storage, () => (quiet ? 'none' : storageFault()));
        const settings = {
          smsWebhookUrl: gateway.url,
          smtpUrl: mailbox.url,
          mailFrom: null,
          demo: false,
        };
        const publicUrl = 'https://helse.example.no';
        const senders = createSenders(settings, { storage, clock, publicUrl });
        const worker: NoticeWorker = createNoticeWorker({
          storage: proxy,
          clock,
          log,
          hash,
          senders,
          publicUrl,
          pollMs: null,
        });
        return { worker, ...life };
      };
      const workers = Array.from({ length: WORKERS }, born);
      let deaths = 0;
      for (let round = 0; round < ROUNDS; round++) {
        quiet = round > ROUNDS - 5;
        await Promise.all(
          workers.map(async ({ worker }) => {
            worker.wake();
            await worker.idle();
          }),
        );
        // Before what is unmarked can be marked the hold is over.
        for (const id of workers.flatMap(({ unmarked }) => [...unmarked])) doubt(id);
        clock.pass(30 * 60_000);
        // Last: who is born begins at once, and nobody's time may jump while they work.
        for (const [index, { isDead }] of workers.entries()) {
          if (!isDead()) continue;
          deaths++;
          workers[index] = born();
        }
      }
      await Promise.all(workers.map(({ worker }) => worker.stop()));

      const arrived = new Map<string, number>();
      const count = (id: string) => arrived.set(id, (arrived.get(id) ?? 0) + 1);
      for (const { id, to, text } of gateway.taken) {
        count(id);
        expect(ids.get(id)).toContain(to);
        expect(text).not.toContain(id);
      }
      for (const mail of mailbox.taken) {
        count(idOf(mail));
        expect(ids.get(idOf(mail))).toContain(mail.to[0]);
      }
      for (const mail of mailbox.unconfirmed) doubt(idOf(mail));
      expect([...arrived.keys()].every((id) => ids.has(id))).toBe(true);
      const times = [...ids.keys()].map((id) => arrived.get(id) ?? 0);
      expect(Math.max(...times)).toBeLessThanOrEqual(2);
      for (const [id, what] of ids) {
        const often = arrived.get(id) ?? 0;
        const doubts = doubted.get(id) ?? 0;
        // Lost only where it was in doubt twice: a refusal that two dying workers took with them.
        if (often === 0) expect(doubts, what).toBeGreaterThanOrEqual(2);
        if (often === 2) expect(doubts, what).toBeGreaterThanOrEqual(1);
      }
      // The faults really came about, and most notices had none of them.
      expect(deaths).toBeGreaterThan(5);
      expect(mailbox.unconfirmed.length).toBeGreaterThan(5);
      expect(times.filter((often) => often === 1).length).toBeGreaterThan(0.5 * ids.size);
      expect(times.filter((often) => often === 2).length).toBeGreaterThan(5);
      await storage.close();
    },
  );
});
