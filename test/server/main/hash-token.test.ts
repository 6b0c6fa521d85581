import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken as byWebCrypto, randomToken } from '../../../server/app/crypto.js';
import { hashToken } from '../../../server/node/hash-token.js';

describe('the hash of a token', () => {
  it('is SHA-256 in base64url (NIST: the one of "abc")', () => {
    expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('is in Node what it is by WebCrypto', async () => {
    const token = randomToken();
    expect(hashToken(token)).toBe(await byWebCrypto(token));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(hashToken(text)).toBe(await byWebCrypto(text));
      }),
    );
  });
});
