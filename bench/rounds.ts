/** Pages that take turns under the same conditions, and what comes of comparing them round by round. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Kind } from './pages.js';
import { type Figure, median } from './report.js';
import { scriptTime } from './script-time.js';

const SCRIPTS = ['ready', 'drive'].map((name) => readFileSync(`bench/pages/${name}.js`, 'utf8'));

export interface Tab {
  page: Page;
  session: CDPSession;
  /** Milliseconds from the beginning of the navigation. */
  ready: number;
}

export interface Conditions {
  /** How many times slower the processor is. */
  cpu?: number;
  slow4G?: boolean;
  all?: boolean;
  traced?: boolean;
}

/** Opens a kind's page and waits until it is ready. */
export async function load(
  browser: Browser,
  url: string,
  kind: Kind,
  conditions: Conditions = {},
): Promise<Tab> {
  const { cpu = 1, slow4G = false, all = false, traced = false } = conditions;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setCacheEnabled(false);
  for (const script of SCRIPTS) await page.evaluateOnNewDocument(script);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (slow4G) {
    const throughput = (1.5 * 1_000_000) / 8;
    await page.emulateNetworkConditions({ download: throughput, upload: throughput, latency: 562 });
  }
  if (traced) await scriptTime.begin(page);
  await page.goto(`${url}/${kind}.html${all ? '?all' : ''}`, {
    waitUntil: 'domcontentloaded',
    timeout: 120_000,
  });
  const ready = await page.evaluate('ready');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { page, session, ready: Number(ready) };
}

export const idle = (page: Page) => page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
export const number = async (page: Page, expression: string) => Number(await page.evaluate(expression));

/** Of each kind what each round has measured. */
export type Rounds<Round extends Partial<Record<string, number>>> = Record<Kind, Round[]>;

/** One round by each kind after the other, and one before them that warms the server and the machine up. */
export async function takeTurns<Round extends Partial<Record<string, number>>>(
  count: number,
  work: (kind: Kind) => Promise<Round>,
): Promise<Rounds<Round>> {
  const rounds: Rounds<Round> = { floor: [], lit: [], widget: [] };
  for (let round = -1; round < count; round += 1) {
    for (const kind of ['floor', 'lit', 'widget'] as const) {
      const one = await work(kind);
      if (round >= 0) rounds[kind].push(one);
    }
  }
  return rounds;
}

export const values = <Round extends Partial<Record<string, number>>>(
  rounds: Rounds<Round>,
  kind: Kind,
  key: keyof Round,
): number[] => rounds[kind].map((round) => round[key] ?? NaN);

/** The median over the rounds of the widget's, times the other's. */
export function ratio<Round extends Partial<Record<string, number>>>(
  rounds: Rounds<Round>,
  key: keyof Round,
  to: Kind,
): number {
  const other = values(rounds, to, key);
  return median(values(rounds, 'widget', key).map((value, round) => value / (other[round] ?? NaN)));
}

/** Each kind's own median, for whoever wants to see what the ratios are made of. */
export function plain<Round extends Partial<Record<string, number>>>(
  rounds: Rounds<Round>,
  about: string,
  key: keyof Round,
  unit: string,
): Figure[] {
  const shown = (Object.keys(rounds) as Kind[])
    .filter((kind) => rounds[kind].length > 0)
    .map((kind) => ({ name: `    ${about}, ${kind}`, value: median(values(rounds, kind, key)), unit }));
  return shown.map((figure) => ({ ...figure, value: Math.round(figure.value * 10) / 10 }));
}
