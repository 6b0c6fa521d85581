import { expect } from 'vitest';
import { IdentityUnavailableError } from '../../../../server/auth/identity.js';
import { hours, minutes } from '../support/times.js';
import type { Suite } from '../support/suite.js';
import { PAGE, type World } from '../support/world.js';

const RETURN_TO = `${PAGE}/helse?q=hemmelig#del`;

export const cookiesOf = (response: Response) => response.headers.getSetCookie();
const pairOf = (cookie: string | undefined) => cookie?.split(';')[0] ?? '';

/** Goes to log in, as a browser does; gives the callback's address and the browser's cookie. */
async function begin(world: World, cookie = '') {
  const left = await world.ask('GET', `/api/login?return_to=${encodeURIComponent(RETURN_TO)}`, {
    headers: { Cookie: cookie },
  });
  expect(left.status).toBe(302);
  const state = new URL(left.headers.get('Location') ?? '').searchParams.get('state') ?? '';
  return { state, browser: pairOf(cookiesOf(left.response)[0]), flags: cookiesOf(left.response)[0] ?? '' };
}

export async function logIn(world: World, subject: string, before = '') {
  const { state, browser } = await begin(world);
  const back = await world.ask('GET', `/api/login/callback?state=${state}&code=${subject}`, {
    headers: { Cookie: [browser, before].filter(Boolean).join('; ') },
  });
  const cookie = cookiesOf(back.response).find((one) => one.includes('session=')) ?? '';
  return { ...back, flags: cookie, cookie: pairOf(cookie) };
}

const sessionOf = (world: World, cookie: string) =>
  world.ask('GET', '/api/session', { headers: { Cookie: cookie } });

