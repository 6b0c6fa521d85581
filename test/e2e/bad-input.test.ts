import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import * as act from './support/actions.js';
import { type Host, startHost } from './support/host.js';
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

const rows = (subject: string): Promise<unknown[]> =>
  world.database.rows(
    'select m.body from threads t join messages m on m.thread_id = t.id where t.subject = $1',
    [subject],
  );

describe('what Ingrid does', () => {
  let page: Page;
  beforeEach(async () => {
    page = await world.visit('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    await act.openComposer(page);
    return () => page.context().close();
  });

  test('a text one character too long is not cut, and says by how much', async () => {
    // One of them outside the basic plane: it counts as one.
    const body = `🙂${'å'.repeat(10_000)}`;
    const subject = 'x'.repeat(101);
    await act.write(page, { subject, body });
    await page.getByText('1 tegn for mye').first().waitFor();
    await act.sendButton(page).click();
    await page.getByRole('link', { name: 'Emnet er 1 tegn for langt. Gjør det kortere.' }).waitFor();
    await page
      .getByRole('link', { name: 'Meldingen er 1 tegn for lang. Gjør den kortere, eller del den i to.' })
      .waitFor();
    expect(await act.written(page)).toEqual({ subject, body });
    expect(await rows(subject)).toEqual([]);
    await act.write(page, { subject: subject.slice(1), body: body.slice(0, -1) });
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    expect(await rows(subject.slice(1))).toEqual([{ body: body.slice(0, -1) }]);
  });

  test('a file of 50 MB is refused before a byte is sent, and the text stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hn-large-'));
    const file = join(folder, 'røntgen.pdf');
    const handle = await open(file, 'w');
    await handle.write(act.PDF);
    await handle.truncate(50 * 1024 * 1024);
    await handle.close();
    const uploads: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && uploads.push(request.url()));
    const text = { subject: 'Stor fil', body: 'Se bildet.' };
    await act.write(page, text);
    await page.getByLabel('Legg ved fil').setInputFiles(file);
    await page.getByText('Filen er for stor. Den kan være høyst 10 MB.').first().waitFor();
    await rm(folder, { recursive: true });
    expect(uploads.filter((address) => address.endsWith('/attachments'))).toEqual([]);
    await act.sendButton(page).click();
    await page.getByRole('link', { name: 'Fjern filene som du ikke kan legge ved.' }).waitFor();
    expect(await act.written(page)).toEqual(text);
    await page.getByRole('button', { name: 'Fjern røntgen.pdf' }).click();
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    expect(await rows(text.subject)).toEqual([{ body: text.body }]);
  });

  test('a program that is called .pdf is refused, and the text stays', async () => {
    const text = { subject: 'Skjema', body: 'Her er skjemaet.' };
    await act.write(page, text);
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 7), Buffer.from('PE\0\0')]);
    await page
      .getByLabel('Legg ved fil')
      .setInputFiles({ name: 'skjema.pdf', mimeType: 'application/pdf', buffer: program });
    await page.getByText('Du kan ikke legge ved denne filen. Bruk PDF, JPEG, PNG og WebP.').first().waitFor();
    expect(await act.written(page)).toEqual(text);
    expect(await world.database.rows(`select id from attachments where name like 'skjema%'`)).toEqual([]);
    await page.getByRole('button', { name: 'Fjern skjema.pdf' }).click();
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    expect(await rows(text.subject)).toEqual([{ body: text.body }]);
  });

  test('without a network the text stays, and goes out once when the network is back', async () => {
    const text = { subject: 'På hytta', body: 'Her er det dårlig dekning.' };
    await act.write(page, text);
    await page.context().setOffline(true);
    await act.sendButton(page).click();
    await act.notSent(page).waitFor();
    await page
      .getByText('Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.')
      .first()
      .waitFor();
    expect(await act.written(page)).toEqual(text);
    expect(await rows(text.subject)).toEqual([]);
    await page.context().setOffline(false);
    await act.sentHeading(page).waitFor();
    expect(await rows(text.subject)).toEqual([{ body: text.body }]);
  });
});

describe('what the editor of a page does', () => {
  const library = (): string => `<script type="module" src="${world.url}/dist/cdn/hn.js"></script>`;
  const fallback = '<p>Ring oss på <a href="tel:80043573">800 43 573</a>.</p>';

  async function visit(attributes: string): Promise<{ page: Page; lines: string[] }> {
    host.pages.set('/', { head: library(), body: `<hn-contacts ${attributes}>${fallback}</hn-contacts>` });
    const page = await (await world.visitor()).newPage();
    const lines: string[] = [];
    page.on('console', (line: ConsoleMessage) => lines.push(line.text()));
    await page.goto(host.origin);
    return { page, lines };
  }

  test('a backend that answers with HTML: what to do, whom to ring, and no empty page', async () => {
    for (const path of ['session', 'contacts', 'municipalities', 'municipalities/0301/contacts']) {
      host.pages.set(`/html/${path}`, { body: '<h1>Velkommen til gjestenettet</h1>' });
    }
    const { page } = await visit('backend-url="/html" municipality="0301"');
    await page.getByText('Noe gikk galt. Prøv igjen, eller ring hvis det haster.').first().waitFor();
    await page.getByRole('button', { name: 'Prøv igjen' }).waitFor();
    await page.getByRole('link', { name: '800 43 573' }).waitFor();
    expect(await page.getByText('gjestenettet').count()).toBe(0);
  });

  test('a backend where nobody answers', async () => {
    const { page } = await visit(
      `backend-url="http://localhost:${await freePort()}/api" municipality="0301"`,
    );
    await page
      .getByText(/Sjekk nettforbindelsen, og prøv igjen|Tjenesten svarer ikke akkurat nå/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Prøv igjen' }).waitFor();
    await page.getByRole('link', { name: '800 43 573' }).waitFor();
  });

  test('no backend: the page’s own help stands there, and the console says once what to write', async () => {
    const { page, lines } = await visit('');
    await page.getByText('Tjenesten er ikke tilgjengelig her nå.').waitFor();
    await page.getByRole('link', { name: '800 43 573' }).waitFor();
    const told = lines.filter((line) => line.includes('<hn-contacts'));
    expect(told).toEqual([expect.stringContaining('backend-url="https://…"')]);
  });

  test('an unknown municipality: people search for theirs, and the console tells the editor', async () => {
    const { page, lines } = await visit(`backend-url="${world.url}/api" municipality="9999"`);
    await page.getByText('Vi finner ikke kommunen som denne siden viser til.').waitFor();
    const search = page.getByRole('searchbox', { name: 'Hvilken kommune bor du i?' });
    await search.fill('Langtvekkistan');
    await page.getByText('Vi finner ingen kommune som heter «Langtvekkistan».').waitFor();
    await search.fill('våler');
    await page.getByRole('button', { name: 'Våler, Innlandet' }).click();
    await page.getByRole('heading', { name: 'Helsekontakter i Våler kommune, Innlandet' }).waitFor();
    expect(lines.filter((line) => line.includes('municipality="…"'))).toHaveLength(1);
  });
});
