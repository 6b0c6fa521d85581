import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSite } from '../../../server/node/site.js';
import type { SiteOptions } from '../../../server/node/site.js';

const SCRIPT = `export const x = '${'æøå '.repeat(400)}';\n`;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hn-site-'));
  for (const folder of ['demo', 'dist/cdn/chunks', '.cache/demo', 'server']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await writeFile(join(root, 'demo/index.html'), '<!doctype html><title>Demo</title>');
  await writeFile(
    join(root, 'demo/staff.html'),
    `<!doctype html><title>Ansatt</title>${'<p>x</p>'.repeat(200)}`,
  );
  await writeFile(join(root, 'demo/secret.ts'), 'export {};');
  await writeFile(join(root, 'demo/.env.json'), '{}');
  await writeFile(join(root, 'dist/cdn/hn.js'), SCRIPT);
  await writeFile(join(root, 'dist/cdn/hn-contacts.js'), SCRIPT);
  await writeFile(join(root, 'dist/cdn/chunks/nn-AbCd_123.js'), SCRIPT);
  await writeFile(join(root, '.cache/demo/staff.js'), SCRIPT);
  await writeFile(join(root, 'server/main.js'), 'secret');
  await writeFile(join(root, 'package.json'), '{}');
});
afterAll(() => rm(root, { recursive: true }));

function site(change: Partial<SiteOptions> = {}) {
  const asked: { path: string; remoteAddress: string | undefined }[] = [];
  const made = createSite({
    app: {
      fetch(request, environment) {
        asked.push({ path: new URL(request.url).pathname, remoteAddress: environment?.remoteAddress });
        return Promise.resolve(new Response('from the app'));
      },
    },
    root,
    demo: true,
    publicUrl: 'http://localhost:8080',
    terms: { version: '1', url: '/vilkar.html', points: { nb: ['Punkt <b>'], nn: ['Punkt'] } },
    outbox: null,
    filmOrigin: null,
    ...change,
  });
  const get = async (path: string, headers: Record<string, string> = {}, origin = 'http://localhost:8080') =>
    made.fetch(new Request(origin + path, { headers }), { remoteAddress: '192.0.2.7' });
  return { get, asked };
}

