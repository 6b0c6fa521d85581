/**
 * The figures of a page with hn-contacts that come out the same on every machine, and so can fail a run:
 * requests, nodes, listeners, and what stays behind after 200 mounts. Bytes are in `scripts/size.mjs`.
 *
 *   node --import tsx bench/gate.ts      after a build
 */
import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { type Counters, count, logIn, open, startBrowser } from './browser.js';
import { startServer } from '../test/support/server.js';

const CYCLES = 200;
const WARM_UP = 600;
const ROUNDS = 3;

interface Figure {
  name: string;
  value: number;
  must: number;
  aim?: number;
}

const widget = (attributes = ''): string =>
  `<script type="module" src="/dist/cdn/hn-contacts.js"></script><hn-contacts backend-url="/api" ${attributes}></hn-contacts>`;
const autoloaded =
  '<script type="module" src="/dist/cdn/hn.js"></script><hn-contacts backend-url="/api"></hn-contacts>';
const floor = `<script type="module">${readFileSync('bench/pages/floor-contacts.js', 'utf8')}</script>`;

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Nodes in the page's tree, shadow trees included, and listeners; without what an empty page has. */
async function standing(
  browser: Browser,
  url: string,
  body: string,
): Promise<{ nodes: number; listeners: number }> {
  const opened = await open(browser, url, body);
  // What comes right after the first sight counts too; the search stands where there are several services.
  if (body === widget()) await opened.page.waitForSelector('hn-contacts >>> input[type=search]');
  const nodes = Number(await opened.page.evaluate('countNodes(document.body)'));
  const { listeners } = await count(opened);
  await opened.close();
  return { nodes, listeners };
}

async function requestsUntilReady(browser: Browser, url: string, body: string): Promise<[number, number]> {
  const opened = await open(browser, url, body);
  const strangers = opened.requests.filter((address) => new URL(address).origin !== url);
  await opened.close();
  return [opened.requests.length, strangers.length];
}

/** What each of 200 mounts leaves behind; the median of three rounds, once the page is warm. */
async function leftBehind(browser: Browser, url: string): Promise<Counters> {
  const opened = await open(browser, url, widget());
  const cycle = (times: number) => opened.page.evaluate(`mountAndUnmount('hn-contacts', ${times})`);
  // Until then what grows is compiled code and filled caches, once and for all.
  await cycle(WARM_UP);
  const rounds: Counters[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await count(opened);
    await cycle(CYCLES);
    const after = await count(opened);
    rounds.push({
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      heap: (after.heap - before.heap) / CYCLES,
    });
  }
  await opened.close();
  const middle = (key: keyof Counters) => median(rounds.map((round) => round[key]));
  return { nodes: middle('nodes'), listeners: middle('listeners'), heap: middle('heap') };
}

async function measure(browser: Browser, url: string): Promise<Figure[]> {
  const [requests, strangers] = await requestsUntilReady(browser, url, widget());
  const [autoloadRequests, autoloadStrangers] = await requestsUntilReady(browser, url, autoloaded);
  const own = await standing(browser, url, widget());
  const fewRows = await standing(browser, url, widget('services="home-care"'));
  const byHand = await standing(browser, url, floor);
  const left = await leftBehind(browser, url);
  return [
    { name: 'requests until ready', value: requests, must: 4, aim: 3 },
    { name: 'requests until ready, autoloader', value: autoloadRequests, must: 6 },
    { name: 'requests to another origin', value: strangers + autoloadStrangers, must: 0 },
    { name: 'DOM nodes, times the floor', value: own.nodes / byHand.nodes, must: 2, aim: 1.6 },
    { name: 'listeners', value: own.listeners, must: 10 },
    { name: 'listeners more with all rows than with one', value: own.listeners - fewRows.listeners, must: 0 },
    { name: 'bytes left behind by a mount', value: Math.max(0, left.heap), must: 400, aim: 200 },
    { name: `nodes left behind by ${CYCLES} mounts`, value: left.nodes, must: 0 },
    { name: `listeners left behind by ${CYCLES} mounts`, value: left.listeners, must: 0 },
  ];
}

const server = await startServer();
const browser = await startBrowser();
try {
  await logIn(browser, server.publicUrl, 'Ingrid Solberg');
  const figures = await measure(browser, server.publicUrl);
  for (const { name, value, must, aim } of figures) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    const aimed = aim === undefined ? '' : `, aim ${aim}`;
    const mark = value > must ? '✗' : '✓';
    console.log(`${mark} ${name.padEnd(44)} ${shown.padStart(8)}  must ≤ ${must}${aimed}`);
  }
  if (figures.some(({ value, must }) => value > must)) process.exitCode = 1;
} finally {
  await browser.close();
  await server.end('SIGTERM');
}
