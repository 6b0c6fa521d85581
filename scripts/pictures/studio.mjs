import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../browsers.mjs';

/** In pixels; the height is that of the window, or of the page where that is higher. Long lists go on as they began. */
export const WIDTHS = [1280, 320];
const HEIGHT = 900;
const HIGHEST = 2400;

export const SCHEMES = ['light', 'dark'];

/** Where the browser finds the stories, whatever port they really have: some show their address. */
const ORIGIN = 'http://localhost';
/** They work from a folder of a site as well, so this is where they stand. */
const FOLDER = '/design/widgets/';
/** The care service of a story, and the notices that it has sent, which are answered in the page. */
const CARE = /^\/story-[\w-]+\/(api\/|outbox\.json$)/;

/** When it is in the browser as a page opens: the time at which stories begin, so that they look the same any day. */
const NOW = Date.parse('2026-11-24T10:15:00+01:00');

/** Moves the page's clock, which goes on from there. @param {number} now */
function moveClock(now) {
  const RealDate = Date;
  const moved = now - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length > 0 ? given : [RealDate.now() + moved]));
    }
    static now() {
      return RealDate.now() + moved;
    }
  };
}

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{width: number, scheme: string}} Light */

/** What a story's page says of itself: `phase` is where it stands on its way through drawing and `play`. */
const storyHasEnded = () => {
  const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
  return ['finished', 'errored', 'aborted'].includes(phase) ? phase : null;
};

/** What was thrown while the story played: its phase is `finished` all the same. */
const thrownInStory = () => {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  return ['storyThrewException', 'playFunctionThrewException']
    .flatMap((event) => channel?.last(event) ?? [])
    .map((error) => error?.message ?? String(error))
    .join(' ');
};

/** @param {Page} page @param {Light} light */
async function arrange(page, { width, scheme }) {
  await page.setViewportSize({ width, height: HEIGHT });
  const height = await page.evaluate(async (name) => {
    document.documentElement.dataset.scheme = name;
    // A widget that asks how wide it is draws again.
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((go) => globalThis.requestAnimationFrame(go));
    return document.documentElement.scrollHeight;
  }, scheme);
  if (height > HEIGHT) await page.setViewportSize({ width, height: Math.min(height, HIGHEST) });
  // What has focus may have moved a page that is higher still.
  await page.evaluate(() => globalThis.scrollTo(0, 0));
}

/**
 * Opens a story and plays it to its end. Fails where it asks for anything outside the folder that stories stand in.
 *
 * @param {Page} page
 * @param {string} id
 * @param {string} [scheme] that the toolbar chooses
 */
export async function openStory(page, id, scheme = 'light') {
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: HEIGHT });
  /** @type {string[]} */
  const strays = [];
  const watch = (/** @type {import('playwright-core').Request} */ request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const isHere = origin === ORIGIN && (pathname.startsWith(FOLDER) || CARE.test(pathname));
    if (/^http/.test(protocol) && !isHere) strays.push(request.url());
  };
  page.on('request', watch);
  await page.goto(`${ORIGIN}${FOLDER}iframe.html?id=${id}&viewMode=story&globals=scheme:${scheme}`);
  const phase = await page.waitForFunction(storyHasEnded, null, { timeout: 90_000 });
  if ((await phase.jsonValue()) !== 'finished') throw new Error(`${id} did not play to its end.`);
  const thrown = await page.evaluate(thrownInStory);
  if (thrown) throw new Error(`${id} failed as it played: ${thrown}`);
  page.off('request', watch);
  if (strays.length > 0) throw new Error(`${id} asked elsewhere: ${strays.join(', ')}`);
  // A caret blinks; the colour is handed down to every field.
  await page.addStyleTag({ content: ':root { caret-color: transparent }' });
  await page.evaluate(() => document.fonts.ready);
}

/** A picture of the story that stands there. @param {Page} page @param {Light} light @returns {Promise<Buffer>} */
export async function photograph(page, light) {
  await arrange(page, light);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/**
 * One browser, and the stories as they were built, served from `folder`.
 *
 * @param {string} folder
 */
export async function openStudio(folder) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed; CHROMIUM names a program elsewhere.');
  const server = await preview({
    configFile: false,
    base: FOLDER,
    build: { outDir: folder },
    preview: { host: 'localhost', port: 0 },
    logLevel: 'error',
  });
  const { host } = new URL(server.resolvedUrls?.local[0] ?? '');
  const args = [...CHROMIUM_FLAGS, `--host-resolver-rules=MAP localhost:80 ${host}`];
  const browser = await chromium.launch({ executablePath, args });
  return {
    /** A page of its own context: what one story keeps is not there for the one beside it. */
    newPage: async () => {
      const settings = { reducedMotion: 'reduce', locale: 'nb-NO', timezoneId: 'Europe/Oslo' };
      const context = await browser.newContext(settings);
      await context.addInitScript(moveClock, NOW);
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
