/**
 * Takes the picture of the README: hn-contacts as Ingrid sees it on the demo's municipality page.
 *
 *   npm run picture
 */
import { mkdirSync } from 'node:fs';
import { logIn, startBrowser } from '../bench/browser.js';
import { startServer } from '../test/support/server.js';

const FILE = 'docs/images/hn-contacts.png';

const server = await startServer({ CLOCK: '2026-11-24T10:15:00+01:00' });
const browser = await startBrowser();
try {
  await logIn(browser, server.publicUrl, 'Ingrid Solberg');
  const page = await browser.newPage();
  await page.setViewport({ width: 1180, height: 900, deviceScaleFactor: 1 });
  await page.goto(`${server.publicUrl}/municipality.html`);
  const widget = await page.waitForSelector('hn-contacts:state(ready)');
  await page.waitForSelector('hn-contacts >>> input[type=search]');
  await page.evaluate(() => document.fonts.ready);
  mkdirSync('docs/images', { recursive: true });
  await widget?.screenshot({ path: FILE });
} finally {
  await browser.close();
  await server.end('SIGTERM');
}
