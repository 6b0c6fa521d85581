import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenStorageError } from '../../../server/storage/errors.js';
import { openStorage } from '../../../server/storage/open.js';
import { createTestDatabase } from './postgres-server.js';

const password = 'h3mmelig';

/** What the person who starts the server reads. */
async function refusal(url: string): Promise<string> {
  const error = await openStorage(url).then(
    (storage) => storage.close().then(() => null),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OpenStorageError);
  const { message } = error as OpenStorageError;
  expect(message).not.toContain(password);
  return message;
}

describe('a DATABASE_URL that cannot be meant', () => {
  it.each([
    ['', /not an address of a database.*file:.*memory:.*postgres:/],
    [`mysql://hn:${password}@localhost/hn`, /begins with "mysql:".*postgres:/],
    [`hn:${password}@localhost/hn`, /not an address/],
    [password, /not an address/],
    ['memory:x', /not an address/],
    ['file:', /names no folder/],
    ['file://server/share', /no folder on this machine/],
    [`postgres://hn:${password}@localhost`, /not a complete PostgreSQL address/],
    [`postgres://hn:${password}#@localhost/hn`, /not a complete.*percent-encoded/],
    [`postgres:hn:${password}`, /not a complete/],
    ['postgres:///hn', /not a complete/],
  ])('%j is refused with what is accepted', async (url, sentence) => {
    expect(await refusal(url)).toMatch(sentence);
  });
});

describe('a PostgreSQL server', () => {
  it('that is not there is named with its address', async () => {
    const message = await refusal(`postgres://hn:${password}@127.0.0.1:1/hn`);
    expect(message).toMatch(/Nothing answers at 127\.0\.0\.1:1\. Start PostgreSQL/);
  });

  it('on an unknown host is named with its address', async () => {
    expect(await refusal(`postgres://hn:${password}@nowhere.invalid/hn`)).toMatch(/nowhere\.invalid:5432/);
  });

  it('that is something else is said to be', async () => {
    const web = createServer((_request, response) => response.end('Hei')).listen(0, '127.0.0.1');
    await once(web, 'listening');
    const { port } = web.address() as AddressInfo;
    const message = await refusal(`postgres://hn:${password}@127.0.0.1:${port}/hn`);
    expect(message).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}.*(DATABASE_URL|PostgreSQL)`));
    web.close();
  });

  it('whose certificate is not there, or whose password is half encoded, is told of in words', async () => {
    const message = await refusal(
      `postgres://hn:${password}@127.0.0.1:1/hn?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`,
    );
    expect(message).toMatch(/^DATABASE_URL cannot be used: .*\/nowhere\/ca\.pem/);
    expect(await refusal(`postgres://hn:${password}%ff@127.0.0.1:1/hn`)).toMatch(/percent-encoded/);
  });

  it('without the database or the user says which', async () => {
    const database = await createTestDatabase();
    const missing = new URL(database.url);
    missing.pathname = '/not_there';
    expect(await refusal(missing.href)).toMatch(/no database "not_there".*createdb not_there/);
    const stranger = new URL(database.url);
    stranger.username = 'stranger';
    stranger.password = password;
    expect(await refusal(stranger.href)).toMatch(/does not let "stranger" in/);
    await database.drop();
  });
});

// The embedded database takes seconds to start, more on a busy machine.
describe('an embedded database', { timeout: 60_000 }, () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  /** A copy of the first database: making one anew takes much longer. */
  async function copyAs(name: string): Promise<string> {
    await cp(at('deep/er/ok'), at(name), { recursive: true });
    return `file:${at(name)}`;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hn-open-'));
    const storage = await openStorage(`file:${at('deep/er/ok')}`);
    await storage.putSetting('kept', 'yes');
    await storage.close();
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  it('makes its folder, and keeps what was stored', async () => {
    const storage = await openStorage(`file:${at('deep/er/ok')}`);
    expect(await storage.getSetting('kept')).toBe('yes');
    await storage.close();
    expect(await readdir(at('deep/er/ok'))).toEqual(['db']);
  });

  it('is refused to a second server, and given when the first has closed', async () => {
    const url = `file://${at('deep/er/ok')}`;
    const storage = await openStorage(url);
    expect(await refusal(url)).toMatch(new RegExp(`in use by process ${process.pid}`));
    expect(await storage.getSetting('kept')).toBe('yes');
    await storage.close();
    await (await openStorage(url)).close();
  });

  it('is refused to another process while one has it, and has all it confirmed after a SIGKILL', async () => {
    const url = await copyAs('killed');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('writer.ts', import.meta.url)), url],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'exit');
    let confirmed = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      confirmed = Number(line);
      if (confirmed === 1) expect(await refusal(url)).toMatch(new RegExp(`in use by process ${child.pid}`));
      if (confirmed >= 25) child.kill('SIGKILL');
    }
    expect(confirmed).toBeGreaterThanOrEqual(25);
    // Its output ends a moment before the process does.
    await ended;
    const storage = await openStorage(url);
    expect(Number(await storage.getSetting('written'))).toBeGreaterThanOrEqual(confirmed);
    await storage.close();
  });

  it('takes over a lock that holds nothing readable', async () => {
    const url = await copyAs('odd-lock');
    await writeFile(at('odd-lock/lock'), 'not JSON');
    await (await openStorage(url)).close();
    expect(await readdir(at('odd-lock'))).toEqual(['db']);
  });

  it('is refused while a server in another container may have it, whatever its number, and says what to remove', async () => {
    const url = await copyAs('shared');
    const lock = (host: string, pid: number) =>
      writeFile(at('shared/lock'), JSON.stringify({ pid, host, started: null, id: 'x' }));
    for (const pid of [1, process.pid, 2 ** 22 + 1]) {
      await lock('container-a', pid);
      expect(await refusal(url)).toMatch(/in use by a server on "container-a".*remove \S+shared\/lock /);
    }
    // Of this machine it is known that no process has such a number.
    await lock(hostname(), 2 ** 22 + 1);
    await (await openStorage(url)).close();
    expect(await readdir(at('shared'))).toEqual(['db']);
  });

  it('says that a file stands in the way', async () => {
    await writeFile(at('file'), 'x');
    expect(await refusal(`file:${at('file')}`)).toMatch(/cannot be written \((ENOTDIR|EEXIST)\)/);
    expect(await refusal(`file:${at('file/below')}`)).toMatch(/cannot be written \(ENOTDIR\)/);
  });

  it('does not begin among files that are something else', async () => {
    await mkdir(at('foreign/db'), { recursive: true });
    await writeFile(at('foreign/db/notes.txt'), 'x');
    expect(await refusal(`file:${at('foreign')}`)).toMatch(/no database of hn-widgets/);
    expect(await readdir(at('foreign'))).toEqual(['db']);
  });

  it('says that its files are damaged, and lets the folder go', async () => {
    const url = await copyAs('damaged');
    await truncate(at('damaged/db/global/pg_control'), 0);
    expect(await refusal(url)).toMatch(/damaged or of another version.*copy/);
    expect(await readdir(at('damaged'))).toEqual(['db']);
  });
});
