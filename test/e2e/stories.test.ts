import { readFile } from 'node:fs/promises';
import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { hasFocus, tabTo } from './support/browser.js';
import { type World, startWorld } from './support/world.js';

const DAY = 24 * 3_600_000;

interface MessageRow {
  subject: string;
  topic_id: string | null;
  contact_id: string;
  person_id: string;
  reply_by: Date;
  direction: string;
  author_id: string;
  author_name: string;
  on_behalf_of: string | null;
  body: string;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const messagesAbout = (subject: string): Promise<MessageRow[]> =>
  world.database.rows(
    `select t.subject, t.topic_id, t.contact_id, t.person_id, t.reply_by::text, m.direction, m.author_id,
            m.author_name, m.on_behalf_of, m.body
     from threads t join messages m on m.thread_id = t.id where t.subject = $1 order by m.sent_at, m.id`,
    [subject],
  );

const logOf = (subject: string): Promise<{ who: string; what: string; on_behalf_of: string | null }[]> =>
  world.database.rows(
    `select l.who, l.what, l.on_behalf_of from access_log l join threads t on t.id = l.thread_id
     where t.subject = $1 order by l.at, l.id`,
    [subject],
  );

/** What staff do with a conversation: find, read, fetch its file, answer. */
async function answerAsAmina(subject: string, answer: string): Promise<Buffer> {
  const page = await world.visit('/staff.html');
  await act.logIn(page, 'Amina Yusuf');
  const link = page.getByRole('button', { name: new RegExp(subject) });
  await link.click();
  const conversation = page.getByRole('region', { name: 'Samtalen' });
  await conversation.getByRole('heading', { name: subject }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    conversation.getByRole('link', { name: 'sår.pdf' }).click(),
  ]);
  const file = await readFile(await download.path());
  await conversation.getByLabel('Svar').fill(answer);
  await conversation.getByRole('button', { name: 'Send svar' }).click();
  await conversation.getByRole('listitem').filter({ hasText: answer }).waitFor();
  await page.context().close();
  return file;
}

async function checkRows(subject: string, body: string, answer: string): Promise<void> {
  expect(await messagesAbout(subject)).toEqual([
    {
      subject,
      topic_id: 'medicines',
      contact_id: 'ostensjo-home-care',
      person_id: 'ingrid-solberg',
      reply_by: null,
      direction: 'out',
      author_id: 'ingrid-solberg',
      author_name: 'Ingrid Solberg',
      on_behalf_of: null,
      body,
    },
    expect.objectContaining({
      direction: 'in',
      author_id: 'amina-yusuf',
      author_name: 'Amina Yusuf',
      body: answer,
    }),
  ]);
  const files = await world.database.rows(
    `select a.name, a.media_type, a.size, a.bytes from attachments a join messages m on m.id = a.message_id
     join threads t on t.id = m.thread_id where t.subject = $1`,
    [subject],
  );
  expect(files).toEqual([
    { name: 'sår.pdf', media_type: 'application/pdf', size: String(act.PDF.length), bytes: act.PDF },
  ]);
  const log = await logOf(subject);
  expect(log.filter(({ who }) => who === 'Ingrid Solberg').map(({ what }) => what)).toContain('message-sent');
  expect(log.filter(({ who }) => who === 'Amina Yusuf').map(({ what }) => what)).toEqual(
    expect.arrayContaining(['attachment-read', 'message-sent']),
  );
}

