/**
 * Thousands of messages through a network that does everything wrong. `FAULT_SEED` repeats a run;
 * `SENDS` says how many (`npm run soak`: 10,000).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/browsers.mjs';
import { type RunningServer, startServer } from '../support/server.js';
import { useTabs } from './support/browser.js';
import { FAULTS, type FaultProxy, startFaultProxy } from './support/fault-proxy.js';
import { MESSAGES, type MessageInDatabase, SEED, expectOnce, sail } from './support/fleet.js';
import { MISHAPS } from './support/writer.js';

const SENDS = Number(process.env.SENDS ?? 2_000);
/** Who writes at once. */
const WRITERS = 64;

useTabs();

let folder: string;
let proxy: FaultProxy;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hn-faults-'));
  proxy = await startFaultProxy();
  proxy.target = await freePort();
  server = await startServer({
    DATABASE_URL: `file:${join(folder, 'data')}`,
    PUBLIC_URL: `http://localhost:${proxy.port}`,
    PORT: String(proxy.target),
    TRUST_PROXY: '1',
  });
});
afterAll(async () => {
  await proxy.close();
  await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** What stands in the folder after the server has ended. */
async function messages(): Promise<MessageInDatabase[]> {
  await server.end('SIGTERM');
  const database = await PGlite.create(join(folder, 'data', 'db'));
  try {
    return (await database.query<MessageInDatabase>(MESSAGES)).rows;
  } finally {
    await database.close();
  }
}

test(
  `of ${SENDS} messages each that is shown as sent is there once, each other is shown as unsent (FAULT_SEED=${SEED})`,
  { timeout: 60_000 + SENDS * 180 },
  async () => {
    const { written, mishaps } = await sail({
      proxy,
      writers: WRITERS,
      sends: SENDS,
      faults: 0.5,
      mishaps: 0.3,
      doomed: 37,
    });
    expect(written).toHaveLength(SENDS);
    expectOnce(written, await messages());

    // That the weather was bad indeed, and that some were sent in it and some were not.
    expect([...proxy.done.keys()].sort()).toEqual([...FAULTS].sort());
    expect([...mishaps.keys()].sort()).toEqual([...MISHAPS].sort());
    const unsent = written.filter(({ end }) => end === 'unsent');
    expect(unsent.length).toBeGreaterThan(SENDS / 80);
    expect(written.filter(({ threadId }) => threadId).length).toBeGreaterThan(SENDS / 4);
  },
);
