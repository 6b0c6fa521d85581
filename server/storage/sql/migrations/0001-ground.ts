import { sql, type Kysely } from 'kysely';

/**
 * Ids and sort keys have the collation "C", so that order and keyset comparison
 * are the same in every database. Enumerations that rules depend on are checked.
 */
const statements = [
  `create table persons (
    id text collate "C" primary key,
    subject text not null unique,
    given_name text not null,
    family_name text not null,
    birth_date date not null,
    municipality text not null,
    district text,
    protected_address boolean not null,
    terms_version text,
    terms_accepted_at bigint,
    active_from bigint,
    draft_key text,
    draft_key_used_at bigint
  )`,

  `create table contacts (
    id text collate "C" primary key,
    name jsonb not null check (name ? 'nb'),
    name_key text collate "C" not null,
    service text not null,
    municipality text not null,
    district jsonb,
    people jsonb not null,
    phones jsonb not null,
    email text,
    url text,
    address jsonb,
    opening_hours jsonb not null,
    closed_days jsonb not null,
    write jsonb not null,
    appointments jsonb not null,
    visit_notices jsonb not null,
    opens_on date,
    requests jsonb not null,
    cancel_reasons jsonb not null,
    topics jsonb not null,
    reply_within_working_days integer,
    notice jsonb
  )`,
  `create index contacts_by_municipality on contacts (municipality, name_key, id)`,

  `create table staff (
    id text collate "C" primary key,
    subject text not null unique,
    name text not null,
    role jsonb not null
  )`,
  `create table staff_contacts (
    staff_id text collate "C" not null references staff,
    contact_id text collate "C" not null references contacts,
    ordinal integer not null,
    primary key (staff_id, contact_id)
  )`,

  `create table enrolments (
    person_id text collate "C" not null references persons,
    contact_id text collate "C" not null references contacts,
    primary key (person_id, contact_id)
  )`,

  `create table powers (
    id text collate "C" primary key,
    giver_id text collate "C" not null references persons,
    receiver_id text collate "C" not null references persons,
    scopes text[] not null,
    valid_from date not null,
    valid_to date,
    ended_at bigint
  )`,
  `create index powers_by_giver on powers (giver_id)`,
  `create index powers_by_receiver on powers (receiver_id)`,

  `create table children (
    parent_id text collate "C" not null references persons,
    child_id text collate "C" not null references persons,
    scopes text[] not null,
    primary key (parent_id, child_id)
  )`,

  `create table threads (
    id text collate "C" primary key,
    person_id text collate "C" not null references persons,
    contact_id text collate "C" references contacts,
    subject text not null,
    topic_id text,
    state text not null check (state in ('open', 'reply-only', 'closed')),
    created_at bigint not null,
    reply_by date,
    last_message_id text collate "C" not null,
    last_message_at bigint not null
  )`,
  `create index threads_of_person on threads (person_id, last_message_at desc, id desc)`,
  `create index threads_of_contact on threads (contact_id, last_message_at desc, id desc)`,

  `create table messages (
    id text collate "C" primary key,
    thread_id text collate "C" not null references threads,
    direction text not null check (direction in ('in', 'out')),
    author_id text not null,
    author_name text not null,
    author_role jsonb,
    on_behalf_of text,
    body text not null,
    sent_at bigint not null,
    unique (id, thread_id)
  )`,
  `create index messages_of_thread on messages (thread_id, sent_at desc, id desc)`,
  // The conversation comes before its first message: checked when the transaction ends.
  `alter table threads add constraint threads_last_message_fkey
    foreign key (last_message_id, id) references messages (id, thread_id)
    deferrable initially deferred`,

  `create table attachments (
    id text collate "C" primary key,
    uploader_id text not null,
    person_id text collate "C" references persons,
    message_id text collate "C" references messages,
    name text not null,
    media_type text not null,
    size bigint not null check (size >= 0),
    created_at bigint not null,
    bytes bytea not null
  )`,
  // Pictures and PDF files are compressed already.
  `alter table attachments alter column bytes set storage external`,
  `create index attachments_of_message on attachments (message_id, created_at, id)`,
  `create index attachments_unused on attachments (created_at) where message_id is null`,

  `create table read_marks (
    thread_id text collate "C" not null references threads,
    reader_id text collate "C" not null,
    at bigint not null,
    primary key (thread_id, reader_id)
  )`,

  `create table sessions (
    id text collate "C" primary key,
    kind text not null check (kind in ('person', 'staff')),
    user_id text not null,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  `create index sessions_by_expiry on sessions (expires_at)`,

  `create table login_attempts (
    state text collate "C" primary key,
    nonce text not null,
    code_verifier text not null,
    return_to text not null,
    browser text not null,
    expires_at bigint not null
  )`,
  `create index login_attempts_by_expiry on login_attempts (expires_at)`,

  `create table idempotency (
    id text collate "C" primary key,
    body_hash text not null,
    created_at bigint not null,
    answer jsonb,
    holder text not null,
    held_until bigint not null
  )`,
  `create index idempotency_by_age on idempotency (created_at)`,

  `create table access_log (
    id text collate "C" primary key,
    person_id text collate "C" not null references persons,
    thread_id text collate "C" references threads,
    at bigint not null,
    actor_id text not null,
    who text not null,
    role jsonb,
    what text not null,
    on_behalf_of text
  )`,
  `create index access_log_of_person on access_log (person_id, at desc, id desc)`,
  `create index access_log_of_thread on access_log (thread_id, at desc, id desc)`,

  `create table settings (
    key text collate "C" primary key,
    value text not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
