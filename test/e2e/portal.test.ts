/** The national portal's page: the five widgets in another layout, theme and language, one `hn-config` around them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as act from './support/actions.js';
import * as powers from './support/powers.js';
import { foreignTo } from './support/traces.js';
import { watch } from './support/watch.js';
import { type World, startWorld } from './support/world.js';

const WIDGETS = ['hn-appointments', 'hn-contacts', 'hn-inbox', 'hn-notify-settings', 'hn-proxy-picker'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The colour of what is most to be done in the picker. */
const accent = (page: Page): Promise<string> =>
  powers
    .powers(page)
    .getByRole('button', { name: 'Gi fullmakt', exact: true })
    .evaluate((button) => getComputedStyle(button).backgroundColor);

test('Marte acts for her mother there in Nynorsk, and finds herself doing so on the municipality’s page', async () => {
  const context = await world.visitor();
  const watched = await watch(context);
  const page = await context.newPage();
  await page.goto('/portal.html');
  await act.logIn(page, 'Marte Solberg');
  const inside = await page
    .locator('hn-config')
    .evaluateAll((configs) =>
      configs.map((config) =>
        Array.from(config.querySelectorAll('*'), ({ localName }) => localName).filter((name) =>
          name.startsWith('hn-'),
        ),
      ),
    );
  expect(inside.map((names) => names.sort())).toEqual([WIDGETS]);
  for (const [widget, title] of [
    ['hn-appointments', 'Timeavtalar'],
    ['hn-contacts', 'Helsekontaktar'],
    ['hn-inbox', 'Meldingar'],
    ['hn-notify-settings', 'Varsla dine'],
    ['hn-proxy-picker', 'Kven vil du bruke tenesta for?'],
  ] as const)
    await page.locator(widget).getByRole('heading', { name: title, exact: true }).waitFor();
  const theirs = await accent(page);

  await powers
    .powers(page)
    .getByRole('button', { name: /^Ingrid Solberg/ })
    .click();
  await expect
    .poll(() => powers.bands(page).allTextContents())
    .toEqual(WIDGETS.map(() => 'Du bruker tenesta på vegner av Ingrid Solberg'));
  await act.threadRow(page, 'Nye øyedråper').waitFor();

  // One backend, one choice, kept for the tab.
  await page.goto('/municipality.html');
  await powers.actsFor(page, 'Ingrid Solberg');
  await powers.backToSelf(page);
  expect(await accent(page)).not.toBe(theirs);
  await page.goto('/portal.html');
  await act.isIn(page);
  expect(await powers.bands(page).allTextContents()).toEqual([]);
  expect(watched.violations).toEqual([]);
  expect(foreignTo(world.url, watched)).toEqual([]);
});
