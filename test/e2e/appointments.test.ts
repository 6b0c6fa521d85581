/** Appointments over the real server: what Ingrid asks for, and what Amina answers. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCalendar } from '../support/calendar-event.js';
import * as act from './support/actions.js';
import { hasFocus, newVisitor, tabTo } from './support/browser.js';
import { watch } from './support/watch.js';
import { CLOCK, type World, startWorld } from './support/world.js';

const DAY = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** How somebody does things: by mouse, or by keyboard alone. */
interface Hands {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  pick(radio: Locator): Promise<void>;
}

const byMouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  pick: (radio) => radio.check(),
};

const byKeyboard = (page: Page): Hands => ({
  async press(target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  async write(target, text) {
    await tabTo(page, target);
    await page.keyboard.type(text);
  },
  async pick(radio) {
    await tabTo(page, page.locator('hn-appointments').getByRole('radio').first());
    await page.keyboard.press('Space');
    while (!(await hasFocus(radio))) await page.keyboard.press('ArrowDown');
    await expect.poll(() => radio.isChecked()).toBe(true);
  },
});

const widget = (page: Page): Locator => page.locator('hn-appointments');

const details = (of: Locator): Locator => of.getByRole('button', { name: /^Detaljer/ });

async function logIn(page: Page, { press }: Hands): Promise<void> {
  await press(act.logInButtons(page).first());
  await press(page.getByRole('button', { name: 'Ingrid Solberg', exact: true }));
  await act.isIn(page);
}

/** Amina opens what waits for an answer and says no; she sees why Ingrid asked. */
async function declineAsAmina(title: string, asked: string, reason: string): Promise<void> {
  const page = await world.visit('/staff.html#timer');
  await act.logIn(page, 'Amina Yusuf');
  await page.getByRole('link', { name: 'Timeavtaler' }).click();
  await page
    .getByRole('list', { name: 'Venter på svar' })
    .getByRole('button')
    .filter({ hasText: title })
    .filter({ hasText: 'Ønsker å avlyse' })
    .click();
  const here = page.getByRole('region', { name: 'Timen' });
  await here.getByText(asked).waitFor();
  await here.getByLabel(/^Hvorfor ikke/).fill(reason);
  await here.getByRole('button', { name: 'Ikke godta' }).click();
  await here.getByText('Ikke godtatt. Innbyggeren ser hvorfor.').waitFor();
  await page.context().close();
}

async function calendarEvent(download: Download) {
  expect(download.suggestedFilename()).toBe('avtale.ics');
  return readCalendar(await readFile(await download.path(), 'utf8'));
}

interface Story {
  visit: { id: string; day: string };
  message: string;
  reason: string;
  /** The free time that the physiotherapy is moved to. */
  to: { day: string; slot: string; id: string };
  wishes: string;
}

async function story(page: Page, hands: Hands, { visit, message, reason, to, wishes }: Story) {
  const { press, write, pick } = hands;
  const home = widget(page);
  const button = (name: string | RegExp) => home.getByRole('button', { name });

  // She wants to cancel a visit; Amina does not accept it, and the page shows why by itself.
  const visited = act.appointmentRow(page, 'Hjemmebesøk om morgenen', visit.day);
  await press(details(visited));
  await press(visited.getByRole('button', { name: /^Avlys time/ }));
  const dialog = page.getByRole('dialog', { name: 'Vil du avlyse timen?' });
  await dialog.getByText('Mellom 09:00 og 11:00').waitFor();
  await pick(dialog.getByRole('radio').nth(1));
  await write(dialog.getByRole('textbox', { name: /^Melding til tjenesten \(valgfritt\)/ }), message);
  await press(dialog.getByRole('button', { name: 'Avlys time' }));
  await visited.getByText('Ønske om avlysing sendt').waitFor();
  await declineAsAmina('Hjemmebesøk om morgenen', message, reason);
  await visited.getByText(`Ikke godtatt: ${reason}`).waitFor();
  expect(await world.appointment(visit.id)).toMatchObject([{ status: 'booked' }]);

  // She moves her physiotherapy to a free time of Henrik's.
  const training = act.appointmentRow(page, 'Opptrening av hoften', 'Fredag 27. november');
  await press(details(training));
  await press(training.getByRole('button', { name: /^Endre time/ }));
  await pick(
    home.getByRole('group', { name: to.day }).getByRole('radio', { name: `${to.slot} Henrik Dahl` }),
  );
  await press(button('Velg timen'));
  const moved = act.appointmentRow(page, 'Opptrening av hoften', `${to.day} ${to.slot}`);
  await moved.waitFor();
  await expect.poll(() => training.count()).toBe(0);
  expect(await world.appointment('ingrid-physiotherapy')).toMatchObject([
    { status: 'booked', slot_id: to.id },
  ]);

  // She puts it in her calendar.
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    press(moved.getByRole('button', { name: /^Legg i kalender/ })),
  ]);
  const event = await calendarEvent(saved);
  const [stored] = await world.appointment('ingrid-physiotherapy');
  expect([event.summary, event.description, event.zone]).toEqual(['Avtale', null, 'Europe/Oslo']);
  expect([event.start, event.end]).toEqual([Number(stored?.starts), Number(stored?.ends)]);

  // She asks for a vaccination where no times are free to choose.
  await press(button('Be om ny time'));
  await press(button('Vaksinasjon Vaksinasjon'));
  await write(home.getByRole('textbox', { name: 'Hva ønsker du?' }), wishes);
  await press(button('Send ønsket'));
  const asked = home.getByRole('listitem').filter({ hasText: wishes });
  await expect.poll(() => asked.count()).toBe(1);
  await asked.getByText('Ønske om time sendt').waitFor();
  expect(
    await world.database.rows('select status, kind, person_id from appointments where wishes = $1', [wishes]),
  ).toEqual([{ status: 'requested', kind: 'vaccination', person_id: 'ingrid-solberg' }]);

  // Yesterday's visit has taken place.
  await press(button('Vis tidligere timeavtaler'));
  const yesterday = act.appointmentRow(page, 'Hjemmebesøk om morgenen', 'I går, mandag 23. november');
  await yesterday.getByText(/^Utført i går kl\. 09:\d\d$/).waitFor();
  await home.getByRole('heading', { name: 'I går, mandag 23. november' }).waitFor();
}

