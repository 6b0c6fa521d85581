/**
 * hn-inbox beside the same page by hand (F, pages/floor-inbox.js) and as one plain Lit element (L,
 * pages/lit-inbox.js): the rows of docs/figures.md for W2 and W3. Rounds in which all take turns, medians of the
 * ratios within a round, all in one run. W2: the newest 30 of 200 conversations, by the same requests. W3: F
 * lists all 10,000, in pages of 200. With W2 also when an answer of staff stands in the conversation that is open.
 *
 *   npm run bench:inbox [-- rounds] [--record]     after a build; needs PostgreSQL's programs and Chromium
 */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { startPostgres } from '../scripts/postgres.mjs';
import { arrivals } from './arrivals.js';
import { count, logIn, startBrowser } from './browser.js';
import { withConversations } from './databases.js';
import { benchPages, type Kind } from './pages.js';
import { type Figure, median, quantile, record } from './report.js';
import { idle, load, number, plain, ratio, takeTurns, values } from './rounds.js';
import { scriptTime } from './script-time.js';
import { serve } from './serving.js';

const ROUNDS = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 5);
const OPENS = 10;
const LONG_OPENS = 10;
const KEYS = 30;

/** What follows upon opening the one before, that it is read for one thing, is over: people do not click faster. */
async function openAtRest(page: Page, place: number): Promise<number> {
  await page.waitForNetworkIdle({ idleTime: 400 });
  await idle(page);
  return number(page, `drive.open(${place})`);
}

/** One round with one page: what each figure was. */
type Round = Partial<
  Record<'slow' | 'shift' | 'script' | 'open' | 'key' | 'send' | 'heap' | 'nodes' | 'listeners', number>
>;

async function work(browser: Browser, url: string, kind: Kind): Promise<Round> {
  const slow = await load(browser, url, kind, { cpu: 4, slow4G: true });
  // What comes after the first sight may not move it either.
  await slow.page.waitForNetworkIdle({ idleTime: 1200 });
  const shift = await number(slow.page, 'drive.shift()');
  await slow.page.close();

  const { page } = await load(browser, url, kind, { cpu: 4, traced: true });
  const script = await scriptTime.end(page);
  await page.waitForNetworkIdle();
  const opens: number[] = [];
  // The first one fetches what conversations need; from then on there is one that is updated.
  for (let n = 0; n <= OPENS; n += 1) opens.push(await openAtRest(page, n + 5));
  await page.evaluate('void drive.type()');
  for (let n = 1; n <= KEYS; n += 1) {
    await page.keyboard.press('e');
    await page.waitForFunction(`keyTimes.length === ${n}`);
  }
  const keys = (await page.evaluate('keyTimes')) as number[];
  const send = await number(page, 'drive.send()');
  await page.close();

  const still = await load(browser, url, kind);
  await still.page.waitForNetworkIdle();
  await idle(still.page);
  const { heap, listeners } = await count({ ...still, requests: [], close: () => still.page.close() });
  const nodes = await number(still.page, 'countNodes(document.body)');
  await still.page.close();
  return {
    slow: slow.ready,
    shift,
    script,
    open: median(opens.slice(1)),
    key: median(keys),
    send,
    heap,
    nodes,
    listeners,
  };
}

async function w2(browser: Browser, url: string): Promise<Figure[]> {
  const rounds = await takeTurns(ROUNDS, (kind) => work(browser, url, kind));
  return [
    { name: 'W2 ready, slow, times F', value: ratio(rounds, 'slow', 'floor'), must: 1.08, aim: 0.85 },
    ...plain(rounds, 'ready, slow', 'slow', ' ms'),
    {
      name: 'W2 script time until ready, 4× CPU, times L',
      value: ratio(rounds, 'script', 'lit'),
      must: 1.1,
      aim: 0.9,
    },
    ...plain(rounds, 'script time', 'script', ' ms'),
    { name: 'W2 layout shift, slow', value: median(values(rounds, 'widget', 'shift')), must: 0.01, aim: 0 },
    {
      name: 'W2 open a conversation of 30, 4× CPU, times F',
      value: ratio(rounds, 'open', 'floor'),
      must: 1.2,
      aim: 1,
    },
    ...plain(rounds, 'open', 'open', ' ms'),
    { name: 'W2 key → paint, 4× CPU, times F', value: ratio(rounds, 'key', 'floor'), must: 1.15, aim: 1 },
    ...plain(rounds, 'key → paint', 'key', ' ms'),
    { name: 'W2 send → stands there, 4× CPU, times F', value: ratio(rounds, 'send', 'floor') },
    { name: 'W2 heap after load, times F', value: ratio(rounds, 'heap', 'floor'), must: 1.5, aim: 1.35 },
    ...plain(rounds, 'heap', 'heap', ' bytes'),
    { name: 'W2 DOM nodes, times F', value: ratio(rounds, 'nodes', 'floor'), must: 2, aim: 1.6 },
    ...plain(rounds, 'nodes', 'nodes', ''),
    { name: 'W2 listeners', value: median(values(rounds, 'widget', 'listeners')), must: 10 },
    ...(await arrivals(browser, url)),
  ];
}

