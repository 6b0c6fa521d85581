import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStorage } from '../../server/storage/memory/memory.js';
import type { BackendError } from '../../src/backend/errors.js';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import { createCareClient } from '../../src/care/care-client.js';
import type { CareClient } from '../../src/care/care-client.js';
import { newKey, outboxOf } from '../../src/care/outbox.js';
import { putAppointment, putSlot } from '../server/app/support/appointments.js';
import { NOW, people, TERMS } from '../server/app/support/people.js';
import { NOBODYS_NUMBER, numberOf, putNumbers } from '../server/app/support/proxies.js';
import { openWorld, PAGE } from '../server/app/support/world.js';
import type { World } from '../server/app/support/world.js';
import { until } from './server.js';
import { stubStorage } from './storage.js';

let world: World;
const clients: CareClient[] = [];
afterEach(async () => {
  for (const care of clients.splice(0)) care.close();
  await world.close();
  vi.unstubAllGlobals();
});

type Who = Parameters<World['session']>[0];
/** The adapter as a browser would use it: `who` is logged in by cookie. */
async function browser(who: Who | null): Promise<ReturnType<typeof createRestBackend>> {
  const cookie = who && (await world.session(who));
  const fetch: typeof globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie) headers.set('Cookie', cookie);
    headers.set('Origin', PAGE);
    return globalThis.fetch(input, { ...init, headers });
  };
  return createRestBackend({ url: `${world.url}/api`, fetch, retryDelay: 1 });
}
const fresh = async (who: Who | null): ReturnType<typeof browser> => {
  world = await openWorld(createMemoryStorage(), { heartbeatMs: 1_000 });
  return browser(who);
};
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as BackendError).code,
  );
const THREAD = {
  contactId: 'home-care',
  topicId: 'visits',
  subject: 'Emne',
  body: 'Tekst',
  attachmentIds: [],
};

