/**
 * The figures of a page with one widget that come out the same on every machine,
 * and so can fail a run: requests, nodes, listeners, and what stays behind after 200 mounts. Bytes are in
 * `scripts/size.mjs`.
 *
 *   node --import tsx bench/gate.ts      after a build
 */
import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { type Counters, count, logIn, open, startBrowser } from './browser.js';
import { manyAppointments } from './many-appointments.js';
import { benchPages } from './pages.js';
import { type Figure, median, report } from './report.js';
import { serve } from './serving.js';

const CYCLES = 200;
const WARM_UP = 600;
const ROUNDS = 3;

/** A widget, attributes with which its list has few rows, and what comes right after the first sight. */
interface Subject {
  tag: 'hn-contacts' | 'hn-inbox' | 'hn-appointments' | 'hn-proxy-picker' | 'hn-notify-settings';
  few: string;
  later: string;
}

const subjects: Subject[] = [
  { tag: 'hn-contacts', few: 'services="home-care"', later: 'input[type=search]' },
  { tag: 'hn-inbox', few: 'contact="ostensjo-home-care"', later: 'input[type=search]' },
  { tag: 'hn-proxy-picker', few: 'mode="picker"', later: '[data-do=log]' },
  { tag: 'hn-appointments', few: 'contact="ostensjo-physiotherapy"', later: 'select' },
  // Its rows are the same few for everybody.
  { tag: 'hn-notify-settings', few: 'heading-level="3"', later: 'select' },
];

const widget = (tag: string, attributes = ''): string =>
  `<script type="module" src="/dist/cdn/${tag}.js"></script><${tag} backend-url="/api" ${attributes}></${tag}>`;
const autoloaded = (tag: string): string =>
  `<script type="module" src="/dist/cdn/hn.js"></script><${tag} backend-url="/api"></${tag}>`;
const floor = (tag: string): string =>
  `<script type="module" src="/dist/bench/${tag.replace('hn-', 'floor-')}.js"></script>`;

/** Nodes in the page's tree, shadow trees included, and listeners; without what an empty page has. */
async function standing(
  browser: Browser,
  url: string,
  body: string,
  later?: string,
): Promise<{ nodes: number; listeners: number }> {
  const opened = await open(browser, url, body);
  // What comes right after the first sight counts too; the search stands where there are several services.
  if (later) await opened.page.waitForSelector(later);
  // The one request that goes on is for live hints.
  await opened.page.waitForNetworkIdle({ concurrency: 1 });
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
async function leftBehind(browser: Browser, url: string, tag: string): Promise<Counters> {
  const opened = await open(browser, url, widget(tag));
  const cycle = (times: number) => opened.page.evaluate(`mountAndUnmount('${tag}', ${times})`);
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

async function measure(browser: Browser, url: string, { tag, few, later }: Subject): Promise<Figure[]> {
  const [requests, strangers] = await requestsUntilReady(browser, url, widget(tag));
  const [autoloadRequests, autoloadStrangers] = await requestsUntilReady(browser, url, autoloaded(tag));
  const own = await standing(browser, url, widget(tag), `${tag} >>> ${later}`);
  const fewRows = await standing(browser, url, widget(tag, few));
  const byHand = await standing(browser, url, floor(tag));
  const left = await leftBehind(browser, url, tag);
  return [
    { name: 'requests until ready', value: requests, must: 4, aim: 3 },
    { name: 'requests until ready, autoloader', value: autoloadRequests, must: 6 },
    { name: 'requests to another origin', value: strangers + autoloadStrangers, must: 0 },
    { name: 'DOM nodes, times the floor', value: own.nodes / byHand.nodes, must: 2, aim: 1.6 },
    { name: 'listeners', value: own.listeners, must: 10 },
    { name: 'listeners more with all rows than with few', value: own.listeners - fewRows.listeners, must: 0 },
    { name: 'bytes left behind by a mount', value: Math.max(0, left.heap), must: 400, aim: 200 },
    { name: `nodes left behind by ${CYCLES} mounts`, value: left.nodes, must: 0 },
    { name: `listeners left behind by ${CYCLES} mounts`, value: left.listeners, must: 0 },
  ].map((figure) => ({ ...figure, name: `${tag}: ${figure.name}` }));
}

const root = await benchPages('inbox');
const server = await serve('memory:', root);
const browser = await startBrowser();
try {
  await logIn(browser, server.url, 'Ingrid Solberg');
  const figures: Figure[] = [];
  for (const subject of subjects) figures.push(...(await measure(browser, server.url, subject)));
  figures.push(...(await manyAppointments(browser, server.url, widget('hn-appointments'))));
  if (!report(figures)) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
  rmSync(root, { recursive: true });
}
