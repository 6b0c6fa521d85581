/** The demo's page on which a resident and staff stand side by side in one browser. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { watch } from './support/watch.js';
import { type World, startWorld } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const TITLES = { ingrid: 'Kommunens side', amina: 'Siden for ansatte' };

async function side(page: Page, title: string): Promise<Frame> {
  const frame = await (await page.getByTitle(title, { exact: true }).elementHandle()).contentFrame();
  if (!frame) throw new Error(`There is no frame «${title}».`);
  return frame;
}

/** The frames of the page as it is now: a reload makes new ones. */
const sides = async (page: Page): Promise<Record<keyof typeof TITLES, Frame>> => ({
  ingrid: await side(page, TITLES.ingrid),
  amina: await side(page, TITLES.amina),
});

test('what Ingrid sends comes to Amina by itself, and the answer to Ingrid, in one browser', async () => {
  const context = await world.visitor();
  const watched = await watch(context);
  const page = await context.newPage();
  await page.goto('/both.html');
  const { ingrid, amina } = await sides(page);
  await act.logIn(ingrid, 'Ingrid Solberg');
  await act.logIn(amina, 'Amina Yusuf');

  const subject = 'Begge sider samtidig';
  await act.openComposer(ingrid);
  await act.write(ingrid, { subject, body: 'Kommer dere til lunsj i dag?' });
  await act.sendButton(ingrid).click();
  await act.sentHeading(ingrid).waitFor();
  await act.openStaffThread(amina, subject);
  await ingrid.getByRole('button', { name: 'Tilbake til meldingene' }).click();
  await act.openThread(ingrid, subject);
  const answer = 'Ja, vi kommer klokka tolv.';
  await act.answerAsStaff(amina, answer, act.PDF_FILE);
  await act.conversation(ingrid).getByRole('listitem').filter({ hasText: answer }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    act.staffConversation(amina).getByRole('link', { name: act.PDF_FILE.name }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(act.PDF_FILE.name);

  await page.reload();
  for (const one of Object.values(await sides(page))) await act.isIn(one);
  const framed = (line: string): boolean => /content security policy|x-frame-options|refused/i.test(line);
  expect([...watched.violations, ...watched.console.filter(framed)]).toEqual([]);
  await context.close();
});

test('one side finds the other logged in, and neither log-in nor log-out there changes anything', async () => {
  const page = await world.visit('/both.html');
  await act.logIn((await sides(page)).ingrid, 'Ingrid Solberg');
  await page.reload();
  let { ingrid, amina } = await sides(page);
  await amina.getByText('Du er logget inn som innbygger').waitFor();
  await act.logIn(amina, 'Amina Yusuf');

  await act.logOut(ingrid);
  await page.reload();
  ({ ingrid, amina } = await sides(page));
  await act.isIn(amina);
  await act.logIn(ingrid, 'Ingrid Solberg');
  await act.logOut(amina);
  await page.reload();
  ({ ingrid, amina } = await sides(page));
  await act.isIn(ingrid);
  await amina.getByText('Du er logget inn som innbygger').waitFor();
  await page.context().close();
});

test('each logs in while the other is choosing who to be', async () => {
  const page = await world.visit('/both.html');
  const { ingrid, amina } = await sides(page);
  await act.logInButtons(ingrid).first().click();
  await ingrid.getByRole('heading', { name: 'Hvem vil du logge inn som?' }).waitFor();
  await act.logIn(amina, 'Amina Yusuf');
  await act.chooseAtProvider(ingrid, 'Ingrid Solberg');
  await page.reload();
  for (const one of Object.values(await sides(page))) await act.isIn(one);
  await page.context().close();
});

test('the sides stand beside each other, and below each other on a phone', async () => {
  const page = await world.visit('/both.html');
  const places = () =>
    Promise.all(
      Object.values(TITLES).map(async (title) => {
        const box = await page.getByTitle(title, { exact: true }).boundingBox();
        return box ?? { x: NaN, y: NaN, width: NaN, height: NaN };
      }),
    );
  const [left, right] = await places();
  expect(right?.y).toBe(left?.y);
  expect(right?.x).toBeGreaterThan((left?.x ?? NaN) + (left?.width ?? NaN));
  await page.setViewportSize({ width: 390, height: 800 });
  const [first, second] = await places();
  expect(second?.x).toBe(first?.x);
  expect(second?.y).toBeGreaterThan((first?.y ?? NaN) + (first?.height ?? NaN));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.context().close();
});
