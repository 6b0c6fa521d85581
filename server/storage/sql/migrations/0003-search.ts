import { sql, type Kysely } from 'kysely';

/**
 * By person first: a search never leaves the conversations of one, so its cost
 * does not grow with what others write. The rows themselves are made by
 * search-index.ts, again whenever the terms of a text change.
 */
const statements = [
  `create table search_terms (
    person_id text collate "C" not null references persons,
    term text collate "C" not null,
    thread_id text collate "C" not null references threads,
    primary key (person_id, term, thread_id)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