describe('the REST adapter against the care service', () => {
  it('knows who is here, by cookie and by token, and the time', async () => {
    const anna = await fresh('anna');
    expect(await anna.getSession({ lang: 'nb' })).toMatchObject({ access: 'active', user: { id: 'anna' } });
    expect(Math.abs(anna.now() - NOW)).toBeLessThan(60_000);
    const token = createRestBackend({ url: `${world.url}/api`, getToken: async () => 'token-sub-anna' });
    expect((await token.getSession()).user!.id).toBe('anna');
    const refused = createRestBackend({ url: `${world.url}/api`, getToken: async () => 'nobody' });
    expect((await refused.getSession()).access).toBe('anonymous');
    expect(await code(refused.listContacts())).toBe('unauthenticated');
  });

  it('takes somebody in and out of the terms', async () => {
    const tor = await fresh('tor');
    expect(await code(tor.listContacts())).toBe('terms-required');
    expect((await tor.acceptTerms(TERMS, { lang: 'en' })).access).toBe('pending');
    expect(await code(tor.listContacts())).toBe('pending');
    world.clock.set(NOW + 25 * 3_600_000);
    expect((await (await browser('tor')).getSession()).access).toBe('active');
    expect((await (await browser('tor')).withdrawTerms()).access).toBe('terms');
    expect(await code(tor.acceptTerms('another version'))).toBe('unauthenticated');
  });

  it('reads contacts, municipalities and what they offer', async () => {
    const anna = await fresh('anna');
    const { items } = await anna.listContacts({ lang: 'nb', limit: 200 });
    expect(items.map(({ id }) => id)).toContain('home-care');
    expect(await anna.getContact('home-care', { lang: 'en' })).toMatchObject({ id: 'home-care' });
    expect(await code(anna.getContact('nothing'))).toBe('not-found');
    const nobody = await browser(null);
    const { items: found } = await nobody.listMunicipalities('Herøy');
    expect(found.map(({ county }) => county).sort()).toHaveLength(2);
    expect((await nobody.listPublicContacts('0301', { lang: 'nn' })).items.length).toBeGreaterThan(0);
  });

  it('uploads a file, sends it once, reads it again', async () => {
    const anna = await fresh('anna');
    const file = new File(
      [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a])],
      'svar.pdf',
      {
        type: 'application/pdf',
      },
    );
    const { id } = await anna.upload(file);
    const idempotencyKey = newKey();
    const thread = { ...THREAD, attachmentIds: [id] };
    const [one, two] = [
      await anna.createThread(thread, { idempotencyKey, lang: 'nb' }),
      await anna.createThread(thread, { idempotencyKey, lang: 'nb' }),
    ];
    expect(two.id).toBe(one.id);
    expect(await code(anna.createThread({ ...thread, body: 'x' }, { idempotencyKey }))).toBe(
      'idempotency-mismatch',
    );
    expect((await anna.listThreads({ folder: 'inbox' })).items).toHaveLength(1);
    const { items } = await anna.listMessages(one.id);
    expect(items[0]!.attachments[0]!.name).toBe('svar.pdf');
    expect((await anna.getAttachment(id)).size).toBe(file.size);
    expect(await code(anna.upload(new File(['MZ'], 'program.pdf')))).toMatch(
      /media-type|attachment-rejected/,
    );
    expect(await code((await browser('carl')).getAttachment(id))).toMatch(/not-found|scope-missing/);
  });

  it('reads appointments, cancels once, and is told what is stale or too late', async () => {
    const anna = await fresh('anna');
    await putAppointment(world);
    await putAppointment(world, { id: 'soon', start: NOW + 3_600_000, end: NOW + 7_200_000 });
    const { items } = await anna.listAppointments({ status: 'booked', order: 'desc' }, { lang: 'en' });
    expect(items.map(({ id }) => id)).toEqual(['visit', 'soon']);
    const { version, title } = await anna.getAppointment('visit', { lang: 'en' });
    expect(title).toBe('Morning care');
    const idempotencyKey = newKey();
    const cancel = (options: object) =>
      anna.cancelAppointment('visit', { reasonId: 'ill', message: 'Hei' }, { version, ...options });
    const first = await cancel({ idempotencyKey });
    expect(first).toMatchObject({ status: 'cancel-requested', version: '2' });
    expect(await cancel({ idempotencyKey })).toEqual(first);
    expect(await code(cancel({}))).toBe('stale');
    expect(await code(cancel({ version: undefined }))).toBe('precondition-required');
    expect(await code(anna.cancelAppointment('soon', { reasonId: 'ill' }, { version: '1' }))).toBe(
      'too-late',
    );
    expect(await code((await browser('ola')).getAppointment('visit'))).toBe('not-found');
  });

  it('takes free slots, moves between them, and asks by wishes', async () => {
    const anna = await fresh('anna');
    await putSlot(world);
    await putSlot(world, { id: 'later', start: NOW + 80 * 3_600_000 });
    const wanted = { contactId: 'physio', kind: 'consultation' } as const;
    const window = { from: '2026-11-24T00:00:00+01:00', to: '2026-12-24T00:00:00+01:00' };
    const free = async () =>
      (await anna.listSlots({ ...wanted, ...window }, { lang: 'nb', limit: 200 })).items.map(({ id }) => id);
    expect(await free()).toEqual(['slot', 'later']);
    const booked = await anna.requestAppointment({ ...wanted, slotId: 'slot' });
    expect(booked.status).toBe('booked');
    expect(await code(anna.requestAppointment({ ...wanted, slotId: 'slot' }))).toBe('slot-taken');
    const { version } = booked;
    const moved = await anna.rescheduleAppointment(booked.id, { slotId: 'later' }, { version });
    expect([moved.version, await free()]).toEqual(['2', ['slot']]);
    const wish = { wishes: 'Helst før lunsj', preferred: [window] };
    const asked = await anna.rescheduleAppointment(booked.id, wish, { version: '2' });
    expect(asked).toMatchObject({ status: 'reschedule-requested', wishes: wish.wishes });
    expect(await anna.requestAppointment({ ...wanted, ...wish })).toMatchObject({
      status: 'requested',
      start: null,
    });
  });

  it('says which field is wrong', async () => {
    const anna = await fresh('anna');
    const error: unknown = await anna
      .createThread({ ...THREAD, subject: '' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'invalid', status: 422, errors: [{ pointer: '/subject' }] });
  });

  it('gives a power of attorney once, changes and ends it', async () => {
    const anna = await fresh('anna');
    await putNumbers(world);
    const before = (await anna.listProxies()).items.map(({ id }) => id);
    const person = { nationalId: numberOf('ola'), familyName: people.ola.familyName };
    const idempotencyKey = newKey();
    const give = () =>
      anna.grantProxy({ person, scopes: ['messages'], validTo: null }, { idempotencyKey, lang: 'nb' });
    const given = await give();
    expect(given).toMatchObject({ direction: 'given', status: 'active', scopes: ['messages'] });
    expect(await give()).toEqual(given);
    world.clock.set(NOW + 1_000);
    const changed = await anna.grantProxy({ replaces: given.id, scopes: ['appointments'], validTo: null });
    expect(await anna.endProxy(changed.id)).toMatchObject({ id: changed.id, status: 'ended' });
    const { items } = await anna.listProxies({ lang: 'nb', limit: 200 });
    const mine = items.filter(({ id }) => !before.includes(id));
    expect(mine.map(({ id, status }) => [id, status])).toEqual([
      [changed.id, 'ended'],
      [given.id, 'ended'],
    ]);
    const unknown = { nationalId: NOBODYS_NUMBER, familyName: 'Ingen' };
    expect(await code(anna.grantProxy({ person: unknown, scopes: ['messages'], validTo: null }))).toBe(
      'person-unknown',
    );
  });

  it('shows and saves settings of notices, and refuses what is stale', async () => {
    const anna = await fresh('anna');
    const { version, rules, language } = await anna.getNotificationSettings({ lang: 'nb' });
    const chosen = rules.map(({ event }) => ({ event, channels: ['email' as const] }));
    const other = language === 'nn' ? 'en' : 'nn';
    const saved = await anna.saveNotificationSettings({ rules: chosen, language: other }, { version });
    expect(saved.language).toBe(other);
    expect(saved.version).not.toBe(version);
    expect(saved.rules.find(({ event }) => event === 'appointment')).toMatchObject({ channels: ['email'] });
    expect(await code(anna.saveNotificationSettings({ rules: chosen, language }, { version }))).toBe('stale');
    // This service sends no e-mail.
    expect(await code(anna.startVerification({ channel: 'email', to: 'anna@post.example' }))).toBe(
      'not-allowed',
    );
  });

  it('extends and ends the session', async () => {
    const anna = await fresh('anna');
    world.clock.set(NOW + 600_000);
    const { expiresAt } = await anna.extendSession();
    expect(Date.parse(expiresAt!)).toBe(NOW + 600_000 + 30 * 60_000);
    expect(await anna.endSession()).toHaveProperty('logoutUrl');
    expect((await anna.getSession()).access).toBe('anonymous');
  });
});

