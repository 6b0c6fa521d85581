/** Notices of a running server: what staff write comes out at the other end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSite } from '../../../server/node/site.js';
import { startService } from '../../../server/node/service.js';
import { readSettings } from '../../../server/settings.js';
import { logIn, startServer, type RunningServer } from '../../support/server.js';
import { createTestDatabase, type TestDatabase } from '../storage/postgres-server.js';
import { openGateway, type Gateway } from './support/gateway.js';
import { openMailbox, type Mailbox } from './support/mailbox.js';
import { notingLog } from './support/rows.js';

const SLOW = 240_000;
const LONG = { timeout: 30_000 };

async function answer(server: RunningServer, text: string): Promise<void> {
  const amina = await logIn(server.publicUrl, 'amina-yusuf');
  const response = await amina.request(
    `${server.publicUrl}/api/staff/threads/ingrid-eye-drops/messages?lang=nb`,
    {
      method: 'POST',
      headers: {
        origin: server.publicUrl,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ body: text, attachmentIds: [] }),
    },
  );
  expect(response.status).toBe(201);
}

interface Caught {
  id: string;
  channel: string;
  to: string;
  subject: string | null;
  text: string;
}

const caught = async (server: RunningServer) =>
  ((await (await fetch(`${server.publicUrl}/outbox.json`)).json()) as { items: Caught[] }).items;

describe('the demo', { timeout: SLOW }, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, SLOW);
  afterAll(() => server.end('SIGKILL'));

  it('shows at /outbox what people would have got, and none of the message', async () => {
    expect(await caught(server)).toEqual([]);
    expect(await (await fetch(`${server.publicUrl}/outbox`)).text()).toContain('Ingen varsler ennå');
    await answer(server, 'Resepten er hemmelig');
    // Woken at once: long before the next look at the outbox.
    await expect.poll(async () => (await caught(server)).length, LONG).toBe(2);
    const items = await caught(server);
    expect(items.map(({ channel, to }) => `${channel} ${to}`).sort()).toEqual([
      'email ingrid.solberg@post.example',
      'sms +4701950001',
    ]);
    expect(items.find(({ channel }) => channel === 'sms')).toMatchObject({
      subject: null,
      text: `Du har en ny melding fra kommunen. Logg inn for å lese den.\n${server.publicUrl}/`,
    });
    const everything = items.map(({ subject, text }) => `${subject} ${text}`).join('\n');
    expect(everything).not.toMatch(/hemmelig|Ingrid|Amina|øyedråper|hjemme|sykepleie|ingrid-eye/i);

    const page = await fetch(`${server.publicUrl}/outbox`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).not.toMatch(/<script|style=|\son\w+=/);
    expect(html.match(/<h2>/g)).toHaveLength(2);
    expect(html).toContain('<html lang="nb">');
    expect(server.output()).toContain('notice.sent');
    expect(server.output()).not.toMatch(/post\.example|\+4701|hemmelig/);
  });

  it('shows the codes too, by which Jonas gets notices at a new address', async () => {
    const before = (await caught(server)).length;
    const jonas = await logIn(server.publicUrl, 'jonas-solberg');
    const post = (path: string, body: object) =>
      jonas.request(`${server.publicUrl}/api/notification-settings/verifications${path}`, {
        method: 'POST',
        headers: {
          origin: server.publicUrl,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(body),
      });
    const started = await post('', { channel: 'email', to: 'jonas.ny@post.example' });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    await expect.poll(async () => (await caught(server)).length, LONG).toBe(before + 1);
    const [mail] = await caught(server);
    expect(mail).toMatchObject({ to: 'jonas.ny@post.example', subject: 'Kode for varsel frå kommunen' });
    const code = /^\d{6}/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(await (await fetch(`${server.publicUrl}/outbox`)).text()).toContain(
      `<p lang="nn">${code} er koden`,
    );
    const done = await post(`/${id}`, { code });
    expect(await done.json()).toMatchObject({ email: { value: 'jonas.ny@post.example', verified: true } });
    expect(server.output()).not.toContain(code);
  });
});

describe('two servers on one PostgreSQL', { timeout: SLOW }, () => {
  let database: TestDatabase;
  let gateway: Gateway;
  let mailbox: Mailbox;
  let env: Record<string, string>;

  beforeAll(async () => {
    [database, gateway, mailbox] = await Promise.all([createTestDatabase(), openGateway(), openMailbox()]);
    env = { DATABASE_URL: database.url, SMTP_URL: mailbox.url, SMS_WEBHOOK_URL: gateway.url };
  }, SLOW);
  afterAll(async () => {
    await Promise.all([gateway.close(), mailbox.close(), database.drop()]);
  });

  it('send each notice once, and finish what they have begun when they are stopped', async () => {
    const servers = [await startServer(env), await startServer(env)];
    const [first, second] = servers as [RunningServer, RunningServer];
    for (let n = 0; n < 3; n++) await Promise.all(servers.map((server) => answer(server, `Svar ${n}`)));
    await expect.poll(() => [gateway.taken.length, mailbox.taken.length], LONG).toEqual([6, 6]);
    expect(new Set(gateway.taken.map(({ id }) => id)).size).toBe(6);
    expect(new Set(mailbox.taken.map(({ headers }) => headers.get('message-id'))).size).toBe(6);
    expect(await second.end('SIGTERM')).toBe(0);

    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    gateway.answer = async () => {
      await held;
      return 202;
    };
    await answer(first, 'Et svar til');
    await expect.poll(() => gateway.asked.length, LONG).toBe(7);
    first.process.kill('SIGTERM');
    await expect.poll(() => first.output(), LONG).toContain('server.stopping');
    release();
    expect(await first.end()).toBe(0);
    const third = await startServer({ ...env, CLOCK: new Date(Date.now() + 3_600_000).toISOString() });
    gateway.answer = () => 202;
    await answer(third, 'Etter omstart');
    await expect.poll(() => [gateway.asked.length, mailbox.taken.length], LONG).toEqual([8, 8]);
    expect(await third.end('SIGTERM')).toBe(0);
    expect(new Set(gateway.taken.map(({ id }) => id)).size).toBe(8);
    expect(new Set(mailbox.taken.map(({ headers }) => headers.get('message-id'))).size).toBe(8);
  });
});

describe('outside demo mode', { timeout: SLOW }, () => {
  it('a channel without an address is told of once, at start, and there is no /outbox', async () => {
    const log = notingLog();
    const settings = readSettings(
      {
        DATABASE_URL: 'memory:',
        PORT: '0',
        OIDC_ISSUER: 'http://127.0.0.1:1',
        OIDC_CLIENT_ID: 'hn',
        OIDC_CLIENT_SECRET: 'secret',
        SMS_WEBHOOK_URL: 'http://127.0.0.1:1/',
      },
      false,
    );
    const service = await startService({ settings, log, root: process.cwd() });
    const response = await fetch(`http://127.0.0.1:${service.port}/outbox.json`);
    expect(response.status).toBe(404);
    await service.stop();
    expect(log.lines.filter(({ event }) => event.startsWith('notice'))).toEqual([
      { event: 'notices.off', fields: { channel: 'email' } },
    ]);
  });
});

describe('/outbox', () => {
  it('shows what was caught verbatim, in the language of each', async () => {
    const row = {
      id: 'x',
      channel: 'email',
      address: '<script>@post.example',
      subject: 'Ođđa dieđáhus',
      text: 'Ođđa dieđáhus\n\nDu har <b>en</b> ny melding',
      language: 'se',
      at: Date.parse('2026-11-24T09:00:00+01:00'),
    } as const;
    const site = createSite({
      app: { fetch: () => Promise.resolve(new Response('')) },
      root: process.cwd(),
      demo: true,
      publicUrl: 'http://localhost:8080',
      terms: { version: '1', url: '/vilkar.html', points: { nb: ['Punkt'] } },
      filmOrigin: null,
      outbox: () => Promise.resolve([row]),
    });
    const get = (path: string) => site.fetch(new Request(`http://localhost:8080${path}`), {});
    const html = await (await get('/outbox')).text();
    expect(html).toContain('E-post til &lt;script&gt;@post.example');
    expect(html).toContain('<p lang="se">Ođđa dieđáhus</p>');
    expect(html).toContain('<p lang="nb">Du har &lt;b&gt;en&lt;/b&gt; ny melding</p>');
    expect(html).toContain('<time datetime="2026-11-24T09:00:00+01:00">2026-11-24 kl. 09:00</time>');
    const { items } = (await (await get('/outbox.json')).json()) as { items: unknown[] };
    expect(items).toEqual([
      {
        id: 'x',
        channel: 'email',
        to: row.address,
        subject: row.subject,
        text: row.text,
        language: 'se',
        at: '2026-11-24T09:00:00+01:00',
      },
    ]);
  });
});
