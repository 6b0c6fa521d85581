import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginPage } from '../../../server/auth/test-provider-pages.js';
import { TestBrowser } from './browser.js';
import { PEOPLE, startProvider } from './provider.js';
import type { RunningProvider } from './provider.js';

let provider: RunningProvider;

beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

async function choosing(browser = new TestBrowser()) {
  const { url } = await provider.identity.begin({ returnTo: '/', redirectUri: provider.redirectUri });
  const { url: page, response } = await browser.follow(url);
  return { browser, page, response: response ?? new Response() };
}

describe('the test log-in page', () => {
  it('has a button named by each person, described by who it is, and says that they are invented', async () => {
    const text = await (await choosing()).response.text();
    expect(text).toContain('<html lang="nb">');
    expect(text).toContain('Eksempeldata');
    for (const person of PEOPLE) {
      const button = new RegExp(
        `<button name="person" value="${person.subject}" aria-describedby="(.+?)">\\s*${person.name}\\s*<`,
      );
      const description = button.exec(text)?.[1];
      expect(text).toContain(`<span id="${description}">${person.who}</span>`);
    }
  });

  it('runs no script and allows none but its own', async () => {
    const { response } = await choosing();
    expect(await response.text()).not.toMatch(/<script|style=|\son\w+=/i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('has its style', async () => {
    const response = await fetch(`${provider.publicUrl}/oidc/assets/test-provider.css`);
    expect(response.headers.get('content-type')).toContain('text/css');
  });

  it('writes names as text', async () => {
    const people = [{ subject: 'x', name: '<img src=x onerror=alert(1)>', who: '"><b>', staff: false }];
    const text = String(await loginPage('/oidc/assets', '/oidc/interaction/x', people));
    expect(text).not.toMatch(/<img|<b>/);
  });

  it('does not take a form from another site', async () => {
    const { browser, page } = await choosing();
    const response = await browser.request(page, {
      method: 'POST',
      body: new URLSearchParams({ person: 'ingrid-solberg' }),
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  it('says plainly that it is too old, or of another browser', async () => {
    const { page } = await choosing();
    const response = await new TestBrowser().request(page);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/Gå tilbake til siden du\s+kom fra/);
  });

  it('does not log in somebody who is not in the household', async () => {
    const { browser, page } = await choosing();
    const end = await browser.follow(
      await browser.press(page, 'person', 'liv-strand'),
      (next) => next.pathname === '/api/login/callback',
    );
    expect(end.url.searchParams.get('error')).toBe('access_denied');
    expect(end.url.searchParams.has('code')).toBe(false);
  });

  it('answers a wrong request with a page that names the fault', async () => {
    const response = await fetch(`${provider.publicUrl}/oidc/auth?client_id=stranger&response_type=code`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('invalid_');
  });

  it('sends nobody to an address that was not registered', async () => {
    const { url } = await provider.identity.begin({
      returnTo: '/',
      redirectUri: 'https://evil.example/callback',
    });
    const response = await new TestBrowser().request(url);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('wants PKCE', async () => {
    const { url } = await provider.identity.begin({ returnTo: '/', redirectUri: provider.redirectUri });
    const without = new URL(url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    const response = await new TestBrowser().request(without);
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  it('stands at its public address whatever a request claims', async () => {
    const response = await fetch(`${provider.publicUrl}/oidc/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const metadata = (await response.json()) as Record<string, string>;
    expect(metadata.issuer).toBe(`${provider.publicUrl}/oidc`);
    expect(metadata.authorization_endpoint).toBe(`${provider.publicUrl}/oidc/auth`);
    expect(metadata.token_endpoint).toBe(`${provider.publicUrl}/oidc/token`);
  });

  it('gives a log-out without a session to the confirmation, with that one script allowed by its hash', async () => {
    const address = provider.identity.logoutUrl({ returnTo: `${provider.publicUrl}/` });
    const response = await fetch(address ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+'/);
  });
});
