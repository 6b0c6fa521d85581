import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TestBrowser } from '../auth/browser.js';
import { failToStart, logIn, startServer } from '../../support/server.js';
import type { RunningServer } from '../../support/server.js';

const SLOW = { timeout: 240_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hn-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(env?: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(env);
  onTestFinished(async () => {
    await server.end('SIGKILL');
  });
  return server;
}

interface Thread {
  id: string;
  subject: string;
}

async function threadsOf(server: RunningServer, browser: TestBrowser): Promise<Thread[]> {
  const response = await browser.request(`${server.publicUrl}/api/threads?folder=inbox&lang=nb&limit=200`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { items: Thread[] }).items;
}

const letter = (subject: string): string =>
  JSON.stringify({ contactId: 'ostensjo-home-care', topicId: null, subject, body: 'Hei', attachmentIds: [] });

/** A message whose last byte is sent only when `finish` is called. */
function slowMessage(server: RunningServer, browser: TestBrowser, subject: string) {
  const body = Buffer.from(letter(subject));
  const outgoing: ClientRequest = request(`${server.publicUrl}/api/threads`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': body.byteLength,
      'idempotency-key': crypto.randomUUID(),
      origin: server.publicUrl,
      cookie: browser.cookieHeader(server.publicUrl),
      expect: '100-continue',
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve).on('error', reject);
  });
  const underWay = new Promise<void>((resolve) => outgoing.once('continue', resolve));
  outgoing.flushHeaders();
  return {
    underWay: underWay.then(() => void outgoing.write(body.subarray(0, 20))),
    async finish(): Promise<number> {
      outgoing.end(body.subarray(20));
      const response = await answered;
      response.resume();
      return response.statusCode ?? 0;
    },
  };
}

describe('npm start', SLOW, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ CLOCK: '2026-12-23T09:00:00+01:00' });
  }, SLOW.timeout);
  afterAll(() => server.end('SIGKILL'));

  it('prints its addresses, and each of them answers', async () => {
    const addresses = [...server.output().matchAll(/^ {2}(http\S+) /gm)].map((match) => match[1] ?? '');
    const paths = addresses.map((address) => new URL(address).pathname);
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/municipality.html', '/kommuner.html', '/staff.html', '/healthz']),
    );
    // The library is built before, by another command.
    const here = addresses.filter((address) => !address.includes('/dist/'));
    for (const address of here) expect((await fetch(address)).status, address).toBe(200);
    expect((await fetch(`${server.publicUrl}/readyz`)).status).toBe(200);
    expect((await fetch(addresses[0] ?? '')).headers.get('content-security-policy')).toContain(
      "require-trusted-types-for 'script'",
    );
  });

  it('lets pages of both names of this machine ask, and no others', async () => {
    const twin = server.publicUrl.replace('localhost', '127.0.0.1');
    const response = await fetch(`${server.publicUrl}/api/session`, { headers: { origin: twin } });
    expect(response.headers.get('access-control-allow-origin')).toBe(twin);
    const foreign = await fetch(`${server.publicUrl}/api/session`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('starts its clock at the instant that is set', async () => {
    const browser = await logIn(server.publicUrl, 'ingrid-solberg');
    const response = await browser.request(`${server.publicUrl}/api/session`);
    const { expiresAt } = (await response.json()) as { expiresAt: string };
    expect(expiresAt).toMatch(/^2026-12-23T09:[345]/);
  });

  it('keeps personal data out of what it writes, and stops when told to', async () => {
    const browser = await logIn(server.publicUrl, 'ingrid-solberg');
    await browser.request(`${server.publicUrl}/api/municipalities?q=hemmelig-ord`);
    await browser.request(`${server.publicUrl}/api/threads/en-id-som-ikke-finnes`);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.output()).toContain('request.done');
    expect(server.output()).not.toMatch(/Ingrid|solberg|hemmelig|en-id-som|return_to|state=|code=/i);
  });
});

describe('what an operator can put right is told in words', SLOW, () => {
  it('several settings at once', async () => {
    const { code, output } = await failToStart({
      PORT: 'abc',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      CLOCK: 'now',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^3 settings are wrong:\n {2}- PORT .*\n {2}- DATABASE_URL .*\n {2}- CLOCK .*\n$/);
    expect(output).not.toContain('hunter2');
  });

  it('demo mode that others could reach by mistake', async () => {
    const { code, output } = await failToStart({ HOST: '0.0.0.0' });
    expect(code).toBe(1);
    expect(output).toContain('Set DEMO=1 if that is meant');
  });

  it('no identity provider outside demo mode', async () => {
    const { code, output } = await failToStart({}, []);
    expect(code).toBe(1);
    expect(output).toContain('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET are missing');
  });

  it('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const port = String((other.address() as AddressInfo).port);
    const { code, output } = await failToStart({ PORT: port });
    expect(code).toBe(1);
    expect(output).toContain(`PORT ${port} is taken`);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('a database that is not there', async () => {
    const { code, output } = await failToStart({ DATABASE_URL: 'postgres://hn:hunter2@127.0.0.1:1/hn' });
    expect(code).toBe(1);
    expect(output).toContain('Nothing answers at 127.0.0.1:1');
    expect(output).not.toMatch(/hunter2|\n\s+at /);
  });

  it('a folder that cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, output } = await failToStart({ DATABASE_URL: `file:${file}/data` });
    expect(code).toBe(1);
    expect(output).toContain('set DATABASE_URL to another folder');
  });

  it('a list of municipalities that is not one', async () => {
    const missing = await failToStart({ MUNICIPALITIES_FILE: join(folder, 'missing.csv') });
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('ENOENT') as string });
    const path = join(folder, 'wrong.csv');
    await writeFile(path, 'number,name\n301,Oslo\n');
    const wrong = await failToStart({ MUNICIPALITIES_FILE: path });
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('Line 2') as string });
  });
});

describe('stopping', SLOW, () => {
  it('lets a message on its way arrive, ends event streams, and keeps everything over restarts and a crash', async () => {
    const env = { DATABASE_URL: `file:${join(folder, 'db')}` };
    const first = await start(env);
    const browser = await logIn(first.publicUrl, 'ingrid-solberg');
    const port = new URL(first.publicUrl).port;
    const stream = await browser.request(`${first.publicUrl}/api/events`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const drained = stream.text();
    const message = slowMessage(first, browser, 'Sendt mens tjeneren stoppet');
    await message.underWay;
    first.process.kill('SIGTERM');
    await drained;
    expect(await message.finish()).toBe(201);
    expect(await first.end()).toBe(0);

    const second = await start({ ...env, PORT: port });
    expect(
      (await threadsOf(second, browser)).filter(({ subject }) => subject.includes('stoppet')),
    ).toHaveLength(1);
    const sent = await browser.request(`${second.publicUrl}/api/threads`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        origin: second.publicUrl,
      },
      body: letter('Sendt før krasjet'),
    });
    expect(sent.status).toBe(201);
    await second.end('SIGKILL');

    const third = await start({ ...env, PORT: port });
    expect(
      (await threadsOf(third, browser)).filter(({ subject }) => subject.includes('krasjet')),
    ).toHaveLength(1);
    const ended = await browser.request(`${third.publicUrl}/api/session`, {
      method: 'DELETE',
      headers: { origin: third.publicUrl },
    });
    const { logoutUrl } = (await ended.json()) as { logoutUrl: string };
    // The ID token is of a provider two processes ago: its keys were kept.
    expect((await browser.request(logoutUrl)).status).toBe(200);
  });
});