describe('Ingrid and her appointments', () => {
  test('by mouse', async () => {
    const context = await world.visitor();
    const watched = await watch(context);
    const page = await context.newPage();
    await page.goto('/municipality.html');
    await logIn(page, byMouse);
    await story(page, byMouse, {
      visit: { id: 'ingrid-morning-2026-11-30', day: 'Mandag 30. november' },
      message: 'Jeg er hos datteren min den dagen.',
      reason: 'Såret må stelles den dagen. Ring oss, så finner vi ut av det.',
      to: { day: 'Onsdag 2. desember', slot: '11:30–12:15', id: 'henrik-2026-12-02-1130' },
      wishes: 'Helst en formiddag i neste uke.',
    });
    expect(watched.violations).toEqual([]);
    // Neither what is written nor what it is about goes into an address or an event.
    const told = [...watched.requests, ...watched.events].join('\n');
    expect(told).not.toMatch(/datteren|formiddag|Opptrening|Hjemmebes/);
    await context.close();
  });

  test('by keyboard alone, 320 pixels wide', async () => {
    const context = await newVisitor(world.browser, world.url, { viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto('/municipality.html');
    const hands = byKeyboard(page);
    await logIn(page, hands);
    await story(page, hands, {
      visit: { id: 'ingrid-morning-2026-12-01', day: 'Tirsdag 1. desember' },
      message: 'Jeg skal til tannlegen.',
      reason: 'Vi kommer etter tannlegen i stedet.',
      to: { day: 'Torsdag 3. desember', slot: '12:15–13:00', id: 'henrik-2026-12-03-1215' },
      wishes: 'En ettermiddag passer best.',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });
});

describe('what staff do', () => {
  async function staff(name: string): Promise<Page> {
    const page = await world.visit('/staff.html');
    await act.logIn(page, name);
    await page.getByRole('link', { name: 'Timeavtaler' }).click();
    await page.getByRole('button', { name: 'Ny time' }).waitFor();
    return page;
  }

  async function fillTime(form: Locator, day: string, from: string, to: string): Promise<void> {
    await form.getByLabel('Dag').fill(day);
    await form.getByLabel('Fra', { exact: true }).fill(from);
    await form.getByLabel('Til', { exact: true }).fill(to);
  }

  test('shows in Ingrid’s page by itself', async () => {
    const page = await world.visit('/municipality.html');
    await logIn(page, byMouse);
    const amina = await staff('Amina Yusuf');
    const here = amina.getByRole('region', { name: 'Timen' });

    // A wish is given a time, which is a window.
    await amina.getByRole('list', { name: 'Venter på svar' }).getByRole('button').first().click();
    const accept = here.getByRole('form', { name: 'Godta', exact: true });
    await fillTime(accept, '2026-11-25', '14:00', '16:00');
    await accept.getByLabel(/når besøket begynner/).check();
    await accept.getByRole('button', { name: 'Godta og sett opp' }).click();
    await here.getByText('Godtatt. Innbyggeren ser det nå.').waitFor();
    const wished = act.appointmentRow(
      page,
      'Hjemmebesøk',
      'I morgen, onsdag 25. november Mellom 14:00 og 16:00',
    );
    await wished.getByText('Godtatt').waitFor();

    // This morning's visit has been.
    await amina
      .getByRole('list', { name: /^I dag/ })
      .getByRole('button')
      .first()
      .click();
    await here.getByRole('button', { name: 'Registrer som utført' }).click();
    await here.getByText('Besøket er registrert som utført.').waitFor();
    await act.appointmentRow(page, 'Hjemmebesøk om kvelden', 'I dag').waitFor({ state: 'detached' });
    await widget(page).getByRole('paragraph').filter({ hasText: 'Kommer mellom 20:00 og 22:00' }).waitFor();

    // A visit over midnight is booked.
    await amina.getByRole('button', { name: 'Ny time' }).click();
    const book = amina.getByRole('form', { name: 'Ny time' });
    await book.getByLabel('Tittel').fill('Tilsyn om natten');
    await fillTime(book, '2026-11-25', '23:30', '00:30');
    await book.getByLabel(/når besøket begynner/).check();
    await book.getByRole('button', { name: 'Sett opp timen' }).click();
    await amina.getByText('Timen er satt opp.').waitFor();
    // A second press books no second one: the form begins anew.
    for (const field of ['Tittel', 'Dag', 'Fra'])
      expect(await book.getByLabel(field, { exact: true }).inputValue()).toBe('');
    await act
      .appointmentRow(
        page,
        'Tilsyn om natten',
        'I morgen, onsdag 25. november Mellom 23:30 og 00:30 (natt til torsdag 26. november)',
      )
      .waitFor();

    // Henrik offers a free time, and takes one back.
    const henrik = await staff('Henrik Dahl');
    await henrik.getByRole('button', { name: 'Ledige timer' }).click();
    const offer = henrik.getByRole('form', { name: 'Legg ut en ledig time' });
    await fillTime(offer, '2026-11-25', '15:00', '15:45');
    await offer.getByRole('button', { name: 'Legg ut' }).click();
    await henrik.getByText('Den ledige timen er lagt ut.').waitFor();
    expect(await offer.getByLabel('Dag').inputValue()).toBe('');
    await henrik.getByRole('button', { name: 'Trekk tilbake I morgen kl. 09:00–09:45' }).click();
    await henrik.getByText('Den ledige timen er trukket tilbake.').waitFor();
    const training = act.appointmentRow(page, 'Opptrening av hoften', 'Fredag 27. november');
    await details(training).click();
    await training.getByRole('button', { name: /^Endre time/ }).click();
    const tomorrow = widget(page).getByRole('group', { name: 'I morgen, onsdag 25. november' });
    await tomorrow.getByRole('radio', { name: '15:00–15:45 Henrik Dahl' }).waitFor();
    expect(await tomorrow.getByRole('radio', { name: '09:00–09:45 Henrik Dahl' }).count()).toBe(0);
  });
});

describe('wherever the browser is, and whatever its clock says', () => {
  /** What the list, the week and the month say, and the file for the calendar. */
  async function seen(timezoneId: string, wrong: number) {
    const context = await newVisitor(world.browser, world.url, { timezoneId });
    await context.addInitScript(
      (ahead) => {
        const Real = Date;
        globalThis.Date = class extends Real {
          constructor(...given: [] | [number]) {
            if (given.length) super(...given);
            else super(Real.now() + ahead);
          }
          static override now = () => Real.now() + ahead;
        } as DateConstructor;
      },
      Date.parse(CLOCK) + wrong - Date.now(),
    );
    const page = await context.newPage();
    await page.goto('/municipality.html');
    await logIn(page, byMouse);
    const home = widget(page);
    const night = act.appointmentRow(page, 'Tilsyn av nattpatruljen', 'Torsdag 26. november');
    await details(night).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      night.getByRole('button', { name: /^Legg i kalender/ }).click(),
    ]);
    const { start, end, description } = await calendarEvent(saved);
    await details(night).click();
    const views: string[] = [];
    for (const name of ['Uke', 'Måned', 'Liste']) {
      await home.getByRole('button', { name, exact: true }).click();
      // The grid says how it is laid out, and the list beside it what stands there.
      await home
        .getByRole(name === 'Liste' ? 'heading' : 'grid')
        .first()
        .waitFor();
      await expect.poll(() => home.locator('[aria-busy]').count()).toBe(0);
      views.push(await home.ariaSnapshot());
    }
    await context.close();
    return { start, end, description, views };
  }

  test.each([
    ['America/New_York', -DAY],
    ['Asia/Tokyo', DAY],
  ])('%s, %i milliseconds wrong: all is as in Oslo', async (zone, wrong) => {
    const here = await seen('Europe/Oslo', 0);
    expect(here.views.join()).toContain('Mellom 23:00 og 01:00 (natt til fredag 27. november)');
    expect(here.views.join()).toContain('I dag, tirsdag 24. november');
    expect(here.description).toBe('Mellom 23:00 og 01:00 (natt til fredag 27. november)');
    const [stored] = await world.appointment('ingrid-night');
    expect([here.start, here.end]).toEqual([Number(stored?.starts), Number(stored?.ends)]);
    expect(await seen(zone, wrong)).toEqual(here);
  });
});

test('a file that does not come is told where one looks, and the next press tries again', async () => {
  const page = await world.visitAs('Ingrid Solberg');
  const chunk = /\/chunks\/booking-/;
  await page.route(chunk, (route) => route.abort());
  const ask = widget(page).getByRole('button', { name: 'Be om ny time' });
  await ask.click();
  const told = widget(page).getByText(
    'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.',
  );
  await expect.poll(() => told.isVisible()).toBe(true);
  await page.unroute(chunk);
  await ask.click();
  await widget(page)
    .getByRole('button', { name: /Fysioterapi/ })
    .first()
    .waitFor();
  expect(await told.count()).toBe(0);
});
