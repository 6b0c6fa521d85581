/** Log-in through the whole service over real HTTP: application, provider and storage in one process. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PORTAL_CLIENT } from '../../../server/auth/test-provider.js';
import { startService } from '../../../server/node/service.js';
import type { Service } from '../../../server/node/service.js';
import { readSettings } from '../../../server/settings.js';
import { TestBrowser } from './browser.js';

let service: Service;
let at: string;

beforeAll(async () => {
  service = await startService({
    settings: readSettings({ PORT: '0', DATABASE_URL: 'memory:' }, true),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    root: dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
    rateLimits: null,
  });
  at = service.publicUrl;
}, 240_000);
afterAll(() => service.stop());

interface SessionAnswer {
  access: string;
  user: { name: string } | null;
  loginUrl: string;
}

/** As far as the callback, which is not asked yet. */
async function toCallback(
  browser: TestBrowser,
  person: string,
  returnTo = `${at}/municipality.html`,
): Promise<URL> {
  const choosing = await browser.follow(`${at}/api/login?return_to=${encodeURIComponent(returnTo)}`);
  const resumed = await browser.press(choosing.url, 'person', person);
  return (await browser.follow(resumed, (next) => next.pathname === '/api/login/callback')).url;
}

async function sessionOf(browser: TestBrowser, headers: Record<string, string> = {}): Promise<SessionAnswer> {
  const response = await browser.request(`${at}/api/session?lang=nb`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as SessionAnswer;
}

async function refused(browser: TestBrowser, callback: URL): Promise<void> {
  const response = await browser.request(callback);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('logg inn på nytt');
  expect((await sessionOf(browser)).access).toBe('anonymous');
}

describe('logging in', () => {
  it('ends on the page one came from, with a session in a cookie that scripts cannot read', async () => {
    const browser = new TestBrowser();
    expect((await sessionOf(browser)).user).toBeNull();
    const response = await browser.request(await toCallback(browser, 'ingrid-solberg'));
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${at}/municipality.html`);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('hn-session='));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(await sessionOf(browser)).toMatchObject({ access: 'active', user: { name: 'Ingrid Solberg' } });
  });

  it('gives staff the other side, and residents not', async () => {
    const browser = new TestBrowser();
    await browser.request(await toCallback(browser, 'amina-yusuf', `${at}/staff.html`));
    expect((await browser.request(`${at}/api/staff/threads`)).status).toBe(200);
    const other = new TestBrowser();
    await other.request(await toCallback(other, 'ingrid-solberg'));
    expect((await other.request(`${at}/api/staff/threads`)).status).toBe(403);
  });

  it('refuses the same answer a second time', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, 'ingrid-solberg');
    await browser.request(callback);
    await refused(new TestBrowser(), callback);
    expect((await browser.request(callback)).status).toBe(400);
  });

  it('refuses an answer in another browser', async () => {
    await refused(new TestBrowser(), await toCallback(new TestBrowser(), 'ingrid-solberg'));
  });

  it("refuses another's answer that is slipped in during a log-in", async () => {
    const victim = new TestBrowser();
    await toCallback(victim, 'ingrid-solberg');
    await refused(victim, await toCallback(new TestBrowser(), 'marte-solberg'));
  });

  it('refuses an answer with another state', async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, 'ingrid-solberg');
    callback.searchParams.set('state', 'another');
    await refused(browser, callback);
  });

  it("refuses a code of another's log-in", async () => {
    const browser = new TestBrowser();
    const callback = await toCallback(browser, 'ingrid-solberg');
    const other = await toCallback(new TestBrowser(), 'marte-solberg');
    callback.searchParams.set('code', other.searchParams.get('code') ?? '');
    await refused(browser, callback);
  });

  it.each([
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    'http://localhost.evil.example/',
  ])('does not begin when it would return to %s', async (returnTo) => {
    const response = await fetch(`${at}/api/login?return_to=${encodeURIComponent(returnTo)}`, {
      redirect: 'manual',
    });
    expect([403, 422]).toContain(response.status);
    expect(response.headers.get('location')).toBeNull();
  });

  it('leads back to the page when the person turns back', async () => {
    const browser = new TestBrowser();
    const page = `${at}/municipality.html`;
    const choosing = await browser.follow(`${at}/api/login?return_to=${encodeURIComponent(page)}`);
    const end = await browser.follow(await browser.press(choosing.url, 'cancel', '1'));
    expect(end.url.href).toBe(page);
    expect((await sessionOf(browser)).access).toBe('anonymous');
  });
});

describe('logging out', () => {
  it('ends the session here and at the provider', async () => {
    const browser = new TestBrowser();
    await browser.request(await toCallback(browser, 'ingrid-solberg'));
    const kept = browser.cookieHeader(at);
    const response = await browser.request(`${at}/api/session`, {
      method: 'DELETE',
      headers: { origin: at },
    });
    const { logoutUrl } = (await response.json()) as { logoutUrl: string };
    expect((await sessionOf(browser)).access).toBe('anonymous');
    expect((await sessionOf(new TestBrowser(), { cookie: kept })).access).toBe('anonymous');

    const page = await (await browser.request(logoutUrl)).text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const end = await browser.request(action, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(end.headers.get('location')).toBe(`${at}/`);
  });

  it('is not done by another site', async () => {
    const browser = new TestBrowser();
    await browser.request(await toCallback(browser, 'ingrid-solberg'));
    const response = await browser.request(`${at}/api/session`, {
      method: 'DELETE',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
    expect((await sessionOf(browser)).access).toBe('active');
  });
});

describe('a page on another site', () => {
  it('is let in with a token, without cookies', async () => {
    const browser = new TestBrowser();
    const verifier = 'v'.repeat(43);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const common = {
      client_id: TEST_PORTAL_CLIENT,
      redirect_uri: `${at}/portal.html`,
      resource: `${at}/api`,
    };
    const address = new URL(`${at}/oidc/auth`);
    address.search = new URLSearchParams({
      ...common,
      response_type: 'code',
      scope: 'openid api',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const choosing = await browser.follow(address.href);
    const end = await browser.follow(
      await browser.press(choosing.url, 'person', 'ingrid-solberg'),
      (next) => next.pathname === '/portal.html',
    );
    const answer = await fetch(`${at}/oidc/token`, {
      method: 'POST',
      headers: { origin: at },
      body: new URLSearchParams({
        ...common,
        grant_type: 'authorization_code',
        code: end.url.searchParams.get('code') ?? '',
        code_verifier: verifier,
      }),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(at);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const session = await fetch(`${at}/api/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(session.headers.getSetCookie()).toEqual([]);
    expect(await session.json()).toMatchObject({ access: 'active', user: { name: 'Ingrid Solberg' } });
  });

  it('is not let in with a token that is none', async () => {
    const response = await fetch(`${at}/api/contacts`, { headers: { authorization: 'Bearer nonsense' } });
    expect(response.status).toBe(401);
  });
});
