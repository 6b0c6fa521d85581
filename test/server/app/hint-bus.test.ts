import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHintBus } from '../../../server/app/hint-bus.js';
import type { News } from '../../../server/storage/hints.js';
import { LISTENER, openPostgres } from '../../../server/storage/sql/postgres.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';
import { createTestDatabase, type TestDatabase } from '../storage/postgres-server.js';

const ignore = () => undefined;
const log = { info: ignore, warn: ignore, error: ignore };
const news = (userId: string): News => ({ about: 'user', userId });

/** Gives control over when something goes on. */
function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

/** Names of the users that were told of, in order. */
async function hearing(storage: SqlStorage, lookMs?: number) {
  const heard: string[] = [];
  const stop = await createHintBus(storage, log, lookMs).subscribe((one) => {
    heard.push(one.about === 'user' ? one.userId : one.about);
  });
  return { heard, stop };
}

async function write(storage: SqlStorage, name: string): Promise<void> {
  await storage.insertHints([news(name)], 1);
  storage.announce();
}

/** No look by itself during a test. */
const NEVER = 1_000_000_000;

describe('news among servers of one PostgreSQL', () => {
  let database: TestDatabase;
  let here: SqlStorage;
  let there: SqlStorage;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    [here, there] = await Promise.all([openPostgres(database.url), openPostgres(database.url)]);
  });
  afterEach(() => Promise.all([here.close(), there.close()]));

  const listeners = async () => {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where application_name = ${LISTENER} and query like 'listen%'
    `.execute(here.db);
    return rows.map(({ pid }) => pid);
  };

  it('reaches the other server, which is woken and does not look by itself', async () => {
    await expect.poll(async () => (await listeners()).length).toBe(2);
    const [mine, theirs] = await Promise.all([hearing(here, NEVER), hearing(there, NEVER)]);
    await write(here, 'a');
    await write(there, 'b');
    for (const { heard } of [mine, theirs]) await expect.poll(() => [...heard].sort()).toEqual(['a', 'b']);
    mine.stop();
    theirs.stop();
  });

  it('reaches a server that nothing wakes, when it looks by itself', async () => {
    const deaf = await openPostgres(database.url, { listen: false });
    const { heard, stop } = await hearing(deaf, 20);
    await write(here, 'a');
    await expect.poll(() => heard).toEqual(['a']);
    stop();
    await deaf.close();
  });

  it('is heard after the listening connection was lost, with what came in between', async () => {
    await expect.poll(async () => (await listeners()).length).toBe(2);
    const before = await listeners();
    const { heard, stop } = await hearing(there, NEVER);
    await sql`select pg_terminate_backend(pid) from unnest(${before}::integer[]) pid`.execute(here.db);
    await write(here, 'a');
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['a']);
    await expect
      .poll(async () => (await listeners()).filter((pid) => !before.includes(pid)).length, {
        timeout: 10_000,
      })
      .toBe(2);
    await write(here, 'b');
    await expect.poll(() => heard).toEqual(['a', 'b']);
    stop();
  });

  it('is not lost when a later change is committed first', async () => {
    const { heard, stop } = await hearing(there, NEVER);
    const written = gate();
    const commit = gate();
    const slow = here.transaction(async (store) => {
      await store.insertHints([news('slow')], 1);
      written.open();
      await commit.passed;
    });
    await written.passed;
    await write(there, 'quick');
    await expect.poll(() => heard).toEqual(['quick']);
    commit.open();
    await slow;
    there.announce();
    await expect.poll(() => heard).toEqual(['quick', 'slow']);
    await write(there, 'after');
    await expect.poll(() => heard).toEqual(['quick', 'slow', 'after']);
    stop();
  });

  it('is not lost when it was being written before anybody listened', async () => {
    await write(here, 'before');
    const written = gate();
    const commit = gate();
    const slow = here.transaction(async (store) => {
      await store.insertHints([news('slow')], 1);
      written.open();
      await commit.passed;
    });
    await written.passed;
    await write(there, 'before too');
    const { heard, stop } = await hearing(there, NEVER);
    commit.open();
    await slow;
    there.announce();
    await expect.poll(() => heard).toEqual(['slow']);
    stop();
  });

  it('is heard by each once, also when there is much of it at a time', async () => {
    const [mine, theirs] = await Promise.all([hearing(here), hearing(there)]);
    const names = Array.from({ length: 1200 }, (_, n) => `n${n}`);
    await here.insertHints(names.slice(0, 600).map(news), 1);
    await Promise.all(names.slice(600).map((name) => write(there, name)));
    for (const { heard } of [mine, theirs]) await expect.poll(() => heard.length).toBe(1200);
    for (const { heard } of [mine, theirs]) expect(new Set(heard)).toEqual(new Set(names));
    mine.stop();
    theirs.stop();
  });

  it('is not read while nobody listens', async () => {
    const { heard, stop } = await hearing(here, NEVER);
    stop();
    await write(here, 'a');
    const again = await hearing(here, NEVER);
    await write(here, 'b');
    await expect.poll(() => again.heard).toEqual(['b']);
    expect(heard).toEqual([]);
    again.stop();
  });
});