describe('the care client against the care service', () => {
  async function client(who: Who): Promise<CareClient> {
    const backend = await browser(who);
    const care = createCareClient(() => backend);
    clients.push(care);
    const session = care.observeSession('nb', () => undefined);
    await until(() => session.snapshot.data);
    return care;
  }

  it('shows live in one browser what is sent in another, and sends once', async () => {
    await fresh(null);
    const [anna, berit] = [await client('anna'), await client('berit')];
    stubStorage();
    await berit.actFor('anna');
    const threads = berit.observe(
      ['threads'],
      'nb',
      (b, o) => b.listThreads({}, o),
      () => undefined,
      {
        hints: ['message'],
      },
    );
    await until(() => threads.snapshot.data);
    expect(threads.snapshot.data!.items).toHaveLength(0);
    expect(berit.session('nb').data!.actingFor!.id).toBe('anna');
    const key = newKey();
    const sending = outboxOf(anna).sendThread(THREAD, key);
    await until(() => sending.state === 'sent');
    await until(() => threads.snapshot.data?.items.length === 1);
    expect(threads.snapshot.data!.items[0]!.id).toBe(sending.result!.id);
  });

  it('shows live what becomes of an appointment, to who acts for the person too', async () => {
    await fresh(null);
    await putAppointment(world);
    const [anna, carl] = [await client('anna'), await client('carl')];
    stubStorage();
    await carl.actFor('anna');
    const appointments = carl.observe(
      ['appointments'],
      'nb',
      (b, o) => b.listAppointments({}, o),
      () => undefined,
      { hints: ['appointment'] },
    );
    await until(() => appointments.snapshot.data);
    expect(appointments.snapshot.data!.items).toMatchObject([{ id: 'visit', status: 'booked' }]);
    expect(anna.session('nb').data!.access).toBe('active');
    const own = await browser('anna');
    await own.cancelAppointment('visit', { reasonId: 'ill' }, { version: '1' });
    await until(() => appointments.snapshot.data?.items[0]?.status === 'cancel-requested');
    const decision = { body: { outcome: 'accepted' }, headers: { 'If-Match': '"2"' } };
    await world.ask('POST', '/api/staff/appointments/visit/decision', { as: 'amina', ...decision });
    await until(() => appointments.snapshot.data?.items[0]?.status === 'cancelled');
  });

  it('acts for oneself when the power is none', async () => {
    await fresh(null);
    const dina = await client('dina');
    await dina.actFor('anna');
    await until(() => dina.session('nb').data);
    expect(dina.person).toMatchObject({ user: 'dina', party: 'dina' });
    expect(dina.actingFor).toBeNull();
  });
});
