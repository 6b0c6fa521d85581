/** Powers of attorney and notices on the demo's page: what stands nowhere of whom they are about. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as act from './support/actions.js';
import * as powers from './support/powers.js';
import {
  cookies,
  digits,
  expectNone,
  foreignTo,
  kept,
  type Secrets,
  standing,
  traces,
} from './support/traces.js';
import { type Watched, watch } from './support/watch.js';
import { type World, startWorld } from './support/world.js';

/** What is typed, or seen; the household's ids have its names in them, so these are looked for as a whole. */
const WRONG_NAME = 'Zwergius';
const MOBILE = '01 95 86 42';
const EMAIL = 'kvikksand@post.example';
const REPLY = 'Xylofonen er pakket bort, så nå får hun sove.';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const numbers = (): Secrets =>
  Object.fromEntries(
    ['ingrid-solberg', 'ailu-somby', 'liv-strand'].flatMap((id) => [
      [`the identity number of ${id}`, traces(powers.numberOf(id))],
      [`the identity number of ${id} in groups`, digits(powers.numberOf(id))],
    ]),
  );

const secrets = (code: string): Secrets => ({
  ...numbers(),
  ...Object.fromEntries(['Ingrid Solberg', 'Áilu Somby', 'Liv Strand'].map((name) => [name, traces(name)])),
  'a family name that was typed': traces(WRONG_NAME),
  'the new mobile number': digits(MOBILE),
  'the new mobile number, with its country': digits(`47${MOBILE}`),
  'the number before it': digits('+47 01 95 00 04'),
  'the new address': traces(EMAIL),
  'the address before it': traces('ailu.somby@post.example'),
  'the code': digits(code),
  'what is written on her behalf': traces(REPLY),
  'a word of it': traces('Xylofon'),
  'what is about her': traces('øyedråper'),
});

interface Someone {
  context: BrowserContext;
  watched: Watched;
  page: Page;
  /** What the browser has kept, whenever it was looked. */
  seen: string[];
  look(): Promise<void>;
}

async function someone(name: string): Promise<Someone> {
  const context = await world.visitor();
  const watched = await watch(context);
  const page = await context.newPage();
  await page.goto('/municipality.html');
  await act.logIn(page, name);
  const seen: string[] = [];
  return {
    context,
    watched,
    page,
    seen,
    async look() {
      seen.push(...(await kept(page)), ...(await cookies(context)));
    },
  };
}

async function codeFor(to: string): Promise<string> {
  const found = async () => /^\d{6}\b/.exec((await world.caught(to))[0]?.text ?? '')?.[0] ?? '';
  await expect.poll(found).not.toBe('');
  return found();
}

/** Ingrid lets Áilu in, after she has named somebody wrongly; the numbers are nowhere once they were sent. */
async function letIn({ page, look }: Someone): Promise<void> {
  const areas = ['Meldinger', 'Timeavtaler', 'Varsler'] as const;
  await powers.powers(page).getByRole('button', { name: 'Gi fullmakt', exact: true }).click();
  const dialog = powers.dialogOf(page);
  await dialog.getByRole('textbox', { name: /^Fødselsnummer/ }).fill(powers.numberOf('ailu-somby'));
  await look();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  expectNone(numbers(), 'the page after the dialog was closed', await standing(page));
  await powers.give(page, {
    to: { nationalId: powers.numberOf('liv-strand'), familyName: WRONG_NAME },
    areas,
  });
  await dialog.getByText('Vi finner ingen med dette fødselsnummeret').first().waitFor();
  expectNone(numbers(), 'the page after it was refused', await standing(page));
  await look();
  const to = { nationalId: powers.numberOf('ailu-somby'), familyName: 'Somby' };
  await powers.giveTo(page, { to, areas });
  expectNone(numbers(), 'the page after it was given', await standing(page));
  await look();
}

