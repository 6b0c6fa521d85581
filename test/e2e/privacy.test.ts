import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { numberOf } from './support/powers.js';
import { cookies, expectNone, foreignTo, kept, type Secrets, traces } from './support/traces.js';
import { type Watched, watch } from './support/watch.js';
import { type World, startWorld } from './support/world.js';

const FILM = 'https://film.example.no/slik-gjor-du';

/** What must stand nowhere: each a thing that Ingrid types, or that is about her. */
const SUBJECT = 'Zinnoberrødt utslett';
const BODY = 'Utslettet klør hele natten, særlig på Zakarias-siden.';
const SEARCH = 'hjemmesyk';
const INBOX_SEARCH = 'ergometersykkel';
const REPLY = 'Xylofonen er pakket bort, så nå får jeg sove.';
const FILE = 'hudlegen-zebra.pdf';
const WISHES = 'Helst når Quentin kan kjøre meg.';
const MESSAGE = 'Jeg skal i yoghurtselskap hos Vilhelmina.';
const REASON = 'Såret må wolframpleies den dagen.';
/** What the seed has of her. */
const TITLES = ['Hjemmebesøk om morgenen', 'Opptrening av hoften'];

let world: World;
beforeAll(async () => {
  world = await startWorld({ HELP_FILM_URL: FILM });
});
afterAll(() => world.close());

const secrets = (): Secrets => ({
  'her identity number': traces(numberOf('ingrid-solberg')),
  'her name': traces('Ingrid Solberg'),
  'the nurse’s name': traces('Amina Yusuf'),
  subject: traces(SUBJECT),
  'a word of the subject': traces('Zinnober'),
  message: traces(BODY),
  'a word of the message': traces('Zakarias'),
  'search word': traces(SEARCH),
  'search word of messages': traces(INBOX_SEARCH),
  'a word of the reply': traces('Xylofon'),
  'name of the file': traces('hudlegen-zebra'),
  'a word of her wishes': traces('Quentin'),
  'why she cancels': traces('yoghurt'),
  'why that is not accepted': traces('wolfram'),
  ...Object.fromEntries(TITLES.map((title) => [`the title «${title}»`, traces(title)])),
  'where she goes': traces('Østensjø helsesenter'),
});

const expectNoTrace = (where: string, lines: readonly string[]): void => expectNone(secrets(), where, lines);

const foreign = (watched: Watched): string[] => foreignTo(world.url, watched);

