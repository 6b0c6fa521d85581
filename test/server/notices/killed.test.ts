/** A process that dies at exactly the place where nobody can know whether the notice went out. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/open.js';
import { createTestDatabase, type TestDatabase } from '../storage/postgres-server.js';
import { openGateway, type Gateway } from './support/gateway.js';
import { openMailbox, type Mailbox } from './support/mailbox.js';
import { HOLD, nine, notice, putReaders } from './support/rows.js';

const SCRIPT = fileURLToPath(new URL('support/worker-process.ts', import.meta.url));
const SLOW = { timeout: 240_000 };

let gateway: Gateway;
let mailbox: Mailbox;
let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  [gateway, mailbox, folder, database] = await Promise.all([
    openGateway(),
    openMailbox(),
    mkdtemp(join(tmpdir(), 'hn-notices-')),
    createTestDatabase(),
  ]);
});
afterAll(async () => {
  await Promise.all([gateway.close(), mailbox.close(), database.drop()]);
  await rm(folder, { recursive: true, force: true });
});

/** How it ended: the code, or the signal. */
async function run(databaseUrl: string, now: number, killWhenSent: boolean): Promise<number | string> {
  const args = ['--import', 'tsx', SCRIPT, databaseUrl, String(now), gateway.url, mailbox.url];
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? String(signal)));
  });
  // The answer goes out when nobody is there any more to hear it.
  const kill = async () => {
    if (!killWhenSent) return;
    child.kill('SIGKILL');
    await ended;
  };
  gateway.answer = async () => {
    await kill();
    return 202;
  };
  mailbox.onTaken = kill;
  return ended;
}

const messageIds = () => mailbox.taken.map(({ headers }) => headers.get('message-id'));
const webhookIds = () => gateway.asked.map(({ body }) => body.id);

describe('a worker that is killed', () => {
  const urls = { PostgreSQL: () => database.url, PGlite: () => `file:${join(folder, 'db')}` };

  it.each([
    ['an e-mail', 'email', messageIds, 'PostgreSQL'],
    ['a text message', 'sms', webhookIds, 'PostgreSQL'],
    ['an e-mail', 'email', messageIds, 'PGlite'],
  ] as const)(
    'between sending and marking %s (%s) sends it once more, with the same id, and no third time',
    SLOW,
    async (_what, channel, ids, name) => {
      const url = urls[name];
      const id = `${channel}-of-${name}`;
      const storage = await openStorage(url());
      await putReaders(storage);
      await storage.insertNotice(notice(id, { channel }));
      await storage.close();
      const before = ids().length;
      const sent = () => ids().slice(before);
      const expected = channel === 'sms' ? id : `<${id}@helse.example.no>`;

      expect(await run(url(), nine, true)).toBe('SIGKILL');
      expect(sent()).toEqual([expected]);
      if (name === 'PostgreSQL') {
        // Somebody may still be at it.
        expect(await run(url(), nine + HOLD - 1, false)).toBe(0);
        expect(sent()).toEqual([expected]);
      }
      // This one is killed at the same place, but where a process takes long to start.
      const again = name === 'PostgreSQL';
      expect(await run(url(), nine + HOLD, again)).toBe(again ? 'SIGKILL' : 0);
      expect(sent()).toEqual([expected, expected]);
      expect(await run(url(), nine + 24 * 3_600_000, false)).toBe(0);
      expect(sent()).toEqual([expected, expected]);
    },
  );

  it('leaves the rest to the next one', SLOW, async () => {
    const url = urls.PostgreSQL;
    const storage = await openStorage(url());
    await putReaders(storage);
    const ids = Array.from({ length: 12 }, (_, n) => `rest-${n}`);
    for (const id of ids) await storage.insertNotice(notice(id));
    await storage.close();
    const before = webhookIds().length;
    expect(await run(url(), nine, true)).toBe('SIGKILL');
    expect(await run(url(), nine + HOLD, false)).toBe(0);
    expect(await run(url(), nine + 2 * HOLD, false)).toBe(0);
    const sent = webhookIds().slice(before);
    expect(new Set(sent)).toEqual(new Set(ids));
    for (const id of ids) expect(sent.filter((one) => one === id).length).toBeLessThanOrEqual(2);
    // Those under way when it was killed, one for each of its hands.
    expect(sent.length - ids.length).toBeLessThanOrEqual(4);
  });
});
