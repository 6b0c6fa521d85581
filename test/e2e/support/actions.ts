/** What people do on the demo's pages, found as they find it: by role and by name. */
import { crc32, deflateSync } from 'node:zlib';
import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page, or one in a frame of another. */
type View = Page | Frame;

export const HOME_CARE = 'Hjemmesykepleie, Østensjø';

export interface AttachedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface MessageText {
  topic?: string;
  subject: string;
  body: string;
}

/** The row of a service. */
export const contactRow = (page: View, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** The way to a new message, or back to the one that has been begun. */
export const writeButton = (page: View, contact = HOME_CARE): Locator =>
  page.getByRole('button', { name: new RegExp(`^(Ny melding|Fortsett på meldingen) til ${contact}$`) });

/** The way in and the way out: each widget on a page has its own. */
export const logInButtons = (page: View): Locator =>
  page.getByRole('button', { name: 'Logg inn', exact: true });
export const logOutButtons = (page: View): Locator =>
  page.getByRole('button', { name: 'Logg ut', exact: true });

/** As a person logs in: a widget's button, then their own at the test provider. */
export async function logIn(page: View, name: string): Promise<void> {
  await logInButtons(page)
    .or(page.getByRole('link', { name: 'Logg inn', exact: true }))
    .first()
    .click();
  await chooseAtProvider(page, name);
}

/** Resolves when the person is in, in all widgets of the page. */
export async function chooseAtProvider(page: View, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await isIn(page);
}

/** One log-in is for all widgets. */
export async function isIn(page: View): Promise<void> {
  const widgets = page.locator('hn-contacts, hn-appointments, hn-inbox, hn-proxy-picker, hn-notify-settings');
  await logOutButtons(page).first().waitFor();
  await expect
    .poll(async () => (await logOutButtons(page).count()) - ((await widgets.count()) || 1), {
      message: 'widgets with a way out',
    })
    .toBe(0);
}

/** Logs out in one of the widgets, which leads to the demo's front page. */
export async function logOut(page: View): Promise<void> {
  await logOutButtons(page).first().click();
  await page.waitForURL((address) => address.pathname === '/');
}

/** Opens the composer for a service, new or with what was begun. */
export async function openComposer(page: View, contact = HOME_CARE): Promise<void> {
  await writeButton(page, contact).click();
  await page.getByRole('textbox', { name: 'Melding' }).waitFor();
}

export async function write(page: View, { topic, subject, body }: MessageText): Promise<void> {
  if (topic) await page.getByRole('combobox', { name: /^Hva gjelder det/ }).selectOption(topic);
  await page.getByRole('textbox', { name: 'Emne' }).fill(subject);
  await page.getByRole('textbox', { name: 'Melding' }).fill(body);
}

/** The names of the drafts that the tab keeps. */
export const drafts = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('hn:draft:')));

export const sendButton = (page: View): Locator => page.getByRole('button', { name: 'Send', exact: true });

export const sentHeading = (page: View): Locator => page.getByRole('heading', { name: 'Meldingen er sendt' });

export const notSent = (page: View): Locator => page.getByText('Ikke sendt – prøv igjen');

/** What stands in the composer. */
export async function written(page: View): Promise<MessageText> {
  return {
    subject: await page.getByRole('textbox', { name: 'Emne' }).inputValue(),
    body: await page.getByRole('textbox', { name: 'Melding' }).inputValue(),
  };
}

/** Attaches `file`, and waits until it has been uploaded. */
export async function attach(page: View, file: AttachedFile): Promise<void> {
  await page.getByLabel('Legg ved fil').setInputFiles(file);
  await uploaded(page, file.name);
}

export async function uploaded(page: View, name: string): Promise<void> {
  await page.getByRole('button', { name: `Fjern ${name}` }).waitFor();
  await page.getByRole('progressbar', { name }).waitFor({ state: 'detached' });
}

/** An appointment in the list, by its title and the day that it is said with. */
export const appointmentRow = (page: View, title: string, day: string): Locator =>
  page
    .locator('hn-appointments')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Detaljer ${title} ${day}` }) });

/** What one finds in `hn-inbox`. */
export const inbox = (page: View): Locator => page.locator('hn-inbox');

/** A conversation in the list. */
export const threadRow = (page: View, subject: string | RegExp): Locator =>
  inbox(page)
    .getByRole('listitem')
    .filter({ has: page.locator('button[data-do=open]').filter({ hasText: subject }) });

/** The conversation that is open. */
export const conversation = (page: View): Locator =>
  inbox(page).getByRole('group', { name: 'Samtale', exact: true });

export async function openThread(page: View, subject: string): Promise<void> {
  await threadRow(page, subject).getByRole('button').click();
  await conversation(page).getByRole('heading', { name: subject }).waitFor();
}

export const replyField = (page: View): Locator =>
  conversation(page).getByRole('textbox', { name: 'Svar', exact: true });

/** What one does on the staff's page. */
export const staffConversation = (page: View): Locator => page.getByRole('region', { name: 'Samtalen' });

export async function openStaffThread(page: View, subject: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Samtaler' })
    .getByRole('button')
    .filter({ hasText: subject })
    .click();
  await staffConversation(page).getByRole('heading', { name: subject }).waitFor();
}

export async function answerAsStaff(page: View, text: string, file?: AttachedFile): Promise<void> {
  const here = staffConversation(page);
  await here.getByLabel('Svar', { exact: true }).fill(text);
  if (file) {
    await here.getByLabel('Legg ved filer').setInputFiles(file);
    await here.getByRole('list', { name: 'Filer i svaret' }).getByText(file.name).waitFor();
    await here.getByText('Laster opp …').waitFor({ state: 'detached' });
  }
  await here.getByRole('button', { name: 'Send svar' }).click();
  await here.getByRole('listitem').filter({ hasText: text }).waitFor();
}

/** Begins to note what `hn-inbox` says to screen readers; the answer gives what it has said since. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await inbox(page).evaluate((widget) => {
    const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
    const regions = widget.shadowRoot?.querySelectorAll('[role=status]') ?? [];
    for (const region of regions) {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const { textContent } of addedNodes) if (textContent) heard.push(textContent);
      }).observe(region, { childList: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A photo, as PNG: two by two, in four colours. */
export const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  // Width, height, 8 bits of each of red, green and blue.
  pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])),
  pngChunk('IDAT', deflateSync(Buffer.from([0, 200, 30, 30, 30, 200, 30, 0, 30, 30, 200, 240, 240, 240]))),
  pngChunk('IEND', Buffer.alloc(0)),
]);

export const PHOTO: AttachedFile = { name: 'øyet i dag.png', mimeType: 'image/png', buffer: PNG };

/** A PDF file with one empty page. */
export const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
  'latin1',
);

export const PDF_FILE: AttachedFile = { name: 'sår.pdf', mimeType: 'application/pdf', buffer: PDF };
