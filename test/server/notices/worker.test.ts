import { describe, expect, it, onTestFinished } from 'vitest';
import { TRIES } from '../../../server/notices/back-off.js';
import type { Letter, Delivery, Sender } from '../../../server/notices/sender.js';
import { createNoticeWorker } from '../../../server/notices/worker.js';
import { StorageError } from '../../../server/storage/errors.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import type { Storage } from '../../../server/storage/storage.js';
import { hash, HOLD, notice, notingLog, putReaders, settableClock } from './support/rows.js';

const accepted: Delivery = { is: 'accepted' };
const busy: Delivery = { is: 'refused', final: false, reason: { status: 503 } };
const never: Delivery = { is: 'refused', final: true, reason: { status: 422 } };
const inDoubt: Delivery = { is: 'in-doubt', reason: { errorCode: 'UND_ERR_SOCKET' } };

async function setUp(
  given: { storage?: Storage; send?: (letter: Letter) => Delivery | Promise<Delivery> } = {},
) {
  const storage = given.storage ?? createMemoryStorage();
  await putReaders(storage);
  const clock = settableClock();
  const log = notingLog();
  const sent: Letter[] = [];
  let { send = () => accepted } = given;
  const sender: Sender = async (letter) => {
    sent.push(letter);
    return send(letter);
  };
  const start = (senders: Partial<Record<'sms' | 'email', Sender>> = { sms: sender, email: sender }) => {
    const worker = createNoticeWorker({
      storage,
      clock,
      log,
      hash,
      senders,
      publicUrl: 'https://helse.example.no',
      pollMs: null,
    });
    onTestFinished(() => worker.stop());
    return worker;
  };
  return {
    storage,
    clock,
    log,
    sent,
    start,
    answer: (next: typeof send) => void (send = next),
    ids: () => sent.map(({ id }) => id),
  };
}

