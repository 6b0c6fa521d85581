/** What people do with powers of attorney, found as they find it: by role and by name. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPeople } from '../../../server/data/household/people.js';
import { CLOCK } from './world.js';

/** What one finds in `hn-proxy-picker`. */
export const powers = (page: Page): Locator => page.locator('hn-proxy-picker');

export const dialogOf = (page: Page): Locator => powers(page).getByRole('dialog');

/** A power in force that the person may end; one that they gave they may also change. */
export const powerRow = (page: Page, name: string): Locator =>
  powers(page)
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: page.getByRole('button', { name: /^Avslutt fullmakt/ }) });

/** The synthetic identity number of one of the household, as the demo's front page lists it. */
export function numberOf(id: string): string {
  const found = demoPeople(Date.parse(CLOCK)).find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not of the household`);
  return found.nationalId;
}

export interface Grant {
  to: { nationalId: string; familyName: string };
  areas: readonly ('Meldinger' | 'Timeavtaler' | 'Varsler')[];
  /** The last day, as an Oslo date; left out: until further notice. */
  until?: string;
}

/** Goes through the dialog and gives it; what comes of it is for the caller to see. */
export async function give(page: Page, { to, areas, until }: Grant): Promise<Locator> {
  const dialog = dialogOf(page);
  if (!(await dialog.isVisible()))
    await powers(page).getByRole('button', { name: 'Gi fullmakt', exact: true }).click();
  await dialog.getByRole('textbox', { name: /^Fødselsnummer/ }).fill(to.nationalId);
  await dialog.getByRole('textbox', { name: 'Etternavn' }).fill(to.familyName);
  await dialog.getByRole('button', { name: 'Neste' }).click();
  for (const area of areas) await dialog.getByRole('checkbox', { name: new RegExp(`^${area}`) }).check();
  if (until) await setLastDay(dialog, until);
  await dialog.getByRole('button', { name: 'Neste' }).click();
  await dialog.getByRole('heading', { name: 'Stemmer dette?' }).waitFor();
  await dialog.getByRole('button', { name: 'Gi fullmakt' }).click();
  return dialog;
}

/** Gives one that may be given. */
export async function giveTo(page: Page, grant: Grant): Promise<void> {
  await (await give(page, grant)).waitFor({ state: 'detached' });
}

export async function setLastDay(dialog: Locator, date: string): Promise<void> {
  await dialog.getByRole('radio', { name: 'Til og med en dato' }).check();
  await dialog.getByLabel('Gyldig til og med').fill(date);
}

/** Begins to change a power that was given; the answer is the dialog, at its areas. */
export async function change(page: Page, name: string): Promise<Locator> {
  await powerRow(page, name)
    .getByRole('button', { name: /^Endre/ })
    .click();
  return dialogOf(page);
}

export async function confirmChange(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Neste' }).click();
  await dialog.getByRole('button', { name: 'Endre fullmakten' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function end(page: Page, name: string): Promise<void> {
  await powerRow(page, name)
    .getByRole('button', { name: /^Avslutt/ })
    .click();
  const dialog = powers(page).getByRole('dialog', { name: 'Vil du avslutte fullmakten?' });
  await dialog.getByRole('button', { name: 'Avslutt fullmakt' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Whom one may act for, as the buttons say it, oneself first. */
export const parties = async (page: Page): Promise<string[]> =>
  (await powers(page).locator('button[data-do=act-for]').allTextContents()).map((words) =>
    words.replace(/\s+/g, ' ').trim(),
  );

/** The bands at the top of all widgets of the page. */
export const bands = (page: Page): Locator => page.locator('[part~=acting-for] > span');

/** Resolves when all widgets of the page have followed. */
export async function actFor(page: Page, name: string): Promise<void> {
  await powers(page).locator('button[data-do=act-for]').filter({ hasText: name }).click();
  await actsFor(page, name);
}

export async function actsFor(page: Page, name: string): Promise<void> {
  const widgets = page.locator('hn-contacts, hn-appointments, hn-inbox, hn-proxy-picker, hn-notify-settings');
  const words = Array.from(
    { length: await widgets.count() },
    () => `Du bruker tjenesten på vegne av ${name}`,
  );
  await expect.poll(() => bands(page).allTextContents()).toEqual(words);
}

/** @param timeout how long that may take, in milliseconds */
export async function actsForSelf(page: Page, timeout = 30_000): Promise<void> {
  await expect.poll(() => bands(page).count(), { timeout }).toBe(0);
}

export async function backToSelf(page: Page): Promise<void> {
  await powers(page).getByRole('button', { name: 'Tilbake til deg selv' }).click();
  await actsForSelf(page);
}

/** Opens the history of the powers; the answer has a row for each. */
export async function history(page: Page): Promise<Locator> {
  const button = powers(page).getByRole('button', { name: 'Tidligere fullmakter' });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await powers(page).getByRole('heading', { name: 'Tidligere fullmakter' }).waitFor();
  return powers(page).locator('.earlier').getByRole('listitem');
}
