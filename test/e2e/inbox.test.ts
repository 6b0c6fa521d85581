import type { FileChooser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as act from './support/actions.js';
import { hasFocus, tabTo } from './support/browser.js';
import { type World, startWorld } from './support/world.js';

/** Of the invented household: with two from Amina, of which Ingrid has not read the newer. */
const DROPS = 'Nye øyedråper';
const STAIRS = 'Rekkverk i trappen';
const EXERCISES = 'Øvelser for hoften';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

interface SentRow {
  id: string;
  subject: string;
  author_id: string;
  author_name: string;
  on_behalf_of: string | null;
  files: number;
}

/** Every message of this text, with the conversation in which it stands. */
const messagesSaying = (body: string): Promise<SentRow[]> =>
  world.database.rows(
    `select m.id, t.subject, m.author_id, m.author_name, m.on_behalf_of,
            (select count(*)::int from attachments a where a.message_id = m.id) as files
     from messages m join threads t on t.id = m.thread_id where m.body = $1`,
    [body],
  );

/** Whether the newest message of a conversation has been read. */
const hasRead = async (subject: string, readerId: string): Promise<boolean> =>
  (
    await world.database.rows(
      `select 1 from threads t join read_marks r on r.thread_id = t.id
       where t.subject = $1 and r.reader_id = $2 and r.at >= t.last_message_at`,
      [subject, readerId],
    )
  ).length === 1;

const filesOf = (messageId: string): Promise<unknown[]> =>
  world.database.rows('select name, media_type, size, bytes from attachments where message_id = $1', [
    messageId,
  ]);

async function staffAs(name: string): Promise<Page> {
  const page = await world.visit('/staff.html');
  await act.logIn(page, name);
  return page;
}

const inConversation = (page: Page, text: string) =>
  act.conversation(page).getByRole('listitem').filter({ hasText: text });

const unread = (page: Page, subject: string) => act.threadRow(page, subject).getByText(/^\d+ uleste?$/);

describe('Ingrid', () => {
  let page: Page;
  beforeEach(async () => {
    page = await world.visitAs('Ingrid Solberg');
    return () => page.context().close();
  });

  test('reads, answers with a photo, and Amina’s answer from another browser comes by itself', async () => {
    await unread(page, DROPS).waitFor();
    await act
      .inbox(page)
      .getByRole('button', { name: /^Nye øyedråper 1 ulest/ })
      .waitFor();
    expect(await hasRead(DROPS, 'ingrid-solberg')).toBe(false);
    await act.openThread(page, DROPS);
    await inConversation(page, 'Nå står dråpene på medisinlisten din').waitFor();
    await unread(page, DROPS).waitFor({ state: 'detached' });
    expect(await hasRead(DROPS, 'ingrid-solberg')).toBe(true);

    const reply = 'Det svir litt. Her er et bilde av øyet. 🙂';
    await act.replyField(page).fill(reply);
    await act.attach(page, act.PHOTO);
    await act.sendButton(page).click();
    await act.conversation(page).getByText('Meldingen er sendt').waitFor();
    await inConversation(page, reply).waitFor();
    const [sent] = await messagesSaying(reply);
    expect(await messagesSaying(reply)).toEqual([
      {
        id: expect.any(String) as string,
        subject: DROPS,
        author_id: 'ingrid-solberg',
        author_name: 'Ingrid Solberg',
        on_behalf_of: null,
        files: 1,
      },
    ]);
    const photo = {
      name: act.PHOTO.name,
      media_type: 'image/png',
      size: String(act.PNG.length),
      bytes: act.PNG,
    };
    expect(await filesOf(sent?.id ?? '')).toEqual([photo]);

    const desk = await staffAs('Amina Yusuf');
    await act.openStaffThread(desk, DROPS);
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      act.staffConversation(desk).getByRole('link', { name: act.PHOTO.name }).click(),
    ]);
    expect(await readFile(await download.path())).toEqual(act.PNG);

    const heard = await act.listen(page);
    const answer = 'Takk for bildet. Vi ringer øyelegen i dag.';
    await act.answerAsStaff(desk, answer, act.PDF_FILE);
    await inConversation(page, answer).waitFor();
    await expect.poll(() => hasRead(DROPS, 'ingrid-solberg')).toBe(true);
    // That it has been read shows by itself too, on the other side.
    await act
      .staffConversation(desk)
      .getByRole('listitem')
      .filter({ hasText: answer })
      .getByText(/^Lest av Ingrid Solberg/)
      .waitFor();
    await expect.poll(heard).toContain('Ny melding fra Hjemmesykepleie, Østensjø');
    expect(await inConversation(page, answer).count()).toBe(1);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      inConversation(page, answer)
        .getByRole('button', { name: /^sår\.pdf/ })
        .click(),
    ]);
    expect(await readFile(await file.path())).toEqual(act.PDF);
    await expect.poll(heard).toContain('sår.pdf er lastet ned');
    expect((await heard()).filter((words) => words.startsWith('Ny melding'))).toHaveLength(1);
    await desk.context().close();
  });

  test('finds what was written with the word in another form, archives it, and finds it there', async () => {
    const widget = act.inbox(page);
    const heard = await act.listen(page);
    const field = widget.getByRole('searchbox', { name: 'Søk i meldinger' });
    await field.fill('ergometersykkel');
    await field.press('Enter');
    await expect.poll(heard).toContain('1 samtale passer');
    await act.openThread(page, EXERCISES);
    await inConversation(page, 'Kan jeg begynne å sykle litt på ergometersykkelen igjen?').waitFor();
    await act.conversation(page).getByRole('button', { name: 'Arkiver' }).click();
    await expect.poll(heard).toContain('Samtalen er arkivert');
    await widget.getByRole('button', { name: 'Vis alle samtaler' }).click();
    await act.threadRow(page, DROPS).waitFor();
    expect(await act.threadRow(page, EXERCISES).count()).toBe(0);

    // «dråpe» stands nowhere as such, only «dråper» and «dråpene».
    await field.fill('dråpe');
    await widget.getByRole('button', { name: 'Søk', exact: true }).click();
    await act.threadRow(page, DROPS).waitFor();
    expect(await act.threadRow(page, STAIRS).count()).toBe(0);
    await widget.getByRole('button', { name: 'Vis alle samtaler' }).click();

    await widget.getByRole('button', { name: 'Arkiv', exact: true }).click();
    await act.openThread(page, EXERCISES);
    await act.conversation(page).getByRole('button', { name: 'Flytt til innboksen' }).click();
    await expect.poll(heard).toContain('Samtalen er flyttet til innboksen');
    await widget.getByRole('button', { name: 'Innboks', exact: true }).click();
    await act.threadRow(page, EXERCISES).waitFor();
  });

  test('is told why a conversation takes no more messages, and can write when it is opened again', async () => {
    const desk = await staffAs('Amina Yusuf');
    await act.openStaffThread(desk, DROPS);
    await act.openThread(page, DROPS);
    await act.replyField(page).waitFor();
    const state = act.staffConversation(desk);
    await state.getByRole('button', { name: 'Avslutt samtalen' }).click();
    await state.getByText(/^Samtalen er avsluttet/).waitFor();
    expect(await state.getByLabel('Svar', { exact: true }).count()).toBe(0);
    await act.replyField(page).waitFor({ state: 'detached' });
    await act
      .conversation(page)
      .getByRole('button', { name: `Ny melding til ${act.HOME_CARE}` })
      .waitFor();
    await state.getByRole('button', { name: 'Åpne samtalen igjen' }).click();
    await act.replyField(page).waitFor();
    await desk.context().close();
  });
});

