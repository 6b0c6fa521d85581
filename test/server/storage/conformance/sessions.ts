import { expect } from 'vitest';
import type { Check } from '../conformance.js';
import { claim, loginAttempt, nine, person, session } from './rows.js';

const answer = { status: 201, headers: { location: '/api/threads/t' }, body: '{"subject":"\\u0000 og æøå"}' };

export function sessions(check: Check): void {
  check('gives a session back as it was put, until it is deleted', async (storage) => {
    const row = session('s', { kind: 'staff' });
    await storage.insertSession(row);
    expect(await storage.getSession('s')).toEqual({ ...row, person: null });
    await expect(storage.insertSession(row)).rejects.toMatchObject({ code: 'duplicate' });
    await storage.deleteSession('s');
    await storage.deleteSession('s');
    expect(await storage.getSession('s')).toBeNull();

    // A person's comes with the person; staff who have the same id are somebody else.
    const anna = person('anna', { district: null });
    await storage.putPerson(anna);
    await storage.insertSession(session('p', { kind: 'person', userId: 'anna' }));
    await storage.insertSession(session('q', { kind: 'staff', userId: 'anna' }));
    expect((await storage.getSession('p'))?.person).toEqual(anna);
    expect((await storage.getSession('q'))?.person).toBeNull();
  });

  check('extends a session, never shortens it and never brings it back', async (storage) => {
    await storage.insertSession(session('s', { expiresAt: nine }));
    await Promise.all([5, 30, 10].map((more) => storage.extendSession('s', nine + more)));
    expect((await storage.getSession('s'))?.expiresAt).toBe(nine + 30);
    await storage.deleteSession('s');
    await storage.extendSession('s', nine + 60);
    expect(await storage.getSession('s')).toBeNull();
  });

  check('deletes the sessions and log-in attempts that ran out', async (storage) => {
    for (const more of [-1, 0, 1]) {
      await storage.insertSession(session(`s${more}`, { expiresAt: nine + more }));
      await storage.insertLoginAttempt(loginAttempt(`a${more}`, { expiresAt: nine + more }));
    }
    expect(await storage.deleteExpiredSessions(nine)).toBe(2);
    expect(await storage.getSession('s1')).not.toBeNull();
    expect(await storage.deleteExpiredLoginAttempts(nine)).toBe(2);
    expect(await storage.takeLoginAttempt('a0')).toBeNull();
    expect(await storage.takeLoginAttempt('a1')).not.toBeNull();
    expect(await storage.deleteExpiredSessions(nine)).toBe(0);
  });

  check('gives a log-in attempt once, also to several at once', async (storage) => {
    await storage.insertLoginAttempt(loginAttempt('state'));
    const taken = await Promise.all(Array.from({ length: 8 }, () => storage.takeLoginAttempt('state')));
    expect(taken.filter((row) => row !== null)).toEqual([loginAttempt('state')]);
    expect(await storage.takeLoginAttempt('state')).toBeNull();
  });

  check('gives an idempotency claim to one of those who ask at once', async (storage) => {
    const holders = Array.from({ length: 8 }, (_, i) => `holder${i}`);
    const outcomes = await Promise.all(
      holders.map((holder) => storage.claimIdempotency(claim('key', holder), nine)),
    );
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
    const winner = holders[outcomes.indexOf('claimed')] ?? '';
    for (const outcome of outcomes) {
      if (outcome !== 'claimed') expect(outcome).toEqual({ ...claim('key', winner), answer: null });
    }
  });

  check('gives a claim that ran out to one of those who ask at once', async (storage) => {
    await storage.claimIdempotency(claim('key', 'dead', { heldUntil: nine }), nine - 1);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => storage.claimIdempotency(claim('key', `holder${i}`), nine)),
    );
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
  });

  check(
    'gives a claim that ran out to a request with another body, but not one that is held',
    async (storage) => {
      await storage.claimIdempotency(claim('key', 'dead', { heldUntil: nine }), nine - 2);
      const other = claim('key', 'other', { bodyHash: 'other' });
      const held = await storage.claimIdempotency(other, nine - 1);
      expect(held).toMatchObject({ bodyHash: 'hash', holder: 'dead' });
      expect(await storage.claimIdempotency(other, nine)).toBe('claimed');
      const now = await storage.claimIdempotency(claim('key', 'third'), nine);
      expect(now).toMatchObject({ bodyHash: 'other', holder: 'other' });
    },
  );

  check('gives the first answer again, and never takes over an answered claim', async (storage) => {
    await storage.claimIdempotency(claim('key', 'first', { heldUntil: nine }), nine - 1);
    await storage.answerIdempotency('key', 'first', answer);
    const again = await storage.claimIdempotency(claim('key', 'second'), nine + 1);
    expect(again).toEqual({ ...claim('key', 'first', { heldUntil: nine }), answer });
  });

  check('tells a holder whose claim was taken over, and undoes its work', async (storage) => {
    await storage.claimIdempotency(claim('key', 'slow', { heldUntil: nine }), nine - 1);
    await storage.claimIdempotency(claim('key', 'quick'), nine);
    const late = storage.transaction(async (store) => {
      await store.putSetting('work', 'of the slow one');
      await store.answerIdempotency('key', 'slow', answer);
    });
    await expect(late).rejects.toMatchObject({ code: 'claim-lost' });
    expect(await storage.getSetting('work')).toBeNull();
    await storage.answerIdempotency('key', 'quick', answer);
    const twice = storage.answerIdempotency('key', 'quick', answer);
    await expect(twice).rejects.toMatchObject({ code: 'claim-lost' });
  });

  check('lets only the holder give up a claim, and only before the answer', async (storage) => {
    await storage.claimIdempotency(claim('key', 'first'), nine);
    await storage.releaseIdempotency('key', 'another');
    expect(await storage.claimIdempotency(claim('key', 'second'), nine)).not.toBe('claimed');
    await storage.releaseIdempotency('key', 'first');
    expect(await storage.claimIdempotency(claim('key', 'second'), nine)).toBe('claimed');
    await storage.answerIdempotency('key', 'second', answer);
    await storage.releaseIdempotency('key', 'second');
    expect(await storage.claimIdempotency(claim('key', 'third'), nine)).toMatchObject({ answer });
  });

  check('forgets claims that are older than they are kept', async (storage) => {
    await storage.claimIdempotency(claim('old', 'a', { createdAt: nine - 1 }), nine);
    await storage.claimIdempotency(claim('kept', 'a'), nine);
    expect(await storage.deleteIdempotencyBefore(nine)).toBe(1);
    expect(await storage.claimIdempotency(claim('old', 'b'), nine)).toBe('claimed');
    expect(await storage.claimIdempotency(claim('kept', 'b'), nine)).not.toBe('claimed');
  });

  check('keeps settings', async (storage) => {
    expect(await storage.getSetting('seeded')).toBeNull();
    await storage.putSetting('seeded', '1');
    await storage.putSetting('seeded', '2');
    expect(await storage.getSetting('seeded')).toBe('2');
  });
}
