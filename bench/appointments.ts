/**
 * hn-appointments beside the same page by hand (F, pages/floor-appointments.js) and as one plain Lit element (L,
 * pages/lit-appointments.js): the rows of docs/figures.md for W1, 30 appointments of which the next one is cancelled.
 * Rounds in which all take turns, each from a server that has just been started, so that all cancel the same;
 * medians of the ratios within a round, all in one run.
 *
 *   npm run bench:appointments [-- rounds] [--record]     after a build; needs Chromium
 */
import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { count, logIn, startBrowser } from './browser.js';
import { benchPages, type Kind } from './pages.js';
import { type Figure, median, record } from './report.js';
import { idle, load, number, plain, ratio, takeTurns, values } from './rounds.js';
import { scriptTime } from './script-time.js';
import { serve } from './serving.js';

const ROUNDS = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 5);
const OPENS = 10;

/** One round with one page: what each figure was. */
type Round = Record<
  'slow' | 'shift' | 'script' | 'dialog' | 'confirm' | 'heap' | 'nodes' | 'listeners',
  number
>;

async function work(browser: Browser, url: string, kind: Kind): Promise<Round> {
  const slow = await load(browser, url, kind, { cpu: 4, slow4G: true });
  // What comes after the first sight may not move it either.
  await slow.page.waitForNetworkIdle({ idleTime: 1200 });
  const shift = await number(slow.page, 'drive.shift()');
  await slow.page.close();

  const still = await load(browser, url, kind);
  await still.page.waitForNetworkIdle();
  await idle(still.page);
  const { heap, listeners } = await count({ ...still, requests: [], close: () => still.page.close() });
  const nodes = await number(still.page, 'countNodes(document.body)');
  await still.page.close();

  const { page } = await load(browser, url, kind, { cpu: 4, traced: true });
  const script = await scriptTime.end(page);
  await page.waitForNetworkIdle({ idleTime: 1200 });
  await page.evaluate('drive.findCancel()');
  const dialogs: number[] = [];
  // The first one fetches what dialogs need.
  for (let n = 0; n <= OPENS; n += 1) {
    if (n > 0) await page.evaluate('drive.closeDialog()');
    await idle(page);
    dialogs.push(await number(page, 'drive.openDialog()'));
  }
  const confirm = await number(page, 'drive.confirm()');
  await page.close();
  return {
    slow: slow.ready,
    shift,
    script,
    dialog: median(dialogs.slice(1)),
    confirm,
    heap,
    nodes,
    listeners,
  };
}

async function w1(browser: Browser, root: string): Promise<Figure[]> {
  const rounds = await takeTurns(ROUNDS, async (kind) => {
    const server = await serve('memory:', root);
    try {
      await logIn(browser, server.url, 'Ingrid Solberg');
      return await work(browser, server.url, kind);
    } finally {
      await server.stop();
    }
  });
  return [
    { name: 'W1 ready, slow, times F', value: ratio(rounds, 'slow', 'floor'), must: 1.08, aim: 0.85 },
    ...plain(rounds, 'ready, slow', 'slow', ' ms'),
    {
      name: 'W1 script time until ready, 4× CPU, times L',
      value: ratio(rounds, 'script', 'lit'),
      must: 1.1,
      aim: 0.9,
    },
    ...plain(rounds, 'script time', 'script', ' ms'),
    { name: 'W1 layout shift, slow', value: median(values(rounds, 'widget', 'shift')), must: 0.01, aim: 0 },
    {
      name: 'W1 click → dialog painted, 4× CPU, times F',
      value: ratio(rounds, 'dialog', 'floor'),
      must: 1.4,
      aim: 1.2,
    },
    ...plain(rounds, 'click → dialog', 'dialog', ' ms'),
    {
      name: 'W1 confirm → row updated, 4× CPU, times F',
      value: ratio(rounds, 'confirm', 'floor'),
      must: 1.1,
      aim: 1,
    },
    ...plain(rounds, 'confirm → row', 'confirm', ' ms'),
    { name: 'W1 heap after load, times F', value: ratio(rounds, 'heap', 'floor'), must: 1.4, aim: 1.2 },
    ...plain(rounds, 'heap', 'heap', ' bytes'),
    { name: 'W1 DOM nodes, times F', value: ratio(rounds, 'nodes', 'floor'), must: 2, aim: 1.6 },
    ...plain(rounds, 'nodes', 'nodes', ''),
    { name: 'W1 listeners', value: median(values(rounds, 'widget', 'listeners')), must: 10 },
  ];
}

const root = await benchPages('appointments');
const browser = await startBrowser();
try {
  if (!record('hn-appointments, W1', await w1(browser, root))) process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(root, { recursive: true });
}
