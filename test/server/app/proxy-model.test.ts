/**
 * No sequence of giving, changing, ending, expiry and acting gives access that the rules do not give, nor
 * takes any away that they do: the service against a small model, after every step.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/backend/types.js';
import type { PersonRow } from '../../../server/storage/storage.js';
import { WISH } from './support/appointments.js';
import { benches } from './support/benches.js';
import { NOW, people, type PersonName } from './support/people.js';
import { end, grant, numberOf, partiesOf, putNumbers } from './support/proxies.js';
import {
  dayOf,
  give,
  isLeft,
  mayDo,
  newModel,
  refusalOfGrant,
  type Model,
  type ModelPower,
} from './support/proxy-model.js';
import type { Bench } from './support/suite.js';
import { openWorld, type Ask, type Reply, type World } from './support/world.js';
import { newThread } from './suites/sending.js';

/** Who does something. Ivar comes of age on the second day, and Per may give from the third. */
const CAST = ['anna', 'ola', 'berit', 'frida', 'ivar', 'per', 'liv', 'siri'] as const;
const BORN = { ivar: '2008-11-25', per: '2010-11-26' } as const;
const EVERYBODY = [...CAST, 'gry', 'hans', 'egil'] as const;
const SCOPES: readonly Scope[] = ['messages', 'appointments', 'notifications'];

const who = fc.constantFrom<PersonName>(...CAST);
/** Null: whoever gave the power that the step picks. */
const mostlyTheGiver = fc.option(who, { freq: 1 });
const scopes = fc.subarray([...SCOPES], { minLength: 1 });
/** Days from today; null: until further notice. */
const until = fc.option(fc.integer({ min: -1, max: 3 }), { freq: 3 });

type Step =
  | { do: 'give'; by: PersonName; to: PersonName; scopes: Scope[]; until: number | null; rightly: boolean }
  | { do: 'give for another'; by: PersonName; actingFor: PersonName; to: PersonName; scopes: Scope[] }
  | { do: 'change'; by: PersonName | null; which: number; scopes: Scope[]; until: number | null }
  | { do: 'end'; by: PersonName | null; which: number }
  | { do: 'hide'; who: PersonName }
  | { do: 'wait'; hours: number }
  | { do: 'act'; by: PersonName; actingFor: PersonName; what: number }
  | { do: 'act by a power'; which: number; what: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      by: who,
      to: who,
      scopes,
      until,
      rightly: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('give for another' as const),
      by: who,
      actingFor: who,
      to: who,
      scopes,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      by: mostlyTheGiver,
      which: fc.nat(30),
      scopes,
      until,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('end' as const), by: mostlyTheGiver, which: fc.nat(30) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      by: who,
      actingFor: fc.constantFrom<PersonName>(...EVERYBODY),
      what: fc.nat(6),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('act by a power' as const), which: fc.nat(30), what: fc.nat(6) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), who }) },
);

const codeOf = ({ status, body }: Reply): string => (status < 300 ? 'done' : body.code);

/** A power that the step picks, latest given ones more often. */
const picked = ({ powers }: Model, which: number): ModelPower | undefined =>
  powers[Math.max(0, powers.length - 1 - (which % powers.length))];

const rowOf = (id: PersonName): PersonRow => ({
  ...people[id],
  birthDate: (BORN as Partial<Record<PersonName, string>>)[id] ?? people[id].birthDate,
});

/** What may be done on behalf of somebody, and what it takes. */
function act(world: World, what: number, ask: Ask): [Scope | null, Promise<Reply>] {
  const deeds: [Scope | null, () => Promise<Reply>][] = [
    [null, () => world.ask('GET', '/api/contacts', ask)],
    ['messages', () => world.ask('GET', '/api/threads', ask)],
    ['messages', () => world.ask('POST', '/api/threads', { ...ask, body: newThread() })],
    ['messages', () => world.ask('GET', '/api/access-log', ask)],
    ['appointments', () => world.ask('GET', '/api/appointments', ask)],
    [
      'appointments',
      () =>
        world.ask('POST', '/api/appointments', {
          ...ask,
          body: { contactId: 'home-care', kind: 'consultation', ...WISH },
        }),
    ],
    ['notifications', () => world.ask('GET', '/api/notification-settings', ask)],
  ];
  const [scope, ask_] = deeds[what % deeds.length] ?? [null, () => Promise.reject(new Error('no deed'))];
  return [scope, ask_()];
}

