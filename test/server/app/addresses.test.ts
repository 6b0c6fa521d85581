import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyedHash } from '../../../server/app/crypto.js';
import { codeOf } from '../../../server/app/verification.js';
import { addressOf } from '../../../server/rules/verification.js';

describe('a number', () => {
  it.each([
    ['01 95 00 01', '+4701950001'],
    ['01950001', '+4701950001'],
    ['+47 01950001', '+4701950001'],
    ['0047 01 95 00 01', '+4701950001'],
    ['(+47) 01-95-00-01', '+4701950001'],
    [' +46 70 174 06 05 ', '+46701740605'],
    ['+1 (202) 555\u00a00100', '+12025550100'],
  ])('%s is %s', (written, address) => {
    expect(addressOf('sms', written)).toBe(address);
  });

  it.each(['', '1234567', '123456789', '+47 1234567', '4712345678', '+', '+0012345678', 'ola@post.example'])(
    '%j is none',
    (written) => {
      expect(addressOf('sms', written)).toBeNull();
    },
  );

  it.each(['01950001x', '０１９５０００１', '+4701950001\r\nBcc: x', '+47019500011234567', '٠١٩٥٠٠٠١'])(
    '%j with something else in it is none',
    (written) => {
      expect(addressOf('sms', written)).toBeNull();
    },
  );
});

describe('an e-mail address', () => {
  it.each([
    ['Ola.Nordmann@Post.Example', 'ola.nordmann@post.example'],
    [' ola+varsler@post.example ', 'ola+varsler@post.example'],
    ['post@øygard.example', 'post@øygard.example'],
    ['post@xn--ygard-vua.example', 'post@xn--ygard-vua.example'],
    ["o'hara@post.example", "o'hara@post.example"],
  ])('%s is %s', (written, address) => {
    expect(addressOf('email', written)).toBe(address);
  });

  it.each([
    '',
    'ola',
    'ola@post',
    '@post.example',
    'ola@@post.example',
    'ola@post..example',
    '.ola@post.example',
    'ola@post.example/x',
    'ola@post.example:25',
    'ola@post.example?cc=kari@post.example',
    'ola@127.0.0.1',
    'ola@[127.0.0.1]',
    'ola, kari@post.example',
    'Ola <ola@post.example>',
    'ola@post.example\nBcc: kari@post.example',
    'ola@post.example,kari@post.example',
    `${'a'.repeat(65)}@post.example`,
  ])('%j is none', (written) => {
    expect(addressOf('email', written)).toBeNull();
  });
});

describe('an address of any kind', () => {
  const parts = fc.oneof(
    fc.constantFrom('+', '00', '47', '@', '.', '-', 'post', '.example', 'Æ', 'ø', ' ', '\u00a0'),
    fc.constantFrom('/', '<', '>', ',', ';', '"', "'", '\\', '\r', '\n', '\u202e', '(', ')'),
    fc.integer({ min: 0, max: 99_999_999 }).map(String),
  );
  const written = fc.string({ unit: parts, maxLength: 8 });

  it('has nothing in it that could end a line or name a second one, and is the same when written again', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom('sms' as const, 'email' as const), written, (channel, text) => {
        const address = addressOf(channel, text);
        if (address === null) return;
        taken.add(channel);
        expect(address).not.toMatch(/[\s,;<>"\\\p{C}]/u);
        expect(addressOf(channel, address)).toBe(address);
        if (channel === 'sms') expect(address).toMatch(/^\+\d{7,15}$/);
        else expect(address.split('@')).toHaveLength(2);
      }),
      { numRuns: 20_000, seed: 20261124 },
    );
    expect(taken.size).toBe(2);
  });
});

describe('a code', () => {
  const hash = createKeyedHash('a secret for tests, at least 32 characters');

  it('is six digits, the same for the same verification, another with another secret', async () => {
    const other = createKeyedHash('another secret for tests, at least 32');
    const codes = new Set<string>();
    let same = 0;
    for (let n = 0; n < 2000; n++) {
      const code = await codeOf(hash, `id-${n}`);
      expect(code).toMatch(/^\d{6}$/);
      codes.add(code);
      if ((await codeOf(other, `id-${n}`)) === code) same++;
    }
    expect(await codeOf(hash, 'id-7')).toBe(await codeOf(hash, 'id-7'));
    // Two thousand of a million: some two of them are alike.
    expect(codes.size).toBeGreaterThan(1985);
    expect(same).toBeLessThan(5);
  });

  it('begins with each digit about as often as with any other', async () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 5000; n++) {
      const [first = ''] = await codeOf(hash, crypto.randomUUID());
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    // 500 expected each; 130 off is beyond six standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(130);
    expect(counts.size).toBe(10);
  });
});
