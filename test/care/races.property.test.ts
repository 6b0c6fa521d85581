import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/backend/errors.js';
import type { Id } from '../../src/backend/types.js';
import { createCareClient } from '../../src/care/care-client.js';
import type { CareClient, Observation } from '../../src/care/care-client.js';
import { fakeBackend, sessionOf } from './fake-backend.js';

/** What an answer is about: who the server took the request for, and whom it was for. */
interface Answer {
  user: Id | null;
  party: Id | null;
}

type Step =
  | { do: 'log in'; user: 'ingrid' | 'marte' }
  | { do: 'log out' | 'run out' | 'ask' | 'release' }
  | { do: 'act for'; party: 'ingrid' | 'jonas' | null }
  | { do: 'hint'; type: 'message' | 'session' }
  | { do: 'observe'; key: string; lang: 'nb' | 'nn' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('log in' as const),
    user: fc.constantFrom('ingrid' as const, 'marte' as const),
  }),
  fc.record({
    do: fc.constantFrom('log out' as const, 'run out' as const, 'ask' as const, 'release' as const),
  }),
  fc.record({
    do: fc.constant('act for' as const),
    party: fc.constantFrom('ingrid' as const, 'jonas' as const, null),
  }),
  fc.record({
    do: fc.constant('hint' as const),
    type: fc.constantFrom('message' as const, 'session' as const),
  }),
  fc.record({
    do: fc.constant('observe' as const),
    key: fc.constantFrom('a', 'b'),
    lang: fc.constantFrom('nb' as const, 'nn' as const),
  }),
);

const clients: CareClient[] = [];
afterEach(() => {
  for (const care of clients.splice(0)) care.close();
  vi.unstubAllGlobals();
});

it('an answer is never shown under another user or another party, whatever comes when', async () => {
  // One tab: what the others tell is for another test.
  vi.stubGlobal('BroadcastChannel', undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.tuple(step, fc.nat(4)), { maxLength: 25 }),
      async (scheduler, steps) => {
        /** The server takes the request as it comes; its answer arrives when the scheduler says so. */
        const answer = async <T>(name: string, value: T): Promise<T> => {
          await scheduler.schedule(Promise.resolve(), name);
          return value;
        };
        const backend = fakeBackend({
          getSession: () => answer('session', sessionOf(backend.user, backend.actingFor)),
          async endSession() {
            backend.user = null;
            return answer('log out', { logoutUrl: null });
          },
        });
        const care = createCareClient(() => backend);
        clients.push(care);
        const broken: string[] = [];
        const held: { shown: Observation<Answer>; release: () => void }[] = [];

        const check = (): void => {
          const { person } = care;
          // Before it is known who is here the access gate shows nothing at all.
          const known = person ?? (['nb', 'nn'] as const).some((lang) => care.session(lang).data);
          for (const { shown } of known ? held : []) {
            const { data } = shown.snapshot;
            if (data && `${data.user} ${data.party}` !== `${person?.user} ${person?.party}`) {
              broken.push(`${JSON.stringify(data)} shown to ${JSON.stringify(person)}`);
            }
          }
          for (const lang of ['nb', 'nn'] as const) {
            const user = care.session(lang).data?.user?.id;
            if (user && user !== person?.user) broken.push(`session of ${user} shown to ${person?.user}`);
          }
        };
        const observe = (key: string, lang: 'nb' | 'nn'): void => {
          const session = care.observeSession(lang, check);
          const shown = care.observe<Answer>(
            [key],
            lang,
            async ({ actingFor }) => {
              const { user } = backend;
              const about = await answer(key, { user, party: actingFor ?? user });
              if (!user) throw new BackendError('unauthenticated', { status: 401 });
              return about;
            },
            check,
            { hints: ['message'] },
          );
          held.push({
            shown,
            release() {
              session.release();
              shown.release();
            },
          });
        };
        const changes: Promise<unknown>[] = [];
        const take = (it: Step): void => {
          if (it.do === 'observe') observe(it.key, it.lang);
          else if (it.do === 'release') held.shift()?.release();
          else if (it.do === 'act for') changes.push(care.actFor(it.party));
          else if (it.do === 'log out') changes.push(care.logOut());
          else if (it.do === 'hint') void care.hint({ type: it.type, partyId: null, id: null });
          else {
            if (it.do === 'log in') backend.user = it.user;
            if (it.do === 'run out') backend.user = null;
            // Somebody else is here: the stream of the one before has ended, and all is asked for again.
            void care.hint(null);
          }
        };

        observe('a', 'nb');
        for (const [it, turns] of steps) {
          take(it);
          check();
          for (let turn = 0; turn < turns; turn++) {
            if (scheduler.count()) await scheduler.waitNext(1);
            else await new Promise(setImmediate);
          }
        }
        let open = changes.length;
        for (const change of changes) void Promise.allSettled([change]).then(() => open--);
        // Until nothing moves any more: what is under way begins and ends in promises alone.
        for (let still = 0; open || still < 5; still++) {
          if (scheduler.count()) {
            await scheduler.waitNext(1);
            still = 0;
          } else await new Promise(setImmediate);
        }
        expect(broken).toEqual([]);
        // And in the end everybody sees what is theirs.
        for (const { shown } of held) {
          const { user } = backend;
          if (user && care.person) {
            expect(shown.snapshot.data).toEqual({ user, party: backend.actingFor ?? user });
          } else expect(shown.snapshot.data).toBeUndefined();
        }
        care.close();
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);
