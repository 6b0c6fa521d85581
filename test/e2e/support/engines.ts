/** The three engines, driven alike: a page, a pointer, a keyboard, and a look at what stands there. */
import { launch } from 'puppeteer-core';
import { expect } from 'vitest';
import WebDriver from 'webdriver';
import {
  CHROMIUM_FLAGS,
  type Engine,
  findChromium,
  findFirefox,
  startWebKitDriver,
  webKitCapabilities,
} from '../../../scripts/browsers.mjs';

interface Point {
  x: number;
  y: number;
}

export interface Hands {
  open(url: string): Promise<void>;
  /** Runs `script`, the body of a function of `args`, in the page. */
  run<T>(script: string, ...args: string[]): Promise<T>;
  clickAt(point: Point): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

async function puppeteer(engine: 'chromium' | 'firefox'): Promise<Hands> {
  const browser = await (engine === 'chromium'
    ? launch({ executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS })
    : launch({ browser: 'firefox', executablePath: findFirefox() ?? '' }));
  const page = await browser.newPage();
  await page.setViewport({ width: 1180, height: 900 });
  return {
    async open(url) {
      await page.goto(url);
    },
    run: (script, ...args) =>
      page.evaluate(`(function () { ${script} }).apply(null, ${JSON.stringify(args)})`) as Promise<never>,
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    close: () => browser.close(),
  };
}

async function webkit(): Promise<Hands> {
  const driver = await startWebKitDriver();
  const session = await WebDriver.newSession({
    hostname: '127.0.0.1',
    port: driver.port,
    path: '/',
    logLevel: 'error',
    capabilities: webKitCapabilities(driver.browser),
  });
  return {
    open: (url) => session.navigateTo(url),
    run: (script, ...args) => session.executeScript(script, args),
    clickAt: ({ x, y }) =>
      session.performActions([
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', origin: 'viewport', x: Math.round(x), y: Math.round(y), duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]),
    type: (text) =>
      session.performActions([
        {
          type: 'key',
          id: 'keyboard',
          actions: Array.from(text).flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ]),
    async close() {
      await session.deleteSession();
      driver.stop();
    },
  };
}

/** Milliseconds between two looks of the page itself. */
const LOOK = 20;

/** Looks, one soon after the other, in which a thing must be at one place before somebody presses it. */
const STILL = 6;

/** Everything in the page, open shadow roots included, that `selector` fits. */
const DEEP = `
  const deep = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? deep(one.shadowRoot, selector) : [])),
  ];
  // Between an element and the next there may be a space or none: how it is laid out decides what is read.
  const bare = (text) => text.replace(/\\s+/g, '');
  const words = (element) => bare(element.textContent);
`;

/**
 * Where the middle of a thing is: a button or link of this name, or the field under this label; with a second
 * argument only in a group, row or widget that is about it.
 */
const FIND = `${DEEP}
  const [name, about] = [...arguments].map(bare);
  const labelled = deep(document, 'label').filter((label) => words(label) === name).map((label) => label.control);
  const called = (one) => bare(one.getAttribute('aria-label') ?? one.textContent);
  const pressed = deep(document, 'button, a[href]').filter((one) => called(one) === name);
  const around = (one) => one.closest('[role=group], fieldset, li') ?? one.getRootNode();
  const [found] = [...labelled, ...pressed].filter(
    (one) => one && one.getClientRects().length && (!about || words(around(one)).includes(about)),
  );
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
`;

const SEES = `${DEEP}
  const text = bare(arguments[0]);
  return deep(document, '*').some((one) => !one.children.length && one.getClientRects().length && words(one).includes(text));
`;

/** The words of what is shown, wherever it stands. */
const TEXTS = `${DEEP}
  return deep(document, arguments[0])
    .filter((one) => one.getClientRects().length)
    .map((one) => one.textContent.replace(/\\s+/g, ' ').trim());
`;

/** Notes when, by the clock of the machine, nothing is shown any more that `arguments[0]` fits, wherever it stands. */
const NOTE_GONE = `${DEEP}
  const pattern = new RegExp(arguments[0]);
  const says = ({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && pattern.test(node.data));
  const isShown = () => deep(document, '*').some((one) => says(one) && one.getClientRects().length);
  if (!isShown()) throw new Error('It is not shown at all.');
  window.goneAt = null;
  const look = setInterval(() => {
    if (isShown()) return;
    window.goneAt = Date.now();
    clearInterval(look);
  }, ${LOOK});
`;

export interface Person {
  open(url: string): Promise<void>;
  /** Clicks on a button, a link or into a field, by its name, once it stands still; of several that in the group `about` something. */
  click(name: string, about?: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until `text` is shown. */
  see(text: string): Promise<void>;
  /** What everything says that `selector` fits and that is shown. */
  texts(selector: string): Promise<string[]>;
  /** Begins to watch; the answer gives when nothing that `pattern` fits was shown any more (milliseconds since the epoch). */
  noteGone(pattern: string): Promise<() => Promise<number>>;
  leave(): Promise<void>;
}

/** Somebody with a browser of this engine. */
export async function personWith(engine: Engine): Promise<Person> {
  const hands = await (engine === 'webkit' ? webkit() : puppeteer(engine));
  // While a page gives way to the next there is nothing to look at.
  const look = <T>(script: string, ...args: string[]): Promise<T | null> =>
    hands.run<T>(script, ...args).catch(() => null);
  return {
    open: (url) => hands.open(url),
    async click(name, about = '') {
      let still: Point[] = [];
      const standsStill = async (): Promise<boolean> => {
        const now = await look<Point>(FIND, name, about);
        if (!now) return false;
        const [last] = still;
        still = now.x === last?.x && now.y === last.y ? [...still, now] : [now];
        return still.length === STILL;
      };
      await expect.poll(standsStill, { message: `«${name}» in ${engine}`, timeout: 45_000 }).toBe(true);
      for (const point of still.slice(-1)) await hands.clickAt(point);
    },
    type: (text) => hands.type(text),
    see: (text) =>
      expect
        .poll(() => look<boolean>(SEES, text), { message: `«${text}» in ${engine}`, timeout: 45_000 })
        .toBe(true),
    texts: async (selector) => (await look<string[]>(TEXTS, selector)) ?? [],
    async noteGone(pattern) {
      await hands.run(NOTE_GONE, pattern);
      return async () => {
        let at = 0;
        const message = `«${pattern}» gone in ${engine}`;
        const ask = async () => (at = (await look<number>('return window.goneAt')) ?? 0);
        await expect.poll(ask, { message }).toBeGreaterThan(0);
        return at;
      };
    },
    leave: () => hands.close(),
  };
}
