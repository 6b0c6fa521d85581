import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as act from './support/actions.js';
import {
  appointmentsTag,
  contactsTag,
  type Host,
  inboxTag,
  libraryTag,
  startHost,
  strictPolicy,
} from './support/host.js';
import { watch } from './support/watch.js';
import { type World, startWorld } from './support/world.js';

let world: World;
let host: Host;
beforeAll(async () => {
  host = await startHost();
  world = await startWorld({ ALLOWED_ORIGINS: host.origin });
});
afterAll(async () => {
  await world.close();
  await host.close();
});

/** What would come out of the printer: nobody stands at its dialog here. */
async function catchPaper(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const here = window as unknown as { paper: string };
    here.paper = '';
    new MutationObserver(() => {
      const view = document.querySelector('iframe')?.contentWindow;
      if (!view) return;
      view.print = () => {
        here.paper = view.document.body.innerText || view.document.body.textContent;
        view.dispatchEvent(new Event('afterprint'));
      };
    }).observe(document.body, { childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { paper: string }).paper);
}

describe('a host page under the strict policy of the README', () => {
  test('has no violation in the whole story', async () => {
    host.pages.set('/strict', {
      head: libraryTag(world.url),
      body: contactsTag(world.url, 'municipality="0301"'),
      headers: { 'Content-Security-Policy': strictPolicy(world.url) },
    });
    const context = await world.visitor();
    const watched = await watch(context);
    const page = await context.newPage();
    await page.goto(`${host.origin}/strict`);
    await act.logIn(page, 'Ingrid Solberg');
    await page.getByRole('searchbox', { name: 'Søk i tjenester' }).fill('hjemme');
    await page
      .getByRole('button', { name: /^Se detaljer/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Bruksvilkår' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
    await act.openComposer(page);
    await act.sendButton(page).click();
    await page.getByText('Skriv et emne.').first().waitFor();
    await act.write(page, { subject: 'Streng side', body: 'Kommer dette fram?' });
    await act.attach(page, act.PDF_FILE);
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    await page.getByRole('button', { name: 'Tilbake til helsekontaktene' }).click();
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
    await page.waitForURL(`${world.url}/`);
    expect(watched.violations).toEqual([]);
    expect(watched.console.filter((line) => /Content.Security|Trusted/i.test(line))).toEqual([]);
    expect(await world.database.rows(`select id from threads where subject = 'Streng side'`)).toHaveLength(1);
  });

  test('has none in hn-inbox either: reading, searching, answering, the log, and paper', async () => {
    host.pages.set('/strict-inbox', {
      head: libraryTag(world.url, 'hn-inbox.js'),
      body: inboxTag(world.url),
      headers: { 'Content-Security-Policy': strictPolicy(world.url) },
    });
    const context = await world.visitor();
    const watched = await watch(context);
    const page = await context.newPage();
    await page.goto(`${host.origin}/strict-inbox`);
    await act.logIn(page, 'Ingrid Solberg');
    await page.getByRole('searchbox', { name: 'Søk i meldinger' }).fill('rekkverket');
    await page.getByRole('button', { name: 'Søk', exact: true }).click();
    await act.openThread(page, 'Rekkverk i trappen');
    const conversation = act.conversation(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      conversation.getByRole('button', { name: /^Søknad om hjelpemidler\.pdf/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Søknad om hjelpemidler.pdf');
    await conversation.getByRole('button', { name: 'Hvem har sett' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
    const paper = await catchPaper(page);
    await conversation.getByRole('button', { name: 'Skriv ut' }).click();
    await expect.poll(paper).toContain('Rekkverket i trappen hos mamma er løst.');
    await act.sendButton(page).click();
    await page.getByText('Skriv en melding.').first().waitFor();
    await act.replyField(page).fill('Svar fra en streng side.');
    await act.attach(page, act.PHOTO);
    await act.sendButton(page).click();
    await conversation.getByText('Meldingen er sendt').waitFor();
    await conversation.getByRole('button', { name: 'Arkiver' }).click();
    await page.getByRole('button', { name: 'Ny melding', exact: true }).click();
    await page.getByRole('button', { name: act.HOME_CARE, exact: true }).click();
    await page.getByRole('textbox', { name: 'Emne' }).waitFor();
    await act.logOut(page);
    expect(watched.violations).toEqual([]);
    expect(watched.console.filter((line) => /Content.Security|Trusted/i.test(line))).toEqual([]);
    const sent = await world.database.rows(`select id from messages where body = 'Svar fra en streng side.'`);
    expect(sent).toHaveLength(1);
  });

  test('has none in hn-appointments: calendars, cancelling, wishes, the file, and paper', async () => {
    host.pages.set('/strict-appointments', {
      head: libraryTag(world.url, 'hn-appointments.js'),
      body: appointmentsTag(world.url),
      headers: { 'Content-Security-Policy': strictPolicy(world.url) },
    });
    const context = await world.visitor();
    const watched = await watch(context);
    const page = await context.newPage();
    await page.goto(`${host.origin}/strict-appointments`);
    await act.logIn(page, 'Ingrid Solberg');
    for (const view of ['Uke', 'Måned']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await page.getByRole('grid').waitFor();
      await page.getByRole('gridcell').filter({ hasText: '27' }).first().click();
    }
    await page.getByRole('button', { name: 'Liste', exact: true }).click();
    await page.getByRole('button', { name: /^Detaljer Opptrening av hoften/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Legg i kalender Opptrening/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('avtale.ics');
    const paper = await catchPaper(page);
    await page.getByRole('button', { name: 'Skriv ut' }).click();
    await expect.poll(paper).toContain('Opptrening av hoften');
    await page.getByRole('button', { name: /^Avlys time Opptrening/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Avlys time' }).click();
    await dialog.getByText('Velg en årsak.').waitFor();
    await dialog.getByRole('button', { name: 'Behold timen' }).click();
    await page.getByRole('button', { name: 'Be om ny time' }).click();
    await page.getByRole('button', { name: 'Vaksinasjon Vaksinasjon' }).click();
    await page.getByRole('textbox', { name: 'Hva ønsker du?' }).fill('Fra en streng side.');
    await page.getByRole('button', { name: 'Send ønsket' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Fra en streng side.' }).waitFor();
    await page.getByRole('button', { name: 'Vis tidligere timeavtaler' }).click();
    await page
      .getByText(/^Utført/)
      .first()
      .waitFor();
    await act.logOut(page);
    expect(watched.violations).toEqual([]);
    expect(watched.console.filter((line) => /Content.Security|Trusted/i.test(line))).toEqual([]);
    const asked = await world.database.rows(
      `select id from appointments where wishes = 'Fra en streng side.'`,
    );
    expect(asked).toHaveLength(1);
  });

  test('the demo pages are under it too', async () => {
    const context = await world.visitor();
    const watched = await watch(context);
    const page = await context.newPage();
    const paths = ['/', '/municipality.html', '/portal.html', '/both.html', '/kommuner.html', '/staff.html'];
    for (const path of paths) {
      const answer = await page.goto(path);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      for (const directive of [
        "default-src 'none'",
        "script-src 'self'",
        "require-trusted-types-for 'script'",
      ]) {
        expect([path, policy]).toEqual([path, expect.stringContaining(directive)]);
      }
    }
    await act.logIn(page, 'Amina Yusuf');
    await page.getByRole('navigation', { name: 'Samtaler' }).getByRole('button').first().click();
    await page.getByRole('region', { name: 'Samtalen' }).waitFor();
    expect(watched.violations).toEqual([]);
  });
});

test('two copies of the library on a page are silent, and ask once', async () => {
  host.pages.set('/copies', {
    head:
      libraryTag(world.url, 'hn-contacts.js') +
      libraryTag(world.url, 'hn.js') +
      libraryTag(world.url, 'hn-contacts.js?kopi=2'),
    body: contactsTag(world.url) + contactsTag(world.url, 'lang="nn"'),
  });
  const context = await world.visitor();
  const page = await context.newPage();
  await page.goto(`${host.origin}/copies`);
  await page.getByRole('button', { name: 'Logg inn', exact: true }).first().click();
  await page.getByRole('button', { name: 'Ingrid Solberg', exact: true }).click();
  await page.waitForURL(`${host.origin}/copies`);
  await expect.poll(() => act.writeButton(page).count()).toBe(1);
  await expect
    .poll(() => page.getByRole('button', { name: /^Ny melding til Heimesjukepleie/ }).count())
    .toBe(1);

  const watched = await watch(context);
  await page.reload();
  await act.writeButton(page).waitFor();
  await page.getByRole('button', { name: /^Ny melding til Heimesjukepleie/ }).waitFor();
  // Until the stream of hints is there: then what is shown is asked for again.
  await expect.poll(() => watched.requests.some((address) => address.endsWith('/api/events'))).toBe(true);
  const asked = watched.requests.map((address) => address.replace(`${world.url}/api`, ''));
  const first = asked.slice(0, asked.indexOf('/events')).filter((address) => address.startsWith('/'));
  expect(first.sort()).toEqual([
    '/contacts?limit=200&lang=nb',
    '/contacts?limit=200&lang=nn',
    '/session?lang=nb',
    '/session?lang=nn',
  ]);
  expect(watched.console).toEqual([]);
});

test('a page that comes back from the back/forward cache shows nothing that is no longer for its reader', async () => {
  host.pages.set('/here', {
    head: libraryTag(world.url),
    body: `${contactsTag(world.url)}<a href="/there">Videre</a>`,
  });
  host.pages.set('/there', { body: '<h1>Et annet sted</h1>' });
  const page = await world.visit(`${host.origin}/here`);
  await act.logIn(page, 'Ingrid Solberg');
  await act.writeButton(page).waitFor();
  await page.evaluate(() => {
    const seen = window as unknown as { persisted?: boolean };
    addEventListener('pageshow', (event) => (seen.persisted = event.persisted));
  });
  await page.getByRole('link', { name: 'Videre' }).click();
  await page.getByRole('heading', { name: 'Et annet sted' }).waitFor();
  await world.database.rows(`delete from sessions where user_id = 'ingrid-solberg'`);
  await page.evaluate(() => history.back());
  await page.getByRole('button', { name: 'Logg inn', exact: true }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted)).toBe(true);
  expect(await page.getByText('Hjemmesykepleie, Østensjø').count()).toBe(0);
});

test('the size of letters is the reader’s own, whatever size the page gives its root', async () => {
  const sizes: unknown[] = [];
  for (const size of ['62.5%', '100%', '200%']) {
    host.pages.set('/size', {
      head: `<style>html { font-size: ${size} } body { font-size: 1rem }</style>${libraryTag(world.url)}`,
      body: contactsTag(world.url, 'public municipality="0301"'),
    });
    const page = await world.visit(`${host.origin}/size`);
    await page.getByRole('heading', { name: 'Helsekontakter i Oslo kommune' }).waitFor();
    const link = page.getByRole('link', { name: /^Ring / }).first();
    const { height = 0 } = (await link.boundingBox()) ?? {};
    sizes.push([await link.evaluate((element) => getComputedStyle(element).fontSize), Math.round(height)]);
    await page.context().close();
  }
  expect(sizes).toEqual([sizes[1], sizes[1], sizes[1]]);
  expect(sizes[1]).toEqual(['16px', expect.any(Number)]);
});
