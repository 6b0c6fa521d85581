/** Notices that have waited: what has ended meanwhile gives none any more. */
import { expect } from 'vitest';
import { addDays, osloDate } from '../../../src/domain/oslo.js';
import type { PowerRow } from '../../../server/storage/powers.js';
import { changeAppointment, putAppointment } from '../app/support/appointments.js';
import { benches } from '../app/support/benches.js';
import { NOW } from '../app/support/people.js';
import { runSuites, type Check, type Suite } from '../app/support/suite.js';
import { hours } from '../app/support/times.js';
import type { World } from '../app/support/world.js';
import { save } from '../app/suites/notification-settings.js';
import { reader, sending } from './support/readers.js';
import { EVERYTHING } from './support/rows.js';
import { sent } from './support/sent.js';

const EVENTS = ['message', 'appointment', 'visit-completed'] as const;

const power = (receiverId: string): PowerRow => ({
  id: `of-${receiverId}`,
  giverId: 'anna',
  receiverId,
  scopes: EVERYTHING,
  validFrom: '2026-01-01',
  validTo: null,
  createdAt: NOW,
  endedAt: null,
});

/** Hears of all that is Anna's, by e-mail. */
async function follow({ storage }: World, readerId: string, personId = 'anna'): Promise<void> {
  await reader(storage, readerId);
  for (const event of EVENTS) await storage.putNoticeRule({ readerId, personId, event, channels: ['email'] });
}

/** Amina registers a visit, decides on an appointment and answers; all three wait in the outbox. */
async function happen(world: World, personId = 'anna', as: 'anna' | 'frida' = 'anna'): Promise<void> {
  const visit = { id: `visit-${personId}`, personId, kind: 'home-visit' } as const;
  await putAppointment(world, { ...visit, start: NOW, end: NOW + 1 });
  const path = `/api/staff/appointments/${visit.id}`;
  expect((await changeAppointment(world, `${path}/completion`, {}, { as: 'amina' })).status).toBe(200);
  const asked = { id: `asked-${personId}`, personId, status: 'requested', start: null, end: null } as const;
  await putAppointment(world, asked);
  const no = { outcome: 'declined', reason: 'Det er fullt.' };
  const decided = await changeAppointment(world, `/api/staff/appointments/${asked.id}/decision`, no, {
    as: 'amina',
  });
  expect(decided.status).toBe(200);
  const body = { contactId: 'home-care', subject: 'Emne', body: 'Hei', attachmentIds: [] };
  const thread = await world.ask('POST', '/api/threads', { as, actingFor: personId, body });
  const answer = { as: 'amina', body: { body: 'Svar' } } as const;
  expect((await world.ask('POST', `/api/staff/threads/${thread.body.id}/messages`, answer)).status).toBe(201);
}

/** What has come to whom, by kind. */
async function arrived(world: World): Promise<string[]> {
  const kind = (text: string) =>
    EVENTS[['melding', 'timeavtale', 'besøk'].findIndex((word) => text.includes(word))];
  return (await sent(world))
    .map(({ address, text }) => `${address.replace('@post.example', '')} ${kind(text)}`)
    .sort();
}

const all = (who: string): string[] => EVENTS.map((event) => `${who} ${event}`).sort();