describe('the worker', () => {
  it('sends what is in the outbox when it starts, and what comes when it is woken, once', async () => {
    const { storage, start, sent, log } = await setUp();
    await storage.insertNotice(notice('a'));
    const worker = start();
    await worker.idle();
    await storage.insertNotice(
      notice('b', { channel: 'email', readerId: 'marte', address: 'marte@post.example', forOther: true }),
    );
    worker.wake();
    worker.wake();
    await worker.idle();
    worker.wake();
    await worker.idle();
    expect(sent).toEqual([
      {
        id: 'a',
        to: '+4701950001',
        subject: null,
        language: 'nb',
        text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\nhttps://helse.example.no/',
      },
      expect.objectContaining({ id: 'b', to: 'marte@post.example', subject: 'Ny melding', language: 'nn' }),
    ]);
    expect(log.lines).toEqual([
      { event: 'notice.sent', fields: { channel: 'sms', count: 1 } },
      { event: 'notice.sent', fields: { channel: 'email', count: 1 } },
    ]);
  });

  it('tries again what was refused, ever later, and gives up after a day', async () => {
    const { storage, start, clock, ids, log } = await setUp({ send: () => busy });
    await storage.insertNotice(notice('a'));
    const worker = start();
    const gaps: number[] = [];
    for (let minutes = 0; minutes <= 3 * 24 * 60; minutes += 0.5) {
      const before = ids().length;
      worker.wake();
      await worker.idle();
      if (ids().length > before) gaps.push(minutes);
      clock.pass(30_000);
    }
    expect(gaps).toHaveLength(TRIES);
    expect(gaps.slice(0, 10)).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 63.5, 127.5, 247.5]);
    expect(gaps.at(-1)).toBeGreaterThan(22 * 60);
    expect(gaps.at(-1)).toBeLessThan(26 * 60);
    expect(new Set(ids())).toEqual(new Set(['a']));
    expect(log.lines.at(-1)).toEqual({
      event: 'notice.given-up',
      fields: { channel: 'sms', count: TRIES, status: 503 },
    });
  });

  it('comes no earlier than the other side asks for', async () => {
    const { storage, start, clock, ids } = await setUp({ send: () => ({ ...busy, retryAfter: 600_000 }) });
    await storage.insertNotice(notice('a'));
    const worker = start();
    await worker.idle();
    clock.pass(599_999);
    worker.wake();
    await worker.idle();
    expect(ids()).toHaveLength(1);
    clock.pass(1);
    worker.wake();
    await worker.idle();
    expect(ids()).toHaveLength(2);
  });

  it('gives up at once what the address never takes', async () => {
    const { storage, start, clock, ids, log } = await setUp({ send: () => never });
    await storage.insertNotice(notice('a'));
    const worker = start();
    await worker.idle();
    clock.pass(24 * 3_600_000);
    worker.wake();
    await worker.idle();
    expect(ids()).toEqual(['a']);
    expect(log.lines.map(({ event }) => event)).toEqual(['notice.given-up']);
  });

  it.each([
    ['no answer comes', () => inDoubt],
    ['the sender fails', () => Promise.reject(new TypeError('a fault of ours about i@post.example'))],
  ])('sends once more, with the same id, where %s, and then no more', async (_what, send) => {
    const { storage, start, clock, ids, log } = await setUp({ send });
    await storage.insertNotice(notice('a'));
    const worker = start();
    for (let hour = 0; hour < 48; hour++) {
      worker.wake();
      await worker.idle();
      clock.pass(3_600_000);
    }
    expect(ids()).toEqual(['a', 'a']);
    expect(log.lines.map(({ event }) => event)).toEqual(['notice.in-doubt', 'notice.given-up']);
    expect(JSON.stringify(log.lines)).not.toMatch(/post\.example|\+47/);
  });

  it('goes on with others while one does not answer, and with the other channel', async () => {
    let answer = (_receipt: Delivery): void => undefined;
    const slow = new Promise<Delivery>((resolve) => (answer = resolve));
    const { storage, start, ids } = await setUp({
      send: ({ id }) => (id.startsWith('slow') ? slow : accepted),
    });
    await storage.insertNotice(notice('slow'));
    for (let n = 0; n < 20; n++) await storage.insertNotice(notice(`sms-${n}`));
    await storage.insertNotice(notice('mail', { channel: 'email' }));
    const worker = start();
    await expect.poll(() => ids().length).toBe(22);
    answer(accepted);
    await worker.idle();
    expect(new Set(ids()).size).toBe(22);
  });

  it('overlooks nothing that comes while all its hands are full', async () => {
    const answers: ((delivery: Delivery) => void)[] = [];
    const { storage, start, ids } = await setUp({
      send: () => new Promise((resolve) => answers.push(resolve)),
    });
    for (let n = 0; n < 4; n++) await storage.insertNotice(notice(`early-${n}`));
    const worker = start();
    await expect.poll(() => answers.length).toBe(4);
    await storage.insertNotice(notice('late'));
    worker.wake();
    answers[2]?.(accepted);
    await expect.poll(() => answers.length).toBe(5);
    for (const answer of answers) answer(accepted);
    await worker.idle();
    expect(ids().at(-1)).toBe('late');
  });

  it('leaves notices of a channel that it has no sender for', async () => {
    const { storage, start, sent, clock } = await setUp();
    await storage.insertNotice(notice('a'));
    await start({}).idle();
    await start({ email: () => Promise.resolve(accepted) }).idle();
    expect(sent).toEqual([]);
    clock.pass(1);
    await start().idle();
    expect(sent).toHaveLength(1);
  });

  it('finishes what it has begun when it is stopped, and begins nothing', async () => {
    const answers: ((delivery: Delivery) => void)[] = [];
    const { storage, start, ids, clock, answer } = await setUp({
      send: () => new Promise((resolve) => answers.push(resolve)),
    });
    for (let n = 0; n < 10; n++) await storage.insertNotice(notice(`n${n}`));
    const worker = start();
    await expect.poll(() => answers.length).toBe(4);
    const stopped = worker.stop();
    worker.wake();
    for (const one of answers) one(accepted);
    await stopped;
    expect(ids()).toHaveLength(4);
    answer(() => accepted);
    clock.pass(10 * HOLD);
    await start().idle();
    expect(ids()).toHaveLength(10);
    expect(new Set(ids()).size).toBe(10);
  });

  it('marks later what it could not mark because the database was away, and sends it no second time', async () => {
    const { storage, start, ids, clock, log } = await setUp({
      storage: flawed(createMemoryStorage(), 'settleNotice', 3),
    });
    await storage.insertNotice(notice('a'));
    const worker = start();
    await worker.idle();
    expect(log.lines.at(-1)).toMatchObject({ event: 'notices.failed', fields: { channel: 'sms' } });
    // Longer than the hold: the worker itself would claim it again.
    clock.pass(HOLD);
    for (let look = 0; look < 5; look++) {
      worker.wake();
      await worker.idle();
    }
    await start().idle();
    expect(ids()).toEqual(['a']);
  });

  it('sends nothing while it cannot claim, and everything when it can', async () => {
    const { storage, start, ids } = await setUp({ storage: flawed(createMemoryStorage(), 'claimNotice', 2) });
    await storage.insertNotice(notice('a'));
    const worker = start();
    await worker.idle();
    expect(ids()).toEqual([]);
    worker.wake();
    await worker.idle();
    expect(ids()).toEqual(['a']);
  });
});

/** The first `times` calls of one method find no database. */
function flawed(storage: Storage, method: keyof Storage, times: number): Storage {
  let left = times;
  return new Proxy(storage, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (key !== method || typeof member !== 'function') return member;
      return (...args: unknown[]) =>
        left-- > 0
          ? Promise.reject(new StorageError('unavailable', 'The database does not answer'))
          : (Reflect.apply(member, target, args) as unknown);
    },
  });
}