/** Áilu gets another number while he acts for her. @returns the code that came */
async function changeMobile({ page, look }: Someone): Promise<string> {
  const settings = page.locator('hn-notify-settings');
  await settings.getByRole('button', { name: 'Endre E-post' }).click();
  await settings.getByRole('textbox', { name: 'Ny e-postadresse' }).fill(EMAIL);
  await look();
  await settings.getByRole('button', { name: 'Avbryt' }).click();
  await settings.getByRole('button', { name: 'Endre Mobilnummer' }).click();
  await settings.getByRole('textbox', { name: 'Nytt mobilnummer' }).fill(MOBILE);
  await settings.getByRole('button', { name: 'Send kode' }).click();
  const field = settings.getByRole('textbox', { name: 'Kode' });
  await field.waitFor();
  const code = await codeFor(`+47${MOBILE.replaceAll(' ', '')}`);
  await field.fill(code);
  await look();
  await settings.getByRole('button', { name: 'Bekreft', exact: true }).click();
  await field.waitFor({ state: 'detached' });
  await settings.getByText(MOBILE).waitFor();
  await settings.getByRole('group', { name: 'Utførte hjemmebesøk' }).getByLabel('Tekstmelding').check();
  await look();
  await settings.getByRole('button', { name: 'Lagre' }).click();
  await settings.getByText('Varslene er lagret').first().waitFor();
  await look();
  return code;
}

test('giving a power, acting by it and a new number leave no trace in addresses, logs, events and storage', async () => {
  const ingrid = await someone('Ingrid Solberg');
  await letIn(ingrid);

  const ailu = await someone('Áilu Somby');
  const { page } = ailu;
  await powers.actFor(page, 'Ingrid Solberg');
  await ailu.look();
  await page.reload();
  await powers.actsFor(page, 'Ingrid Solberg');
  const code = await changeMobile(ailu);
  await act.openThread(page, 'Nye øyedråper');
  await act.replyField(page).fill(REPLY);
  await ailu.look();
  await act.sendButton(page).click();
  await act.conversation(page).getByText('Meldingen er sendt').waitFor();
  await powers.powers(page).getByRole('button', { name: 'Bruk og tilganger' }).click();
  await powers.powers(page).locator('[part=log]').getByText('Áilu Somby').first().waitFor();
  await ailu.look();
  await powers.powers(page).getByRole('button', { name: 'Tilbake til fullmakter' }).click();
  await powers.backToSelf(page);
  await powers.end(page, 'Ingrid Solberg');
  await ailu.look();
  for (const one of [ingrid, ailu]) {
    await act.logOut(one.page);
    await one.look();
  }

  // That the story was seen at all.
  const events = [...ingrid.watched.events, ...ailu.watched.events];
  for (const name of ['hn-proxy-granted', 'hn-acting-for-change', 'hn-settings-saved', 'hn-proxy-ended'])
    expect(events.filter((line) => line.includes(`"${name}"`)).length, name).toBeGreaterThan(0);
  const requests = [...ingrid.watched.requests, ...ailu.watched.requests];
  for (const path of [/\/proxies(\?|$)/, /\/proxies\/[^/]+\/end/, /\/verifications\/[^/]+/, /\/access-log/])
    expect(requests.filter((address) => path.test(address)).length, String(path)).toBeGreaterThan(0);
  expect(ailu.seen.join()).toContain('hn:');
  expect(
    await world.database.rows(
      `select mobile, mobile_verified from notice_settings where reader_id = 'ailu-somby'`,
    ),
  ).toEqual([{ mobile: `+47${MOBILE.replaceAll(' ', '')}`, mobile_verified: true }]);

  const none = secrets(code);
  expectNone(none, 'addresses', requests);
  expectNone(none, 'the console', [...ingrid.watched.console, ...ailu.watched.console]);
  expectNone(none, 'events', events);
  expectNone(none, 'what the browser keeps', [...ingrid.seen, ...ailu.seen]);
  expectNone(none, 'the server’s log', world.server.output().split('\n'));
  expect(world.server.output()).toContain('request.done');
  expectNone(numbers(), 'the database', await everyRow());
  for (const { page: at, watched } of [ingrid, ailu]) {
    expect(foreignTo(world.url, watched)).toEqual([]);
    expect(watched.violations).toEqual([]);
    expect(await at.evaluate(() => localStorage.length)).toBe(0);
  }
});

async function everyRow(): Promise<string[]> {
  const tables = await world.database.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  expect(tables.map(({ name }) => name)).toContain('national_ids');
  const rows = await Promise.all(
    tables.map(({ name }) => world.database.rows<{ row: string }>(`select t::text as row from "${name}" t`)),
  );
  return rows.flat().map(({ row }) => row);
}
