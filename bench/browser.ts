import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, type Page, launch } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browsers.mjs';

const READY = readFileSync('bench/pages/ready.js', 'utf8');
/** Served in place of what the server has there, so that the page is of the server's own origin. */
const PATH = '/bench.html';

export interface Opened {
  page: Page;
  session: CDPSession;
  /** Addresses asked for until `hn-ready`, the page's own included. */
  requests: string[];
  close(): Promise<void>;
}

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed.');
  return launch({ executablePath, headless: true, args: CHROMIUM_FLAGS });
}

/** Logs in at the test provider as a person of the invented household, by their button. */
export async function logIn(browser: Browser, url: string, name: string): Promise<void> {
  const page = await browser.newPage();
  const back = encodeURIComponent(`${url}/`);
  await page.goto(`${url}/api/login?return_to=${back}`);
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  await page.waitForFunction(`location.pathname === '/'`);
  await page.close();
}

/** Opens a page with this body and waits for `hn-ready`; where `answer` gives something, that is the server's answer. */
export async function open(
  browser: Browser,
  url: string,
  body: string,
  answer?: (asked: URL) => unknown,
): Promise<Opened> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(READY);
  page.on('request', (request) => {
    const asked = new URL(request.url());
    const instead = answer?.(asked);
    if (instead)
      return void request.respond({ contentType: 'application/json', body: JSON.stringify(instead) });
    if (asked.pathname !== PATH) return void request.continue();
    const html = `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
    void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.setRequestInterception(true);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(url + PATH);
  await Promise.race([
    page.evaluate('ready'),
    rejectAfter(30_000, () => problems.join('\n') || 'no hn-ready'),
  ]);
  const session = await page.createCDPSession();
  const requests = await page.evaluate(requestsUntilReady);
  return { page, session, requests, close: () => page.close() };
}

/** Of the page itself and of all it began to ask for before `hn-ready`; what follows the first sight does not count. */
async function requestsUntilReady(): Promise<string[]> {
  const moment = await (globalThis as unknown as { ready: Promise<number> }).ready;
  const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= moment);
  return [location.href, ...before.map(({ name }) => name)];
}

function rejectAfter(ms: number, reason: () => string): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(reason())), ms).unref();
  });
}

export interface Counters {
  /** All that the engine keeps, templates included. */
  nodes: number;
  listeners: number;
  /** Bytes of the JavaScript heap. */
  heap: number;
}

async function countOnce(session: CDPSession): Promise<Counters> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}

/** What is alive in the page after thorough collections: once two in a row find the same nodes and listeners. */
export async function count({ page, session }: Opened): Promise<Counters> {
  let last = await countOnce(session);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    // Collectors finish their work when the page is idle.
    await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
    const next = await countOnce(session);
    if (next.nodes === last.nodes && next.listeners === last.listeners) return next;
    last = next;
  }
  return last;
}
