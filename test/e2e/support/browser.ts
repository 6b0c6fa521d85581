import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  chromium,
} from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/browsers.mjs';

/** Milliseconds. Far more than anything takes: it only ends a run that would wait for ever. */
const LIMIT = 45_000;

export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed. `npm test` installs it on Debian.');
  return chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
    // Playwright turns the back/forward cache off; people have it on.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** Somebody with a browser of their own: cookies and storage are apart from everybody else's. */
export async function newVisitor(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    locale: 'nb-NO',
    viewport: { width: 1180, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(LIMIT);
  return context;
}

/** Whether `locator`'s element has focus, also inside shadow roots. */
export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  });

/** Presses Tab until `locator`'s element has focus. */
export async function tabTo(page: Page, locator: Locator, key = 'Tab'): Promise<void> {
  await locator.waitFor();
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(locator)} cannot be reached by Tab.`);
}
