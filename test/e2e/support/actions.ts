/** What people do on the demo's pages, found as they find it: by role and by name. */
import type { Locator, Page } from 'playwright-core';

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
export const contactRow = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

export const writeButton = (page: Page, contact = HOME_CARE): Locator =>
  page.getByRole('button', { name: `Ny melding til ${contact}` });

/** As a person logs in: the widget's button, then their own at the test provider. */
export async function logIn(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: 'Logg inn', exact: true })
    .or(page.getByRole('link', { name: 'Logg inn', exact: true }))
    .click();
  await chooseAtProvider(page, name);
}

export async function chooseAtProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Logg ut', exact: true }).waitFor();
}

/** Opens the composer for a service, new or with what was begun. */
export async function openComposer(page: Page, contact = HOME_CARE): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^(Ny melding|Fortsett på meldingen) til ${contact}$`) })
    .click();
  await page.getByRole('textbox', { name: 'Melding' }).waitFor();
}

export async function write(page: Page, { topic, subject, body }: MessageText): Promise<void> {
  if (topic) await page.getByRole('combobox', { name: /^Hva gjelder det/ }).selectOption(topic);
  await page.getByRole('textbox', { name: 'Emne' }).fill(subject);
  await page.getByRole('textbox', { name: 'Melding' }).fill(body);
}

export const sendButton = (page: Page): Locator => page.getByRole('button', { name: 'Send', exact: true });

export const sentHeading = (page: Page): Locator => page.getByRole('heading', { name: 'Meldingen er sendt' });

export const notSent = (page: Page): Locator => page.getByText('Ikke sendt – prøv igjen');

/** What stands in the composer. */
export async function written(page: Page): Promise<MessageText> {
  return {
    subject: await page.getByRole('textbox', { name: 'Emne' }).inputValue(),
    body: await page.getByRole('textbox', { name: 'Melding' }).inputValue(),
  };
}

/** Attaches `file`, and waits until it has been uploaded. */
export async function attach(page: Page, file: AttachedFile): Promise<void> {
  await page.getByLabel('Legg ved fil').setInputFiles(file);
  await uploaded(page, file.name);
}

export async function uploaded(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Fjern ${name}` }).waitFor();
  await page.getByRole('progressbar', { name }).waitFor({ state: 'detached' });
}

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