describe('Ingrid writes to home care, and Amina answers', () => {
  test('by mouse', async () => {
    const page = await world.visit('/municipality.html');
    for (const widget of ['hn-contacts', 'hn-inbox']) {
      await page
        .locator(widget)
        .getByRole('heading', { name: 'Logg inn for å se tjenestene dine' })
        .waitFor();
    }
    await act.logIn(page, 'Ingrid Solberg');
    expect(new URL(page.url()).pathname).toBe('/municipality.html');

    const row = act.contactRow(page, act.HOME_CARE);
    await row.getByText('Åpent nå').waitFor();
    await row.getByRole('link', { name: '01 90 00 10' }).waitFor();
    for (const offer of ['Meldinger', 'Timeavtaler', 'Varsel om besøk']) {
      await row.getByText(offer, { exact: true }).waitFor();
    }
    await row.getByRole('button', { name: /^Se detaljer/ }).click();
    await row.getByText('Amina Yusuf, sykepleier').waitFor();

    const subject = 'Såret på leggen';
    const body = 'Hei! Såret væsker igjen.\nKan dere se på det? 🙂';
    await act.openComposer(page);
    await page.getByRole('link', { name: '113', exact: true }).waitFor();
    await act.write(page, { topic: 'Medisiner', subject, body });
    await act.attach(page, act.PDF_FILE);
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    await page.getByText('Du kan forvente svar innen onsdag 25. november 2026.').waitFor();

    const [thread] = await world.database.rows('select reply_by::text from threads where subject = $1', [
      subject,
    ]);
    expect(thread).toEqual({ reply_by: '2026-11-25' });
    expect(await answerAsAmina(subject, 'Ja, vi kommer i kveld.')).toEqual(act.PDF);
    await checkRows(subject, body, 'Ja, vi kommer i kveld.');

    // The answer shows by itself where Ingrid's page is still open.
    await page.getByRole('button', { name: 'Tilbake til meldingene' }).click();
    await row.getByText('2 uleste meldinger').waitFor();
  });

  test('by keyboard alone', async () => {
    const page = await world.visit('/municipality.html');
    const keys = page.keyboard;
    // Listened for from the start: it takes Playwright a moment until it sees them.
    const choosers: FileChooser[] = [];
    page.on('filechooser', (chooser) => choosers.push(chooser));
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    await tabTo(page, button('Logg inn').first());
    await keys.press('Enter');
    await tabTo(page, button('Ingrid Solberg'));
    await keys.press('Space');

    await tabTo(page, act.contactRow(page, act.HOME_CARE).getByRole('button', { name: /^Se detaljer/ }));
    await keys.press('Enter');
    await page.getByText('Amina Yusuf, sykepleier').waitFor();
    await tabTo(page, act.writeButton(page), 'Shift+Tab');
    await keys.press('Enter');

    const title = page.getByRole('heading', { name: `Ny melding til ${act.HOME_CARE}` });
    await title.waitFor();
    await expect.poll(() => hasFocus(title)).toBe(true);
    await tabTo(page, page.getByRole('combobox', { name: /^Hva gjelder det/ }));
    await keys.type('Medi');
    await tabTo(page, page.getByRole('textbox', { name: 'Emne' }));
    await keys.type('Tabletter');
    await keys.press('Tab');
    await keys.type('Jeg har sluppet opp for de hvite.');
    const choose = page.getByLabel('Legg ved fil');
    await tabTo(page, choose);
    await keys.press('Space');
    await expect.poll(() => choosers.length).toBe(1);
    await choosers[0]?.setFiles(act.PDF_FILE);
    await act.uploaded(page, 'sår.pdf');
    await tabTo(page, act.sendButton(page));
    await keys.press('Enter');
    await act.sentHeading(page).waitFor();
    await expect.poll(() => hasFocus(act.sentHeading(page))).toBe(true);
    await page.getByText('Du kan forvente svar innen onsdag 25. november 2026.').waitFor();

    expect(await answerAsAmina('Tabletter', 'Vi tar dem med.')).toEqual(act.PDF);
    await checkRows('Tabletter', 'Jeg har sluppet opp for de hvite.', 'Vi tar dem med.');
    await tabTo(page, button('Logg ut').first());
    await keys.press('Enter');
    await page.waitForURL((address) => address.pathname === '/');
    await page.goto('/municipality.html');
    for (const widget of ['hn-contacts', 'hn-inbox']) {
      await page.locator(widget).getByRole('button', { name: 'Logg inn', exact: true }).waitFor();
    }
  });
});

