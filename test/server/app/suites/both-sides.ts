/** A browser in which a resident and staff are logged in side by side. */
import { expect } from 'vitest';
import { minutes } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { watch } from './events.js';
import { newThread } from './sending.js';
import { cookiesOf, logIn } from './sessions.js';

/** The pair of cookies that such a browser sends. */
const both = async (world: World): Promise<Ask> => ({
  headers: { Cookie: `${await world.session('anna')}; ${await world.session('amina')}` },
});

const access = async (world: World, cookie: string) =>
  (await world.ask('GET', '/api/session', { headers: { Cookie: cookie } })).body.access;
const staffStatus = async (world: World, cookie: string) =>
  (await world.ask('GET', '/api/staff/session', { headers: { Cookie: cookie } })).status;

export const bothSides: Suite = (check) => {
  check('each side is asked as the one who is logged in there', async (world) => {
    const browser = await both(world);
    expect((await world.ask('GET', '/api/session', browser)).body.user.id).toBe('anna');
    expect((await world.ask('GET', '/api/staff/session', browser)).body.user.id).toBe('amina');
    const left = await watch(world, browser);
    const right = await watch(world, browser, '/api/staff/events');

    const { body: thread } = await world.ask('POST', '/api/threads', { ...browser, body: newThread() });
    expect(await left.next()).toEqual({ type: 'message', partyId: 'anna', id: thread.id });
    expect(await right.next()).toEqual({ type: 'message', partyId: null, id: thread.id });
    const file = new FormData();
    file.append('file', new File(['%PDF-1.7\n%%EOF\n'], 'plan.pdf'));
    const upload = { ...browser, key: null, raw: file };
    const path = `/api/staff/threads/${thread.id}`;
    const attachmentIds = [(await world.ask('POST', `${path}/attachments`, upload)).body.id];
    const body = { body: 'Her er planen.', attachmentIds };
    expect((await world.ask('POST', `${path}/messages`, { ...browser, body })).status).toBe(201);
    expect(await left.next()).toEqual({ type: 'message', partyId: 'anna', id: thread.id });

    const read = await world.ask('GET', `/api/threads/${thread.id}/messages`, browser);
    expect(read.body.items.map(({ author }) => author.name)).toEqual(['Amina Prøve', 'Anna Prøve']);
    for (const place of ['/api', '/api/staff'])
      expect((await world.ask('GET', `${place}/attachments/${attachmentIds[0]}`, browser)).status).toBe(200);
  });

  check('who is logged in on one side alone is refused on the other, not asked to log in', async (world) => {
    for (const path of ['/api/staff/session', '/api/staff/threads', '/api/staff/events'])
      expect([path, (await world.ask('GET', path, { as: 'anna' })).status]).toEqual([path, 403]);
    for (const path of ['/api/contacts', '/api/threads', '/api/events'])
      expect([path, (await world.ask('GET', path, { as: 'amina' })).status]).toEqual([path, 403]);
  });

  check('a session that has run out is not replaced by that of the other side', async (world) => {
    const amina = await world.session('amina');
    world.clock.pass(minutes(20));
    const anna = await world.session('anna');
    world.clock.pass(minutes(15));
    expect(await staffStatus(world, `${amina}; ${anna}`)).toBe(401);
    expect(await access(world, `${amina}; ${anna}`)).toBe('active');
  });

  check('logging in on one side leaves who is logged in on the other', async (world) => {
    const anna = await logIn(world, 'sub-anna');
    const amina = await logIn(world, 'sub-amina', anna.cookie);
    expect(amina.flags).toMatch(/^hn-staff-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect([await access(world, anna.cookie), await staffStatus(world, amina.cookie)]).toEqual([
      'active',
      200,
    ]);
    const browser = `${anna.cookie}; ${amina.cookie}`;
    const ola = await logIn(world, 'sub-ola', browser);
    expect([await access(world, anna.cookie), await staffStatus(world, amina.cookie)]).toEqual([
      'anonymous',
      200,
    ]);
    const henrik = await logIn(world, 'sub-henrik', `${ola.cookie}; ${amina.cookie}`);
    expect([await access(world, ola.cookie), await staffStatus(world, amina.cookie)]).toEqual([
      'active',
      401,
    ]);
    expect(await staffStatus(world, henrik.cookie)).toBe(200);
  });

  check(
    'on https the staff’s cookie is __Host- and Secure too',
    async (world) => {
      const { flags, cookie } = await logIn(world, 'sub-amina');
      expect(flags).toMatch(/^__Host-hn-staff-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(await staffStatus(world, cookie)).toBe(200);
    },
    { settings: { publicUrl: 'https://helse.example' } },
  );

  for (const [side, path, cookie] of [
    ['a resident', '/api/session', 'hn-session'],
    ['staff', '/api/staff/session', 'hn-staff-session'],
  ] as const) {
    check(`logging out as ${side} leaves the other, however often it is done`, async (world) => {
      const browser = await both(world);
      const pairs = new Headers(browser.headers).get('Cookie')?.split('; ') ?? [];
      const kept = pairs.find((pair) => !pair.startsWith(`${cookie}=`)) ?? '';
      const out = await world.ask('DELETE', path, browser);
      expect(out.body.logoutUrl).toContain('https://id.example/logout');
      expect(cookiesOf(out.response)).toEqual([expect.stringMatching(`^${cookie}=; Max-Age=0; Path=/`)]);
      const again = await world.ask('DELETE', path, { headers: { Cookie: kept } });
      expect(cookiesOf(again.response)).toEqual([]);
      const stays = side === 'staff' ? await access(world, kept) : await staffStatus(world, kept);
      expect(stays).toBe(side === 'staff' ? 'active' : 200);
      const gone = pairs.find((pair) => pair !== kept) ?? '';
      const ended = side === 'staff' ? await staffStatus(world, gone) : await access(world, gone);
      expect(ended).toBe(side === 'staff' ? 401 : 'anonymous');
    });
  }
};
