/** What is left of an identity number, and what the time tells, when somebody names a person by it. */
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { openStorage } from '../../../server/storage/open.js';
import type { Storage, Store } from '../../../server/storage/storage.js';
import { end, grant, NOBODYS_NUMBER, numberOf, putNumbers } from './support/proxies.js';
import { openWorld, type World, type WorldOptions } from './support/world.js';

const KINDS = {
  nobody: { nationalId: NOBODYS_NUMBER, familyName: 'Prøve' },
  misnamed: { nationalId: numberOf('ola'), familyName: 'Hansen' },
  hidden: { nationalId: numberOf('liv'), familyName: 'Prøve' },
};

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  await world?.storage.close();
  world = undefined;
});

async function open(storage: Storage, options?: WorldOptions): Promise<World> {
  world = await openWorld(storage, options);
  await putNumbers(world);
  return world;
}

/** Comes before each call of the storage, also inside transactions. */
function onEachCall(storage: Storage, before: (name: string, given: unknown[]) => Promise<void>): Storage {
  const watched = <S extends Store>(store: S): S =>
    new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        if (name === 'transaction')
          return (work: (inner: Store) => Promise<unknown>) =>
            storage.transaction((inner) => work(watched(inner)));
        if (name === 'announce' || name === 'onAnnounced') return member.bind(target) as unknown;
        return async (...given: unknown[]) => {
          await before(String(name), given);
          return Reflect.apply(member, target, given) as unknown;
        };
      },
    });
  return watched(storage);
}

describe('who names somebody that is not found', () => {
  it('has made the service do the same, whatever the reason is', async () => {
    const asked: string[] = [];
    const storage = onEachCall(createMemoryStorage(), (name) => {
      asked.push(name);
      return Promise.resolve();
    });
    const noting = await open(storage);
    await noting.ask('GET', '/api/session', { as: 'anna' });
    const steps: string[][] = [];
    for (const person of Object.values(KINDS)) {
      asked.length = 0;
      expect((await grant(noting, { person })).body.code).toBe('person-unknown');
      steps.push([...asked]);
    }
    expect(steps[0]).toContain('findPersonByNationalIdHash');
    for (const one of steps) expect(one).toEqual(steps[0]);
  });

  it('hears of it at a moment that does not depend on the work', async () => {
    // A database that takes its time to find somebody, and is quick where there is nobody.
    const slow = new Set<unknown>();
    const storage = onEachCall(createMemoryStorage(), async (name, given) => {
      if (name === 'putNationalIdHash') slow.add(given[1]);
      // eslint-disable-next-line no-restricted-syntax -- the time that a database takes
      else if (slow.has(given[0])) await new Promise((resolve) => setTimeout(resolve, 150));
    });
    const paced = await open(storage, { namingPaceMs: 1000 });
    const took = async (person: (typeof KINDS)['nobody']) => {
      const asked = performance.now();
      await grant(paced, { person });
      return performance.now() - asked;
    };
    await paced.ask('GET', '/api/session', { as: 'anna' });
    const times = await Promise.all(Object.values(KINDS).map(took));
    for (const time of times) expect(time).toBeGreaterThanOrEqual(1000);
    // In one step, however busy the machine is: all have waited for the same one.
    expect(new Set(times.map((time) => Math.floor(time / 1000))).size).toBe(1);
  });
});

describe('an identity number', () => {
  it('is nowhere after it was looked at: not in a table, a log line or an answer', async () => {
    const storage = await openStorage('memory:');
    const { ask, log } = await open(storage);
    const printed = vi.spyOn(console, 'log');
    const wrong = `${numberOf('per').slice(0, 10)}${(Number(numberOf('per')[10]) + 1) % 10}`;
    const sent = [numberOf('ola'), numberOf('liv'), numberOf('gry'), NOBODYS_NUMBER, wrong];
    const answers: string[] = [];
    for (const nationalId of sent) {
      const { body, headers } = await grant(world!, { person: { nationalId, familyName: 'Prøve' } });
      answers.push(JSON.stringify([body, ...headers]));
    }
    const unread = await ask('POST', '/api/proxies', {
      as: 'anna',
      raw: `{"person":{"nationalId":"${numberOf('ola')}"`,
      headers: { 'Content-Type': 'application/json' },
    });
    answers.push(JSON.stringify(unread.body));
    const [given] = await storage.listPowersReceived('ola');
    await end(world!, given?.id ?? '');
    for (const path of ['/api/proxies', '/api/access-log', '/api/threads'])
      for (const as of ['anna', 'ola'] as const)
        answers.push(JSON.stringify((await ask('GET', path, { as })).body));

    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'
    `.execute(storage.db);
    const dump = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await sql<{ row: string }>`
          select t::text as row from ${sql.table(name)} t
        `.execute(storage.db);
        return rows.map(({ row }) => row).join('\n');
      }),
    );
    // The dump has what it should: names of tables and columns are not spelled wrong here.
    expect(dump.join('\n')).toContain('Kvittering: fullmakt til Ola Prøve');
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['idempotency', 'attempts', 'national_ids', 'access_log']),
    );
    for (const place of [dump.join('\n'), JSON.stringify(log), answers.join('\n'), printed.mock.calls.join()])
      for (const nationalId of sent) expect(place).not.toContain(nationalId);
    printed.mockRestore();
  });
});
