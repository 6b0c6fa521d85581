/**
 * The server table of docs/figures.md, but the row of ten million messages, and lost and doubled writes
 * (`npm run soak`). Needs Linux, a build (`npm run build`), PostgreSQL's programs, and Chromium for the last row.
 *
 *   npm run bench:server [-- --record]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../scripts/free-port.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { logIn } from '../test/support/server.js';
import { startBrowser, logIn as logInBrowser } from './browser.js';
import { withConversations } from './databases.js';
import { type Figure, median, quantile, record } from './report.js';
import { serve } from './serving.js';

const STARTS = 3;
const ROUNDS = 7;
/** Requests to an address in a round, and how many are under way at once. */
const REQUESTS = 100;
const AT_ONCE = 8;
const SENDS = 100;

/** Milliseconds from the start of the process to the first answer of `/healthz`, and its memory then, in MB. */
async function start(databaseUrl: string): Promise<{ time: number; memory: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['dist-server/server.js', '--demo'], {
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error('the server did not start');
    await pause(5);
  }
  const time = performance.now() - began;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  child.kill('SIGTERM');
  await ended;
  return { time, memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
}

async function starts(postgres: string): Promise<Figure[]> {
  const embedded: Awaited<ReturnType<typeof start>>[] = [];
  const server: typeof embedded = [];
  // The first start makes the tables and the example data; a server in use has them.
  await start(postgres);
  for (let round = 0; round < STARTS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'hn-bench-'));
    embedded.push(await start(`file:${join(folder, 'data')}`));
    rmSync(folder, { recursive: true, force: true });
    server.push(await start(postgres));
  }
  const middle = (of: typeof embedded, key: 'time' | 'memory') =>
    Math.round(median(of.map((one) => one[key])));
  return [
    {
      name: 'start, embedded database, first time',
      value: middle(embedded, 'time'),
      must: 5000,
      unit: ' ms',
    },
    { name: 'start, PostgreSQL', value: middle(server, 'time'), must: 1000, unit: ' ms' },
    { name: 'memory, embedded database', value: middle(embedded, 'memory'), must: 900, unit: ' MB' },
    { name: 'memory, PostgreSQL', value: middle(server, 'memory'), must: 150, unit: ' MB' },
  ];
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function ask(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.resume().once('end', resolve);
    });
    request.once('error', reject);
  });
}

/** Requests a second. */
async function rate(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  let left = REQUESTS;
  const worker = async () => {
    while (left-- > 0) await ask(url, cookie);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (REQUESTS * 1000) / (performance.now() - began);
}

/** Milliseconds of one request at a time, the median. */
async function duration(url: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    await ask(url, cookie);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** Reading rows, in rounds that take turns. */
async function reading(url: string, about: string): Promise<Figure[]> {
  const cookie = (await logIn(url, 'ingrid-solberg')).cookieHeader(url);
  const addresses = {
    trivial: `${url}/healthz`,
    one: `${url}/api/threads/bench-0000100?lang=nb`,
    page: `${url}/api/threads?folder=inbox&limit=50&lang=nb`,
  };
  const names = Object.keys(addresses) as (keyof typeof addresses)[];
  const rates = { trivial: [] as number[], one: [] as number[], page: [] as number[] };
  const times = { trivial: [] as number[], one: [] as number[], page: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const name of names) {
      const [persecond, time] = [
        await rate(addresses[name], cookie),
        await duration(addresses[name], cookie),
      ];
      // The first round warms up.
      if (round < 0) continue;
      rates[name].push(persecond);
      times[name].push(time);
    }
  }
  const perSecond = (name: keyof typeof rates): Figure => ({
    name: `${about}: ${name}, requests a second`,
    value: Math.round(median(rates[name])),
  });
  const ratio = (a: number[], b: number[]) => median(a.map((value, round) => value / (b[round] ?? NaN)));
  return [
    ...names.map(perSecond),
    {
      name: `${about}: one row, share of the trivial GET's rate`,
      value: ratio(rates.one, rates.trivial),
      least: 0.2,
    },
    { name: `${about}: page of 50, times one row, by rate`, value: ratio(rates.one, rates.page), must: 3 },
    {
      name: `${about}: page of 50, times one row, one at a time`,
      value: ratio(times.page, times.one),
      must: 3,
    },
  ];
}

/**
 * From the sending of a member of staff's answer to one server until the browser of the resident, at another
 * server, has the hint: the time from the commit, and a little more.
 */
async function live(database: string): Promise<Figure[]> {
  const [here, there] = [await serve(database), await serve(database)];
  const browser = await startBrowser();
  try {
    await logInBrowser(browser, here.url, 'Ingrid Solberg');
    const page = await browser.newPage();
    await page.goto(`${here.url}/index.html`);
    await page.evaluate(`
      window.came = [];
      window.source = new EventSource('/api/events');
      source.onmessage = () => came.push(performance.timeOrigin + performance.now());
      new Promise((resolve) => { source.onopen = resolve; })
    `);
    const staff = await logIn(there.url, 'amina-yusuf');
    const delays: number[] = [];
    for (let n = 0; n < SENDS; n += 1) {
      const before = Number(await page.evaluate('came.length'));
      const began = performance.timeOrigin + performance.now();
      const answer = await staff.request(`${there.url}/api/staff/threads/bench-0000100/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: there.url,
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ body: `Svar ${n}`, attachmentIds: [] }),
      });
      if (answer.status !== 201)
        throw new Error(`an answer was refused: ${answer.status} ${await answer.text()}`);
      await answer.body?.cancel();
      await page.waitForFunction(`came.length > ${before}`, { polling: 20 });
      delays.push(Number(await page.evaluate(`came[${before}]`)) - began);
    }
    return [
      { name: 'live event, two processes, median', value: Math.round(median(delays)), unit: ' ms' },
      {
        name: 'live event, two processes, p99',
        value: Math.round(quantile(delays, 0.99)),
        must: 250,
        unit: ' ms',
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([here.stop(), there.stop()]);
  }
}

const postgres = await startPostgres();
try {
  const shown = [record('Server: start', await starts(postgres.url))];
  for (const name of ['W2', 'W3'] as const) {
    const database = await withConversations(postgres.url, name);
    const server = await serve(database);
    shown.push(record(`Server: reading, ${name}`, await reading(server.url, name)));
    await server.stop();
    if (name === 'W2') shown.push(record('Server: live events', await live(database)));
  }
  if (shown.includes(false)) process.exitCode = 1;
} finally {
  agent.destroy();
  await postgres.stop();
}