async function take(world: World, model: Model, one: Step): Promise<void> {
  switch (one.do) {
    case 'wait':
      model.now += one.hours * 3_600_000;
      world.clock.set(model.now);
      return;
    case 'give': {
      const { by, to, rightly } = one;
      const validTo = one.until === null ? null : dayOf(model.now, one.until);
      const refusal = refusalOfGrant(model, by, to, { to: validTo, named: true, rightly });
      const familyName = rightly ? people[to].familyName : 'Hansen';
      const person = { nationalId: numberOf(to), familyName };
      const reply = await grant(world, { person, scopes: one.scopes, validTo }, { as: by });
      expect(codeOf(reply)).toBe(refusal ?? 'done');
      if (!refusal)
        give(model, { id: reply.body.id, giver: by, receiver: to, scopes: one.scopes, to: validTo });
      return;
    }
    case 'give for another': {
      const { by, actingFor, to } = one;
      if (by === actingFor) return;
      const reply = await grant(world, { to, scopes: one.scopes }, { as: by, actingFor });
      expect(codeOf(reply)).toBe('forbidden');
      return;
    }
    case 'change': {
      const old = picked(model, one.which);
      if (!old) return;
      const validTo = one.until === null ? null : dayOf(model.now, one.until);
      const by = one.by ?? (old.giver as PersonName);
      const own = old.giver === by && isLeft(model, old);
      const past = validTo !== null && validTo < dayOf(model.now);
      const refusal = past
        ? 'invalid'
        : own
          ? refusalOfGrant(model, by, old.receiver, { to: validTo, named: false, rightly: true })
          : 'not-found';
      const reply = await grant(world, { replaces: old.id, scopes: one.scopes, validTo }, { as: by });
      expect(codeOf(reply)).toBe(refusal ?? 'done');
      if (!refusal) give(model, { ...old, id: reply.body.id, scopes: one.scopes, to: validTo });
      return;
    }
    case 'end': {
      const power = picked(model, one.which);
      if (!power) return;
      const by = one.by ?? (power.giver as PersonName);
      const reply = await end(world, power.id, { as: by });
      const concerned = [power.giver, power.receiver].includes(by);
      expect(codeOf(reply)).toBe(concerned ? 'done' : 'not-found');
      if (!concerned) return;
      if (isLeft(model, power)) power.ended = true;
      expect(reply.body.status).toBe(power.ended ? 'ended' : 'expired');
      return;
    }
    case 'hide':
      model.hidden.add(one.who);
      await world.storage.putPerson({ ...rowOf(one.who), protectedAddress: true });
      return;
    case 'act by a power': {
      const power = picked(model, one.which);
      if (!power) return;
      const [by, actingFor] = [power.receiver as PersonName, power.giver as PersonName];
      return take(world, model, { do: 'act', by, actingFor, what: one.what });
    }
    case 'act': {
      const { by, actingFor } = one;
      const may = by === actingFor ? new Set(SCOPES) : mayDo(model, by, actingFor);
      const [scope, asked] = act(world, one.what, { as: by, actingFor });
      const reply = await asked;
      if (may.size === 0) expect(codeOf(reply)).toBe('forbidden');
      else if (scope && !may.has(scope)) expect(codeOf(reply)).toBe('scope-missing');
      else expect([200, 201, 404]).toContain(reply.status);
    }
  }
}

/** Whom everybody may act for, as the session says it, is what the model says. */
async function compare(world: World, model: Model): Promise<void> {
  for (const one of CAST) {
    const expected = Object.keys(people)
      .filter((other) => other !== one && mayDo(model, one, other).size > 0)
      .map((other) => [other, SCOPES.filter((scope) => mayDo(model, one, other).has(scope))] as const);
    expect([one, await partiesOf(world, one)]).toEqual([one, Object.fromEntries(expected)]);
  }
}

/** `kinds` of steps that must have been taken, so that a run which takes none does not pass. */
const runs = {
  memory: { numRuns: 60, kinds: 8 },
  'embedded PostgreSQL': { numRuns: 4, kinds: 4 },
} as const;

describe.each(Object.keys(runs) as (keyof typeof runs)[])(
  'powers of attorney and a model of them, on %s',
  (name) => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await benches[name]();
    });
    afterAll(() => bench.close());

    it('agree after every step on who may do what for whom', async () => {
      const done = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
          const world = await openWorld(await bench.empty(), {
            settings: { sessionIdleMinutes: 400 * 24 * 60 },
          });
          try {
            await putNumbers(world);
            for (const one of CAST) await world.storage.putPerson(rowOf(one));
            const model = newModel(NOW, BORN);
            for (const one of steps) {
              await take(world, model, one);
              await compare(world, model);
              done.set(one.do, (done.get(one.do) ?? 0) + 1);
            }
          } finally {
            await world.close();
          }
        }),
        { numRuns: runs[name].numRuns },
      );
      console.log(`steps on ${name}: ${[...done].map(([what, count]) => `${what} ${count}`).join(', ')}`);
      expect(done.size).toBeGreaterThanOrEqual(runs[name].kinds);
    }, 300_000);
  },
);
