import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../../support/server.js';
import { logIn } from './actions.js';
import { newVisitor, startBrowser } from './browser.js';
import { type TestDatabase, createDatabase } from './database.js';

/** A Tuesday at a quarter past ten in Oslo: home care is open, and tomorrow is a working day. */
export const CLOCK = '2026-11-24T10:15:00+01:00';

/** The server as `npm start` runs it, over PostgreSQL, and a browser. */
export interface World {
  url: string;
  server: RunningServer;
  database: TestDatabase;
  browser: Browser;
  /** A person with a browser of their own, at a page of the demo or elsewhere. */
  visit(address: string): Promise<Page>;
  /** The same, logged in. */
  visitAs(name: string, address?: string): Promise<Page>;
  visitor(): Promise<BrowserContext>;
  /** What the database has of an appointment: one row, or none. */
  appointment(id: string): Promise<AppointmentRow[]>;
  /** What the catcher holds for an address, the newest first. */
  caught(address: string): Promise<CaughtNotice[]>;
  close(): Promise<void>;
}

interface AppointmentRow {
  status: string;
  starts: string;
  ends: string;
  slot_id: string | null;
}

export interface CaughtNotice {
  to: string;
  subject: string;
  text: string;
  language: string;
}

/** `env` are settings of the server, besides those of the demo. */
export async function startWorld(env: Record<string, string> = {}): Promise<World> {
  const [database, browser] = await Promise.all([createDatabase(), startBrowser()]);
  const server = await startServer({ DATABASE_URL: database.url, CLOCK, ...env });
  const url = server.publicUrl;
  const visitor = (): Promise<BrowserContext> => newVisitor(browser, url);
  const visit = async (address: string): Promise<Page> => {
    const page = await (await visitor()).newPage();
    await page.goto(address);
    return page;
  };
  return {
    url,
    server,
    database,
    browser,
    visitor,
    visit,
    async visitAs(name, address = '/municipality.html') {
      const page = await visit(address);
      await logIn(page, name);
      return page;
    },
    appointment: (id) =>
      database.rows<AppointmentRow>(
        'select status, start::text as starts, "end"::text as ends, slot_id from appointments where id = $1',
        [id],
      ),
    async caught(address) {
      const answer = await fetch(`${url}/outbox.json`);
      const { items } = (await answer.json()) as { items: CaughtNotice[] };
      return items.filter(({ to }) => to === address);
    },
    async close() {
      await browser.close();
      await server.end('SIGTERM');
      await database.drop();
    },
  };
}
