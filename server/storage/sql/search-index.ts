/** The terms that conversations are found by: written with each message, and made anew when they change. */
import { sql, type Kysely } from 'kysely';
import { messageTerms, searchWords, TERMS_VERSION, threadTerms } from '../search.js';
import type { MessageRow, ThreadRow } from '../storage.js';
import type { Database } from './database.js';

const SETTING = 'search-terms';
/** Any number that no other advisory lock of this database has. */
const LOCK = 748_213_001;
/** Rows read at a time while all terms are made anew. */
const BATCH = 500;

/** Conversations of a person in which all words stand; a condition on `threads t`. */
export function isFound(personId: string, text: string) {
  const words = searchWords(text);
  if (words.length === 0) return sql<boolean>`false`;
  const conditions = words.map(({ term, beginning }) => {
    const exact = sql`select thread_id from search_terms where person_id = ${personId} and term = ${term}`;
    if (beginning === null) return sql`t.id in (${exact})`;
    // No term holds the last code point of all; the collation is that of bytes.
    return sql`t.id in (
      ${exact} union all
      select thread_id from search_terms
      where person_id = ${personId} and term >= ${beginning} and term < ${beginning + '\u{10FFFF}'}
    )`;
  });
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/**
 * Makes the terms of everything that is stored when they were made by an older
 * version, or not yet. Servers that start at once wait for each other.
 */
export async function keepIndexed(db: Kysely<Database>): Promise<void> {
  if ((await indexedVersion(db)) >= TERMS_VERSION) return;
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    if ((await indexedVersion(transaction)) >= TERMS_VERSION) return;
    await reindex(transaction);
    const value = String(TERMS_VERSION);
    await transaction
      .insertInto('settings')
      .values({ key: SETTING, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  });
}

/** Makes the terms of everything that is stored; for rows that came another way than through the store. */
export async function reindex(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('searchTerms').execute();
  await indexThreads(db);
  await indexMessages(db);
}

async function indexedVersion(db: Kysely<Database>): Promise<number> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', SETTING).executeTakeFirst();
  return Number(row?.value ?? 0);
}

async function indexThreads(db: Kysely<Database>): Promise<void> {
  let after = '';
  for (;;) {
    const query = db.selectFrom('threads').select(['id', 'personId', 'subject']).where('id', '>', after);
    const rows = await query.orderBy('id').limit(BATCH).execute();
    await putTerms(
      db,
      rows.map((row) => ({ ...row, threadId: row.id, terms: threadTerms(row) })),
    );
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function indexMessages(db: Kysely<Database>): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('messages')
      .innerJoin('threads', 'threads.id', 'messages.threadId')
      .select(['messages.id', 'threadId', 'personId', 'authorName', 'body', 'direction'])
      .where('messages.id', '>', after)
      .orderBy('messages.id')
      .limit(BATCH)
      .execute();
    await putTerms(
      db,
      rows.map((row) => ({ ...row, terms: messageTerms(row) })),
    );
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Many at once, each with its terms; what is there already stays. */
async function putTerms(
  db: Kysely<Database>,
  of: readonly { personId: string; threadId: string; terms: readonly string[] }[],
): Promise<void> {
  const rows = of.flatMap(({ personId, threadId, terms }) => terms.map((term) => [personId, term, threadId]));
  const column = (index: number) => rows.map((row) => row[index] ?? '');
  await sql`
    insert into search_terms (person_id, term, thread_id)
    select * from unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[])
    on conflict do nothing
  `.execute(db);
}

export const termColumns = ['personId', 'term', 'threadId'] as const;

/** Rows of `termColumns` for a conversation that the same statement inserts. */
export const termsOfThread = (row: ThreadRow) =>
  sql`select ${row.personId}::text, term, ${row.id}::text from unnest(${threadTerms(row)}::text[]) term`;

/** Rows of `termColumns` for a message that the same statement inserts into a conversation that is there. */
export const termsOfMessage = (row: MessageRow) => sql`
  select t.person_id, term, t.id from threads t, unnest(${messageTerms(row)}::text[]) term
  where t.id = ${row.threadId}`;
