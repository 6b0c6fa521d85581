import { expect } from 'vitest';
import type { NoticeChannel, NoticeEvent } from '../../../../src/backend/types.js';
import { changeAppointment, putAppointment } from '../support/appointments.js';
import { NOW } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import { hours } from '../support/times.js';
import type { Ask, Reply, World } from '../support/world.js';
import { reader, sending } from '../../notices/support/readers.js';
import { sent } from '../../notices/support/sent.js';
import { watch } from './events.js';

export const settingsOf = (world: World, ask: Ask = { as: 'anna' }, lang = 'nb') =>
  world.ask('GET', `/api/notification-settings?lang=${lang}`, ask);

interface Saved {
  rules: { event: NoticeEvent; channels: NoticeChannel[] }[];
  language: string;
  mobile?: null;
  email?: null;
}

/** With the version as it is now, unless another one is given. */
export async function save(
  world: World,
  change: Partial<Saved>,
  { version, ...ask }: Ask & { version?: string } = { as: 'anna' },
): Promise<Reply> {
  const seen = version ?? (await settingsOf(world, ask)).body.version;
  return world.ask('PUT', '/api/notification-settings', {
    ...ask,
    headers: { 'If-Match': `"${seen}"` },
    body: { rules: [], language: 'nb', ...change },
  });
}

const channelsIn = ({ body }: Reply) =>
  Object.fromEntries(body.rules.map(({ event, channels }) => [event, channels]));

