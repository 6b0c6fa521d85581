import { describe, expect, it } from 'vitest';
import { Instant } from '../../../server/contract/scalars.js';

describe('an instant', () => {
  it.each(['2026-11-24T09:00:00+01:00', '2028-02-29T23:59:59.123456789Z', '2026-12-31T00:00:00-11:30'])(
    'is %s',
    (value) => {
      expect(Instant.safeParse(value).success).toBe(true);
    },
  );

  it.each([
    '2026-02-30T09:00:00+01:00',
    '2026-02-29T00:00:00Z',
    '2026-11-31T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-11-24T24:00:00Z',
    '2026-11-24T09:00:00',
    '2026-11-24',
  ])('is not %s', (value) => {
    expect(Instant.safeParse(value).success).toBe(false);
  });
});
