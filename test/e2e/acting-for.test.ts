/**
 * The whole story of acting for another: Ingrid lets her daughter in and out again. Marte uses each engine in
 * turn; the others are at their own browsers.
 */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chosenEngines } from '../../scripts/browsers.mjs';
import * as act from './support/actions.js';
import { personWith, type Person } from './support/engines.js';
import { change, confirmChange, end, give, numberOf, powers } from './support/powers.js';
import { type World, startWorld } from './support/world.js';

const UNREAD = 'Nye øyedråper';
const WIDGETS = ['hn-proxy-picker', 'hn-contacts', 'hn-inbox', 'hn-appointments', 'hn-notify-settings'];
const BAND = 'Du bruker tjenesten på vegne av';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const rows = <T extends object>(query: string, ...values: unknown[]) => world.database.rows<T>(query, values);

const caughtAt = async (address: string): Promise<string[]> =>
  (await world.caught(address)).map(({ text }) => text);

const mobileOf = async (reader: string): Promise<string> => {
  const [row] = await rows<{ mobile: string }>(
    'select mobile from notice_settings where reader_id = $1',
    reader,
  );
  return row?.mobile ?? '';
};

/** The band at the top of each widget, as the person sees it. */
const bands = async (person: Person): Promise<string[]> =>
  (await person.texts('[part~=acting-for] > span')).filter((words) => words.startsWith(BAND));

async function actFor(person: Person, name: string, relation: string): Promise<void> {
  await person.click(`${name} ${relation}`);
  await expect.poll(() => bands(person)).toEqual(WIDGETS.map(() => `${BAND} ${name}`));
}

/** In the list of the inbox, opened. */
async function readReceipt(page: Page, subject: string): Promise<void> {
  await act.openThread(page, subject);
  await act
    .conversation(page)
    .getByText(/Helsekontakter/)
    .first()
    .waitFor();
}

async function registerVisit(): Promise<void> {
  const page = await world.visitAs('Amina Yusuf', '/staff.html');
  await page.getByRole('link', { name: 'Timeavtaler' }).click();
  await page
    .getByRole('list', { name: /^I dag/ })
    .getByRole('button')
    .filter({ hasText: 'Ingrid Solberg' })
    .first()
    .click();
  const here = page.getByRole('region', { name: 'Timen' });
  await here.getByRole('button', { name: 'Registrer som utført' }).click();
  await here.getByText('Besøket er registrert som utført.').waitFor();
  await page.context().close();
}

/** Ingrid tries to let in her grandson, who is seventeen. */
async function tryJonas(page: Page): Promise<void> {
  const to = { nationalId: numberOf('jonas-solberg'), familyName: 'Solberg' };
  const dialog = await give(page, { to, areas: ['Meldinger'] });
  await dialog.getByText('Den som får fullmakt, må ha fylt 18 år.').waitFor();
  expect(await dialog.getByRole('textbox', { name: /^Fødselsnummer/ }).inputValue()).toBe('');
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  expect(await rows(`select * from powers where receiver_id = 'jonas-solberg'`)).toEqual([]);
}