/** No service offers to be written to; the inbox says why, and gives the phone. */
async function noWayToWrite(page: Page, contact: string, why: string): Promise<void> {
  expect(
    await page
      .locator('hn-contacts')
      .getByRole('button', { name: /^Ny melding/ })
      .count(),
  ).toBe(0);
  await act.inbox(page).getByRole('button', { name: 'Ny melding', exact: true }).click();
  await act.inbox(page).getByRole('heading', { name: 'Hvem vil du skrive til?' }).waitFor();
  const told = act
    .inbox(page)
    .getByRole('paragraph')
    .filter({ hasText: `${contact}.` });
  await told.getByText(why).waitFor();
  await told.getByRole('link').first().waitFor();
  expect(await act.inbox(page).getByRole('button', { name: contact, exact: true }).count()).toBe(0);
  expect(await page.getByRole('textbox', { name: 'Melding' }).count()).toBe(0);
}

describe('the way in', () => {
  test('Tor accepts the terms, and is in', async () => {
    const person = () =>
      world.database.rows<{ terms_version: string | null; active_from: string | null }>(
        'select terms_version, active_from from persons where id = $1',
        ['tor-nygaard'],
      );
    expect(await person()).toEqual([{ terms_version: null, active_from: null }]);
    const page = await world.visit('/municipality.html');
    await act.logIn(page, 'Tor Nygaard');
    for (const widget of [page.locator('hn-contacts'), act.inbox(page)]) {
      await widget.getByText('Du kan når som helst trekke tilbake samtykket ditt.').waitFor();
    }
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(
      await page
        .locator('hn-contacts')
        .getByRole('button', { name: /^Ny melding/ })
        .count(),
    ).toBe(0);
    await page.locator('hn-contacts').getByRole('button', { name: 'Godta' }).click();
    // Accepted once, for all widgets.
    await expect.poll(() => page.getByRole('button', { name: 'Godta' }).count()).toBe(0);
    await act.writeButton(page, 'Hjemmesykepleie, Fana').waitFor();
    const [row] = await person();
    expect(row?.terms_version).toBe('2026-01');
    expect(Number(row?.active_from)).toBeGreaterThan(0);
  });

  test('Kari waits until tomorrow', async () => {
    const [row] = await world.database.rows<{ active_from: string }>(
      'select active_from from persons where id = $1',
      ['kari-lie'],
    );
    const from = Number(row?.active_from);
    expect(from - Date.parse('2026-11-24T10:15:00+01:00')).toBeGreaterThan(0);
    expect(from - Date.parse('2026-11-24T10:15:00+01:00')).toBeLessThanOrEqual(DAY);
    const page = await world.visit('/municipality.html');
    await act.logIn(page, 'Kari Lie');
    for (const widget of [page.locator('hn-contacts'), act.inbox(page)]) {
      await widget.getByRole('heading', { name: /^Du kan bruke tilbudet fra .*25\. november/ }).waitFor();
    }
    expect(await page.getByRole('button', { name: /^Ny melding/ }).count()).toBe(0);
  });

  test('Per receives no service, and sees what the municipality offers', async () => {
    const page = await world.visit('/municipality.html');
    await act.logIn(page, 'Per Aas');
    const contacts = page.locator('hn-contacts');
    await contacts.getByRole('heading', { name: 'Du har ingen tjenester fra kommunen nå' }).waitFor();
    await contacts.getByRole('heading', { name: 'Helsekontakter i Oslo kommune' }).waitFor();
    await contacts
      .getByRole('link', { name: /^Ring / })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Ny melding/ }).count()).toBe(0);
  });

  test('Ragnhild sees whom to ring, and when her municipality opens for messages', async () => {
    const [row] = await world.database.rows<{ opens_on: string }>(
      `select to_char(opens_on, 'FMDD.MM.YYYY') as opens_on from contacts where id = 'valer-home-care'`,
    );
    const page = await world.visit('/municipality.html');
    await act.logIn(page, 'Ragnhild Øygard');
    const contact = act.contactRow(page, 'Hjemmesykepleie');
    await contact.getByText(/^Meldinger: Kommunen åpner for dette/).waitFor();
    await contact.getByText('Vi øver oss før vi åpner. Ring oss så lenge.').waitFor();
    await contact.getByRole('link', { name: /^Ring / }).waitFor();
    await noWayToWrite(page, 'Hjemmesykepleie', 'Vi øver oss før vi åpner. Ring oss så lenge.');
    const [day, month, year] = (row?.opens_on ?? '').split('.');
    const monthName = new Intl.DateTimeFormat('nb', { month: 'long' }).format(
      new Date(2000, Number(month) - 1),
    );
    await contact.getByText(`${day}. ${monthName} ${year}`).waitFor();
  });

  test('back from log-in with the address that one left, its query and hash aside', async () => {
    const page = await world.visit('/municipality.html?q=hemmelig#innhold');
    await act.logIn(page, 'Ingrid Solberg');
    expect(page.url()).toBe(`${world.url}/municipality.html`);
    const answer = await page.request.get(
      `/api/login?return_to=${encodeURIComponent('https://ond.example/')}`,
      {
        maxRedirects: 0,
      },
    );
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(answer.headers().location).toBeUndefined();
  });
});

