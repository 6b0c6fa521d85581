import { sql, type Kysely } from 'kysely';

/**
 * Powers of attorney in the order in which they were given, identity numbers as keyed hashes (the number
 * itself is kept nowhere), and attempts that are counted.
 */
const statements = [
  // When one was given is not known of those that are there: the day from which it is valid says most.
  `alter table powers add column created_at bigint`,
  `update powers set created_at = (extract(epoch from valid_from) * 1000)::bigint`,
  `alter table powers alter column created_at set not null`,
  `drop index powers_by_giver`,
  `drop index powers_by_receiver`,
  `create index powers_by_giver on powers (giver_id, created_at desc, id desc)`,
  `create index powers_by_receiver on powers (receiver_id, created_at desc, id desc)`,

  `create table national_ids (
    person_id text collate "C" primary key references persons,
    hash text collate "C" not null unique
  )`,

  `create table attempts (
    key text collate "C" not null,
    at bigint not null
  )`,
  `create index attempts_by_key on attempts (key, at)`,
  `create index attempts_by_age on attempts (at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
