/** The staff's page of appointments over the real server: what they do without the resident looking on. */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { newVisitor } from './support/browser.js';
import { type World, startWorld } from './support/world.js';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

describe('what staff do by themselves', () => {
  async function openAsStaff(page: Page, name: string): Promise<void> {
    await page.goto('/staff.html');
    await act.logIn(page, name);
    await page.getByRole('link', { name: 'Timeavtaler' }).click();
    await page.getByRole('navigation', { name: 'Timer' }).getByRole('button').first().waitFor();
  }
  const here = (page: Page): Locator => page.getByRole('region', { name: 'Timen' });
  async function choose(page: Page, list: RegExp, title: string): Promise<void> {
    await page
      .getByRole('list', { name: list })
      .getByRole('button')
      .filter({ hasText: title })
      .first()
      .click();
    await here(page).getByRole('heading', { name: title }).waitFor();
  }

  test('moves an appointment, calls it off, and shows in Ingrid’s page', async () => {
    const page = await world.visit('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    const henrik = await (await world.visitor()).newPage();
    await openAsStaff(henrik, 'Henrik Dahl');
    await choose(henrik, /^Fredag 27\. november/, 'Opptrening av hoften');
    const move = here(henrik).getByRole('form', { name: 'Flytt timen' });
    await move.getByRole('button', { name: 'Flytt timen' }).click();
    await here(henrik).getByText('Velg en ledig time, eller fyll ut dag, fra og til.').waitFor();
    await move.getByLabel('Dag', { exact: true }).fill('2026-11-30');
    await move.getByLabel('Fra', { exact: true }).fill('13:00');
    await move.getByLabel('Til', { exact: true }).fill('13:45');
    await move.getByRole('button', { name: 'Flytt timen' }).click();
    await here(henrik).getByText('Timen er flyttet. Innbyggeren ser den nye tiden.').waitFor();
    const moved = act.appointmentRow(page, 'Opptrening av hoften', 'Mandag 30. november 13:00–13:45');
    await moved.waitFor();

    const reason = 'Jeg er bortreist den dagen. Be om en ny time.';
    const off = here(henrik).getByRole('form', { name: 'Avlys timen' });
    await off.getByLabel(/^Hvorfor/).fill(reason);
    await off.getByRole('button', { name: 'Avlys timen' }).click();
    await here(henrik).getByText('Timen er avlyst. Innbyggeren ser hvorfor.').waitFor();
    await moved.getByText(`Avlyst: ${reason}`).waitFor();
    expect(await world.appointment('ingrid-physiotherapy')).toMatchObject([
      { status: 'cancelled', slot_id: null },
    ]);
    await henrik.context().close();
  });

  test('registers who was not there', async () => {
    const amina = await (await world.visitor()).newPage();
    await openAsStaff(amina, 'Amina Yusuf');
    await choose(amina, /^I dag/, 'Hjemmebesøk om morgenen');
    await here(amina).getByRole('button', { name: 'Registrer som ikke møtt' }).click();
    await here(amina).getByText('Det er registrert at innbyggeren ikke møtte.').waitFor();
    expect(await world.appointment('ingrid-morning-2026-11-24')).toMatchObject([{ status: 'no-show' }]);
    await amina.context().close();
  });

  test.each([1280, 320])('has no findings, and fits, %i pixels wide', async (width) => {
    const context = await newVisitor(world.browser, world.url, { viewport: { width, height: 800 } });
    const page = await context.newPage();
    await openAsStaff(page, 'Amina Yusuf');
    await expectAccessible(page);
    await choose(page, /^I dag/, 'Hjemmebesøk om morgenen');
    await expectAccessible(page);
    await page.getByRole('list', { name: 'Venter på svar' }).getByRole('button').first().click();
    await here(page).getByRole('form', { name: 'Ikke godta' }).waitFor();
    await expectAccessible(page);
    for (const way of ['Ny time', 'Ledige timer']) {
      await page.getByRole('button', { name: way }).click();
      await page.getByRole('region', { name: way }).waitFor();
      await expectAccessible(page);
    }
    await context.close();
  });

  async function expectAccessible(page: Page): Promise<void> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
});
