import { expect } from 'vitest';
import type { Storage } from '../../../server/storage/storage.js';
import { benches } from '../app/support/benches.js';
import { NOW } from '../app/support/people.js';
import { runSuites, type Suite } from '../app/support/suite.js';
import type { World } from '../app/support/world.js';
import { addresses, outbox, reader, sending } from './support/readers.js';

const rule = (storage: Storage, readerId: string, personId: string, channels: ('sms' | 'email')[]) =>
  storage.putNoticeRule({ readerId, personId, event: 'message', channels });

/** A conversation of this person with home care, and Amina's answer in it. */
async function answered(world: World, as: 'anna' | 'frida', actingFor?: string): Promise<string> {
  const body = { contactId: 'home-care', subject: 'Emne', body: 'Hei', attachmentIds: [] };
  const thread = await world.ask('POST', '/api/threads', { as, body, ...(actingFor ? { actingFor } : {}) });
  expect(thread.status).toBe(201);
  return (await answer(world, thread.body.id)).id;
}

async function answer(world: World, threadId: string, key?: string): Promise<{ id: string; status: number }> {
  const reply = await world.ask('POST', `/api/staff/threads/${threadId}/messages`, {
    as: 'amina',
    body: { body: 'Svar' },
    ...(key ? { key } : {}),
  });
  return { id: reply.body.id, status: reply.status };
}

const noticesOfMessages: Suite = (check) => {
  check(
    'an answer gives a notice to the resident and to who has her messages and notices and a rule for it',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna', { mobile: '+4701950001', mobileVerified: true, language: 'nn' });
      await reader(storage, 'berit', { language: 'en' });
      await rule(storage, 'anna', 'anna', ['sms', 'email']);
      await rule(storage, 'berit', 'anna', ['email']);
      await rule(storage, 'berit', 'berit', ['email']);
      const causeId = await answered(world, 'anna');
      const rows = await outbox(storage);
      const common = { event: 'message', causeId, attempts: 1, createdAt: NOW };
      expect(rows).toMatchObject([
        { ...common, channel: 'sms', address: '+4701950001', language: 'nn', forOther: false },
        ...rows.slice(1).map(() => ({ ...common, channel: 'email' })),
      ]);
      const mails = rows.slice(1).map(({ address, language, forOther }) => ({ address, language, forOther }));
      expect(mails).toHaveLength(2);
      expect(mails).toEqual(
        expect.arrayContaining([
          { address: 'anna@post.example', language: 'nn', forOther: false },
          { address: 'berit@post.example', language: 'en', forOther: true },
        ]),
      );
    },
    sending,
  );

  check(
    'nobody gets a notice of what they may not hear of (any more), whatever rules are left',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna');
      // Appointments, messages, notices only; ended; expired; not yet begun; a protected address; nothing to do with her.
      for (const id of ['carl', 'mona', 'nina', 'dina', 'egil', 'siri', 'liv', 'ola']) {
        await reader(storage, id);
        await rule(storage, id, 'anna', ['email']);
      }
      await answered(world, 'anna');
      expect(await addresses(storage)).toEqual(['anna@post.example']);
    },
    sending,
  );

  check(
    'parents get them for a child whose messages and notices are theirs',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'frida');
      await rule(storage, 'frida', 'gry', ['email']);
      await answered(world, 'frida', 'gry');
      expect(await outbox(storage)).toMatchObject([{ address: 'frida@post.example', forOther: true }]);
    },
    sending,
  );

  check(
    'the resident gets one without any rule, others do not',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna');
      await reader(storage, 'berit');
      await answered(world, 'anna');
      expect(await addresses(storage)).toEqual(['anna@post.example']);
    },
    sending,
  );

  check(
    'who has withdrawn consent gets none, who has to accept new terms does',
    async (world) => {
      const { storage } = world;
      for (const id of ['anna', 'berit']) await reader(storage, id);
      await rule(storage, 'berit', 'anna', ['email']);
      const id = await answered(world, 'anna');
      expect(await addresses(storage)).toHaveLength(2);
      const [anna, berit] = await Promise.all(['anna', 'berit'].map((who) => storage.getPerson(who)));
      if (!anna || !berit) throw new Error('nobody there');
      await storage.putPerson({ ...anna, termsVersion: 'an older one' });
      await storage.putPerson({ ...berit, termsVersion: null, termsAcceptedAt: null, activeFrom: null });
      const threadId = (await storage.getMessage(id))?.threadId ?? '';
      await answer(world, threadId);
      expect(await addresses(storage)).toEqual(['anna@post.example']);
    },
    sending,
  );

  check(
    'an address that two share gets one notice',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna', { email: 'familien@post.example' });
      await reader(storage, 'berit', { email: 'familien@post.example' });
      await rule(storage, 'berit', 'anna', ['email']);
      await answered(world, 'anna');
      expect(await outbox(storage)).toMatchObject([{ address: 'familien@post.example', forOther: false }]);
    },
    sending,
  );

  check(
    'an answer that is sent again with its key gives no second notice; what a resident writes gives none',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna');
      const body = { contactId: 'home-care', subject: 'Emne', body: 'Hei', attachmentIds: [] };
      const thread = await world.ask('POST', '/api/threads', { as: 'anna', body });
      expect(await outbox(storage)).toEqual([]);
      const key = crypto.randomUUID();
      const replies = await Promise.all([1, 2, 3].map(() => answer(world, thread.body.id, key)));
      expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
      expect(await addresses(storage)).toEqual(['anna@post.example']);
    },
    sending,
  );

  check(
    'a channel that cannot be sent gets none',
    async (world) => {
      const { storage } = world;
      await reader(storage, 'anna', { mobile: '+4701950001', mobileVerified: true });
      await rule(storage, 'anna', 'anna', ['sms', 'email']);
      await answered(world, 'anna');
      expect(await addresses(storage)).toEqual(['anna@post.example']);
    },
    { settings: { noticeChannels: ['email'] } },
  );

  check('without channels none are written', async (world) => {
    await reader(world.storage, 'anna');
    await answered(world, 'anna');
    expect(await outbox(world.storage)).toEqual([]);
  });

  check(
    'what left the outbox a week ago is forgotten',
    async (world) => {
      await reader(world.storage, 'anna');
      await answered(world, 'anna');
      world.clock.pass(7 * 24 * 3_600_000);
      await world.app.sweep();
      expect(await outbox(world.storage)).toHaveLength(1);
      world.clock.pass(1);
      await world.app.sweep();
      expect(await world.storage.deleteNoticesBefore(NOW + 1)).toBe(0);
    },
    sending,
  );
};

const suites = { 'notices of messages': noticesOfMessages };

runSuites('memory', benches.memory, suites);
runSuites('a PostgreSQL server', benches['a PostgreSQL server'], suites);
