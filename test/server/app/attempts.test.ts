import { describe, expect, it } from 'vitest';
import { countAttempt } from '../../../server/app/attempts.js';
import { createKeyedHash } from '../../../server/app/crypto.js';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';

const limit = { most: 3, within: 60_000 };

function bench() {
  const storage = createMemoryStorage();
  let now = 1_000_000;
  const services = { storage, hash: createKeyedHash('secret'), clock: { now: () => now } };
  const attempt = (of = 'anna', purpose = 'code') =>
    countAttempt(services, purpose, of, limit).then(
      () => 'through',
      (fault: unknown) => fault,
    );
  return { storage, attempt, pass: (ms: number) => void (now += ms) };
}

const refusedFor = (seconds: number) =>
  expect.objectContaining({
    code: 'too-many-attempts',
    status: 429,
    headers: expect.objectContaining({ 'Retry-After': String(seconds) }) as unknown,
  }) as unknown;

describe('counted attempts', () => {
  it('go through as often as may be, and again when the oldest is forgotten', async () => {
    const { attempt, pass } = bench();
    expect(await attempt()).toBe('through');
    pass(10_000);
    expect([await attempt(), await attempt()]).toEqual(['through', 'through']);
    pass(500);
    // Refused ones are not counted: they put nothing off.
    expect([await attempt(), await attempt()]).toEqual([refusedFor(50), refusedFor(50)]);
    pass(49_499);
    expect(await attempt()).toEqual(refusedFor(1));
    pass(1);
    expect([await attempt(), await attempt()]).toEqual(['through', refusedFor(10)]);
  });

  it('are counted for each apart, and for each purpose', async () => {
    const { attempt } = bench();
    for (let n = 0; n < 3; n++) await attempt();
    expect([await attempt(), await attempt('berit'), await attempt('anna', 'other')]).toEqual([
      refusedFor(60),
      'through',
      'through',
    ]);
  });

  it('are few of many at once', async () => {
    const { attempt } = bench();
    const all = await Promise.all(Array.from({ length: 20 }, () => attempt()));
    expect(all.filter((one) => one === 'through')).toHaveLength(3);
  });

  it('leave nothing of whom they are counted for', async () => {
    const { attempt, storage } = bench();
    await attempt('+4701900901');
    const key = await createKeyedHash('secret')('attempt code', '+4701900901');
    expect(key).not.toContain('4701900901');
    expect(await storage.listAttempts(key, 0)).toEqual([1_000_000]);
  });
});
