import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { type Host, startHost } from './support/host.js';
import { type World, startWorld } from './support/world.js';

const TEXT = { subject: 'Halvferdig', body: 'Dette skrev jeg før det ble avbrutt.' };

let world: World;
let elsewhere: Host;
beforeAll(async () => {
  elsewhere = await startHost('127.0.0.1');
  world = await startWorld({ ALLOWED_ORIGINS: elsewhere.origin });
});
afterAll(async () => {
  await world.close();
  await elsewhere.close();
});

/** When Ingrid's sessions end, in milliseconds since the epoch. */
const ends = async (): Promise<number[]> =>
  (
    await world.database.rows<{ expires_at: string }>(
      `select expires_at from sessions where user_id = 'ingrid-solberg' order by created_at`,
    )
  ).map(({ expires_at }) => Number(expires_at));

/** Moves the end of Ingrid's sessions, as if she had done nothing for so many minutes. */
const idle = (minutes: number): Promise<unknown[]> =>
  world.database.rows(`update sessions set expires_at = expires_at - $1 where user_id = 'ingrid-solberg'`, [
    minutes * 60_000,
  ]);

describe('what was being written', () => {
  let page: Page;
  beforeEach(async () => {
    const context = await world.visitor();
    page = await context.newPage();
    // Time passes when the test says so.
    await page.clock.install();
    await page.goto('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    await act.openComposer(page);
    await act.write(page, TEXT);
    await page.clock.runFor(1_000);
    await expect.poll(() => act.drafts(page)).toHaveLength(1);
    return () => context.close();
  });

  test('a warning comes two minutes before the session ends, and Fortsett goes on', async () => {
    await idle(28.5);
    const [before = NaN] = (await ends()).slice(-1);
    // The page learns it from the service, whose clock has not moved.
    await page.evaluate(() =>
      document.querySelector<HTMLElement & { refresh(): Promise<void> }>('hn-contacts')?.refresh(),
    );
    // One widget warns for all.
    const dialog = page.getByRole('dialog', { name: 'Du blir snart logget ut automatisk' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Fortsett' }).click();
    await dialog.waitFor({ state: 'detached' });
    const [after = NaN] = (await ends()).slice(-1);
    expect(after - before).toBeGreaterThan(28 * 60_000);
    expect(await act.written(page)).toEqual(TEXT);
  });

  test('is there for the same person after a new log-in', async () => {
    await idle(31);
    await page.clock.fastForward('31:00');
    for (const widget of ['hn-contacts', 'hn-inbox']) {
      await page.locator(widget).getByRole('heading', { name: 'Du er logget ut' }).waitFor();
      await page
        .locator(widget)
        .getByText('Hadde du begynt å skrive noe, er det her når du logger inn igjen.')
        .waitFor();
    }
    await act.logIn(page, 'Ingrid Solberg');
    await page.getByRole('button', { name: `Fortsett på meldingen til ${act.HOME_CARE}` }).click();
    await page.getByText('Vi har tatt vare på det du skrev sist.').waitFor();
    expect(await act.written(page)).toEqual(TEXT);
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    const sent = await world.database.rows('select body from messages where body = $1', [TEXT.body]);
    expect(sent).toHaveLength(1);
  });

  test('is not there for another, and then for nobody', async () => {
    await idle(31);
    await page.clock.fastForward('31:00');
    await act.logIn(page, 'Tor Nygaard');
    await expect.poll(() => act.drafts(page)).toEqual([]);
    expect(await page.getByText(TEXT.subject).count()).toBe(0);
    await act.logOut(page);
    await page.goto('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    await act.openComposer(page);
    expect(await act.written(page)).toEqual({ subject: '', body: '' });
  });

  test('is deleted at log-out', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    const before = (await ends()).length;
    await act.logOut(page);
    expect(asked).toEqual([]);
    expect(await act.drafts(page)).toEqual([]);
    expect(await ends()).toHaveLength(before - 1);
    await page.goto('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    await act.openComposer(page);
    expect(await act.written(page)).toEqual({ subject: '', body: '' });
  });
});

test('survives a reload of the page, which asks first', async () => {
  const page = await world.visit('/municipality.html');
  await act.logIn(page, 'Ingrid Solberg');
  await act.openComposer(page);
  await act.write(page, TEXT);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await act.openComposer(page);
  expect(await act.written(page)).toEqual(TEXT);
  await page.context().close();
});

test('back from log-in on a site that cookies do not reach: it is said, and nothing goes in circles', async () => {
  elsewhere.pages.set('/', {
    body:
      `<script type="module" src="${world.url}/dist/cdn/hn.js"></script>` +
      `<hn-contacts backend-url="${world.url}/api" municipality="0301"></hn-contacts>`,
  });
  const page = await world.visit(`${elsewhere.origin}/`);
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).origin));
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await page.getByRole('button', { name: 'Ingrid Solberg', exact: true }).click();
  await page.getByRole('heading', { name: 'Innloggingen når ikke fram til denne siden' }).waitFor();
  await expect.poll(() => visited.at(-1)).toBe(elsewhere.origin);
  expect(visited.filter((origin) => origin === elsewhere.origin)).toHaveLength(1);
  const own = page.getByRole('link', { name: 'Gå til tjenestens egen side' });
  expect(await own.getAttribute('href')).toBe(`${world.url}/`);
  // Contact information is there all the same.
  await page.getByRole('heading', { name: 'Helsekontakter i Oslo kommune' }).waitFor();
});