test('Ingrid’s story leaves no trace of her in addresses, logs, events and storage', async () => {
  const context = await world.visitor();
  const watched = await watch(context);
  const page = await context.newPage();
  const seen: string[] = [];
  await page.goto('/municipality.html');
  await act.logIn(page, 'Ingrid Solberg');
  await page.getByRole('searchbox', { name: 'Søk i tjenester' }).fill(SEARCH);
  await page
    .getByRole('button', { name: /^Se detaljer/ })
    .first()
    .click();
  await act.openComposer(page);
  await act.write(page, { topic: 'Medisiner', subject: SUBJECT, body: BODY });
  await act.attach(page, { ...act.PDF_FILE, name: FILE });
  // The draft is kept while she writes: what lies there is unreadable.
  await expect.poll(() => act.drafts(page)).toHaveLength(1);
  seen.push(...(await kept(page)));
  await act.sendButton(page).click();
  await act.sentHeading(page).waitFor();
  expect(await act.drafts(page)).toHaveLength(0);
  seen.push(...(await kept(page)), ...(await cookies(context)));

  await page.getByRole('button', { name: 'Tilbake til meldingene' }).click();
  await page.getByRole('searchbox', { name: 'Søk i meldinger' }).fill(INBOX_SEARCH);
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await act.inbox(page).getByText('1 samtale passer').first().waitFor();
  await act.openThread(page, 'Øvelser for hoften');
  await act.replyField(page).fill(REPLY);
  await expect.poll(() => act.drafts(page)).toHaveLength(1);
  seen.push(...(await kept(page)));
  await act.sendButton(page).click();
  await act.conversation(page).getByText('Meldingen er sendt').waitFor();
  await expect.poll(() => act.drafts(page)).toHaveLength(0);
  seen.push(...(await kept(page)));

  const staff = await world.visitor();
  const watchedStaff = await watch(staff);
  const desk = await staff.newPage();
  await desk.goto('/staff.html');
  await act.logIn(desk, 'Amina Yusuf');
  await desk.getByRole('button', { name: new RegExp(SUBJECT) }).click();
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: FILE }).click();
  await (await download).path();
  await desk.getByLabel('Svar').fill('Vi ser på det.');
  await desk.getByRole('button', { name: 'Send svar' }).click();
  await desk.getByRole('region', { name: 'Samtalen' }).getByText('Vi ser på det.').waitFor();
  seen.push(...(await kept(desk)), ...(await cookies(staff)));

  await act.logOut(page);
  seen.push(...(await kept(page)), ...(await cookies(context)));

  // That the story was seen at all.
  for (const event of ['hn-message-sent', 'hn-thread-open', 'hn-unread-change']) {
    expect(watched.events.some((line) => line.includes(`"${event}"`))).toBe(true);
  }
  expect(watched.requests.some((address) => address.includes('/threads/search'))).toBe(true);
  expect(world.server.output()).toContain('request.done');
  expect(await world.database.rows('select id from threads where subject = $1', [SUBJECT])).toHaveLength(1);

  expectNoTrace('addresses', [...watched.requests, ...watchedStaff.requests]);
  expectNoTrace('the console', [...watched.console, ...watchedStaff.console]);
  expectNoTrace('events', [...watched.events, ...watchedStaff.events]);
  expectNoTrace('what the browser keeps', seen);
  expectNoTrace('the server’s log', world.server.output().split('\n'));
  expect([...foreign(watched), ...foreign(watchedStaff)]).toEqual([]);
  // Nothing lasting: the session goes with the browser, and what binds a log-in to it goes within the hour.
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const soon = Date.now() / 1000 + 3600;
  expect(
    (await context.cookies()).filter(({ name, expires }) => name.startsWith('hn-') && expires > soon),
  ).toEqual([]);
});