export const loggingIn: Suite = (check) => {
  check('coming back from the provider logs in and returns without query and hash', async (world) => {
    const { status, headers, flags, cookie } = await logIn(world, 'sub-anna');
    expect([status, headers.get('Location')]).toEqual([302, `${PAGE}/helse`]);
    expect(flags).toMatch(/^hn-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const { body } = await sessionOf(world, cookie);
    expect(body).toMatchObject({
      access: 'active',
      user: { id: 'anna', name: 'Anna Prøve' },
      actingFor: null,
    });
  });

  check(
    'on https the cookies are __Host- and Secure',
    async (world) => {
      const { flags: login } = await begin(world);
      expect(login).toMatch(/^__Host-hn-login=[\w-]+; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      const { flags, cookie } = await logIn(world, 'sub-anna');
      expect(flags).toMatch(/^__Host-hn-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect((await sessionOf(world, cookie)).body.access).toBe('active');
      expect((await sessionOf(world, cookie.replace('__Host-', ''))).body.access).toBe('anonymous');
    },
    { settings: { publicUrl: 'https://helse.example' } },
  );

  check('no token stands in the database', async (world) => {
    const { cookie } = await logIn(world, 'sub-anna');
    const token = cookie.split('=')[1] ?? '';
    expect(await world.storage.getSession(token)).toBeNull();
  });

  check('only listed origins are returned to', async (world) => {
    for (const [address, code] of [
      ['https://evil.example/', 'origin-refused'],
      [`${PAGE}.evil.example/`, 'origin-refused'],
      ['https://user:pass@kommune.example/', 'origin-refused'],
      ['javascript:alert(1)', 'origin-refused'],
      ['//kommune.example', 'invalid'],
    ] as const) {
      const { body } = await world.ask('GET', `/api/login?return_to=${encodeURIComponent(address)}`);
      expect([address, body.code]).toEqual([address, code]);
    }
    expect((await world.ask('GET', '/api/login')).body.errors).toEqual([
      { pointer: '/return_to', code: 'required' },
    ]);
  });

  check('an answer counts once, in the browser it began in, and not for ever', async (world) => {
    const { state, browser } = await begin(world);
    const path = `/api/login/callback?state=${state}&code=sub-anna`;
    const other = await world.ask('GET', path, { headers: { Cookie: 'hn-login=another' } });
    expect(other.status).toBe(400);
    expect(await other.response.text()).toContain('nettleser');
    const used = await world.ask('GET', path, { headers: { Cookie: browser } });
    expect(used.status).toBe(400);
    expect(cookiesOf(used.response)).toEqual([]);
    const late = await begin(world);
    world.clock.pass(minutes(16));
    const expired = await world.ask('GET', `/api/login/callback?state=${late.state}&code=sub-anna`, {
      headers: { Cookie: late.browser, 'Accept-Language': 'en-GB' },
    });
    const page = await expired.response.text();
    expect(page).toContain('Logging in took too long');
    expect(page).toContain('href="http://localhost:8080/"');
    expect(expired.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  check('two tabs of one browser can log in at a time', async (world) => {
    const first = await begin(world);
    const second = await begin(world, first.browser);
    for (const { state } of [first, second]) {
      const path = `/api/login/callback?state=${state}&code=sub-anna`;
      expect((await world.ask('GET', path, { headers: { Cookie: second.browser } })).status).toBe(302);
    }
  });

  check('who gives up comes back to the page, not logged in', async (world) => {
    const { state, browser } = await begin(world);
    const back = await world.ask('GET', `/api/login/callback?state=${state}&error=access_denied`, {
      headers: { Cookie: browser },
    });
    expect([back.status, back.headers.get('Location')]).toEqual([302, `${PAGE}/helse`]);
    expect(cookiesOf(back.response)).toEqual([]);
  });

  check('whom the service does not know gets a page that says so, and a way back', async (world) => {
    const { status, response, cookie } = await logIn(world, 'sub-nobody');
    expect([status, cookie]).toEqual([403, '']);
    const page = await response.text();
    expect(page).toContain('ikke registrert');
    expect(page).toContain(`href="${PAGE}/helse"`);
  });

  check(
    'a provider that does not answer gives a page, and a problem to programs',
    async (world) => {
      const { status, headers, response } = await world.ask(
        'GET',
        `/api/login?return_to=${encodeURIComponent(PAGE)}`,
      );
      expect([status, headers.get('Retry-After')]).toEqual([503, '5']);
      expect(await response.text()).toContain(`href="${PAGE}/"`);
      const bearer = await world.ask('GET', '/api/contacts', { bearer: 'token-sub-anna' });
      expect([bearer.status, bearer.body.code]).toEqual([503, 'unavailable']);
    },
    {
      identity: {
        begin: () => Promise.reject(new IdentityUnavailableError()),
        verifyBearer: () => Promise.reject(new IdentityUnavailableError()),
      },
    },
  );

  check('a new log-in ends the session that the browser had', async (world) => {
    const first = await logIn(world, 'sub-anna');
    const second = await logIn(world, 'sub-ola', first.cookie);
    expect((await sessionOf(world, first.cookie)).body.access).toBe('anonymous');
    expect((await sessionOf(world, second.cookie)).body.user.id).toBe('ola');
  });

  check('a bearer token stands for its person, without cookie and Origin', async (world) => {
    const asOla = await world.session('ola');
    const { body } = await world.ask('GET', '/api/session', {
      bearer: 'token-sub-anna',
      headers: { Cookie: asOla },
    });
    expect(body).toMatchObject({ user: { id: 'anna' }, expiresAt: '2026-11-24T10:00:00+01:00' });
    const extended = await world.ask('POST', '/api/session/extend', { bearer: 'token-sub-anna' });
    expect([extended.status, extended.body.expiresAt]).toEqual([200, '2026-11-24T10:00:00+01:00']);
    for (const [bearer, code] of [
      ['worthless', 'unauthenticated'],
      ['token-sub-nobody', 'forbidden'],
    ] as const) {
      const refused = await world.ask('GET', '/api/contacts', { bearer, headers: { Cookie: asOla } });
      expect(refused.body.code).toBe(code);
    }
    world.clock.pass(hours(1));
    expect((await world.ask('GET', '/api/contacts', { bearer: 'token-sub-anna' })).status).toBe(401);
  });

  check('logging out ends the session and says where to go', async (world) => {
    const { cookie } = await logIn(world, 'sub-anna');
    const out = await world.ask('DELETE', '/api/session', { headers: { Cookie: cookie } });
    expect(out.body.logoutUrl).toMatch(/^https:\/\/id\.example\/logout\?back=[^&]+$/);
    expect(cookiesOf(out.response)[0]).toMatch(/^hn-session=; Max-Age=0; Path=\//);
    expect((await sessionOf(world, cookie)).body.access).toBe('anonymous');
    const again = await world.ask('DELETE', '/api/session', { headers: { Cookie: cookie } });
    expect([again.status, again.body]).toEqual([200, { logoutUrl: null }]);
  });
};

export const sessions: Suite = (check) => {
  check('anonymous gets a session that says how to log in', async (world) => {
    const { status, body } = await world.ask('GET', '/api/session?lang=en');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      access: 'anonymous',
      user: null,
      parties: [],
      terms: { points: ['A point'], acceptedAt: null },
      expiresAt: null,
      draftKey: null,
      loginUrl: 'http://localhost:8080/api/login',
      help: { label: 'Help' },
    });
  });

  check('staff are nobody here', async (world) => {
    expect((await world.ask('GET', '/api/session', { as: 'amina' })).body.access).toBe('anonymous');
  });

  check('before access begins a session names nobody else', async (world) => {
    await world.storage.putPower({
      id: 'p',
      giverId: 'anna',
      receiverId: 'tor',
      scopes: ['messages'],
      validFrom: '2026-01-01',
      validTo: null,
      createdAt: 0,
      endedAt: null,
    });
    const { body } = await world.ask('GET', '/api/session', { as: 'tor' });
    expect(body).toMatchObject({
      access: 'terms',
      parties: [{ id: 'tor', relation: 'self' }],
      activeFrom: null,
    });
    const kari = await world.ask('GET', '/api/session', { as: 'kari' });
    expect(kari.body).toMatchObject({
      access: 'pending',
      activeFrom: '2026-11-25T08:00:00+01:00',
      hasServices: true,
    });
  });

  check('an active person sees whom they may act for, and acts', async (world) => {
    const frida = await world.ask('GET', '/api/session', { as: 'frida' });
    expect(frida.body.parties).toEqual([
      {
        id: 'frida',
        name: 'Frida Prøve',
        relation: 'self',
        scopes: ['messages', 'appointments', 'notifications'],
      },
      {
        id: 'gry',
        name: 'Gry Prøve',
        relation: 'child',
        scopes: ['messages', 'appointments', 'notifications'],
      },
      { id: 'hans', name: 'Hans Prøve', relation: 'child', scopes: ['appointments'] },
    ]);
    const berit = await world.ask('GET', '/api/session', { as: 'berit', actingFor: 'anna' });
    expect(berit.body).toMatchObject({
      user: { id: 'berit' },
      actingFor: { id: 'anna', relation: 'proxy' },
      municipality: { number: '0301', name: 'Oslo' },
    });
    expect((await world.ask('GET', '/api/session', { as: 'berit' })).body.municipality.number).toBe('4601');
    for (const name of ['dina', 'egil', 'liv'] as const) {
      expect((await world.ask('GET', '/api/session', { as: name })).body.parties).toHaveLength(1);
      const refused = await world.ask('GET', '/api/session', { as: name, actingFor: 'anna' });
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    }
  });

  check('a power of attorney counts on its Oslo days', async (world) => {
    world.clock.set(Date.parse('2026-11-24T23:59:59+01:00'));
    const before = { Cookie: await world.session('siri') };
    const ask = (headers: Record<string, string>) =>
      world.ask('GET', '/api/contacts', { headers, actingFor: 'anna' });
    expect((await ask(before)).status).toBe(403);
    world.clock.pass(1000);
    expect((await ask(before)).status).toBe(200);
    world.clock.set(Date.parse('2026-11-23T23:59:59+01:00'));
    expect((await ask({ Cookie: await world.session('egil') })).status).toBe(200);
  });

  check('a child who comes of age is nobody to act for', async (world) => {
    world.clock.set(Date.parse('2026-11-23T12:00:00+01:00'));
    const ask = async () =>
      world.ask('GET', '/api/contacts', {
        headers: { Cookie: await world.session('frida') },
        actingFor: 'ivar',
      });
    expect((await ask()).status).toBe(200);
    world.clock.pass(hours(24));
    expect((await ask()).status).toBe(403);
  });

  check('accepting gives access after the delay, withdrawing ends it at once', async (world) => {
    const wrong = await world.ask('POST', '/api/session/terms', { as: 'tor', body: { version: 'older' } });
    expect([wrong.status, wrong.body.errors]).toEqual([422, [{ pointer: '/version', code: 'invalid' }]]);
    const accepted = await world.ask('POST', '/api/session/terms', {
      as: 'tor',
      body: { version: '2026-1' },
    });
    expect(accepted.body).toMatchObject({
      access: 'pending',
      activeFrom: '2026-11-25T09:00:00+01:00',
      terms: { acceptedAt: '2026-11-24T09:00:00+01:00' },
    });
    world.clock.pass(hours(24) - 1);
    const headers = { Cookie: await world.session('tor') };
    expect((await world.ask('GET', '/api/contacts', { headers })).body.code).toBe('pending');
    world.clock.pass(1);
    expect((await world.ask('GET', '/api/contacts', { headers })).status).toBe(200);
    // Accepting again does not begin the wait again.
    const again = await world.ask('POST', '/api/session/terms', { headers, body: { version: '2026-1' } });
    expect(again.body.access).toBe('active');
    const withdrawn = await world.ask('DELETE', '/api/session/terms', { headers });
    expect(withdrawn.body).toMatchObject({ access: 'terms', activeFrom: null, terms: { acceptedAt: null } });
    expect((await world.ask('GET', '/api/contacts', { headers })).body.code).toBe('terms-required');
  });

  check(
    'without a delay access begins at once',
    async (world) => {
      const { body } = await world.ask('POST', '/api/session/terms', {
        as: 'tor',
        body: { version: '2026-1' },
      });
      expect(body.access).toBe('active');
    },
    { settings: { activationDelayHours: 0 } },
  );

  check('a session ends after the idle time; reading does not extend it, changing does', async (world) => {
    const cookie = await world.session('anna');
    const headers = { Cookie: cookie };
    world.clock.pass(minutes(20));
    expect((await world.ask('GET', '/api/contacts', { headers })).status).toBe(200);
    expect((await sessionOf(world, cookie)).body.expiresAt).toBe('2026-11-24T09:30:00+01:00');
    const extended = await world.ask('POST', '/api/session/extend', { headers });
    expect(extended.body.expiresAt).toBe('2026-11-24T09:50:00+01:00');
    world.clock.pass(minutes(25));
    const sent = await world.ask('POST', '/api/threads', {
      headers,
      body: { contactId: 'home-care', subject: 'a', body: 'b', attachmentIds: [] },
    });
    expect(sent.status).toBe(201);
    expect((await sessionOf(world, cookie)).body.expiresAt).toBe('2026-11-24T10:15:00+01:00');
    // What was refused, and searching, change nothing.
    await world.ask('POST', '/api/threads', { headers, body: {} });
    await world.ask('POST', '/api/threads/search', { headers, body: { q: 'a' } });
    expect((await sessionOf(world, cookie)).body.expiresAt).toBe('2026-11-24T10:15:00+01:00');
    world.clock.pass(minutes(30));
    expect((await sessionOf(world, cookie)).body.access).toBe('anonymous');
    expect((await world.ask('POST', '/api/session/extend', { headers })).status).toBe(401);
    await world.app.sweep();
    world.clock.pass(-minutes(30));
    expect((await sessionOf(world, cookie)).body.access).toBe('anonymous');
  });

  check('the draft key outlives a session for a day, and no log-out', async (world) => {
    const keyOf = async (cookie: string) => (await sessionOf(world, cookie)).body.draftKey;
    const first = await logIn(world, 'sub-anna');
    const key = await keyOf(first.cookie);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    world.clock.pass(hours(23));
    const second = await logIn(world, 'sub-anna');
    expect(await keyOf(second.cookie)).toBe(key);
    expect(await keyOf((await logIn(world, 'sub-ola')).cookie)).not.toBe(key);
    world.clock.pass(hours(24));
    const third = await logIn(world, 'sub-anna');
    const newer = await keyOf(third.cookie);
    expect(newer).not.toBe(key);
    await world.ask('DELETE', '/api/session', { headers: { Cookie: third.cookie } });
    expect(await keyOf((await logIn(world, 'sub-anna')).cookie)).not.toBe(newer);
  });
};
