import { expect } from 'vitest';
import type { Check } from '../conformance.js';
import { nine, person, power, walk } from './rows.js';

const nineInTheEvening = Date.UTC(2026, 5, 30, 19);

export function powers(check: Check): void {
  check('finds powers from both sides, ended ones too', async (storage) => {
    for (const id of ['ingrid', 'marte', 'liv']) await storage.putPerson(person(id));
    const given = power('p1', 'ingrid', 'marte');
    const ended = power('p2', 'ingrid', 'liv', {
      scopes: [],
      validTo: '2026-06-30',
      endedAt: nineInTheEvening,
    });
    await storage.putPower(ended);
    await storage.putPower(power('p1', 'ingrid', 'marte', { scopes: ['notifications'] }));
    await storage.putPower(given);
    expect(await storage.listPowersGiven('ingrid')).toEqual([given, ended]);
    expect(await storage.listPowersReceived('marte')).toEqual([given]);
    expect(await storage.listPowersReceived('ingrid')).toEqual([]);
    expect(await storage.getPower('p2')).toEqual(ended);
    expect(await storage.getPower('P2')).toBeNull();
    const refused = storage.putPower(power('p3', 'ingrid', 'nobody'));
    await expect(refused).rejects.toMatchObject({ code: 'missing-reference' });
  });

  check('lists what a person gave and received in pages, newest first', async (storage) => {
    for (const id of ['ingrid', 'marte', 'liv']) await storage.putPerson(person(id));
    const rows = [
      power('e', 'ingrid', 'marte', { createdAt: nine + 5 }),
      power('d', 'liv', 'ingrid', { createdAt: nine + 4, endedAt: nine + 9 }),
      power('c', 'ingrid', 'liv', { createdAt: nine, validTo: '2026-01-02' }),
      power('a', 'liv', 'ingrid', { createdAt: nine }),
      power('B', 'ingrid', 'liv', { createdAt: nine }),
    ];
    for (const row of [...rows].reverse()) await storage.putPower(row);
    await storage.putPower(power('others', 'marte', 'liv', { createdAt: nine + 4 }));
    for (const limit of [1, 2, 5, 200])
      expect(await walk((page) => storage.listPowers('ingrid', page), limit)).toEqual(rows);
    const meanwhile = await walk(
      (page) => storage.listPowers('ingrid', page),
      2,
      (page) => storage.putPower(power(`later${page}`, 'ingrid', 'marte', { createdAt: nine + 10 + page })),
    );
    expect(meanwhile).toEqual(rows);
    expect((await storage.listPowers('marte', { limit: 9, cursor: null })).items.at(-1)?.id).toBe('others');
    const { next } = await storage.listPowers('liv', { limit: 1, cursor: null });
    const elsewhere = storage.listAccess({ personId: 'liv' }, { limit: 1, cursor: next });
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  check('knows what a parent may do for each child', async (storage) => {
    for (const id of ['marte', 'nora', 'sander']) await storage.putPerson(person(id));
    await storage.putChild({ parentId: 'marte', childId: 'sander', scopes: ['messages'] });
    await storage.putChild({ parentId: 'marte', childId: 'nora', scopes: ['messages', 'appointments'] });
    await storage.putChild({ parentId: 'marte', childId: 'sander', scopes: [] });
    expect(await storage.listChildren('marte')).toEqual([
      { parentId: 'marte', childId: 'nora', scopes: ['messages', 'appointments'] },
      { parentId: 'marte', childId: 'sander', scopes: [] },
    ]);
    expect(await storage.listChildren('nora')).toEqual([]);
    const refused = storage.putChild({ parentId: 'marte', childId: 'nobody', scopes: [] });
    await expect(refused).rejects.toMatchObject({ code: 'missing-reference' });
  });

  check('finds a person by the hash of the number, the latest one alone', async (storage) => {
    for (const id of ['ingrid', 'marte']) await storage.putPerson(person(id));
    await storage.putNationalIdHash('ingrid', 'first');
    await storage.putNationalIdHash('marte', 'hers');
    await storage.putNationalIdHash('ingrid', 'second');
    await storage.putNationalIdHash('ingrid', 'second');
    expect(await storage.findPersonByNationalIdHash('second')).toEqual(person('ingrid'));
    expect(await storage.findPersonByNationalIdHash('hers')).toEqual(person('marte'));
    for (const none of ['first', 'Second', 'ingrid'])
      expect(await storage.findPersonByNationalIdHash(none)).toBeNull();
    await expect(storage.putNationalIdHash('ingrid', 'hers')).rejects.toMatchObject({ code: 'duplicate' });
    await expect(storage.putNationalIdHash('nobody', 'a')).rejects.toMatchObject({
      code: 'missing-reference',
    });
    expect(await storage.findPersonByNationalIdHash('second')).toEqual(person('ingrid'));
  });

  check('counts attempts by key, and forgets the old ones', async (storage) => {
    for (const at of [nine + 2, nine, nine + 1, nine + 1]) await storage.insertAttempt({ key: 'a', at });
    await storage.insertAttempt({ key: 'b', at: nine });
    expect(await storage.listAttempts('a', nine - 1)).toEqual([nine, nine + 1, nine + 1, nine + 2]);
    expect(await storage.listAttempts('a', nine)).toEqual([nine + 1, nine + 1, nine + 2]);
    expect(await storage.listAttempts('A', 0)).toEqual([]);
    expect(await storage.deleteAttemptsBefore(nine + 1)).toBe(2);
    expect(await storage.listAttempts('a', 0)).toEqual([nine + 1, nine + 1, nine + 2]);
    expect(await storage.listAttempts('b', 0)).toEqual([]);
  });

  check('lets no more attempts through than may be, also of those at once', async (storage) => {
    const attempt = () =>
      storage.transaction(async (store) => {
        const before = await store.listAttempts('key', 0);
        if (before.length < 3) await store.insertAttempt({ key: 'key', at: nine });
        return before.length < 3;
      });
    const through = await Promise.all(Array.from({ length: 8 }, attempt));
    expect(through.filter(Boolean)).toHaveLength(3);
    expect(await storage.listAttempts('key', 0)).toHaveLength(3);
  });
}
