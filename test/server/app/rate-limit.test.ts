import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRateLimiter } from '../../../server/app/rate-limit.js';

function bench() {
  let now = 1_000_000;
  const limiter = createRateLimiter({ now: () => now });
  const take = (key: string, perMinute = 60): unknown => {
    try {
      limiter.take(key, perMinute);
      return 'through';
    } catch (fault) {
      return fault;
    }
  };
  return { take, pass: (ms: number) => void (now += ms) };
}

const refusedFor = (seconds: number) =>
  expect.objectContaining({
    code: 'rate-limited',
    headers: expect.objectContaining({ 'Retry-After': String(seconds) }) as unknown,
  }) as unknown;

describe('the rate limit', () => {
  afterEach(() => vi.restoreAllMocks());

  it('lets as many through in a minute as it says, for each by itself', () => {
    const { take, pass } = bench();
    expect([take('anna', 2), take('anna', 2)]).toEqual(['through', 'through']);
    expect(take('anna', 2)).toEqual(refusedFor(30));
    expect(take('berit', 2)).toBe('through');
    pass(29_999);
    expect(take('anna', 2)).toEqual(refusedFor(1));
    pass(1);
    expect([take('anna', 2), take('anna', 2)]).toEqual(['through', refusedFor(30)]);
  });

  it('goes through all buckets once in five seconds at most, however many ask', () => {
    const { take, pass } = bench();
    const walks = vi.spyOn(Map.prototype, Symbol.iterator);
    for (let n = 0; n < 12_000; n++) take(`flood-${n}`);
    expect(walks).toHaveBeenCalledTimes(1);
    pass(4999);
    take('anna');
    expect(walks).toHaveBeenCalledTimes(1);
    pass(1);
    // All of the flood are full again by now and are forgotten: there is nothing left to go through.
    take('anna');
    expect(walks).toHaveBeenCalledTimes(2);
    pass(5000);
    take('anna');
    expect(walks).toHaveBeenCalledTimes(2);
  });

  it('forgets nobody who has still to wait', () => {
    const { take, pass } = bench();
    take('anna', 1);
    for (let n = 0; n < 12_000; n++) take(`flood-${n}`);
    pass(5000);
    expect(take('berit')).toBe('through');
    expect(take('anna', 1)).toEqual(refusedFor(55));
  });
});
