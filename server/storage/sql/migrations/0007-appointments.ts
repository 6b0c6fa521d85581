import { sql, type Kysely } from 'kysely';

/**
 * Appointments, the slots they take, and what a service says of cancelling.
 *
 * `position` and `over` are computed here so that lists are read in the order of an index: when an appointment
 * begins, and the first instant after it. One that is asked for and has no time stands before all instants; one
 * without a time that is no longer asked for stands at its decision, or where there was none at its last change. An
 * appointment lasts a week at most, so that those that are not over at an instant are looked for from a week before
 * it on.
 */
const statements = [
  `alter table contacts
    add column cancel_message boolean not null default false,
    add column change_deadline jsonb`,

  `create table slots (
    id text collate "C" primary key,
    contact_id text collate "C" not null references contacts,
    kind text not null,
    start bigint not null,
    "end" bigint not null,
    place jsonb not null,
    practitioner jsonb
  )`,
  `create index slots_of_contact on slots (contact_id, start, id)`,

  `create table appointments (
    id text collate "C" primary key,
    person_id text collate "C" not null references persons,
    contact_id text collate "C" not null references contacts,
    kind text not null,
    title jsonb not null check (title ? 'nb'),
    start bigint,
    "end" bigint,
    "window" boolean not null,
    status text collate "C" not null check (status in ('requested', 'booked', 'cancel-requested',
      'reschedule-requested', 'cancelled', 'declined', 'completed', 'no-show')),
    place jsonb not null,
    practitioner jsonb,
    preparation jsonb,
    wishes text,
    preferred jsonb not null,
    cancel_reason_id text,
    cancel_message text,
    decision jsonb,
    completed_at bigint,
    slot_id text collate "C" references slots,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null,
    position bigint not null generated always as (coalesce(start, case when status = 'requested'
      then ${Number.MIN_SAFE_INTEGER} else coalesce((decision ->> 'at')::bigint, updated_at) end)) stored,
    over bigint not null generated always as (greatest("end", 1 + coalesce(start, case when status = 'requested'
      then ${Number.MIN_SAFE_INTEGER} else coalesce((decision ->> 'at')::bigint, updated_at) end))) stored,
    constraint appointments_slot_once unique (slot_id),
    check ((start is null) = ("end" is null)),
    check ("end" - start between 0 and ${7 * 24 * 60 * 60 * 1000}),
    check (start is not null or status in ('requested', 'declined', 'cancelled'))
  )`,
  `create index appointments_of_person on appointments (person_id, position, id, over)`,
  `create index appointments_of_contact on appointments (contact_id, position, id, over)`,
  // What a service has to decide on is few among many.
  `create index appointments_by_status on appointments (contact_id, status, position, id, over)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
