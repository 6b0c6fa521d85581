/** Rules whose edges are dull to reach over HTTP. */
import { describe, expect, it } from 'vitest';
import { acceptTerms, accessOf } from '../../../server/rules/access.js';
import { ageOn, linksOf, powerInForce } from '../../../server/rules/acting-for.js';
import { offerAction } from '../../../server/rules/actions.js';
import { draftKeyStep } from '../../../server/rules/draft-key.js';
import { bodyToCompare, keepsAnswer, keyScope } from '../../../server/rules/idempotency.js';
import { excerptOf, replyDate } from '../../../server/rules/messages.js';
import { returnAddress } from '../../../server/rules/return-to.js';
import { resolveAccepted } from '../../../server/rules/words.js';
import { hours } from './support/times.js';

const now = Date.parse('2026-11-24T09:00:00+01:00');

describe('access', () => {
  const consent = { termsVersion: '1', termsAcceptedAt: now, activeFrom: now + hours(24) };

  it('goes from terms over pending to active', () => {
    expect(accessOf({ termsVersion: null, termsAcceptedAt: null, activeFrom: null }, '1', now)).toBe('terms');
    expect(accessOf(consent, '1', now)).toBe('pending');
    expect(accessOf(consent, '1', now + hours(24))).toBe('active');
    expect(accessOf(consent, '2', now + hours(24))).toBe('terms');
  });

  it('asks again for new terms, without a new wait', () => {
    const later = now + hours(240);
    expect(acceptTerms(consent, '2', 24, later)).toEqual({
      termsVersion: '2',
      termsAcceptedAt: later,
      activeFrom: consent.activeFrom,
    });
    expect(acceptTerms(consent, '1', 24, later)).toEqual(consent);
  });
});

