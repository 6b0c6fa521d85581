import { expect } from 'vitest';
import type { NoticeEvent } from '../../../src/backend/types.js';
import { cancel, changeAppointment, putAppointment } from '../app/support/appointments.js';
import { benches } from '../app/support/benches.js';
import { NOW } from '../app/support/people.js';
import { runSuites, type Suite } from '../app/support/suite.js';
import type { World } from '../app/support/world.js';
import { addresses, outbox, reader, sending } from './support/readers.js';

const rule = ({ storage }: World, readerId: string, event: NoticeEvent = 'appointment') =>
  storage.putNoticeRule({ readerId, personId: 'anna', event, channels: ['email'] });

const decide = (world: World, version: number, body: object, key?: string) =>
  changeAppointment(world, '/api/staff/appointments/visit/decision', body, {
    as: 'amina',
    version,
    ...(key ? { key } : {}),
  });

const complete = (world: World) =>
  changeAppointment(world, '/api/staff/appointments/visit/completion', {}, { as: 'amina' });

const noticesOfAppointments: Suite = (check) => {
  check(
    'a decision gives a notice to who wants to hear of it and may',
    async (world) => {
      // Carl sees appointments and Nina gets notices, neither both; Dina’s power of attorney has ended; Ola has
      // nothing to do with Anna.
      for (const id of ['anna', 'berit', 'carl', 'nina', 'dina', 'ola']) {
        await reader(world.storage, id);
        await rule(world, id);
      }
      await putAppointment(world);
      await cancel(world);
      // What a resident’s own side asks for is no news to it.
      expect(await outbox(world.storage)).toEqual([]);
      await decide(world, 2, { outcome: 'accepted' });
      const rows = await outbox(world.storage);
      expect(rows.map(({ address, event, forOther }) => [address, event, forOther]).sort()).toEqual([
        ['anna@post.example', 'appointment', false],
        ['berit@post.example', 'appointment', true],
      ]);
    },
    sending,
  );

  check(
    'each decision on one appointment gives a notice, and a repeated request none',
    async (world) => {
      await reader(world.storage, 'anna');
      await rule(world, 'anna');
      await putAppointment(world);
      const key = crypto.randomUUID();
      await cancel(world);
      for (let n = 0; n < 2; n++) await decide(world, 2, { outcome: 'declined', reason: 'Nei' }, key);
      expect(await addresses(world.storage)).toEqual(['anna@post.example']);
      await cancel(world, { as: 'anna', version: 3 });
      await decide(world, 4, { outcome: 'accepted' });
      expect(await addresses(world.storage)).toEqual(['anna@post.example']);
    },
    sending,
  );

  check(
    'nobody gets one without having asked, also not the resident',
    async (world) => {
      for (const id of ['anna', 'berit']) await reader(world.storage, id);
      await rule(world, 'berit', 'message');
      await putAppointment(world);
      await cancel(world);
      await decide(world, 2, { outcome: 'accepted' });
      expect(await outbox(world.storage)).toEqual([]);
    },
    sending,
  );

  check(
    'what staff book is news',
    async (world) => {
      await reader(world.storage, 'anna');
      await rule(world, 'anna');
      const body = {
        residentId: 'anna',
        contactId: 'home-care',
        kind: 'home-visit',
        start: '2026-11-27T20:00:00+01:00',
        end: '2026-11-27T22:00:00+01:00',
      };
      const booked = await world.ask('POST', '/api/staff/appointments', { as: 'amina', body });
      expect(booked.status).toBe(201);
      expect(await outbox(world.storage)).toMatchObject([{ event: 'appointment' }]);
    },
    sending,
  );

  check(
    'a completed home visit is told to who wants to hear of visits, where the service offers it',
    async (world) => {
      for (const id of ['berit', 'carl']) await reader(world.storage, id);
      await rule(world, 'carl');
      for (const id of ['berit', 'carl']) await rule(world, id, 'visit-completed');
      const visit = { start: NOW, end: NOW + 1 };
      await putAppointment(world, { ...visit, kind: 'home-visit' });
      await complete(world);
      // Carl sees appointments, which is not to get notices on Anna’s behalf.
      expect(await outbox(world.storage)).toMatchObject([
        { event: 'visit-completed', address: 'berit@post.example', forOther: true },
      ]);
      await world.storage.deleteAppointments(['visit']);
      await putAppointment(world, visit);
      expect((await complete(world)).status).toBe(200);
      expect(await outbox(world.storage)).toEqual([]);
      await world.storage.deleteAppointments(['visit']);
      await putAppointment(world, { ...visit, kind: 'home-visit', version: 1 });
      const contact = await world.storage.getContact('home-care');
      if (!contact) throw new Error('nothing there');
      await world.storage.putContact({ ...contact, visitNotices: { state: 'not-offered', text: null } });
      expect((await complete(world)).status).toBe(200);
      expect(await outbox(world.storage)).toEqual([]);
    },
    sending,
  );
};

const suites = { 'notices of appointments': noticesOfAppointments };

runSuites('memory', benches.memory, suites);
runSuites('a PostgreSQL server', benches['a PostgreSQL server'], suites);