test('anyone looks up Herøy in Nordland, not the one in Møre og Romsdal', async () => {
  const page = await world.visit('/kommuner.html');
  await page.getByRole('searchbox', { name: 'Hvilken kommune bor du i?' }).fill('herøy');
  await page.getByRole('button', { name: 'Herøy, Møre og Romsdal' }).waitFor();
  await page.getByRole('button', { name: 'Herøy, Nordland' }).click();
  await page.getByRole('heading', { name: 'Helsekontakter i Herøy kommune, Nordland' }).waitFor();
  const phone = page.getByRole('link', { name: /^Ring / }).first();
  await phone.waitFor();
  const { items } = (await (
    await fetch(`${world.url}/api/municipalities/1818/contacts?limit=200`)
  ).json()) as {
    items: { name: string; phones: { number: string }[] }[];
  };
  const shown = await page
    .getByRole('link', { name: /^Ring / })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(shown).toEqual(items.map(({ phones }) => `tel:${phones[0]?.number.replace(/\s/g, '')}`));
  expect(await page.getByRole('button', { name: 'Logg inn' }).count()).toBe(0);
});

describe('on behalf of another', () => {
  let page: Page;
  beforeEach(async () => {
    page = await world.visit('/municipality.html');
    await act.logIn(page, 'Marte Solberg');
    return () => page.context().close();
  });
  const actFor = async (name: string): Promise<void> => {
    const parties = page.locator('hn-proxy-picker').locator('[part~=party]');
    await parties.filter({ hasText: name }).getByRole('button').click();
    for (const widget of [page.locator('hn-contacts'), act.inbox(page)]) {
      await widget.getByText(`Du bruker tjenesten på vegne av ${name}`).waitFor();
    }
  };

  test('Marte writes for Ingrid, and the row says so', async () => {
    await actFor('Ingrid Solberg');
    const subject = 'Fra datteren';
    await act.openComposer(page);
    await act.write(page, { subject, body: 'Mor er svimmel i dag.' });
    await act.sendButton(page).click();
    await act.sentHeading(page).waitFor();
    expect(await messagesAbout(subject)).toEqual([
      expect.objectContaining({
        person_id: 'ingrid-solberg',
        author_id: 'marte-solberg',
        author_name: 'Marte Solberg',
        on_behalf_of: 'Ingrid Solberg',
      }),
    ]);
    expect(await logOf(subject)).toContainEqual({
      who: 'Marte Solberg',
      what: 'message-sent',
      on_behalf_of: 'Ingrid Solberg',
    });
    const contacts = page.locator('hn-contacts');
    await contacts.getByRole('button', { name: 'Tilbake til deg selv' }).click();
    await contacts.getByRole('heading', { name: 'Du har ingen tjenester fra kommunen nå' }).waitFor();
    expect(await page.getByText('Du bruker tjenesten på vegne av').count()).toBe(0);
  });

  test('Marte cannot write for Sander, and is told why', async () => {
    await actFor('Sander Solberg');
    const row = act.contactRow(page, 'Helsestasjon og skolehelsetjeneste, Fana');
    await row.getByText(/^Meldinger: Du har ikke tilgang til dette/).waitFor();
    await row.getByRole('link', { name: /^Ring / }).waitFor();
    await act
      .inbox(page)
      .getByText('Tilgangen du har som forelder til Sander Solberg, gjelder ikke meldinger.')
      .waitFor();
    expect(await page.getByRole('button', { name: /^Ny melding/ }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Melding' }).count()).toBe(0);
  });
});
