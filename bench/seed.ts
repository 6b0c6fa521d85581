/**
 * Fills a database with conversations for measurements, far more than the demo
 * has, many rows to a statement. The database holds the invented household.
 *
 *   node --import tsx bench/seed.ts W3 postgres://…
 */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { seed } from '../server/data/household/index.js';
import { openStorage } from '../server/storage/open.js';
import { json } from '../server/storage/sql/database.js';
import { reindex } from '../server/storage/sql/search-index.js';
import type { SqlStorage } from '../server/storage/sql/sql-storage.js';
import type { MessageRow, PersonRow, ThreadRow } from '../server/storage/storage.js';

export interface Amount {
  conversations: number;
  /** To each conversation. */
  messages: number;
  /** Of the one that stands first in the list; as many as the others when left out. */
  longest?: number;
  /** Whose they are; Ingrid's when left out. */
  personId?: string;
  /** With which service; home care when left out. */
  contactId?: string;
}

/** What is measured (docs/figures.md): W2 with 200 conversations, W3 with 10,000 and one of 3,000 messages. */
export const amounts = {
  W2: { conversations: 200, messages: 30 },
  W3: { conversations: 10_000, messages: 3, longest: 3000 },
} as const satisfies Record<string, Amount>;

/** Rows to a statement: a statement of PostgreSQL takes 65,535 values at most. */
const BATCH = 2000;
const MINUTE = 60_000;

const subjects = ['Besøkene mine', 'Medisiner', 'Øvelser', 'Hjelpemidler', 'Spørsmål om vedtaket', 'Innkjøp'];
const bodies = [
  'Hei! Kan dere komme litt senere i morgen?',
  'Det ordner vi. Vi kommer mellom klokken 11 og 13.',
  'Jeg har fått nye dråper hos øyelegen. De skal dryppes morgen og kveld. Kan dere hjelpe meg med det?',
  'Takk for at du sier fra. La esken stå fremme på kjøkkenbenken, så ser vi på den ved neste besøk.',
  'Øvelsene går bra, men den med å reise seg fra stolen er tung. Skal jeg fortsette med den?',
  'Bruk armlenene de første ukene, og ta fem om gangen.',
];

/**
 * Conversations before the instant `now` (ms), the newest a minute before it; the oldest nine tenths are read
 * by the resident. Ids begin with `bench-`.
 */
export async function seedConversations(storage: SqlStorage, now: number, amount: Amount): Promise<void> {
  const { conversations, messages, longest = messages } = amount;
  const personId = amount.personId ?? 'ingrid-solberg';
  const contactId = amount.contactId ?? 'ostensjo-home-care';
  const person = await storage.getPerson(personId);
  if (!person) throw new Error(`there is no ${personId}`);
  let threads: ThreadRow[] = [];
  let rows: MessageRow[] = [];

  const flush = async () => {
    const [someThreads, someRows] = [threads, rows];
    [threads, rows] = [[], []];
    await storage.db.transaction().execute(async (transaction) => {
      for (let at = 0; at < someThreads.length; at += BATCH)
        await transaction
          .insertInto('threads')
          .values(someThreads.slice(at, at + BATCH))
          .execute();
      for (let at = 0; at < someRows.length; at += BATCH) {
        const some = someRows.slice(at, at + BATCH);
        await transaction
          .insertInto('messages')
          .values(some.map((row) => ({ ...row, authorRole: json(row.authorRole) })))
          .execute();
      }
      const read = someThreads.filter(
        ({ lastMessageAt }) => lastMessageAt < now - (conversations / 10) * MINUTE,
      );
      const marks = read.map(({ id, lastMessageAt }) => ({
        threadId: id,
        readerId: personId,
        at: lastMessageAt,
        readAt: lastMessageAt,
      }));
      for (let at = 0; at < marks.length; at += BATCH)
        await transaction
          .insertInto('readMarks')
          .values(marks.slice(at, at + BATCH))
          .execute();
    });
  };

  for (let n = 0; n < conversations; n++) {
    const id = `bench-${String(n).padStart(7, '0')}`;
    const count = n === 0 ? longest : messages;
    const last = now - (n + 1) * MINUTE;
    for (let m = 0; m < count; m++) rows.push(messageOf(id, m, last - (count - 1 - m) * 1000, person));
    threads.push({
      id,
      personId,
      contactId,
      subject: `${subjects[n % subjects.length] ?? ''} ${n + 1}`,
      topicId: null,
      state: 'open',
      createdAt: last,
      replyBy: null,
      lastMessageId: `${id}-${count - 1}`,
      lastMessageAt: last,
    });
    if (rows.length >= BATCH) await flush();
  }
  await flush();
  await reindex(storage.db);
  // The planner knows nothing of rows that came all at once, nor are they known to be visible to all.
  await sql`vacuum analyze`.execute(storage.db);
}

function messageOf(
  threadId: string,
  place: number,
  sentAt: number,
  { id, givenName, familyName }: PersonRow,
): MessageRow {
  const isAnswer = place % 2 === 1;
  return {
    id: `${threadId}-${place}`,
    threadId,
    direction: isAnswer ? 'in' : 'out',
    authorId: isAnswer ? 'amina-yusuf' : id,
    authorName: isAnswer ? 'Amina Yusuf' : `${givenName} ${familyName}`,
    authorRole: isAnswer ? { nb: 'Sykepleier', nn: 'Sjukepleiar', en: 'Nurse' } : null,
    onBehalfOf: null,
    body: `${bodies[place % bodies.length] ?? ''} (${place + 1})`,
    sentAt,
  };
}

async function main([name = '', url = '']: string[]): Promise<void> {
  if (!(name in amounts)) throw new Error(`Which amount? One of ${Object.keys(amounts).join(', ')}.`);
  const storage = await openStorage(url);
  try {
    await seed(storage, Date.now());
    await seedConversations(storage, Date.now(), amounts[name as keyof typeof amounts]);
  } finally {
    await storage.close();
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await main(argv.slice(2));
