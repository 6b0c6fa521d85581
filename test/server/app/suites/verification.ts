import { expect } from 'vitest';
import type { NoticeChannel } from '../../../../src/backend/types.js';
import type { Check, Suite } from '../support/suite.js';
import { hours, minutes } from '../support/times.js';
import type { Ask, Reply, World } from '../support/world.js';
import { lastCode, sent } from '../../notices/support/sent.js';
import { reader, sending } from '../../notices/support/readers.js';
import { watch } from './events.js';
import { save, settingsOf } from './notification-settings.js';

const PATH = '/api/notification-settings/verifications';
const NUMBER = '+4701950009';

const start = (
  world: World,
  to: string = NUMBER,
  ask: Ask = { as: 'anna' },
  channel: NoticeChannel = 'sms',
) => world.ask('POST', PATH, { ...ask, body: { channel, to } });

const complete = (world: World, { body: { id } }: Reply, code: string, ask: Ask = { as: 'anna' }) =>
  world.ask('POST', `${PATH}/${id}`, { ...ask, body: { code } });

/** Some code that is not this one. */
const wrong = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0');

const outcome = ({ status, body }: Reply) => [status, body.code] as const;

export const verification: Suite = (plain) => {
  const check: Check = (sentence, body) => plain(sentence, body, sending);

  check('a code goes out once, and makes the number one’s own', async (world) => {
    const before = await settingsOf(world);
    const started = await start(world, '01 95 00 09');
    expect([started.status, Object.keys(started.body).sort()]).toEqual([202, ['expiresAt', 'id']]);
    expect(Date.parse(started.body.expiresAt)).toBe(world.clock.now() + minutes(10));
    const code = await lastCode(world);
    expect(await sent(world)).toMatchObject([
      { channel: 'sms', address: NUMBER, text: expect.stringContaining(`${code} er koden din`) as string },
    ]);
    // Not verified by having been asked for.
    expect((await settingsOf(world)).body.mobile).toBeNull();

    const done = await complete(world, started, code);
    expect(done.status).toBe(200);
    expect(done.body.mobile).toEqual({ value: NUMBER, verified: true });
    expect(done.headers.get('ETag')).toBe(`"${done.body.version}"`);
    expect(done.body.version).not.toBe(before.body.version);
    expect((await settingsOf(world)).body).toEqual(done.body);
    // Used is used.
    expect(outcome(await complete(world, started, code))).toEqual([422, 'code-expired']);
  });

  check('an e-mail has the code in the language of the settings, with a subject', async (world) => {
    await reader(world.storage, 'anna', { language: 'nn', email: null, emailVerified: false });
    const started = await start(world, ' Anna@Post.example ', { as: 'anna' }, 'email');
    const [mail] = await sent(world);
    expect(mail).toMatchObject({ address: 'anna@post.example', subject: 'Kode for varsel frå kommunen' });
    const done = await complete(world, started, await lastCode(world));
    expect(done.body.email).toEqual({ value: 'anna@post.example', verified: true });
  });

  check(
    'the address is the reader’s own while acting for another, and the answer has the other’s rules',
    async (world) => {
      const forAnna = { as: 'berit', actingFor: 'anna' } as const;
      const started = await start(world, NUMBER, forAnna);
      const done = await complete(world, started, await lastCode(world), forAnna);
      expect(done.body.mobile?.value).toBe(NUMBER);
      expect(done.body.rules.some(({ required }) => required)).toBe(false);
      expect((await settingsOf(world)).body.mobile).toBeNull();
      const log = await world.storage.listAccess({ personId: 'berit' }, { limit: 9, cursor: null });
      expect(log.items).toMatchObject([{ what: 'address-verified', actorId: 'berit', onBehalfOf: null }]);
    },
  );

  check('the code is what a keyed hash makes of it, and stands in no row', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    const row = await world.storage.getVerification(started.body.id);
    expect(JSON.stringify(row)).not.toContain(code);
    expect(world.log.map((line) => JSON.stringify(line)).join()).not.toMatch(new RegExp(`${code}|950009`));
  });

  check(
    'a wrong code is counted although it is refused; after five not even the right one helps',
    async (world) => {
      const started = await start(world);
      const code = await lastCode(world);
      for (let n = 1; n <= 4; n++)
        expect(outcome(await complete(world, started, wrong(code, n)))).toEqual([422, 'code-wrong']);
      const key = crypto.randomUUID();
      // The same try again is no other one.
      for (let n = 0; n < 3; n++) {
        const again = await complete(world, started, wrong(code, 5), { as: 'anna', key });
        expect(outcome(again)).toEqual([422, 'code-wrong']);
      }
      expect((await world.storage.getVerification(started.body.id))?.wrongTries).toBe(5);
      const refused = await complete(world, started, code);
      expect(outcome(refused)).toEqual([429, 'too-many-attempts']);
      expect(Number(refused.headers.get('Retry-After'))).toBe(600);
      expect((await settingsOf(world)).body.mobile).toBeNull();
      // Another one can be sent at once.
      const other = await start(world);
      expect((await complete(world, other, await lastCode(world))).status).toBe(200);
    },
  );

  check('of many guesses at once no more than five are looked at', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    const guesses = Array.from({ length: 20 }, (_, n) => complete(world, started, wrong(code, n + 1)));
    const outcomes = (await Promise.all(guesses)).map(({ body }) => body.code);
    expect(outcomes.filter((one) => one === 'code-wrong').length).toBeLessThanOrEqual(5);
    expect((await world.storage.getVerification(started.body.id))?.wrongTries).toBeLessThanOrEqual(5);
  });

  check('a code can be used for ten minutes, and is not sent any more after them', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    await start(world, 'someone@post.example', { as: 'berit' }, 'email');
    world.clock.pass(minutes(10) - 1);
    expect(outcome(await complete(world, started, wrong(code)))).toEqual([422, 'code-wrong']);
    world.clock.pass(1);
    expect(outcome(await complete(world, started, code))).toEqual([422, 'code-expired']);
    // Berit's was not sent in time: somebody would only wonder at it.
    expect(await sent(world)).toHaveLength(1);
  });

  check('a new code ends the older one of its kind, also on its way, and no other', async (world) => {
    const mail = await start(world, 'anna@post.example', { as: 'anna' }, 'email');
    const mailCode = await lastCode(world);
    const first = await start(world);
    const firstCode = await lastCode(world);
    const passed = await start(world, '+4701950008');
    const second = await start(world);
    const secondCode = await lastCode(world);
    expect((await sent(world)).map(({ address }) => address)).toEqual([NUMBER, NUMBER, 'anna@post.example']);
    expect(outcome(await complete(world, first, firstCode))).toEqual([422, 'code-expired']);
    expect(outcome(await complete(world, passed, '000000'))).toEqual([422, 'code-expired']);
    expect((await complete(world, second, secondCode)).body.mobile?.value).toBe(NUMBER);
    expect((await complete(world, mail, mailCode)).body.email?.value).toBe('anna@post.example');
  });

  check('the same request sends one code, however often it comes and at once', async (world) => {
    const key = crypto.randomUUID();
    const replies = await Promise.all([1, 2, 3, 4].map(() => start(world, NUMBER, { as: 'anna', key })));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await sent(world)).toHaveLength(1);
    const code = await lastCode(world);
    const finish = crypto.randomUUID();
    const done = await Promise.all(
      replies.map((one) => complete(world, one, code, { as: 'anna', key: finish })),
    );
    expect(new Set(done.map(({ status, body }) => `${status} ${body.version}`)).size).toBe(1);
    expect(done[0]?.status).toBe(200);
  });

  check('of two right codes at once the number is one’s own once', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    const both = await Promise.all([complete(world, started, code), complete(world, started, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const { items } = await world.storage.listAccess({ personId: 'anna' }, { limit: 9, cursor: null });
    expect(items.map(({ what }) => what)).toEqual(['address-verified']);
  });

  check('to one number go five codes an hour, whoever asks', async (world) => {
    for (const as of ['anna', 'berit', 'ola', 'per', 'frida'] as const) {
      world.clock.pass(minutes(1));
      expect((await start(world, NUMBER, { as })).status).toBe(202);
    }
    const refused = await start(world, '01950009', { as: 'carl' });
    expect(outcome(refused)).toEqual([429, 'too-many-attempts']);
    expect(Number(refused.headers.get('Retry-After'))).toBe(56 * 60);
    expect((await start(world, '+4701950007', { as: 'carl' })).status).toBe(202);
    world.clock.pass(minutes(56));
    expect((await start(world, NUMBER, { as: 'dina' })).status).toBe(202);
  });

  check('one reader asks for ten codes a day, wherever to', async (world) => {
    for (let n = 0; n < 10; n++) expect((await start(world, `+47019500${10 + n}`)).status).toBe(202);
    const key = crypto.randomUUID();
    expect(outcome(await start(world, '+4701950030', { as: 'anna', key }))).toEqual([
      429,
      'too-many-attempts',
    ]);
    expect((await start(world, '+4701950030', { as: 'berit' })).status).toBe(202);
    world.clock.pass(hours(24));
    await world.app.sweep();
    const headers = { Cookie: await world.session('anna') };
    // Refused is not done: the same request may be made later.
    const started = await start(world, '+4701950030', { headers, key });
    expect(started.status).toBe(202);
  });

  check('what is no number or address is refused, and nothing is sent or counted', async (world) => {
    for (let n = 0; n < 12; n++) {
      const refused = await start(world, n % 2 ? '12345' : 'nobody', { as: 'anna' }, n % 2 ? 'sms' : 'email');
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toEqual([{ pointer: '/to', code: 'invalid' }]);
    }
    expect(await sent(world)).toEqual([]);
    expect((await start(world)).status).toBe(202);
  });

  check('another’s code, and one that never was, are not there', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    for (const ask of [{ as: 'berit' }, { as: 'berit', actingFor: 'anna' }] as const)
      expect(outcome(await complete(world, started, code, ask))).toEqual([404, 'not-found']);
    const nothing = await world.ask('POST', `${PATH}/nothing`, { as: 'anna', body: { code } });
    expect(outcome(nothing)).toEqual([404, 'not-found']);
    expect((await world.storage.getVerification(started.body.id))?.wrongTries).toBe(0);
  });

  check('where addresses are kept elsewhere there are no codes', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    await reader(world.storage, 'anna', {
      managedAt: { label: { nb: 'Et register' }, url: 'https://x.example/' },
    });
    expect(outcome(await start(world))).toEqual([409, 'not-allowed']);
    expect(outcome(await complete(world, started, code))).toEqual([409, 'not-allowed']);
  });

  check('the reader’s other pages hear of a verified address', async (world) => {
    const started = await start(world);
    const code = await lastCode(world);
    const anna = await watch(world, { as: 'anna' });
    await complete(world, started, code);
    expect(await anna.next()).toEqual({ type: 'settings', partyId: 'anna', id: null });
  });

  check('a removed number comes back only with a code', async (world) => {
    await reader(world.storage, 'anna', { mobile: NUMBER, mobileVerified: true });
    await save(world, { mobile: null });
    expect((await settingsOf(world)).body.mobile).toBeNull();
    const started = await start(world);
    expect((await complete(world, started, await lastCode(world))).body.mobile?.verified).toBe(true);
  });

  plain('what the service cannot send to is not verified', async (world) => {
    expect(outcome(await start(world))).toEqual([409, 'not-allowed']);
  });
};