describe('acting for another', () => {
  const power = {
    id: 'p',
    giverId: 'anna',
    receiverId: 'berit',
    scopes: ['messages' as const],
    validFrom: '2026-11-20',
    validTo: '2026-11-24',
    createdAt: 0,
    endedAt: null,
  };
  const berit = { id: 'berit', protectedAddress: false };

  it('counts both days of a power of attorney in, and nothing after it was ended', () => {
    const inForce = (day: string) => powerInForce(power, day);
    expect(['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'].map(inForce)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(powerInForce({ ...power, endedAt: now }, '2026-11-22')).toBe(false);
  });

  it('adds up several powers from one giver, and never widens oneself', () => {
    const more = { ...power, id: 'q', scopes: ['appointments' as const], validTo: null };
    const none = { ...power, id: 'r', giverId: 'ola', scopes: [] };
    const self = { ...power, id: 's', giverId: 'berit' };
    expect(linksOf(berit, [power, more, none, self], [], '2026-11-24').slice(1)).toEqual([
      { personId: 'anna', relation: 'proxy', scopes: ['messages', 'appointments'] },
    ]);
  });

  it('knows ages to the day, leap days too', () => {
    expect(ageOn('2008-11-24', '2026-11-23')).toBe(17);
    expect(ageOn('2008-11-24', '2026-11-24')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});

describe('an offer', () => {
  it('says the service’s reason before the reader’s', () => {
    const reader = { scopes: null, lang: 'nb' as const, now };
    const reasonOf = (
      state: 'open' | 'not-offered' | 'not-open-yet' | 'closed',
      opensOn: string | null = null,
    ) => offerAction({ state, text: null }, opensOn, 'messages', reader).reason;
    expect(reasonOf('not-offered')).toBe('not-offered');
    expect(reasonOf('closed')).toBe('closed');
    expect(reasonOf('not-open-yet')).toBe('not-open-yet');
    expect(reasonOf('not-open-yet', '2026-11-25')).toBe('not-open-yet');
    expect(reasonOf('not-open-yet', '2026-11-24')).toBe('unauthenticated');
    expect(reasonOf('open')).toBe('unauthenticated');
  });
});

describe('the draft key', () => {
  it('is kept for an hour, touched for a day, then replaced', () => {
    const stepAfter = (age: number) => draftKeyStep({ draftKey: 'k', draftKeyUsedAt: now - age }, now);
    expect([0, hours(1) - 1, hours(1), hours(24) - 1, hours(24)].map(stepAfter)).toEqual([
      'keep',
      'keep',
      'touch',
      'touch',
      'replace',
    ]);
    expect(draftKeyStep({ draftKey: null, draftKeyUsedAt: null }, now)).toBe('replace');
  });
});

describe('repetitions', () => {
  it('are the same path and the same JSON, in whatever order', () => {
    expect(bodyToCompare('/a', '{"x":1,"y":[{"b":2,"a":1}]}')).toBe(
      bodyToCompare('/a', ' {"y":[{"a":1,"b":2}],"x":1} '),
    );
    expect(bodyToCompare('/a', '{"x":[1,2]}')).not.toBe(bodyToCompare('/a', '{"x":[2,1]}'));
    expect(bodyToCompare('/a', '{}')).not.toBe(bodyToCompare('/b', '{}'));
    // An object and a list that are written alike after ordering are still two things.
    expect(bodyToCompare('/a', '{"x":1}')).not.toBe(bodyToCompare('/a', '[["x",1]]'));
  });

  it('keep apart what could be written together', () => {
    const scope = (userId: string, partyId: string) => keyScope({ userId, partyId, route: 'r', key: 'k' });
    expect(scope('a","b', 'c')).not.toBe(scope('a', 'b","c'));
  });

  it('give again what was done or refused, not what failed', () => {
    expect([200, 201, 404, 409, 422].every(keepsAnswer)).toBe(true);
    expect([400, 401, 403, 413, 429, 500, 503].some(keepsAnswer)).toBe(false);
  });
});

describe('messages', () => {
  it('are excerpted on one line, in whole characters', () => {
    expect(excerptOf('  Hei\n\n\tdu ')).toBe('Hei du');
    expect(Array.from(excerptOf('😀'.repeat(500)))).toHaveLength(120);
    expect(excerptOf('a'.repeat(120))).toBe('a'.repeat(120));
    expect(excerptOf('a'.repeat(121))).toBe(`${'a'.repeat(119)}…`);
  });

  it('are answered on a working day of the service', () => {
    const friday = Date.parse('2026-11-27T23:30:00+01:00');
    expect(replyDate({ replyWithinWorkingDays: 1, closedDays: [] }, friday)).toBe('2026-11-30');
    const closedDays = [{ date: '2026-11-30', label: null }];
    expect(replyDate({ replyWithinWorkingDays: 1, closedDays }, friday)).toBe('2026-12-01');
    // Christmas Day and the day after are holidays; the 24th is a working day by law.
    const christmas = Date.parse('2026-12-23T12:00:00+01:00');
    expect(replyDate({ replyWithinWorkingDays: 2, closedDays: [] }, christmas)).toBe('2026-12-28');
    expect(replyDate({ replyWithinWorkingDays: null, closedDays: [] }, friday)).toBeNull();
  });
});

describe('addresses and languages', () => {
  it('return to listed origins, without query and hash', () => {
    const allowed = ['https://kommune.example'];
    expect(returnAddress('https://kommune.example/a/b?c#d', allowed)).toBe('https://kommune.example/a/b');
    for (const address of [
      'https://kommune.example:8443/',
      'http://kommune.example/',
      'data:text/html,x',
      'x',
    ]) {
      expect(returnAddress(address, allowed)).toBeNull();
    }
  });

  it('take the first language that the pages are written in', () => {
    expect(['nn-NO,nb;q=0.8', 'de, en;q=0.5', 'no', 'se, fi', undefined].map(resolveAccepted)).toEqual([
      'nn',
      'en',
      'nb',
      'nb',
      'nb',
    ]);
  });
});
