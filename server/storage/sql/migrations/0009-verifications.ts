import { sql, type Kysely } from 'kysely';

/**
 * Codes that prove an address, and for whom a notice in the outbox is: whether it may still be sent is looked at
 * when it is. Notices that were written before are looked up by their cause and address; of whom nothing is found
 * has neither any more.
 */
const statements = [
  `alter table notice_settings add column managed_at jsonb`,

  `create table verifications (
    id text collate "C" primary key,
    reader_id text collate "C" not null references persons,
    channel text collate "C" not null check (channel in ('sms', 'email')),
    address text not null,
    created_at bigint not null,
    expires_at bigint not null,
    wrong_tries integer not null,
    ended_at bigint
  )`,
  `create index verifications_open on verifications (reader_id, channel) where ended_at is null`,
  `create index verifications_by_age on verifications (created_at)`,

  `alter table notices
    add column reader_id text collate "C" references persons,
    add column person_id text collate "C" references persons`,
  `update notices set person_id = coalesce(
    (select person_id from messages join threads on threads.id = thread_id where messages.id = cause_id),
    (select person_id from appointments where appointments.id = split_part(cause_id, '/', 1))
  )`,
  `update notices set reader_id = coalesce(
    (select person_id where not for_other),
    (select min(reader_id) from notice_settings where address in (mobile, email))
  )`,
  `delete from notices where reader_id is null or person_id is null`,
  `alter table notices alter column reader_id set not null, alter column person_id set not null`,

  // A reader's own, for one resident; the key begins with the resident.
  `create index notice_rules_of_reader on notice_rules (reader_id, person_id, event)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