async function w3(browser: Browser, url: string): Promise<Figure[]> {
  const ready: Record<'floor' | 'widget', number[]> = { floor: [], widget: [] };
  const heap: typeof ready = { floor: [], widget: [] };
  const open: typeof ready = { floor: [], widget: [] };
  const nodes: typeof ready = { floor: [], widget: [] };
  const frames: number[] = [];
  for (let round = 0; round < Math.min(3, ROUNDS); round += 1) {
    for (const kind of ['floor', 'widget'] as const) {
      const tab = await load(browser, url, kind, { cpu: 4, all: true });
      const { page, session } = tab;
      ready[kind].push(tab.ready);
      await page.waitForNetworkIdle();
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      heap[kind].push((await count({ ...tab, requests: [], close: () => page.close() })).heap);
      nodes[kind].push(await number(page, 'countNodes(document.body)'));
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      if (kind === 'widget') frames.push(...((await page.evaluate('drive.scroll()')) as number[]));
      // The list of the floor is drawn anew with each change of 76,000 nodes: few are enough.
      const opens: number[] = [];
      for (let n = 1; n <= 4; n += 1) opens.push(await openAtRest(page, n));
      open[kind].push(median(opens.slice(1)));
      await page.close();
    }
  }
  const times = ({ floor, widget }: typeof ready) =>
    median(widget.map((value, round) => value / (floor[round] ?? NaN)));
  return [
    { name: 'W3 ready, 4× CPU, times F', value: times(ready), must: 0.5, aim: 0.3 },
    { name: 'W3 DOM nodes', value: median(nodes.widget), must: 1000, aim: 400 },
    { name: '    nodes, floor', value: median(nodes.floor) },
    { name: 'W3 heap, times F', value: times(heap), must: 1.2, aim: 0.9 },
    { name: 'W3 scroll, 4× CPU, p95', value: quantile(frames, 0.95), must: 20, aim: 16.8, unit: ' ms' },
    { name: 'W3 open one, 4× CPU, times F', value: times(open), must: 1.5, aim: 1 },
    ...(await long(browser, url)),
    ...(await search(browser, url)),
  ];
}

/** The one of 3,000 messages, of the same list with both, which take turns with each opening. */
async function long(browser: Browser, url: string): Promise<Figure[]> {
  const opens: Record<'floor' | 'widget', number[]> = { floor: [], widget: [] };
  const nodes: number[] = [];
  for (let n = 0; n < ROUNDS * LONG_OPENS; n += 1) {
    for (const kind of n % 2 ? (['floor', 'widget'] as const) : (['widget', 'floor'] as const)) {
      // From a page of its own: what has been open once is there at once.
      const { page } = await load(browser, url, kind, { cpu: 4 });
      await openAtRest(page, 2);
      opens[kind].push(await openAtRest(page, 0));
      if (kind === 'widget') nodes.push(await number(page, 'countNodes(document.body)'));
      await page.close();
    }
  }
  const ratios = opens.widget.map((value, n) => value / (opens.floor[n] ?? NaN));
  return [
    { name: 'conversation of 3,000 opens, 4× CPU, times F', value: median(ratios), must: 1.2 },
    { name: '    opens, floor', value: median(opens.floor), unit: ' ms' },
    { name: '    opens, widget', value: median(opens.widget), unit: ' ms' },
    { name: 'conversation of 3,000, DOM nodes', value: median(nodes), must: 1000 },
  ];
}

/** A conversation among the last thousand, found and opened without a mouse, and the way back to it. */
async function search(browser: Browser, url: string): Promise<Figure[]> {
  const { page } = await load(browser, url, 'widget');
  // Until live hints have begun, at which everything is asked for once more.
  await page.waitForNetworkIdle({ idleTime: 3000 });
  const before = await number(page, 'drive.requests()');
  const focused = 'drive.root().activeElement';
  const tabTo = async (holds: string) => {
    for (let n = 0; n < 40 && !(await page.evaluate(holds)); n += 1) await page.keyboard.press('Tab');
  };
  await tabTo(`${focused}?.id === 'search'`);
  await page.keyboard.type('9555');
  await page.keyboard.press('Enter');
  await page.evaluate(
    `drive.until("document.querySelector('hn-inbox').shadowRoot.querySelectorAll('[data-do=open]').length === 1")`,
  );
  await tabTo(`${focused}?.dataset.do === 'open'`);
  await page.keyboard.press('Enter');
  await page.evaluate(
    `drive.until("document.querySelector('hn-inbox').shadowRoot.querySelector('.message')")`,
  );
  await page.waitForNetworkIdle();
  const requests = (await number(page, 'drive.requests()')) - before;
  // Beside the list on a wide page there is no way back to go; on a narrow one it is a button.
  await page.setViewport({ width: 400, height: 900 });
  await page.evaluate(`drive.root().querySelector('[data-do=back]').focus()`);
  await page.keyboard.press('Enter');
  await idle(page);
  const back = await page.evaluate(
    `${focused}?.dataset.do === 'open' && ${focused}.textContent.includes('9555')`,
  );
  await page.close();
  return [
    { name: 'W3 hit among the last thousand, by keyboard: requests', value: requests, must: 3 },
    { name: 'W3 Back returns to the hit (1 = yes)', value: Number(back), least: 1 },
  ];
}

const postgres = await startPostgres();
const root = await benchPages('inbox');
const browser = await startBrowser();
try {
  const shown: boolean[] = [];
  for (const [name, measure] of [
    ['W2', w2],
    ['W3', w3],
  ] as const) {
    const server = await serve(await withConversations(postgres.url, name), root);
    await logIn(browser, server.url, 'Ingrid Solberg');
    shown.push(record(`hn-inbox, ${name}`, await measure(browser, server.url)));
    await server.stop();
  }
  if (shown.includes(false)) process.exitCode = 1;
} finally {
  await browser.close();
  await postgres.stop();
  rmSync(root, { recursive: true });
}