test('Marte reads and writes for Ingrid, to whom it stays unread', async () => {
  const text = 'Ergoterapeuten kommer på fredag.';
  const desk = await staffAs('Amina Yusuf');
  await act.openStaffThread(desk, STAIRS);
  await act.answerAsStaff(desk, text);
  await desk.context().close();

  const marte = await world.visitAs('Marte Solberg');
  await marte.getByRole('button', { name: /^Ingrid Solberg Har gitt deg fullmakt/ }).click();
  await act.inbox(marte).getByText('Du bruker tjenesten på vegne av Ingrid Solberg').waitFor();
  await act.openThread(marte, STAIRS);
  await inConversation(marte, text).waitFor();
  await unread(marte, STAIRS).waitFor({ state: 'detached' });
  await expect.poll(() => hasRead(STAIRS, 'marte-solberg')).toBe(true);
  expect(await hasRead(STAIRS, 'ingrid-solberg')).toBe(false);

  const ingrid = await world.visitAs('Ingrid Solberg');
  await unread(ingrid, STAIRS).waitFor();
  await ingrid.context().close();

  const reply = 'Fint, da er jeg hos mor.';
  await act.replyField(marte).fill(reply);
  await act.sendButton(marte).click();
  await inConversation(marte, reply).getByText('Du på vegne av Ingrid Solberg').waitFor();
  expect(await messagesSaying(reply)).toEqual([
    {
      id: expect.any(String) as string,
      subject: STAIRS,
      author_id: 'marte-solberg',
      author_name: 'Marte Solberg',
      on_behalf_of: 'Ingrid Solberg',
      files: 0,
    },
  ]);
  expect(await hasRead(STAIRS, 'ingrid-solberg')).toBe(false);

  // Ingrid sees who has been there, and what Marte wrote in her name.
  const again = await world.visitAs('Ingrid Solberg');
  await act.openThread(again, STAIRS);
  await inConversation(again, reply).getByText('Marte Solberg på vegne av Ingrid Solberg').waitFor();
  await act.conversation(again).getByRole('button', { name: 'Hvem har sett' }).click();
  const log = again.getByRole('dialog', { name: 'Hvem har sett' });
  await log.getByRole('listitem').filter({ hasText: 'Marte Solberg' }).first().waitFor();
  await log.getByRole('listitem').filter({ hasText: 'Amina Yusuf' }).first().waitFor();
  await log.getByRole('button', { name: 'Lukk' }).click();
  await Promise.all([marte.context().close(), again.context().close()]);
});

