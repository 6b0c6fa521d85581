import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdentityUnavailableError, LoginRefusedError } from '../../../server/auth/identity.js';
import type { LoginAttempt } from '../../../server/auth/identity.js';
import { createOidcIdentity } from '../../../server/auth/oidc.js';
import { createTestProviderKeys, TEST_PORTAL_CLIENT } from '../../../server/auth/test-provider.js';
import { TestBrowser } from './browser.js';
import { startProvider } from './provider.js';
import type { RunningProvider } from './provider.js';

let provider: RunningProvider;

beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

/** Goes through log-in as far as the callback, which the service has not been asked yet. */
async function walk(person = 'ingrid-solberg', browser = new TestBrowser()) {
  const { url, attempt } = await provider.identity.begin({
    returnTo: '/',
    redirectUri: provider.redirectUri,
  });
  const choosing = await browser.follow(url);
  const resumed = await browser.press(choosing.url, 'person', person);
  const end = await browser.follow(resumed, (next) => next.pathname === '/api/login/callback');
  return { url, attempt, choosing, browser, callback: end.url };
}

async function refusal(callback: URL, attempt: LoginAttempt): Promise<unknown> {
  return provider.identity.complete(callback, attempt).then(
    () => 'logged in',
    (fault: unknown) => fault,
  );
}

describe('log-in over OpenID Connect', () => {
  it('goes to the provider with code, PKCE, state and nonce, and without where the person returns to', async () => {
    const { url } = await provider.identity.begin({
      returnTo: 'https://www.example.no/secret-page',
      redirectUri: provider.redirectUri,
    });
    const query = new URL(url).searchParams;
    expect(query.get('response_type')).toBe('code');
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('scope')).toBe('openid');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain('secret-page');
  });

  it('gives each attempt values of its own', async () => {
    const begin = () => provider.identity.begin({ returnTo: '/', redirectUri: provider.redirectUri });
    const [one, two] = await Promise.all([begin(), begin()]);
    expect(one.attempt.state).not.toBe(two.attempt.state);
    expect(one.attempt.nonce).not.toBe(two.attempt.nonce);
    expect(one.attempt.codeVerifier).not.toBe(two.attempt.codeVerifier);
  });

  it('shows the household as buttons and knows who was pressed', async () => {
    const { callback, attempt } = await walk('ingrid-solberg');
    const { subject } = await provider.identity.complete(callback, attempt);
    expect(subject).toBe('ingrid-solberg');
  });

  it('asks who it is again after a log-in in the same browser', async () => {
    const { browser } = await walk('ingrid-solberg');
    const { callback, attempt } = await walk('amina-yusuf', browser);
    expect((await provider.identity.complete(callback, attempt)).subject).toBe('amina-yusuf');
  });

  it('lets two people log in side by side in one browser, in whatever order they choose', async () => {
    const { browser } = await walk('ingrid-solberg');
    const begin = async () => {
      const { url, attempt } = await provider.identity.begin({
        returnTo: '/',
        redirectUri: provider.redirectUri,
      });
      return { page: (await browser.follow(url)).url, attempt };
    };
    const [first, second, third] = [await begin(), await begin(), await begin()];
    for (const [{ page, attempt }, person] of [
      [second, 'amina-yusuf'],
      [first, 'ingrid-solberg'],
    ] as const) {
      const resumed = await browser.press(page, 'person', person);
      const { url } = await browser.follow(resumed, (next) => next.pathname === '/api/login/callback');
      expect((await provider.identity.complete(url, attempt)).subject).toBe(person);
    }
    const back = await browser.follow(
      await browser.press(third.page, 'cancel', '1'),
      (next) => next.pathname === '/api/login/callback',
    );
    expect(await refusal(back.url, third.attempt)).toMatchObject({ reason: 'denied' });
  });

  it('refuses an answer with another state', async () => {
    const { callback, attempt } = await walk();
    expect(await refusal(callback, { ...attempt, state: 'another' })).toMatchObject({ reason: 'mismatch' });
  });

  it('refuses an answer with another nonce', async () => {
    const { callback, attempt } = await walk();
    expect(await refusal(callback, { ...attempt, nonce: 'another' })).toMatchObject({ reason: 'mismatch' });
  });

  it('refuses a code fetched with another verifier', async () => {
    const { callback, attempt } = await walk();
    const other = { ...attempt, codeVerifier: 'x'.repeat(43) };
    expect(await refusal(callback, other)).toMatchObject({ reason: 'mismatch' });
  });

  it('refuses the same answer a second time', async () => {
    const { callback, attempt } = await walk();
    await provider.identity.complete(callback, attempt);
    expect(await refusal(callback, attempt)).toMatchObject({ reason: 'mismatch' });
  });

  it("refuses the answer to another person's attempt", async () => {
    const mine = await walk('ingrid-solberg');
    const theirs = await walk('amina-yusuf');
    expect(await refusal(theirs.callback, mine.attempt)).toBeInstanceOf(LoginRefusedError);
  });

  it('refuses a callback without code or state', async () => {
    const { attempt } = await walk();
    expect(await refusal(new URL(provider.redirectUri), attempt)).toMatchObject({ reason: 'mismatch' });
  });

  it('says that the person turned back', async () => {
    const browser = new TestBrowser();
    const { url, attempt } = await provider.identity.begin({
      returnTo: '/',
      redirectUri: provider.redirectUri,
    });
    const choosing = await browser.follow(url);
    const resumed = await browser.press(choosing.url, 'cancel', '1');
    const end = await browser.follow(resumed, (next) => next.pathname === '/api/login/callback');
    expect(await refusal(end.url, attempt)).toMatchObject({ reason: 'denied' });
  });
});