describe.each(chosenEngines())('Marte in %s', (engine) => {
  test('is let in by her mother, acts for her and for her children, and is let out again', async () => {
    const ingrid = await world.visitAs('Ingrid Solberg');
    const marte = await personWith(engine);
    try {
      await marte.open(`${world.url}/municipality.html`);
      const ways = async () => (await marte.texts('button')).filter((name) => name === 'Logg inn').length;
      await expect.poll(ways).toBe(WIDGETS.length);
      await marte.click('Logg inn');
      await marte.click('Marte Solberg');
      await marte.see('Fana');

      // Ingrid gives access to notices too: the old power ends, and a new one holds.
      const dialog = await change(ingrid, 'Marte Solberg');
      await dialog.getByRole('checkbox', { name: /^Varsler/ }).check();
      await confirmChange(dialog);
      expect(
        await rows(
          `select scopes, ended_at is null as in_force from powers
           where giver_id = 'ingrid-solberg' and receiver_id = 'marte-solberg' order by created_at`,
        ),
      ).toEqual([
        { scopes: ['messages', 'appointments'], in_force: false },
        { scopes: ['messages', 'appointments', 'notifications'], in_force: true },
      ]);

      // Marte switches to her mother, in all five widgets, and reads what her mother has not.
      await actFor(marte, 'Ingrid Solberg', 'Har gitt deg fullmakt');
      const marks = () =>
        rows(`select thread_id, at from read_marks where reader_id = 'ingrid-solberg' order by thread_id`);
      const before = await marks();
      await marte.click(`${UNREAD} 2 uleste`);
      await marte.see('Si fra hvis det svir eller øyet blir rødt.');
      await expect
        .poll(() =>
          rows(
            `select 1 as read from read_marks where reader_id = 'marte-solberg' and thread_id = 'ingrid-eye-drops'`,
          ),
        )
        .toEqual([{ read: 1 }]);
      expect(await marks()).toEqual(before);
      await act.threadRow(ingrid, UNREAD).getByText(/ulest/).waitFor();

      await marte.click('Svar');
      await marte.type('Takk, det skal jeg hjelpe henne med.');
      await marte.click('Send');
      await marte.see('Meldingen er sendt');
      expect(
        await rows(
          `select author_id, author_name, on_behalf_of from messages where body = 'Takk, det skal jeg hjelpe henne med.'`,
        ),
      ).toEqual([
        { author_id: 'marte-solberg', author_name: 'Marte Solberg', on_behalf_of: 'Ingrid Solberg' },
      ]);
      // The conversation comes on top of Ingrid's list by itself.
      await act.threadRow(ingrid, UNREAD).getByText('Takk, det skal jeg').waitFor();
      await act.openThread(ingrid, UNREAD);
      await act
        .conversation(ingrid)
        .getByRole('listitem')
        .filter({ hasText: 'Takk, det skal jeg hjelpe henne med.' })
        .getByText('Marte Solberg på vegne av Ingrid Solberg')
        .waitFor();

      // She asks to hear of visits by text message, and hears of one, once.
      await marte.click('Tekstmelding', 'Utførte hjemmebesøk');
      await marte.click('Lagre');
      await marte.see('Varslene er lagret');
      expect(
        await rows(
          `select channels from notice_rules where reader_id = 'marte-solberg' and person_id = 'ingrid-solberg'
           and event = 'visit-completed'`,
        ),
      ).toEqual([{ channels: ['sms'] }]);
      const mobile = await mobileOf('marte-solberg');
      expect(await caughtAt(mobile)).toEqual([]);
      await registerVisit();
      const notice = 'Et besøk fra kommunen hos en du får varsler for, er utført. Logg inn for å se det.';
      await expect.poll(() => caughtAt(mobile)).toEqual([expect.stringContaining(notice)]);
      expect((await caughtAt(mobile)).join()).not.toMatch(/Ingrid|sykepleie|øye/i);

      // She books for her youngest, and cannot write for Sander.
      await actFor(marte, 'Nora Solberg', 'Barnet ditt');
      await marte.click('Be om ny time');
      await marte.click('Konsultasjon Helsestasjon og skolehelsetjeneste, Fana');
      await marte.click('14:30–15:00 Eva Lund', 'Torsdag 26. november');
      await marte.click('Velg timen');
      // It is booked when the form has gone, and the list stands still again.
      await expect.poll(() => marte.texts('button')).not.toContain('Velg timen');
      await expect
        .poll(() => rows(`select person_id, status from appointments where slot_id = 'eva-2026-11-26-1430'`))
        .toEqual([{ person_id: 'nora-solberg', status: 'booked' }]);
      await actFor(marte, 'Sander Solberg', 'Barnet ditt');
      await marte.see('Meldinger: Du har ikke tilgang til dette.');
      await marte.see('Tilgangen du har som forelder til Sander Solberg, gjelder ikke meldinger.');
      expect(await marte.texts('button')).not.toContainEqual(expect.stringMatching(/^Ny melding/));

      await tryJonas(ingrid);

      // Ingrid ends it, and within a second Marte's open page has nothing of hers any more.
      await actFor(marte, 'Ingrid Solberg', 'Har gitt deg fullmakt');
      await marte.see(UNREAD);
      const gone = await marte.noteGone('øyedråper|Østensjø');
      const [answer] = await Promise.all([
        ingrid.waitForResponse((response) => /\/proxies\/[^/]+\/end(\?|$)/.test(response.url())),
        end(ingrid, 'Marte Solberg'),
      ]);
      expect(answer.status()).toBe(200);
      const { startTime, responseStart } = answer.request().timing();
      expect((await gone()) - (startTime + responseStart)).toBeLessThan(1000);
      await marte.see('Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.');
      expect(await bands(marte)).toEqual([]);
      expect((await marte.texts('li, h3, button')).join(' ')).not.toMatch(/øyedråper|Østensjø/);
      expect(await marte.texts('button')).not.toContain(`Ingrid Solberg Har gitt deg fullmakt`);

      // Both find receipts, and Ingrid sees who has done what.
      await act.threadRow(ingrid, 'Kvittering: avsluttet fullmakt til Marte Solberg').waitFor();
      await readReceipt(ingrid, 'Kvittering: endret fullmakt til Marte Solberg');
      await readReceipt(ingrid, 'Kvittering: avsluttet fullmakt til Marte Solberg');
      await marte.click('Kvittering: avsluttet fullmakt fra Ingrid Solberg 1 ulest');
      await marte.see('Ingrid Solberg har avsluttet fullmakten du hadde.');
      await powers(ingrid).getByRole('button', { name: 'Bruk og tilganger' }).click();
      const log = powers(ingrid).getByRole('listitem').filter({ hasText: 'på vegne av Ingrid Solberg' });
      for (const what of [/lest/i, /melding/i]) await log.filter({ hasText: what }).first().waitFor();
    } finally {
      await marte.leave();
    }
  });
});
