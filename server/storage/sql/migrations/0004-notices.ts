import { sql, type Kysely } from 'kysely';

/** Where notices go, who wants which, the outbox they leave from, and what the demo's catcher took in. */
const statements = [
  `create table notice_settings (
    reader_id text collate "C" primary key references persons,
    mobile text,
    mobile_verified boolean not null,
    email text,
    email_verified boolean not null,
    language text not null
  )`,

  `create table notice_rules (
    person_id text collate "C" not null references persons,
    event text collate "C" not null,
    reader_id text collate "C" not null references persons,
    channels text[] not null,
    primary key (person_id, event, reader_id)
  )`,

  // The cause has no foreign key: it is a message, or later an appointment.
  `create table notices (
    id text collate "C" primary key,
    event text not null,
    cause_id text collate "C" not null,
    channel text collate "C" not null check (channel in ('sms', 'email')),
    address text not null,
    language text not null,
    for_other boolean not null,
    created_at bigint not null,
    state text not null check (state in ('waiting', 'sent', 'given-up')),
    due_at bigint not null,
    holder text,
    attempts integer not null,
    in_doubt integer not null check (in_doubt between 0 and 2),
    unique (cause_id, event, channel, address)
  )`,
  `create index notices_due on notices (channel, due_at, id) where state = 'waiting'`,
  `create index notices_by_age on notices (created_at)`,

  `create table caught_notices (
    ordinal bigint generated always as identity primary key,
    id text not null,
    channel text not null,
    address text not null,
    subject text,
    text text not null,
    language text not null,
    at bigint not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
