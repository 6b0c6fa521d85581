import { sql, type Kysely } from 'kysely';

const statements = [
  `create table hints (
    id bigint generated always as identity primary key,
    at bigint not null,
    news jsonb not null
  )`,
  `create index hints_by_age on hints (at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
