import { sql, type Kysely } from 'kysely';

/** Folders are per reader; a read mark knows when it was set. */
const statements = [
  // The message that was the last when the conversation was archived: another one brings it back.
  `create table archived (
    reader_id text collate "C" not null,
    thread_id text collate "C" not null references threads,
    message_id text collate "C" not null,
    primary key (reader_id, thread_id)
  )`,

  `alter table read_marks add column read_at bigint`,
  `update read_marks set read_at = at`,
  `alter table read_marks alter column read_at set not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
