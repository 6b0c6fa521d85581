import { sql, type Kysely } from 'kysely';

/**
 * What is unread, without a look at every conversation: the messages there are of a person's with a service,
 * less those that a reader has seen. `contact_id` is empty for conversations with no service; `incoming` and
 * `outgoing` are the messages of direction `in` and `out`.
 *
 * Triggers keep the counts, so that whatever writes a message or a mark does. Messages and marks of the same
 * conversations take turns at the row of `message_counts`: a mark waits for a message that is being written
 * and counts it then, and a transaction that began before a mark and writes a message after it starts again.
 * Neither messages nor marks are ever deleted, nor does a conversation change hands.
 */
const statements = [
  `create table message_counts (
    person_id text collate "C" not null references persons,
    contact_id text collate "C" not null,
    incoming bigint not null,
    outgoing bigint not null,
    primary key (person_id, contact_id)
  )`,
  `create index message_counts_of_contact on message_counts (contact_id)`,

  `create table seen_counts (
    reader_id text collate "C" not null,
    person_id text collate "C" not null references persons,
    contact_id text collate "C" not null,
    incoming bigint not null,
    outgoing bigint not null,
    primary key (reader_id, person_id, contact_id)
  )`,

  // A message that moves in time leaves the old one (by -1) and comes to the new one.
  `create function count_message() returns trigger language plpgsql as $$
  declare
    moves record;
  begin
    for moves in
      select new.sent_at as at, 1 as step
      union all
      select old.sent_at, -1 where tg_op = 'UPDATE'
    loop
      insert into message_counts (person_id, contact_id, incoming, outgoing)
      select t.person_id, coalesce(t.contact_id, ''),
        case new.direction when 'in' then moves.step else 0 end,
        case new.direction when 'out' then moves.step else 0 end
      from threads t where t.id = new.thread_id
      on conflict (person_id, contact_id) do update set
        incoming = message_counts.incoming + excluded.incoming,
        outgoing = message_counts.outgoing + excluded.outgoing;

      insert into seen_counts (reader_id, person_id, contact_id, incoming, outgoing)
      select r.reader_id, t.person_id, coalesce(t.contact_id, ''),
        case new.direction when 'in' then moves.step else 0 end,
        case new.direction when 'out' then moves.step else 0 end
      from threads t join read_marks r on r.thread_id = t.id and r.at >= moves.at
      where t.id = new.thread_id
      on conflict (reader_id, person_id, contact_id) do update set
        incoming = seen_counts.incoming + excluded.incoming,
        outgoing = seen_counts.outgoing + excluded.outgoing;
    end loop;
    return null;
  end $$`,
  `create trigger count_message after insert or update of sent_at on messages
    for each row execute function count_message()`,

  `create function count_seen() returns trigger language plpgsql as $$
  declare
    seen_before bigint := case tg_op when 'UPDATE' then old.at end;
  begin
    -- Changes nothing but whose turn it is.
    update message_counts c set incoming = c.incoming
    from threads t
    where t.id = new.thread_id and c.person_id = t.person_id and c.contact_id = coalesce(t.contact_id, '');

    insert into seen_counts (reader_id, person_id, contact_id, incoming, outgoing)
    select new.reader_id, t.person_id, coalesce(t.contact_id, ''),
      count(*) filter (where m.direction = 'in'),
      count(*) filter (where m.direction = 'out')
    from threads t
    join messages m on m.thread_id = t.id and m.sent_at <= new.at
      and (seen_before is null or m.sent_at > seen_before)
    where t.id = new.thread_id
    group by t.id
    on conflict (reader_id, person_id, contact_id) do update set
      incoming = seen_counts.incoming + excluded.incoming,
      outgoing = seen_counts.outgoing + excluded.outgoing;
    return null;
  end $$`,
  `create trigger count_seen after insert or update of at on read_marks
    for each row execute function count_seen()`,

  // The triggers stand, so nothing is written meanwhile: making them has locked both tables.
  `insert into message_counts (person_id, contact_id, incoming, outgoing)
    select t.person_id, coalesce(t.contact_id, ''),
      count(*) filter (where m.direction = 'in'),
      count(*) filter (where m.direction = 'out')
    from threads t join messages m on m.thread_id = t.id
    group by 1, 2`,
  `insert into seen_counts (reader_id, person_id, contact_id, incoming, outgoing)
    select r.reader_id, t.person_id, coalesce(t.contact_id, ''),
      count(*) filter (where m.direction = 'in'),
      count(*) filter (where m.direction = 'out')
    from read_marks r
    join threads t on t.id = r.thread_id
    join messages m on m.thread_id = t.id and m.sent_at <= r.at
    group by 1, 2, 3`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