const waiting: Suite = (plain) => {
  const check: Check = (sentence, body) => plain(sentence, body, sending);

  check('they come to who may still hear of what happened, once', async (world) => {
    await follow(world, 'anna');
    await follow(world, 'berit');
    await happen(world);
    expect(await arrived(world)).toEqual([...all('anna'), ...all('berit')]);
    expect(await arrived(world)).toHaveLength(6);
  });

  check('none comes when the power of attorney has ended meanwhile', async (world) => {
    await world.storage.putPower(power('ola'));
    await follow(world, 'ola');
    await happen(world);
    await world.storage.putPower({ ...power('ola'), endedAt: NOW + 1 });
    expect(await arrived(world)).toEqual([]);
    // Nor later, should there be another one: it was not for that one.
    await world.storage.putPower({ ...power('ola'), id: 'again' });
    world.clock.pass(hours(48));
    expect(await arrived(world)).toEqual([]);
  });

  check('none comes when it has expired at midnight in Oslo', async (world) => {
    const today = osloDate(NOW);
    for (const [receiverId, validTo] of [
      ['ola', today],
      ['per', addDays(today, 1)],
    ] as const) {
      await world.storage.putPower({ ...power(receiverId), validTo });
      await follow(world, receiverId);
    }
    await happen(world);
    world.clock.set(Date.parse(`${addDays(today, 1)}T00:00:00+01:00`));
    expect(await arrived(world)).toEqual(all('per'));
  });

  check('one that still holds until midnight comes before it', async (world) => {
    await world.storage.putPower({ ...power('ola'), validTo: osloDate(NOW) });
    await follow(world, 'ola');
    await happen(world);
    world.clock.set(Date.parse(`${addDays(osloDate(NOW), 1)}T00:00:00+01:00`) - 1);
    expect(await arrived(world)).toEqual(all('ola'));
  });

  check('of a narrowed one come those that it still covers', async (world) => {
    // Without notices there are none, whatever else may be seen.
    const left = new Map<string, PowerRow['scopes']>([
      ['ola', ['messages', 'notifications']],
      ['per', ['appointments', 'notifications']],
      ['dina', ['notifications']],
      ['egil', ['messages', 'appointments']],
    ]);
    for (const receiverId of left.keys()) {
      await world.storage.putPower(power(receiverId));
      await follow(world, receiverId);
    }
    await happen(world);
    for (const [receiverId, scopes] of left) {
      // A change ends the old one and makes a new one.
      await world.storage.putPower({ ...power(receiverId), endedAt: NOW + 1 });
      await world.storage.putPower({ ...power(receiverId), id: `new-${receiverId}`, scopes });
    }
    expect(await arrived(world)).toEqual([
      'dina visit-completed',
      'ola message',
      'ola visit-completed',
      'per appointment',
      'per visit-completed',
    ]);
  });

  check(
    'none comes to who has withdrawn consent, or turned it off, or has another address',
    async (world) => {
      for (const id of ['anna', 'berit', 'carl', 'frida'])
        await world.storage.putPower(power(id === 'anna' ? 'ola' : id));
      for (const id of ['berit', 'carl', 'frida', 'ola']) await follow(world, id);
      await happen(world);
      const berit = await world.storage.getPerson('berit');
      if (!berit) throw new Error('nobody there');
      await world.storage.putPerson({
        ...berit,
        termsVersion: null,
        termsAcceptedAt: null,
        activeFrom: null,
      });
      const rules = [{ event: 'message' as const, channels: [] }];
      await save(world, { rules }, { as: 'carl', actingFor: 'anna' });
      await save(world, { email: null }, { as: 'frida' });
      await reader(world.storage, 'ola', { email: 'new@post.example' });
      expect(await arrived(world)).toEqual(['carl appointment', 'carl visit-completed']);
    },
  );

  check('a child who comes of age is no longer told about', async (world) => {
    await follow(world, 'frida', 'gry');
    await happen(world, 'gry', 'frida');
    const gry = await world.storage.getPerson('gry');
    if (!gry) throw new Error('nobody there');
    await world.storage.putPerson({ ...gry, birthDate: '2008-11-25' });
    world.clock.set(Date.parse('2026-11-25T00:00:00+01:00'));
    expect(await arrived(world)).toEqual([]);
  });

  check('parents hear of what being a parent covers', async (world) => {
    await follow(world, 'frida', 'gry');
    await follow(world, 'frida', 'hans');
    await happen(world, 'gry', 'frida');
    await putAppointment(world, {
      id: 'hans',
      personId: 'hans',
      kind: 'home-visit',
      start: NOW,
      end: NOW + 1,
    });
    await changeAppointment(world, '/api/staff/appointments/hans/completion', {}, { as: 'amina' });
    // Frida sees the appointments of Hans, but is given no notices of them.
    const asked = {
      id: 'asked-hans',
      personId: 'hans',
      status: 'requested',
      start: null,
      end: null,
    } as const;
    await putAppointment(world, asked);
    const no = { outcome: 'declined', reason: 'Det er fullt.' };
    await changeAppointment(world, '/api/staff/appointments/asked-hans/decision', no, { as: 'amina' });
    expect(await arrived(world)).toEqual(all('frida'));
  });

  check(
    'an address that is shared gets what somebody behind it may still hear, in that one’s language',
    async (world) => {
      const shared = { email: 'felles@post.example' };
      await follow(world, 'berit');
      await world.storage.putPower(power('ola'));
      await follow(world, 'ola');
      await reader(world.storage, 'berit', shared);
      await reader(world.storage, 'ola', { ...shared, language: 'nn' });
      await happen(world);
      for (const row of await world.storage.listPowersGiven('anna'))
        if (row.receiverId === 'berit') await world.storage.putPower({ ...row, endedAt: NOW + 1 });
      const notices = await sent(world);
      expect(notices).toHaveLength(3);
      expect(new Set(notices.map(({ language, address }) => `${language} ${address}`))).toEqual(
        new Set(['nn felles@post.example']),
      );
    },
  );

  check('it is told to one address once, also when that is the resident’s own', async (world) => {
    await follow(world, 'anna');
    await follow(world, 'berit');
    for (const id of ['anna', 'berit']) await reader(world.storage, id, { email: 'felles@post.example' });
    await happen(world);
    const texts = (await sent(world)).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    // To Anna herself: of another nobody speaks.
    expect(texts.join()).not.toMatch(/ en du /);
  });
};

const suites = { 'notices that wait': waiting };

runSuites('memory', benches.memory, suites);
runSuites('a PostgreSQL server', benches['a PostgreSQL server'], suites);
