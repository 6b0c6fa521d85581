import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';
import type { TestBrowser } from '../server/auth/browser.js';
import { type RunningServer, logIn, startServer } from '../support/server.js';
import * as act from './support/actions.js';
import { newVisitor, startBrowser } from './support/browser.js';
import { type TestDatabase, createDatabase } from './support/database.js';
import { seeded } from './support/random.js';

const SEED = process.env.FAULT_SEED ?? 'hn-1';
const ROUNDS = 3;
const AT_ONCE = 12;

/** A server that can be killed and come back at the same address over the same database. */
interface Mortal {
  url: string;
  kill(): Promise<void>;
  revive(): Promise<void>;
  stop(): Promise<void>;
}

async function startMortal(DATABASE_URL: string): Promise<Mortal> {
  const PORT = String(await freePort());
  const start = (): Promise<RunningServer> => startServer({ DATABASE_URL, PORT });
  let server = await start();
  return {
    url: server.publicUrl,
    async kill() {
      await server.end('SIGKILL');
    },
    async revive() {
      server = await start();
    },
    async stop() {
      await server.end('SIGTERM');
    },
  };
}

interface Sending {
  key: string;
  subject: string;
}

/** Sends once; resolves to the id of the conversation, or null where it is not known whether it arrived. */
async function send(url: string, ingrid: TestBrowser, { key, subject }: Sending): Promise<string | null> {
  try {
    const response = await ingrid.request(`${url}/api/threads`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, Origin: url },
      body: JSON.stringify({
        contactId: 'ostensjo-home-care',
        subject,
        body: `Om ${subject}`,
        attachmentIds: [],
      }),
    });
    return response.status === 201 ? ((await response.json()) as { id: string }).id : null;
  } catch {
    return null;
  }
}

/** Subjects of all conversations of Ingrid's, with their ids. */
async function conversations(url: string, ingrid: TestBrowser): Promise<[subject: string, id: string][]> {
  const response = await ingrid.request(`${url}/api/threads?limit=200&lang=nb`);
  const { items } = (await response.json()) as { items: { subject: string; id: string }[] };
  return items.map(({ subject, id }) => [subject, id]);
}

const storages: Record<string, () => Promise<{ url: string; drop(): Promise<void> }>> = {
  'a PostgreSQL server': createDatabase,
  'the embedded database': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hn-kill-'));
    return { url: `file:${join(folder, 'data')}`, drop: () => rm(folder, { recursive: true, force: true }) };
  },
};

describe.each(Object.entries(storages))('over %s', (_name, create) => {
  test(`what was acknowledged outlives SIGKILL, once, and the rest arrives once (FAULT_SEED=${SEED})`, async () => {
    const random = seeded(`${SEED} kill`);
    const database = await create();
    const server = await startMortal(database.url);
    try {
      const ingrid = await logIn(server.url, 'ingrid-solberg');
      const acknowledged = new Map<string, string>();
      const all: Sending[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const sendings = Array.from({ length: AT_ONCE }, (_, number) => ({
          key: randomUUID(),
          subject: `Runde ${round}, melding ${number + 1}`,
        }));
        all.push(...sendings);
        // Killed as this many have been acknowledged, with the others somewhere on the way.
        const until = Math.floor(random() * (AT_ONCE - 2));
        const deaths: Promise<void>[] = [];
        const dieAt = (count: number): void => {
          if (count >= until && !deaths.length) deaths.push(server.kill());
        };
        const before = acknowledged.size;
        const sent = sendings.map(async (sending) => {
          const id = await send(server.url, ingrid, sending);
          if (id === null) return;
          acknowledged.set(sending.subject, id);
          dieAt(acknowledged.size - before);
        });
        dieAt(0);
        await Promise.all(sent);
        dieAt(AT_ONCE);
        await Promise.all(deaths);
        await server.revive();

        const there = await conversations(server.url, ingrid);
        for (const [subject, id] of acknowledged) {
          expect(there.filter(([one]) => one === subject)).toEqual([[subject, id]]);
        }
        // All again, on their keys: the acknowledged ones too, as a client does that lost the answer.
        await Promise.all(
          sendings.map(async (sending) => {
            const known = acknowledged.get(sending.subject);
            const id = await send(server.url, ingrid, sending);
            expect(id).not.toBeNull();
            if (known !== undefined) expect([sending.subject, id]).toEqual([sending.subject, known]);
            acknowledged.set(sending.subject, id ?? '');
          }),
        );
      }
      const there = (await conversations(server.url, ingrid)).filter(([subject]) =>
        subject.startsWith('Runde'),
      );
      expect(there.map(([subject]) => subject).sort()).toEqual(all.map(({ subject }) => subject).sort());
    } finally {
      await server.stop();
      await database.drop();
    }
  });
});

describe('in a browser', () => {
  let database: TestDatabase;
  let server: Mortal;
  beforeAll(async () => {
    database = await createDatabase();
    server = await startMortal(database.url);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  test('a message that is on its way while the server is killed arrives once', async () => {
    const browser = await startBrowser();
    try {
      const page = await (await newVisitor(browser, server.url)).newPage();
      await page.goto('/municipality.html');
      await act.logIn(page, 'Ingrid Solberg');
      await act.openComposer(page);
      for (const when of ['request', 'response'] as const) {
        const text = { subject: `Drept ved ${when}`, body: 'Kommer denne fram?' };
        await act.write(page, text);
        const address = `${server.url}/api/threads`;
        const onItsWay = when === 'request' ? page.waitForRequest(address) : page.waitForResponse(address);
        await act.sendButton(page).click();
        await onItsWay;
        await server.kill();
        await server.revive();
        // The widget tries again by itself, or the person does.
        await act.sentHeading(page).or(act.notSent(page)).first().waitFor();
        const again = page.getByRole('button', { name: 'Prøv igjen' });
        await act.sentHeading(page).or(again).first().waitFor();
        if (!(await act.sentHeading(page).isVisible())) {
          await again.click({ timeout: 1_000 }).catch(() => undefined);
          await act.sentHeading(page).waitFor();
        }
        expect(await database.rows('select id from threads where subject = $1', [text.subject])).toHaveLength(
          1,
        );
        await page.getByRole('button', { name: 'Skriv en ny melding' }).click();
      }
    } finally {
      await browser.close();
    }
  });
});
