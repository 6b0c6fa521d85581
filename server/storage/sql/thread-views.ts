/** Conversations as a reader sees them: one by its id, and the pages of a list. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { decodeCursor, encodeCursor, pageOf } from '../keyset.js';
import {
  BEGINNING,
  type LastMessage,
  type PageOf,
  type PageRequest,
  type ThreadContact,
  type ThreadFilter,
  type ThreadReader,
  type ThreadRow,
  type ThreadView,
} from '../storage.js';
import { isOneOf, type Database } from './database.js';
import { given, prepared } from './prepared.js';
import { isFound } from './search-index.js';

type ViewRow = ThreadRow &
  Omit<LastMessage, 'id'> &
  Pick<ThreadView, 'contact' | 'unread'> & { archived: boolean };

const viewById = prepared('thread_view', (db) => {
  const [id, readerId, direction] = [given(1), given(2), given(3)];
  const one = sql`
    select t.*, ${isArchived} as archived, t.contact_id as named_contact_id
    from ${threadsOf(readerId)}
    where t.id = ${id}`;
  return sql<ViewRow>`select ${viewed(direction)} ${seen(one, readerId)}`.compile(db);
});

export async function getView(
  db: Kysely<Database>,
  id: string,
  reader: ThreadReader,
): Promise<ThreadView | null> {
  const [row] = (await viewById(db, id, reader.id, reader.direction)).rows;
  return row ? viewOf(row, row.contact) : null;
}

export async function listViews(
  db: Kysely<Database>,
  filter: ThreadFilter,
  reader: ThreadReader,
  page: PageRequest,
): Promise<PageOf<ThreadView>> {
  const cursor =
    page.cursor === null ? null : decodeCursor('threads', ['number', 'number', 'string'], page.cursor);
  const readerId = sql`${reader.id}`;
  const from = threadsOf(readerId);
  const limit = page.limit + 1;
  const found = cursor
    ? threadsAfter(from, filter, { walkFrom: cursor[0], at: cursor[1], id: cursor[2] }, limit)
    : newestThreads(from, filter, limit);
  // Many conversations are with one service: it stands in the row of one of them.
  const some = sql`
    select t.*, case row_number() over (partition by t.contact_id) when 1 then t.contact_id end as named_contact_id
    from (${found}) t`;
  const { rows } = await sql<ViewRow & { position: number }>`
    select ${viewed(sql`${reader.direction}`)}, t.position ${seen(some, readerId)}
    order by t.position desc, t.id desc
  `.execute(db);
  const walkFrom = cursor?.[0] ?? rows[0]?.position ?? 0;
  const { items, next } = pageOf(rows, page.limit, (row) =>
    encodeCursor('threads', [walkFrom, row.position, row.id]),
  );
  const contacts = new Map(rows.map(({ contact }) => [contact?.id ?? null, contact]));
  return { items: items.map((row) => viewOf(row, contacts.get(row.contactId) ?? null)), next };
}

const viewOf = (row: ViewRow, contact: ThreadContact | null): ThreadView => ({
  id: row.id,
  personId: row.personId,
  contactId: row.contactId,
  subject: row.subject,
  topicId: row.topicId,
  state: row.state,
  createdAt: row.createdAt,
  replyBy: row.replyBy,
  lastMessageId: row.lastMessageId,
  lastMessageAt: row.lastMessageAt,
  contact,
  last: {
    id: row.lastMessageId,
    sentAt: row.sentAt,
    direction: row.direction,
    authorName: row.authorName,
    beginning: row.beginning,
  },
  unread: row.unread,
  folder: row.archived ? 'archive' : 'inbox',
});

/** Before every instant. */
const EVER = sql.lit(Number.MIN_SAFE_INTEGER);

/** The columns of a `ViewRow`. */
const viewed = (direction: RawBuilder<unknown>) => sql`
  t.id, t.person_id, t.contact_id, t.subject, t.topic_id, t.state, t.created_at, t.reply_by,
  t.last_message_id, t.last_message_at, t.archived,
  m.sent_at, m.direction, m.author_name, left(m.body, ${sql.lit(BEGINNING)}) as beginning,
  (
    select json_build_object(
      'id', c.id, 'name', c.name, 'service', c.service, 'phones', c.phones, 'write', c.write,
      'opensOn', c.opens_on, 'topics', c.topics
    )
    from contacts c where c.id = t.named_contact_id
  ) as contact,
  case when t.last_message_at <= r.at then 0 else (
    select count(*) from messages n
    where n.thread_id = t.id and n.direction = ${direction} and n.sent_at > coalesce(r.at, ${EVER})
  ) end as unread`;

/** What `viewed` is taken from. Each of the few rows is looked up by its key, however many a reader has read. */
const seen = (threads: RawBuilder<unknown>, readerId: RawBuilder<unknown>) => sql`
  from (${threads}) t
  cross join lateral (select * from messages m where m.id = t.last_message_id limit 1) m
  left join lateral (
    select r.at from read_marks r where r.thread_id = t.id and r.reader_id = ${readerId} limit 1
  ) r on true`;

const threadsOf = (readerId: RawBuilder<unknown>) => sql`
  threads t
  left join archived a
    on a.reader_id = ${readerId} and a.thread_id = t.id and a.message_id = t.last_message_id`;

/** Archived, and nothing has come since. */
const isArchived = sql<boolean>`a.thread_id is not null`;

function matches({ personId, contactIds, folder, search }: ThreadFilter) {
  const conditions = [
    ...(personId === undefined ? [] : [sql`t.person_id = ${personId}`]),
    ...(contactIds === undefined ? [] : [isOneOf('t.contact_id', contactIds)]),
    ...(folder === undefined ? [] : [folder === 'archive' ? isArchived : sql`a.thread_id is null`]),
    ...(search === undefined ? [] : [isFound(personId, search)]),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const newestThreads = (from: RawBuilder<unknown>, filter: ThreadFilter, limit: number) => sql`
  select t.*, ${isArchived} as archived, t.last_message_at as position
  from ${from}
  where ${matches(filter)}
  order by t.last_message_at desc, t.id desc
  limit ${limit}`;

/**
 * The rest of a walk that began when `walkFrom` was the newest message. A conversation that got a message since
 * then has moved to the top, where the walk has passed: it is given at the place where it stood.
 */
function threadsAfter(
  from: RawBuilder<unknown>,
  filter: ThreadFilter,
  { walkFrom, at, id }: { walkFrom: number; at: number; id: string },
  limit: number,
) {
  const after = sql`(${at}::bigint, ${id}::text)`;
  return sql`
    with stayed as (
      select t.*, ${isArchived} as archived, t.last_message_at as position
      from ${from}
      where ${matches(filter)}
        and t.last_message_at <= ${walkFrom} and (t.last_message_at, t.id) < ${after}
      order by t.last_message_at desc, t.id desc
      limit ${limit}
    ), moved as (
      select t.*, ${isArchived} as archived, stood.at as position
      from ${from}
      cross join lateral (
        select max(m.sent_at) as at from messages m
        where m.thread_id = t.id and m.sent_at <= ${walkFrom}
      ) stood
      where ${matches(filter)}
        and t.last_message_at > ${walkFrom} and (stood.at, t.id) < ${after}
    )
    select * from stayed union all select * from moved
    order by position desc, id desc
    limit ${limit}`;
}