describe('what stands at the origin', () => {
  it.each(['/api/session', '/api', '/healthz', '/readyz'])('%s is the application', async (path) => {
    const { get, asked } = site();
    expect(await (await get(path)).text()).toBe('from the app');
    expect(asked).toEqual([{ path, remoteAddress: '192.0.2.7' }]);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/staff.html', 'text/html; charset=utf-8'],
    ['/dist/cdn/hn.js', 'text/javascript; charset=utf-8'],
    ['/demo/staff.js', 'text/javascript; charset=utf-8'],
    ['/vilkar.html', 'text/html; charset=UTF-8'],
  ])('%s is %s', async (path, type) => {
    const response = await site().get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has pages under a strict policy with Trusted Types', async () => {
    const policy = (await site().get('/staff.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split(/;\s*/).map((one) => one.split(/ (.*)/).slice(0, 2) as [string, string]),
    );
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "lit-html 'allow-duplicates'",
    });
  });

  it('lets the help film be framed, and nothing else', async () => {
    const { get } = site({ filmOrigin: 'https://film.example.no' });
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
    expect(await policy('/')).toContain('frame-src https://film.example.no;');
    expect(await policy('/both.html')).toContain("frame-src 'self' https://film.example.no;");
  });

  it('lets its own pages be framed by the one that has both sides, and that one by none', async () => {
    const framing = async (path: string, change: Partial<SiteOptions> = {}) => {
      const { headers } = await site(change).get(path);
      const policy = headers.get('content-security-policy') ?? '';
      return [...(policy.match(/frame-[^;]+/g) ?? []), headers.get('x-frame-options')];
    };
    expect(await framing('/staff.html')).toEqual(["frame-ancestors 'self'", 'SAMEORIGIN']);
    expect(await framing('/both.html')).toEqual(["frame-src 'self'", "frame-ancestors 'none'", 'DENY']);
    for (const path of ['/vilkar.html', '/both.html'])
      expect(await framing(path, { demo: false })).toEqual(["frame-ancestors 'none'", 'DENY']);
  });

  it('tells browsers to stay with https where it is', async () => {
    expect((await site().get('/')).headers.has('strict-transport-security')).toBe(false);
    expect(
      (await site({ publicUrl: 'https://helse.example.no' }).get('/')).headers.has(
        'strict-transport-security',
      ),
    ).toBe(true);
  });

  it('lets pages of other sites load the library', async () => {
    const { headers } = await site().get('/dist/cdn/hn.js');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('has nothing but the library and the API outside of the demo', async () => {
    const { get } = site({ demo: false });
    expect((await get('/')).status).toBe(404);
    expect((await get('/staff.html')).status).toBe(404);
    expect((await get('/dist/cdn/hn.js')).status).toBe(200);
    expect((await get('/vilkar.html')).status).toBe(200);
  });

  it('brings pages under the other name of this machine to the public one, where the log-in ends', async () => {
    const { get } = site();
    const moved = await get('/staff.html?x=1', {}, 'http://127.0.0.1:8080');
    expect(moved.status).toBe(307);
    expect(moved.headers.get('location')).toBe('http://localhost:8080/staff.html?x=1');
    const away = await get('//evil.example/', {}, 'http://127.0.0.1:8080');
    expect(away.headers.get('location')).toBe('http://localhost:8080/evil.example/');
    expect((await get('/api/session', {}, 'http://127.0.0.1:8080')).status).toBe(200);
    expect((await get('/staff.html', {}, 'http://evil.example')).status).toBe(200);
  });

  it('writes the terms as text', async () => {
    const text = await (await site().get('/vilkar.html')).text();
    expect(text).toContain('Punkt &lt;b&gt;');
    expect(text).toContain('lang="nn"');
  });
});

describe('what does not stand there', () => {
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/dist/../server/main.js',
    '/dist/%2e%2e/server/main.js',
    '/dist/..%5cserver/main.js',
    '/dist/..%252fserver/main.js',
    '//etc/passwd',
    '/secret.ts',
    '/.env',
    '/server/main.js',
    '/missing.html',
    '/dist/',
    '/dist',
    '/%00.html',
    '/%',
  ])('%s', async (path) => {
    const response = await site().get(path);
    expect(response.status).toBe(404);
    expect(response.headers.has('content-security-policy') || path.startsWith('/dist')).toBe(true);
  });
});

describe('caching', () => {
  it('asks each time, and answers 304 when nothing changed', async () => {
    const { get } = site();
    const first = await get('/dist/cdn/hn-contacts.js');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/dist/cdn/hn-contacts.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('keeps for good what is named after its content', async () => {
    const { headers } = await site().get('/dist/cdn/chunks/nn-AbCd_123.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('answers a changed file anew', async () => {
    const { get } = site();
    const before = await get('/index.html');
    await writeFile(join(root, 'demo/index.html'), '<!doctype html><title>Demo 2</title>');
    const after = await get('/index.html', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(await after.text()).toContain('Demo 2');
  });
});

describe('compression', () => {
  it('squeezes with brotli for who takes it, and gives the same bytes', async () => {
    const { get } = site();
    for (const round of [1, 2]) {
      const response = await get('/dist/cdn/hn.js', { 'accept-encoding': 'gzip, deflate, br' });
      expect(response.headers.get('content-encoding'), `round ${round}`).toBe('br');
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(Number(response.headers.get('content-length'))).toBe(bytes.byteLength);
      expect(bytes.byteLength).toBeLessThan(200);
      expect(hash(brotliDecompressSync(bytes))).toBe(hash(Buffer.from(SCRIPT)));
    }
  });

  it.each(['', 'gzip', 'br;q=0'])('leaves it as it is for %j', async (accepted) => {
    const response = await site().get('/dist/cdn/hn.js', { 'accept-encoding': accepted });
    expect(response.headers.has('content-encoding')).toBe(false);
    expect(await response.text()).toBe(SCRIPT);
  });
});

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