test('her appointments leave no trace of her either', async () => {
  const context = await world.visitor();
  const watched = await watch(context);
  const page = await context.newPage();
  const seen: string[] = [];
  await page.goto('/municipality.html');
  await act.logIn(page, 'Ingrid Solberg');
  const home = page.locator('hn-appointments');

  // Wishes, kept while she writes them, and over a reload.
  const ask = async (): Promise<void> => {
    await home.getByRole('button', { name: 'Be om ny time' }).click();
  };
  const wishes = home.getByRole('textbox', { name: 'Hva ønsker du?' });
  await ask();
  await home.getByRole('button', { name: 'Vaksinasjon Vaksinasjon' }).click();
  await wishes.fill(WISHES);
  await expect.poll(() => act.drafts(page)).toHaveLength(1);
  seen.push(...(await kept(page)));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await ask();
  await expect.poll(() => wishes.inputValue()).toBe(WISHES);
  await home.getByRole('button', { name: 'Send ønsket' }).click();
  await home.getByRole('listitem').filter({ hasText: WISHES }).waitFor();
  expect(await act.drafts(page)).toHaveLength(0);
  seen.push(...(await kept(page)));

  // Why she cancels, kept as well; and the file for her calendar.
  const details = page.getByRole('button', { name: `Detaljer ${TITLES[0]} Mandag 30. november` });
  const visit = home.getByRole('listitem').filter({ has: details });
  await details.click();
  const download = page.waitForEvent('download');
  await visit.getByRole('button', { name: /^Legg i kalender/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('avtale.ics');
  expectNoTrace('the file for the calendar', (await readFile(await file.path(), 'utf8')).split('\r\n'));
  await visit.getByRole('button', { name: /^Avlys time/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Vil du avlyse timen?' });
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('textbox', { name: /^Melding til tjenesten/ }).fill(MESSAGE);
  await expect.poll(() => act.drafts(page)).toHaveLength(1);
  seen.push(...(await kept(page)));
  await dialog.getByRole('button', { name: 'Avlys time' }).click();
  await visit.getByText('Ønske om avlysing sendt').waitFor();
  expect(await act.drafts(page)).toHaveLength(0);
  for (const view of ['Uke', 'Måned', 'Liste']) {
    await home.getByRole('button', { name: view, exact: true }).click();
    await expect.poll(() => home.locator('[aria-busy]').count()).toBe(0);
  }
  await home.getByRole('combobox', { name: 'Tjeneste' }).selectOption({ index: 1 });
  seen.push(...(await kept(page)), ...(await cookies(context)));

  // The other side reads it and answers.
  const staff = await world.visitor();
  const watchedStaff = await watch(staff);
  const desk = await staff.newPage();
  await desk.goto('/staff.html');
  await act.logIn(desk, 'Amina Yusuf');
  await desk.getByRole('link', { name: 'Timeavtaler' }).click();
  await desk
    .getByRole('list', { name: 'Venter på svar' })
    .getByRole('button')
    .filter({ hasText: 'Ønsker å avlyse' })
    .first()
    .click();
  const here = desk.getByRole('region', { name: 'Timen' });
  await here.getByText(MESSAGE).waitFor();
  await here.getByLabel(/^Hvorfor ikke/).fill(REASON);
  await here.getByRole('button', { name: 'Ikke godta' }).click();
  await here.getByText('Ikke godtatt. Innbyggeren ser hvorfor.').waitFor();
  seen.push(...(await kept(desk)), ...(await cookies(staff)));
  await home.getByText(`Ikke godtatt: ${REASON}`).first().waitFor();

  // What is begun goes at log-out.
  await ask();
  await home.getByRole('button', { name: 'Vaksinasjon Vaksinasjon' }).click();
  await wishes.fill(WISHES);
  await expect.poll(() => act.drafts(page)).toHaveLength(1);
  await act.logOut(page);
  expect(await act.drafts(page)).toHaveLength(0);
  seen.push(...(await kept(page)), ...(await cookies(context)));

  // That the story was seen at all.
  for (const event of ['hn-appointment-requested', 'hn-appointment-cancelled']) {
    expect(watched.events.some((line) => line.includes(`"${event}"`))).toBe(true);
  }
  expect(watched.requests.some((address) => /\/appointments\/[^/]+\/cancel(\?|$)/.test(address))).toBe(true);
  expectNoTrace('addresses', [...watched.requests, ...watchedStaff.requests]);
  expectNoTrace('the console', [...watched.console, ...watchedStaff.console]);
  expectNoTrace('events', [...watched.events, ...watchedStaff.events]);
  expectNoTrace('what the browser keeps', seen);
  expectNoTrace('the server’s log', world.server.output().split('\n'));
  expect([...foreign(watched), ...foreign(watchedStaff)]).toEqual([]);
});

test('the help film’s site is asked nothing before consent', async () => {
  const context = await world.visitor();
  const watched = await watch(context);
  await context.route(`${new URL(FILM).origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Film</title><h1>Filmen</h1>' }),
  );
  const page = await context.newPage();
  await page.goto('/municipality.html');
  await act.logIn(page, 'Ingrid Solberg');
  await page.locator('hn-contacts').getByRole('button', { name: 'Se hjelpefilm' }).click();
  const dialog = page.getByRole('dialog');
  const show = dialog.getByRole('button', { name: /^Vis filmen fra / });
  await show.waitFor();
  expect(foreign(watched)).toEqual([]);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.locator('link[rel~=preconnect], link[rel~=dns-prefetch]').count()).toBe(0);
  await show.click();
  await dialog.frameLocator('iframe').getByRole('heading', { name: 'Filmen' }).waitFor();
  expect(foreign(watched)).toEqual([FILM]);
});
