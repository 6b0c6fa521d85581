import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/backend/errors.js';

/** The same file as another module. */
const COPY = ['../../src/backend/errors.js', 'copy'].join('?');

describe('a BackendError', () => {
  it('is one also when it comes from another copy of the library on the page', async () => {
    const other = (await import(COPY)) as {
      BackendError: typeof BackendError;
    };
    expect(other.BackendError).not.toBe(BackendError);
    expect(new other.BackendError('timeout')).toBeInstanceOf(BackendError);
  });

  it('is no other error', () => {
    for (const other of [new Error('timeout'), new TypeError(), { name: 'BackendError' }, null, undefined])
      expect(other).not.toBeInstanceOf(BackendError);
  });

  it('says whether trying again may help', () => {
    expect(new BackendError('offline').retryable).toBe(true);
    expect(new BackendError('forbidden', { status: 403 }).retryable).toBe(false);
  });
});