test('by keyboard alone, on a page as narrow as a phone', async () => {
  const page = await (await world.visitor()).newPage();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/municipality.html');
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  const keys = page.keyboard;
  const widget = act.inbox(page);
  const button = (name: string) => widget.getByRole('button', { name, exact: true });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth);
  await tabTo(page, button('Logg inn'));
  await keys.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Ingrid Solberg', exact: true }));
  await keys.press('Enter');
  await act.isIn(page);
  const heard = await act.listen(page);

  const row = act.threadRow(page, STAIRS).getByRole('button');
  await tabTo(page, row);
  expect(await fits()).toBe(320);
  await keys.press('Enter');
  const title = act.conversation(page).getByRole('heading', { name: STAIRS });
  await title.waitFor();
  await expect.poll(() => hasFocus(title)).toBe(true);
  // Either the list or the conversation.
  expect(await row.isVisible()).toBe(false);
  await inConversation(page, 'Da er det avtalt.').waitFor();

  const reply = 'Skrevet uten mus.';
  await tabTo(page, act.replyField(page));
  expect(await fits()).toBe(320);
  await keys.type(reply);
  await tabTo(page, page.getByLabel('Legg ved fil'));
  await keys.press('Space');
  await expect.poll(() => choosers.length).toBe(1);
  await choosers[0]?.setFiles(act.PHOTO);
  await act.uploaded(page, act.PHOTO.name);
  await tabTo(page, act.sendButton(page));
  await keys.press('Enter');
  await inConversation(page, reply).waitFor();
  await expect.poll(heard).toContain('Meldingen er sendt');
  expect(await messagesSaying(reply)).toEqual([expect.objectContaining({ subject: STAIRS, files: 1 })]);
  expect(await fits()).toBe(320);

  await tabTo(page, button('Tilbake til meldingene'), 'Shift+Tab');
  await keys.press('Enter');
  await expect.poll(() => hasFocus(row)).toBe(true);
  await tabTo(page, widget.getByRole('searchbox', { name: 'Søk i meldinger' }), 'Shift+Tab');
  await keys.type('rekkverket');
  await keys.press('Enter');
  await expect.poll(heard).toContain('1 samtale passer');
  await tabTo(page, row);
  await keys.press('Enter');
  await expect.poll(() => hasFocus(title)).toBe(true);
  await tabTo(page, button('Arkiver'));
  await keys.press('Enter');
  await expect.poll(heard).toContain('Samtalen er arkivert');
  await tabTo(page, button('Vis alle samtaler'));
  await keys.press('Enter');
  await tabTo(page, button('Arkiv'));
  await keys.press('Enter');
  await tabTo(page, row);
  await keys.press('Enter');
  await tabTo(page, button('Flytt til innboksen'));
  await keys.press('Enter');
  await expect.poll(heard).toContain('Samtalen er flyttet til innboksen');
  await tabTo(page, button('Logg ut'));
  await keys.press('Enter');
  await page.waitForURL((address) => address.pathname === '/');
  await page.context().close();
});

