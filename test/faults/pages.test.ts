/** Real pages, through the same bad weather: new messages and replies, with reloads, crashes and two tabs. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import * as act from '../e2e/support/actions.js';
import { seeded } from '../e2e/support/random.js';
import { type World, startWorld } from '../e2e/support/world.js';
import { FAULTS, type FaultProxy, startFaultProxy } from './support/fault-proxy.js';
import { SEED } from './support/fleet.js';

const MISHAPS = ['none', 'reload', 'crash', 'second tab', 'offline', 'session'] as const;
type Mishap = (typeof MISHAPS)[number];
/** Each mishap meets so many conversations, and a reply in each. */
const ROUNDS = 2;
const LIKELIHOOD = 0.5;
/** An answer that never ends takes the product's own half minute: those are in the other test. */
const HERE = FAULTS.filter((fault) => fault !== 'stall');

let proxy: FaultProxy;
let world: World;
beforeAll(async () => {
  proxy = await startFaultProxy();
  proxy.target = await freePort();
  world = await startWorld({
    PUBLIC_URL: `http://localhost:${proxy.port}`,
    PORT: String(proxy.target),
    TRUST_PROXY: '1',
  });
  const attempts = new Map<string, number>();
  proxy.plan = ({ method, path, body }) => {
    if (method !== 'POST' || !/^\/api\/threads(\/[^/]+\/messages)?$/.test(path)) return null;
    const name = /Melding [\w .-]+:/.exec(body)?.[0] ?? '';
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    const random = seeded(`${SEED} ${name} ${attempt}`);
    const fault = random() < LIKELIHOOD ? HERE[Math.floor(random() * HERE.length)] : undefined;
    return fault ? { fault, random } : null;
  };
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});

const rows = (body: string): Promise<object[]> =>
  world.database.rows('select id from messages where body = $1', [body]);

interface Sending {
  subject: string;
  body: string;
  reply: boolean;
  mishap: Mishap;
}

const fieldName = ({ reply }: Sending): string => (reply ? 'Svar' : 'Melding');

/** Goes to where one writes; what was under way goes on there. */
async function open(page: Page, sending: Sending): Promise<void> {
  if (sending.reply) {
    await page
      .locator('hn-inbox')
      .getByRole('button', { name: new RegExp(`^${sending.subject}`) })
      .click();
  } else await act.writeButton(page).click();
  // What was under way may have been sent by then.
  await page
    .getByRole('textbox', { name: fieldName(sending), exact: true })
    .or(page.locator('hn-inbox').getByText('Meldingen er sendt'))
    .first()
    .waitFor();
}

async function arrive(page: Page): Promise<void> {
  await page.goto('/municipality.html');
  await act
    .writeButton(page)
    .or(page.getByRole('button', { name: 'Logg inn', exact: true }))
    .first()
    .waitFor()
    .catch(async (cause: unknown) => {
      throw new Error(`The page never comes. It says: ${await shown(page)}`, { cause });
    });
}

/** What stands in the page, for whoever looks for why nothing goes on. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll('hn-contacts, hn-inbox'),
      ({ localName, shadowRoot }) => `${localName}: ${shadowRoot?.textContent.replace(/\s+/g, ' ') ?? ''}`,
    ).join('\n'),
  );

/** Another page in the tab of one whose process has ended: with the tab's storage, as browsers restore it. */
async function afterCrash(page: Page): Promise<Page> {
  const storage = await page.evaluate(() => Object.fromEntries(Object.entries<string>(sessionStorage)));
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const restored = await page.context().newPage();
  await restored.addInitScript((kept: Record<string, string>) => {
    // Once: what was sent and is gone from there does not come back with each page.
    if (window.name === 'restored') return;
    window.name = 'restored';
    Object.assign(sessionStorage, kept);
  }, storage);
  await page.close();
  return restored;
}

