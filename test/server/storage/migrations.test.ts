import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/open.js';
import { plugins, type Database } from '../../../server/storage/sql/database.js';
import { migrate } from '../../../server/storage/sql/migrate.js';
import type { SqlStorage } from '../../../server/storage/sql/sql-storage.js';
import { reader } from '../notices/support/readers.js';
import { appointment, contact, mark, person, putThread, resident, thread } from './conformance/rows.js';
import { createTestDatabase, type TestDatabase } from './postgres-server.js';

/** The tables and constraints that stand in a database, by name. */
async function shapeOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
    from information_schema.columns where table_schema = 'public'
    union all
    select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select indexdef from pg_indexes where schemaname = 'public'
    order by line
  `.execute(db);
  return rows.map((row) => row.line);
}

async function executed(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** The database as it was before 0009-verifications.ts. */
async function undoVerifications(db: Kysely<Database>): Promise<void> {
  await sql`drop table verifications`.execute(db);
  await sql`drop index notice_rules_of_reader`.execute(db);
  await sql`alter table notices drop column reader_id, drop column person_id`.execute(db);
  await sql`alter table notice_settings drop column managed_at`.execute(db);
}

describe('migrations', { timeout: 60_000 }, () => {
  let database: TestDatabase;
  let shape: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    // Three servers that start at once on an empty database.
    const storages = await Promise.all([1, 2, 3].map(() => openStorage(database.url)));
    shape = await shapeOf(first(storages).db);
    await Promise.all(storages.map((storage) => storage.close()));
  });

  afterAll(() => database.drop());

  it('are made once by servers that start at once', async () => {
    const storage = await openStorage(database.url);
    const names = await executed(storage.db);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    await storage.close();
  });

  it('change nothing, and keep all rows, the second time', async () => {
    const storage = await openStorage(database.url);
    await storage.putSetting('kept', 'yes');
    await storage.close();
    const again = await openStorage(database.url);
    expect(await again.getSetting('kept')).toBe('yes');
    expect(await shapeOf(again.db)).toEqual(shape);
    await again.close();
  });

  it('give the embedded database the same tables, constraints and indexes', async () => {
    const pglite = await PGlite.create();
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }), plugins });
    await migrate(db);
    await migrate(db);
    expect(await shapeOf(db)).toEqual(shape);
    await db.destroy();
  });

  it('hold values that the application never writes out of the tables', async () => {
    const storage = await openStorage(database.url);
    const statements = [
      sql`insert into sessions values ('s', 'robot', 'u', 1, 1)`,
      sql`insert into messages values ('m', 't', 'sideways', 'a', 'b', null, null, '', 1)`,
      sql`insert into contacts (id, name) values ('c', '{"en": "No Norwegian"}')`,
    ];
    for (const statement of statements) {
      await expect(statement.execute(storage.db)).rejects.toThrow(/constraint/);
    }
    await storage.close();
  });

  it('make what is stored findable, for the first time and after the terms have changed', async () => {
    const older = await createTestDatabase();
    const storage = await openStorage(older.url);
    await storage.putPerson(person('ingrid'));
    // More than are read at a time.
    await storage.transaction(async (store) => {
      for (let n = 0; n < 600; n++) {
        const row = thread(`t${n}`, 'ingrid', { subject: `Emne ${n}`, lastMessageAt: n });
        await putThread(store, row, { body: n === 599 ? 'Øyedråper' : 'Hei' });
      }
    });
    const found = async (search: string) => {
      const again = await openStorage(older.url);
      const [whose, page] = [
        { personId: 'ingrid', search },
        { limit: 9, cursor: null },
      ];
      const { items } = await again.listThreads(whose, resident('ingrid'), page);
      await again.close();
      return items.map(({ id }) => id);
    };
    // As it stands after the migration that makes the table: no terms, and no word of which ones.
    await sql`delete from search_terms`.execute(storage.db);
    expect(await found('øyedråpene')).toEqual([]);
    await sql`delete from settings where key = 'search-terms'`.execute(storage.db);
    expect(await Promise.all([found('øyedråpene'), found('øyedråpene')])).toEqual([['t599'], ['t599']]);
    expect(await found('emne 17')).toEqual([
      't179',
      't178',
      't177',
      't176',
      't175',
      't174',
      't173',
      't172',
      't171',
    ]);
    await storage.putSetting('search-terms', '0');
    await sql`insert into search_terms values ('ingrid', 'gammel', 't1')`.execute(storage.db);
    expect(await found('gammel')).toEqual([]);
    // Terms of a newer version are left to it.
    await sql`insert into search_terms values ('ingrid', 'ny', 't2')`.execute(storage.db);
    await storage.putSetting('search-terms', '9999');
    expect(await found('ny')).toEqual(['t2']);
    await storage.close();
    await older.drop();
  });

  it('count what is unread in what was stored before, as what is stored now', async () => {
    const older = await createTestDatabase();
    const storage = await openStorage(older.url);
    for (const id of ['ingrid', 'marte']) await storage.putPerson(person(id));
    await storage.transaction(async (store) => {
      for (let n = 0; n < 9; n++)
        await putThread(
          store,
          thread(`t${n}`, n % 2 ? 'ingrid' : 'marte', { lastMessageId: `m${n}`, lastMessageAt: n }),
          { direction: n % 3 ? 'in' : 'out' },
        );
      for (const n of [1, 3, 4]) await store.putReadMark(mark(`t${n}`, 'ingrid', n - (n % 2)));
    });
    const counts = async () => [
      (await sql`select * from message_counts order by person_id, contact_id`.execute(storage.db)).rows,
      (
        await sql`
          select * from seen_counts where incoming <> 0 or outgoing <> 0 order by reader_id, person_id, contact_id
        `.execute(storage.db)
      ).rows,
    ];
    const before = await counts();
    expect(before.map((rows) => rows.length)).toEqual([2, 1]);
    await sql`drop table message_counts, seen_counts`.execute(storage.db);
    await sql`drop function count_message, count_seen cascade`.execute(storage.db);
    // Nor what came after it.
    await undoVerifications(storage.db);
    await sql`drop table appointments, slots, national_ids, attempts`.execute(storage.db);
    await sql`drop index powers_by_giver, powers_by_receiver`.execute(storage.db);
    await sql`alter table powers drop column created_at`.execute(storage.db);
    await sql`create index powers_by_giver on powers (giver_id)`.execute(storage.db);
    await sql`create index powers_by_receiver on powers (receiver_id)`.execute(storage.db);
    await sql`alter table contacts drop column cancel_message, drop column change_deadline`.execute(
      storage.db,
    );
    await sql`delete from kysely_migration where name >= '0006-unread'`.execute(storage.db);
    await migrate(storage.db);
    expect(await counts()).toEqual(before);
    await storage.close();
    await older.drop();
  });

  it('find out for whom the notices are that already wait, and drop those of nobody', async () => {
    const older = await createTestDatabase();
    const storage = await openStorage(older.url);
    for (const id of ['ingrid', 'marte', 'nora']) await storage.putPerson(person(id));
    await storage.putContact(contact('c'));
    await storage.transaction((store) => putThread(store, thread('t', 'ingrid')));
    await storage.insertAppointment(appointment('a'));
    for (const readerId of ['ingrid', 'marte']) await reader(storage, readerId);
    await undoVerifications(storage.db);
    const old = async (id: string, cause: string, address: string, forOther: boolean) =>
      sql`
        insert into notices (id, event, cause_id, channel, address, language, for_other, created_at, state,
          due_at, attempts, in_doubt)
        values (${id}, 'message', ${cause}, 'email', ${address}, 'nb', ${forOther}, 1, 'waiting', 1, 0, 0)
      `.execute(storage.db);
    await old('of a message', 't-first', 'ingrid@post.example', false);
    await old('of an appointment', 'a/3', 'marte@post.example', true);
    await old('to who has another address now', 't-first', 'old@post.example', false);
    await old('for who has another address now', 't-first', 'older@post.example', true);
    await old('of what is gone', 'gone', 'ingrid@post.example', false);
    await sql`delete from kysely_migration where name >= '0009-verifications'`.execute(storage.db);
    await migrate(storage.db);
    const rows = await storage.db.selectFrom('notices').selectAll().orderBy('id').execute();
    expect(rows.map(({ id, readerId, personId }) => [id, readerId, personId])).toEqual([
      ['of a message', 'ingrid', 'ingrid'],
      ['of an appointment', 'marte', 'ingrid'],
      ['to who has another address now', 'ingrid', 'ingrid'],
    ]);
    await storage.close();
    await older.drop();
  });

  it('refuse a database of a newer version, and leave it as it is', async () => {
    const newer = await createTestDatabase();
    const storage = await openStorage(newer.url);
    await sql`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`.execute(
      storage.db,
    );
    await storage.close();
    await expect(openStorage(newer.url)).rejects.toThrow(/newer version.*9999-later/);
    await newer.drop();
  });
});

function first(storages: SqlStorage[]): SqlStorage {
  const [storage] = storages;
  if (!storage) throw new Error('No storage');
  return storage;
}