describe('a reply that is begun', () => {
  const begin = async (page: Page, text: string): Promise<void> => {
    await act.openThread(page, DROPS);
    await act.replyField(page).fill(text);
    await expect.poll(() => act.drafts(page)).toHaveLength(1);
  };

  test('is there for the same person after the session has ended', async () => {
    const context = await world.visitor();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto('/municipality.html');
    await act.logIn(page, 'Ingrid Solberg');
    const text = 'Dette svaret ble avbrutt.';
    await act.openThread(page, DROPS);
    await act.replyField(page).fill(text);
    await page.clock.runFor(1_000);
    await expect.poll(() => act.drafts(page)).toHaveLength(1);
    await world.database.rows(
      `update sessions set expires_at = expires_at - $1 where user_id = 'ingrid-solberg'`,
      [31 * 60_000],
    );
    await page.clock.fastForward('31:00');
    await act.inbox(page).getByRole('heading', { name: 'Du er logget ut' }).waitFor();
    expect(await act.inbox(page).getByText(DROPS).count()).toBe(0);

    await act.logIn(page, 'Ingrid Solberg');
    await act.threadRow(page, DROPS).getByText('Utkast til svar').waitFor();
    await act.openThread(page, DROPS);
    await act.conversation(page).getByText('Vi har tatt vare på det du skrev sist.').waitFor();
    expect(await act.replyField(page).inputValue()).toBe(text);
    await act.sendButton(page).click();
    await inConversation(page, text).waitFor();
    expect(await messagesSaying(text)).toHaveLength(1);
    expect(await act.drafts(page)).toHaveLength(0);
    await context.close();
  });

  test('is sent once, also from two tabs that both have it', async () => {
    const first = await world.visitAs('Ingrid Solberg');
    const text = 'Fra to faner på en gang.';
    await begin(first, text);
    // A tab that is opened from another begins with a copy of what that one keeps.
    const [second] = await Promise.all([
      first.waitForEvent('popup'),
      first.evaluate(() => void window.open(location.href)),
    ]);
    await act.isIn(second);
    await act.openThread(second, DROPS);
    await act.conversation(second).getByText('Vi har tatt vare på det du skrev sist.').waitFor();
    for (const page of [first, second]) expect(await act.replyField(page).inputValue()).toBe(text);
    await Promise.all([first, second].map((page) => act.sendButton(page).click()));
    for (const page of [first, second]) {
      await act.conversation(page).getByText('Meldingen er sendt').waitFor();
      await inConversation(page, text).waitFor();
      expect(await inConversation(page, text).count()).toBe(1);
    }
    expect(await messagesSaying(text)).toHaveLength(1);
    await first.context().close();
  });
});