export const notificationSettings: Suite = (check) => {
  check(
    'who has set nothing has no address, and hears by none of what always comes',
    async (world) => {
      const { status, body, headers } = await settingsOf(world);
      expect(status).toBe(200);
      expect(body).toMatchObject({ mobile: null, email: null, managedAt: null, language: 'nb' });
      expect(body.rules).toMatchObject([
        { event: 'message', channels: [], required: true },
        { event: 'appointment', channels: [], required: false },
        { event: 'visit-completed', channels: [], required: false },
      ]);
      expect(headers.get('ETag')).toBe(`"${body.version}"`);
    },
    sending,
  );

  check(
    'one has rules for oneself and for each person one acts for, and one’s own addresses and language with all of them',
    async (world) => {
      await reader(world.storage, 'berit', { language: 'nn' });
      const own = await save(
        world,
        { rules: [{ event: 'appointment', channels: ['email', 'sms'] }], language: 'nn' },
        { as: 'berit' },
      );
      expect(own.status).toBe(200);
      const forAnna = { as: 'berit', actingFor: 'anna' } as const;
      const saved = await save(
        world,
        { rules: [{ event: 'visit-completed', channels: ['email'] }], language: 'en' },
        forAnna,
      );
      expect(saved.status).toBe(200);
      expect(channelsIn(saved)).toEqual({ message: [], appointment: [], 'visit-completed': ['email'] });
      expect(saved.body.rules.some(({ required }) => required)).toBe(false);

      const again = await settingsOf(world, { as: 'berit' });
      expect(channelsIn(again)).toEqual({
        message: ['email'],
        appointment: ['sms', 'email'],
        'visit-completed': [],
      });
      expect(again.body).toMatchObject({
        language: 'en',
        email: { value: 'berit@post.example', verified: true },
      });
      // Anna has nothing of it.
      expect((await settingsOf(world)).body).toMatchObject({ email: null, language: 'nb' });
    },
    sending,
  );

  check(
    'there is something to hear of only where one may see it, and where a service tells it',
    async (world) => {
      const events = async (ask: Ask) => Object.keys(channelsIn(await settingsOf(world, ask)));
      const all = ['message', 'appointment', 'visit-completed'];
      expect(await events({ as: 'anna' })).toEqual(all);
      expect(await events({ as: 'frida', actingFor: 'gry' })).toEqual(all);
      expect(await events({ as: 'per' })).toEqual(['message', 'appointment']);
      await world.storage.putPower({
        id: 'notices-only',
        giverId: 'anna',
        receiverId: 'ola',
        scopes: ['notifications'],
        validFrom: '2026-01-01',
        validTo: null,
        createdAt: NOW,
        endedAt: null,
      });
      expect(await events({ as: 'ola', actingFor: 'anna' })).toEqual(['visit-completed']);
      for (const id of ['home-care', 'physio', 'closed', 'opens-later']) {
        const contact = await world.storage.getContact(id);
        if (!contact) throw new Error('nothing there');
        await world.storage.putContact({ ...contact, visitNotices: { state: 'not-offered', text: null } });
      }
      expect(await events({ as: 'anna' })).toEqual(['message', 'appointment']);
      expect(await events({ as: 'ola', actingFor: 'anna' })).toEqual([]);
      const refused = await save(
        world,
        { rules: [{ event: 'message', channels: ['sms'] }] },
        { as: 'ola', actingFor: 'anna' },
      );
      expect(refused.body).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: '/rules/0/event', code: 'invalid' }],
      });
    },
  );

  check(
    'what is said twice, and no channel for what always comes, is refused, and nothing is kept',
    async (world) => {
      await reader(world.storage, 'anna');
      const twice = await save(world, {
        rules: [
          { event: 'appointment', channels: ['sms'] },
          { event: 'appointment', channels: [] },
        ],
      });
      expect(twice.body.errors).toEqual([{ pointer: '/rules/1/event', code: 'invalid' }]);
      const none = await save(world, {
        language: 'en',
        rules: [
          { event: 'appointment', channels: ['sms'] },
          { event: 'message', channels: [] },
        ],
      });
      expect(none.status).toBe(422);
      expect(none.body.errors).toEqual([{ pointer: '/rules/1/channels', code: 'too-few' }]);
      const after = await settingsOf(world);
      expect(after.body.language).toBe('nb');
      expect(channelsIn(after)).toMatchObject({ appointment: [] });
      const lost = await save(world, { email: null, rules: [{ event: 'message', channels: [] }] });
      // With the last address there is nothing left to choose from.
      expect([lost.status, lost.body.email]).toEqual([200, null]);
    },
    sending,
  );

  check(
    'an address can be taken away, and what always comes then comes by the other one',
    async (world) => {
      await reader(world.storage, 'anna', { mobile: '+4701950001', mobileVerified: true });
      await save(world, { rules: [{ event: 'message', channels: ['sms'] }] });
      const saved = await save(world, { mobile: null });
      expect(saved.body).toMatchObject({ mobile: null, email: { verified: true } });
      expect(channelsIn(saved)).toMatchObject({ message: ['email'] });
    },
    sending,
  );

  check(
    'a change needs the version that was seen, and any change of what is shown is another',
    async (world) => {
      const versions: string[] = [];
      const see = async (ask?: Ask) => {
        const { body } = await settingsOf(world, ask);
        versions.push(body.version);
        return body.version;
      };
      const first = await see();
      expect((await settingsOf(world, { as: 'anna' }, 'en')).body.version).toBe(first);
      const bare = await world.ask('PUT', '/api/notification-settings', {
        as: 'anna',
        body: { rules: [], language: 'nb' },
      });
      expect([bare.status, bare.body.code]).toEqual([428, 'precondition-required']);
      await see({ as: 'berit', actingFor: 'anna' });
      await see({ as: 'berit' });
      await save(world, { language: 'en' });
      await see();
      await save(world, { language: 'en', rules: [{ event: 'appointment', channels: ['sms'] }] });
      await see();
      await reader(world.storage, 'anna');
      await see();
      await reader(world.storage, 'anna', {
        managedAt: { label: { nb: 'Et register' }, url: 'https://x.example/' },
      });
      await see();
      expect(new Set(versions).size).toBe(versions.length);
      const stale = await save(world, { language: 'nn' }, { as: 'anna', version: first });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
      expect((await settingsOf(world)).body.language).toBe('nb');
    },
  );

  check('of two changes at once one is kept and the other is stale', async (world) => {
    const version = (await settingsOf(world)).body.version;
    const replies = await Promise.all(
      (['nn', 'en', 'se'] as const).map((language) => save(world, { language }, { as: 'anna', version })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const kept = replies.find(({ status }) => status === 200);
    expect((await settingsOf(world)).body.language).toBe(kept?.body.language);
  });

  check('addresses that are kept elsewhere are shown with where, in words, and stay', async (world) => {
    const label = { nb: 'Registeret', nn: 'Registeret', en: 'The register' };
    await reader(world.storage, 'anna', { managedAt: { label, url: 'https://register.example/' } });
    const { body } = await settingsOf(world, { as: 'anna' }, 'en');
    expect(body.managedAt).toEqual({ label: 'The register', url: 'https://register.example/' });
    const refused = await save(world, { email: null });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-allowed']);
    // Rules and language are set here all the same; what is not there cannot be removed.
    const saved = await save(world, { mobile: null, language: 'nn' });
    expect([saved.status, saved.body.language]).toEqual([200, 'nn']);
  });

  check('the reader’s other pages hear of a change, and nobody else', async (world) => {
    await reader(world.storage, 'berit');
    const [berit, anna] = await Promise.all([watch(world, { as: 'berit' }), watch(world, { as: 'anna' })]);
    await save(world, { language: 'nn' }, { as: 'berit', actingFor: 'anna' });
    expect(await berit.next()).toEqual({ type: 'settings', partyId: 'berit', id: null });
    await world.app.close();
    expect(await anna.next()).toBe('ended');
  });

  check(
    'the log of whom the notices are about says who changed them, once there was a change',
    async (world) => {
      await reader(world.storage, 'berit');
      const forAnna = { as: 'berit', actingFor: 'anna' } as const;
      const rules: Saved['rules'] = [{ event: 'visit-completed', channels: ['email'] }];
      await save(world, { rules }, forAnna);
      await save(world, { rules, language: 'en' }, forAnna);
      await save(world, { email: null }, forAnna);
      const log = async (id: string) =>
        (await world.storage.listAccess({ personId: id }, { limit: 10, cursor: null })).items;
      expect(await log('anna')).toMatchObject([
        { what: 'notices-changed', actorId: 'berit', onBehalfOf: 'Anna Prøve' },
      ]);
      expect(await log('berit')).toMatchObject([
        { what: 'address-removed', actorId: 'berit', onBehalfOf: null },
      ]);
    },
  );

  check(
    'what is shown beforehand is what is sent, in the language of whoever gets it',
    async (world) => {
      const { storage, clock } = world;
      const languages = { anna: 'nn', berit: 'en', frida: 'se' } as const;
      for (const [id, language] of Object.entries(languages)) {
        const mobile = `+470195000${id.length}`;
        await reader(storage, id, { language, mobile, mobileVerified: true });
      }
      const shown = new Map<string, string>();
      for (const [as, actingFor] of [
        ['anna', 'anna'],
        ['berit', 'anna'],
        ['frida', 'gry'],
      ] as const) {
        const all = ['message', 'appointment', 'visit-completed'] as const;
        const rules = all.map((event) => ({ event, channels: ['sms', 'email'] as NoticeChannel[] }));
        const { body } = await save(world, { rules, language: languages[as] }, { as, actingFor });
        for (const { event, preview } of body.rules)
          for (const [channel, text] of Object.entries(preview)) shown.set(`${as} ${event} ${channel}`, text);
      }
      expect(shown.size).toBe(18);
      const body = { contactId: 'home-care', subject: 'Emne', body: 'Hei', attachmentIds: [] };
      for (const actingFor of ['anna', 'gry']) {
        const as = actingFor === 'anna' ? 'anna' : 'frida';
        const thread = await world.ask('POST', '/api/threads', { as, actingFor, body });
        await world.ask('POST', `/api/staff/threads/${thread.body.id}/messages`, {
          as: 'amina',
          body: { body: 'Svar' },
        });
        const visit = { id: `visit-${actingFor}`, personId: actingFor, kind: 'home-visit' } as const;
        await putAppointment(world, { ...visit, start: NOW, end: NOW + 1 });
        await changeAppointment(world, `/api/staff/appointments/${visit.id}/completion`, {}, { as: 'amina' });
        const booked = await world.ask('POST', '/api/staff/appointments', {
          as: 'amina',
          body: {
            residentId: actingFor,
            contactId: 'home-care',
            kind: 'home-visit',
            start: '2026-11-27T20:00:00+01:00',
            end: '2026-11-27T22:00:00+01:00',
          },
        });
        expect(booked.status).toBe(201);
      }
      clock.pass(hours(1));
      const got = (await sent(world)).map(({ subject, text }) =>
        subject === null ? text : `${subject}\n\n${text}`,
      );
      expect(got.sort()).toEqual([...shown.values()].sort());
      expect(got.join('\n')).not.toMatch(/Anna|Gry|Berit|Amina|home-care|Tjeneste|hjemme|sykepl/i);
    },
    sending,
  );
};
