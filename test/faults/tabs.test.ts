/** Several tabs of one person that send at once through bad weather, and what they show of each message. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import * as act from '../e2e/support/actions.js';
import { seeded } from '../e2e/support/random.js';
import { type World, startWorld } from '../e2e/support/world.js';
import {
  FAULTS,
  type Fault,
  type FaultProxy,
  type Plan,
  type SeenRequest,
  startFaultProxy,
} from './support/fault-proxy.js';
import { SEED } from './support/fleet.js';

const TABS = 4;
const SENDS = 8;
/** How likely it is that one attempt goes wrong. */
const LIKELIHOOD = 0.6;
/** An answer that never ends takes the product's own half minute: those are in another test. */
const HERE = FAULTS.filter((fault) => fault !== 'stall');
/** After these the page knows that it was sent, in time. */
const PASSING: readonly Fault[] = ['delay', 'duplicate', 'trickle'];
const LOSING = HERE.filter((fault) => !PASSING.includes(fault));

let proxy: FaultProxy;
let world: World;
/** Subjects of which nothing comes back, whether it arrives or not. */
const doomed = new Set<string>();
const attempts = new Map<string, number>();

const subjectOf = ({ method, path, body }: SeenRequest): string | null =>
  method === 'POST' && path === '/api/threads' ? (JSON.parse(body) as { subject: string }).subject : null;

/** What goes wrong depends on the seed, the message and the attempt alone, not on which tab is faster. */
function plan(request: SeenRequest): Plan | null {
  const subject = subjectOf(request);
  if (subject === null) return null;
  const attempt = (attempts.get(subject) ?? 0) + 1;
  attempts.set(subject, attempt);
  const random = seeded(`${SEED} ${subject} ${attempt}`);
  if (!doomed.has(subject) && random() > LIKELIHOOD) return null;
  const faults = doomed.has(subject) ? LOSING : HERE;
  const fault = faults[Math.floor(random() * faults.length)];
  return fault ? { fault, random } : null;
}

beforeAll(async () => {
  proxy = await startFaultProxy();
  proxy.plan = plan;
  proxy.target = await freePort();
  world = await startWorld({
    PUBLIC_URL: `http://localhost:${proxy.port}`,
    PORT: String(proxy.target),
    TRUST_PROXY: '1',
  });
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});

/** Where one writes: what is begun in `hn-contacts` is written in `hn-inbox`. */
const widget = (page: Page): Locator => page.locator('hn-inbox');

/** What the widget says of the message, and what stands in its fields, at one and the same moment. */
const look = (page: Page): Promise<{ sent: boolean; failed: boolean; fields: string[] }> =>
  widget(page).evaluate((host) => {
    const root = host.shadowRoot;
    const text = root?.querySelector('section')?.textContent ?? '';
    const fields = root?.querySelectorAll<HTMLInputElement>('#subject, #body') ?? [];
    return {
      sent: text.includes('Meldingen er sendt'),
      failed: text.includes('Ikke sendt – prøv igjen'),
      fields: Array.from(fields, ({ value }) => value),
    };
  });

async function settled(page: Page): Promise<Awaited<ReturnType<typeof look>>> {
  await act.sentHeading(page).or(act.notSent(page)).first().waitFor();
  return look(page);
}

const rows = async (subject: string): Promise<string[]> =>
  (
    await world.database.rows<{ body: string }>(
      `select m.body from threads t join messages m on m.thread_id = t.id where t.subject = $1`,
      [subject],
    )
  ).map(({ body }) => body);

/** Sends one message through whatever happens, and checks what the widget says against the rows. */
async function send(page: Page, text: act.MessageText): Promise<'sent' | 'unsent'> {
  await act.write(page, text);
  await act.sendButton(page).click();
  for (let pressed = 0; ; pressed += 1) {
    const { sent, failed, fields } = await settled(page);
    if (sent) {
      expect(await rows(text.subject)).toEqual([text.body]);
      return 'sent';
    }
    // Between two attempts of its own it is neither; then it is looked at again.
    if (!failed) continue;
    expect(fields).toEqual([text.subject, text.body]);
    expect((await rows(text.subject)).length).toBeLessThanOrEqual(1);
    if (doomed.has(text.subject)) return 'unsent';
    if (pressed > 60) throw new Error(`${text.subject} is never sent`);
    // It may be sent by itself before the button is pressed.
    await page
      .getByRole('button', { name: 'Prøv igjen' })
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  }
}

test(`each message that is shown as sent is there once, each other is shown as not sent (FAULT_SEED=${SEED})`, async () => {
  const context = await world.visitor();
  const first = await context.newPage();
  await first.goto('/municipality.html');
  await act.logIn(first, 'Ingrid Solberg');
  const tabs = [first];
  while (tabs.length < TABS) {
    const tab = await context.newPage();
    await tab.goto('/municipality.html');
    tabs.push(tab);
  }

  const acknowledged = new Map<string, string>();
  const unsent = new Map<string, Page>();
  const bodyOf = (subject: string): string => `${subject}: æøå 🙂\n\n${'linje '.repeat(20)}slutt`;
  await Promise.all(
    tabs.map(async (page, tab) => {
      await act.openComposer(page);
      for (let number = 1; number <= SENDS; number += 1) {
        const subject = `Melding ${tab + 1}.${number}`;
        // Of the last one of each tab nothing comes back.
        if (number === SENDS) doomed.add(subject);
        const text = { subject, body: bodyOf(subject) };
        if ((await send(page, text)) === 'unsent') unsent.set(subject, page);
        else acknowledged.set(subject, text.body);
        if (number < SENDS) await page.getByRole('button', { name: 'Skriv en ny melding' }).click();
      }
    }),
  );

  expect(acknowledged.size).toBe(TABS * (SENDS - 1));
  expect(unsent.size).toBe(TABS);
  // That the day was bad indeed.
  expect([...proxy.done.keys()].sort()).toEqual([...HERE].sort());
  for (const [subject, body] of acknowledged)
    expect([subject, await rows(subject)]).toEqual([subject, [body]]);

  // The weather gets better: what was not sent goes out, and it too is there once.
  for (const [subject, page] of unsent) {
    doomed.delete(subject);
    proxy.plan = () => null;
    await page
      .getByRole('button', { name: 'Prøv igjen' })
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    await act.sentHeading(page).waitFor();
    expect([subject, await rows(subject)]).toEqual([subject, [bodyOf(subject)]]);
  }
  const all = await world.database.rows(
    `select subject from threads where subject like 'Melding %' group by subject having count(*) = 1`,
  );
  expect(all).toHaveLength(TABS * SENDS);
});