async function suffer(page: Page, sending: Sending): Promise<Page> {
  const context = page.context();
  switch (sending.mishap) {
    case 'reload':
      await arrive(page);
      await open(page, sending);
      return page;
    case 'crash': {
      const restored = await afterCrash(page);
      await arrive(restored);
      await open(restored, sending);
      return restored;
    }
    case 'second tab': {
      // A tab that another opens gets a copy of its storage: with the message, and its key.
      const opened = context.waitForEvent('page');
      await page.evaluate(() => void window.open(location.href));
      const second = await opened;
      await act.writeButton(second).first().waitFor();
      await open(second, sending);
      await see(second, sending);
      await second.close({ runBeforeUnload: false });
      return page;
    }
    case 'offline':
      await context.setOffline(true);
      await context.setOffline(false);
      return page;
    case 'session': {
      await context.clearCookies();
      const login = page.getByRole('button', { name: 'Logg inn', exact: true });
      await page.reload();
      await login.first().click();
      await act.chooseAtProvider(page, 'Ingrid Solberg');
      await open(page, sending);
      return page;
    }
    default:
      return page;
  }
}

type Look = 'sent' | 'failed' | 'unsent' | 'empty' | 'sending';

/** What the page shows of the message, at one and the same moment. */
const look = (page: Page, { reply, body }: Sending): Promise<Look> =>
  page.locator('hn-inbox').evaluate(
    (host, { id, text }) => {
      const root = host.shadowRoot;
      const told = root?.textContent ?? '';
      if (told.includes('Meldingen er sendt')) return 'sent';
      const field = root?.querySelector<HTMLTextAreaElement>(`#${id}`);
      if (!field) return 'sending';
      if (!field.value) return 'empty';
      if (field.value !== text) throw new Error(`«${field.value}» stands there`);
      if (told.includes('Ikke sendt – prøv igjen')) return 'failed';
      return field.readOnly ? 'sending' : 'unsent';
    },
    { id: 'body', text: body, reply },
  );

/** Waits until it is no longer being sent. */
async function see(page: Page, sending: Sending): Promise<Look> {
  await expect.poll(() => look(page, sending), { timeout: 60_000 }).not.toBe('sending');
  return look(page, sending);
}

async function deliver(page: Page, sending: Sending): Promise<Page> {
  await open(page, sending);
  if (sending.reply) await page.getByRole('textbox', { name: 'Svar', exact: true }).fill(sending.body);
  else await act.write(page, sending);
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith('hn:draft:')));
  const inbox = (one: Page) => one.locator('hn-inbox');
  await inbox(page).getByRole('button', { name: 'Send', exact: true }).click();
  const now = await suffer(page, sending);
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const seen = await see(now, sending);
    // Where the field is empty the message was sent before the page went: nobody keeps it any more.
    if (seen === 'sent' || seen === 'empty') {
      expect([sending.subject, await rows(sending.body)]).toEqual([sending.subject, [expect.anything()]]);
      return now;
    }
    expect((await rows(sending.body)).length).toBeLessThanOrEqual(1);
    // It may be sent by itself before the button is pressed.
    const button = inbox(now).getByRole('button', { name: /^(Prøv igjen|Send)$/ });
    await button.click({ timeout: 1_000 }).catch(() => undefined);
  }
  throw new Error(`${sending.subject} is never sent`);
}

test(`messages and replies of real pages arrive once, whatever happens to the pages (FAULT_SEED=${SEED})`, async () => {
  const all: Sending[] = [];
  await Promise.all(
    Array.from({ length: ROUNDS }, async (_, round) => {
      const context = await world.visitor();
      context.on('page', (opened) => opened.on('dialog', (dialog) => void dialog.accept()));
      let page = await context.newPage();
      await page.goto('/municipality.html');
      await act.logIn(page, 'Ingrid Solberg');
      for (const mishap of MISHAPS) {
        const subject = `Emne ${mishap} ${round + 1}`;
        for (const reply of [false, true]) {
          const body = `Melding ${mishap} ${round + 1} ${reply ? 'svar' : 'ny'}: æøå 🙂\n\n${'linje '.repeat(10)}slutt`;
          const sending = { subject, body, reply, mishap };
          all.push(sending);
          page = await deliver(page, sending);
          await arrive(page);
        }
      }
    }),
  );
  expect(all).toHaveLength(MISHAPS.length * ROUNDS * 2);
  for (const { subject, body } of all)
    expect([subject, await rows(body)]).toEqual([subject, [expect.anything()]]);
  expect(proxy.done.size).toBeGreaterThan(HERE.length / 2);
});