describe('log-out at the provider', () => {
  it('ends its session and comes back', async () => {
    const { browser, callback, attempt } = await walk();
    await provider.identity.complete(callback, attempt);
    const returnTo = `${provider.publicUrl}/`;
    const address = provider.identity.logoutUrl({ returnTo });
    const page = await browser.request(address ?? '');
    const text = await page.text();
    expect(text).toContain('Logg ut');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const done = await browser.request(action, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(done.headers.get('location')).toBe(returnTo);
  });

  it('names nobody: only this service and where to come back to', () => {
    const address = new URL(provider.identity.logoutUrl({ returnTo: `${provider.publicUrl}/` }) ?? '');
    expect(address.pathname).toBe('/oidc/session/end');
    expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri']);
  });

  it('does not send anybody to a foreign site', async () => {
    const { browser, callback, attempt } = await walk();
    await provider.identity.complete(callback, attempt);
    const address = provider.identity.logoutUrl({ returnTo: 'https://evil.example/' });
    expect((await browser.request(address ?? '')).status).toBe(400);
  });
});

describe('bearer tokens', () => {
  /** What a page on another site does to get one. */
  async function portalToken(): Promise<string> {
    const browser = new TestBrowser();
    const verifier = 'v'.repeat(43);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const redirect = `${provider.publicUrl}/portal.html`;
    const address = new URL(`${provider.publicUrl}/oidc/auth`);
    address.search = new URLSearchParams({
      client_id: TEST_PORTAL_CLIENT,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid api',
      resource: `${provider.publicUrl}/api`,
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const choosing = await browser.follow(address.href);
    const resumed = await browser.press(choosing.url, 'person', 'ingrid-solberg');
    const end = await browser.follow(resumed, (next) => next.pathname === '/portal.html');
    const response = await fetch(`${provider.publicUrl}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: TEST_PORTAL_CLIENT,
        code: end.url.searchParams.get('code') ?? '',
        redirect_uri: redirect,
        code_verifier: verifier,
        resource: `${provider.publicUrl}/api`,
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  const now = Math.floor(Date.now() / 1000);
  async function forged(change: {
    aud?: string;
    iss?: string;
    sub?: string | null;
    exp?: number | null;
    typ?: string;
    foreignKey?: boolean;
  }): Promise<string> {
    const keys = change.foreignKey ? await createTestProviderKeys() : provider.keys;
    const key = await importJWK(keys.signing, 'ES256');
    const payload = {
      iss: change.iss ?? `${provider.publicUrl}/oidc`,
      aud: change.aud ?? `${provider.publicUrl}/api`,
      ...(change.sub === null ? {} : { sub: change.sub ?? 'ingrid-solberg' }),
      ...(change.exp === null ? {} : { exp: change.exp ?? now + 600 }),
      iat: now - 10,
    };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', typ: change.typ ?? 'at+jwt', kid: provider.keys.signing.kid })
      .sign(key);
  }

  it('of the provider for this API speak for the person', async () => {
    const verified = await provider.identity.verifyBearer(await portalToken());
    expect(verified?.subject).toBe('ingrid-solberg');
    expect(verified?.expiresAt).toBeGreaterThan(Date.now());
    expect(verified?.expiresAt).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
  });

  it.each([
    ['that ran out', { exp: now - 60 }],
    ['for another API', { aud: 'https://other.example/api' }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['signed with another key', { foreignKey: true }],
    ['without a person', { sub: null }],
    ['that never run out', { exp: null }],
    ['that are ID tokens', { typ: 'JWT' }],
  ])('%s are not valid', async (_, change) => {
    expect(await provider.identity.verifyBearer(await forged({}))).not.toBeNull();
    expect(await provider.identity.verifyBearer(await forged(change))).toBeNull();
  });

  it.each(['', 'nonsense', 'a.b.c', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ingrid-solberg"}')}.`])(
    'that are none are not valid: %j',
    async (token) => {
      expect(await provider.identity.verifyBearer(token)).toBeNull();
    },
  );

  it('signed with the public key as a shared secret are not valid', async () => {
    const { x = '' } = provider.keys.signing;
    const token = await new SignJWT({ sub: 'ingrid-solberg' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: provider.keys.signing.kid })
      .setIssuer(`${provider.publicUrl}/oidc`)
      .setAudience(`${provider.publicUrl}/api`)
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(x));
    expect(await provider.identity.verifyBearer(token)).toBeNull();
  });

  it('run out on the clock of the service', async () => {
    const then = Date.parse('2030-05-17T12:00:00+02:00');
    const away = await startProvider(() => then);
    const key = await importJWK(away.keys.signing, 'ES256');
    const token = await new SignJWT({ sub: 'ingrid-solberg' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(`${away.publicUrl}/oidc`)
      .setAudience(`${away.publicUrl}/api`)
      .setExpirationTime(now + 600)
      .sign(key);
    const expiresAt = (await away.identity.verifyBearer(token))?.expiresAt ?? 0;
    await away.close();
    expect(expiresAt - then).toBeGreaterThan(0);
    expect(expiresAt - then).toBeLessThanOrEqual(600_000);
  });
});

describe('a provider that is down', () => {
  let other: RunningProvider;
  beforeEach(async () => {
    other = await startProvider();
    return () => other.close();
  });
  const begin = () => other.identity.begin({ returnTo: '/', redirectUri: other.redirectUri });

  it.each([
    ['answers 503', 503, 'text/plain', 'no'],
    ['answers with HTML', 200, 'text/html', '<p>maintenance</p>'],
    ['claims to be another', 200, 'application/json', '{"issuer":"https://other.example"}'],
  ])('is said to be unavailable when it %s, and found once it is back', async (_, status, type, body) => {
    other.outage.answer = (_request, response) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    await expect(begin()).rejects.toBeInstanceOf(IdentityUnavailableError);
    expect(other.identity.logoutUrl({ returnTo: '/' })).toBeNull();
    other.outage.answer = null;
    await expect(begin()).resolves.toMatchObject({ attempt: {} });
  });

  it('is looked for in the background until it is there', async () => {
    let asked = 0;
    other.outage.answer = (_request, response) => {
      if (++asked === 2) other.outage.answer = null;
      response.writeHead(503).end();
    };
    await other.identity.ready();
    expect(asked).toBe(2);
    expect(other.identity.logoutUrl({ returnTo: '/' })).toContain('/oidc/session/end');
  });

  it('is unavailable when nothing listens', async () => {
    const nowhere = createOidcIdentity({
      issuer: 'http://127.0.0.1:9/oidc',
      clientId: 'hn-service',
      clientSecret: 'secret',
      audience: 'http://127.0.0.1:9/api',
      clock: { now: () => Date.now() },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const attempt = nowhere.begin({ returnTo: '/', redirectUri: 'http://127.0.0.1:9/api/login/callback' });
    await expect(attempt).rejects.toBeInstanceOf(IdentityUnavailableError);
  });

  it('in the middle of a log-in is unavailable, not a refusal', async () => {
    const { attempt } = await begin();
    other.outage.answer = (_request, response) => response.writeHead(502).end('bad gateway');
    const callback = new URL(other.redirectUri);
    callback.search = new URLSearchParams({
      code: 'x',
      state: attempt.state,
      iss: `${other.publicUrl}/oidc`,
    }).toString();
    await expect(other.identity.complete(callback, attempt)).rejects.toBeInstanceOf(IdentityUnavailableError);
  });

  it('leaves tokens undecided when its keys cannot be had', async () => {
    await begin();
    other.outage.answer = (_request, response) => response.writeHead(502).end('bad gateway');
    const key = await importJWK(other.keys.signing, 'ES256');
    const token = await new SignJWT({ sub: 'ingrid-solberg' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setExpirationTime('10m')
      .sign(key);
    await expect(other.identity.verifyBearer(token)).rejects.toBeInstanceOf(IdentityUnavailableError);
    expect(JSON.stringify(other.logged)).not.toContain(token);
  });
});
