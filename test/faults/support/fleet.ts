/** Many people who write at once through the same bad weather, and what must be true afterwards. */
import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import { seeded } from '../../e2e/support/random.js';
import { Browser } from './browser.js';
import { FAULTS, type Fault, type FaultProxy, type Plan, type SeenRequest } from './fault-proxy.js';
import { type Mishap, type Person, Writer, type Written } from './writer.js';

/** Change it to try others; a failing run is repeated with the one that it names. */
export const SEED = process.env.FAULT_SEED ?? 'hn-1';

/** Who writes: each has a service that takes messages. */
const PEOPLE: readonly Person[] = [
  { id: 'ingrid-solberg', contactId: 'ostensjo-home-care' },
  { id: 'liv-strand', contactId: 'arstad-physiotherapy' },
  { id: 'ailu-somby', contactId: 'karasjok-personal-assistance' },
  { id: 'ingrid-solberg', contactId: 'ostensjo-practical-help' },
];

/** When nothing comes to an end for so long, nothing will, in milliseconds. */
const CALM = 90_000;

export interface Voyage {
  proxy: FaultProxy;
  writers: number;
  /** Messages in all. */
  sends: number;
  seed?: string;
  /** How likely it is that one request to send goes wrong, and that a message meets a mishap. */
  faults: number;
  mishaps: number;
  kinds: readonly Mishap[];
  /** Which messages stay unsent: every so many. */
  doomed: number;
  /** Called with each message, as the person sees it end. */
  take?: (written: Written) => void;
}

export interface Log {
  written: Written[];
  mishaps: Map<Mishap, number>;
}

/** The message that a request sends, if it does. */
function nameOf({ method, path, body }: SeenRequest): string | null {
  if (method !== 'POST' || !/^\/api\/threads(\/[^/]+\/messages)?$/.test(path)) return null;
  return /"Melding (\d+\.\d+), /.exec(body)?.[1] ?? null;
}

/** Lets everybody write, and waits until all have done. */
export async function sail(voyage: Voyage): Promise<Log> {
  const { proxy, writers, sends, seed = SEED, faults, doomed } = voyage;
  const attempts = new Map<string, number>();
  const isDoomed = (name: string): boolean => {
    const [writer = 0, message = 0] = name.split('.').map(Number);
    return (writer * 7 + message) % doomed === 0;
  };
  // What goes wrong depends on the seed, the message and the attempt alone, not on who is faster.
  proxy.plan = (request) => {
    const name = nameOf(request);
    if (name === null) return request.path.startsWith('/api/session') ? sessionFault() : null;
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    const random = seeded(`${seed} ${name} ${attempt}`);
    if (isDoomed(name)) {
      const fault = random() < 0.3 ? 'drop-after' : random() < 0.5 ? 'unavailable' : 'drop-before';
      return { fault, random };
    }
    return random() < faults ? { fault: pick(random()), random } : null;
  };
  let asked = 0;
  const sessionFault = (): Plan | null => {
    const random = seeded(`${seed} session ${++asked}`);
    if (random() >= faults / 5) return null;
    return { fault: random() < 0.5 ? 'drop-before' : 'unavailable', random };
  };

  const url = `http://localhost:${proxy.port}`;
  const log: Log = { written: [], mishaps: new Map() };
  const weather = {
    seed,
    isDoomed,
    mishaps: voyage.mishaps,
    kinds: voyage.kinds,
    happened: (mishap: Mishap) => log.mishaps.set(mishap, (log.mishaps.get(mishap) ?? 0) + 1),
  };
  const atWork = new Set<Writer>();
  const write = async (index: number): Promise<void> => {
    const person = PEOPLE[index % PEOPLE.length] ?? never();
    const browser = new Browser(url, `10.1.${index >> 8}.${index & 255}`);
    await browser.logIn(person.id);
    const writer = new Writer(browser, person, weather, index + 1);
    atWork.add(writer);
    try {
      await writer.write(Math.floor((sends + index) / writers), (written) => {
        log.written.push(written);
        voyage.take?.(written);
      });
    } finally {
      atWork.delete(writer);
      writer.leave();
    }
  };
  const everybody = Promise.all(Array.from({ length: writers }, (_, index) => write(index)));
  const calm = becalmed(log, atWork);
  try {
    await Promise.race([everybody, calm.ended]);
  } finally {
    calm.stop();
  }
  proxy.plan = () => null;
  return log;
}

/** Rejects, with where everybody stands, when nothing has come to an end for long. */
function becalmed(log: Log, atWork: ReadonlySet<Writer>): { ended: Promise<never>; stop(): void } {
  let before = -1;
  let watch: ReturnType<typeof setInterval> | undefined;
  const ended = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      const { length } = log.written;
      const where = Array.from(atWork, ({ stands }) => stands).join('\n');
      if (length === before)
        reject(new Error(`Nothing has come to an end any more after ${length}:\n${where}`));
      before = length;
    }, CALM);
  });
  return { ended, stop: () => clearInterval(watch) };
}

const pick = (random: number): Fault => FAULTS[Math.floor(random * FAULTS.length)] ?? 'drop-before';

export interface MessageInDatabase {
  threadId: string;
  subject: string;
  body: string;
}

/** For `rows`: everything that people have written here. */
export const MESSAGES = `select t.id as "threadId", t.subject as subject, m.body as body
  from messages m join threads t on t.id = m.thread_id where m.body like 'Melding %'`;

/** What has become of messages that were written; a line of what `REPORT` names. */
export interface Tally {
  /** What else went wrong than the network. */
  about: 'faults' | 'deaths';
  written: number;
  sent: number;
  /** Said to have arrived, and not there. */
  lost: number;
  /** There more than once. */
  doubled: number;
}

/**
 * Each message that is shown as sent is there once and where it belongs; of the others none is there twice.
 * With `REPORT=file` the counts are also written there, a line of JSON each time.
 */
export function expectOnce(
  about: Tally['about'],
  written: readonly Written[],
  rows: readonly MessageInDatabase[],
): void {
  const byBody = new Map<string, MessageInDatabase[]>();
  for (const row of rows) byBody.set(row.body, [...(byBody.get(row.body) ?? []), row]);
  const tally: Tally = { about, written: written.length, sent: 0, lost: 0, doubled: 0 };
  const count = ({ length }: readonly MessageInDatabase[], arrived: boolean): void => {
    if (arrived && length === 0) tally.lost += 1;
    if (length > 1) tally.doubled += 1;
  };
  const wrong = written.flatMap((message) => {
    const { name, body, earlier, earlierArrived, end, threadId, subject } = message;
    const found = byBody.get(body) ?? [];
    const before = earlier === null ? [] : (byBody.get(earlier) ?? []);
    if (end === 'sent') tally.sent += 1;
    count(found, end === 'sent');
    count(before, earlierArrived);
    byBody.delete(body);
    if (earlier !== null) byBody.delete(earlier);
    const problems = [
      end === 'sent' && found.length !== 1 && `is there ${found.length} times and shown as sent`,
      found.length > 1 && `is there ${found.length} times`,
      before.length > 1 && `is there ${before.length} times in its earlier text`,
      earlierArrived && before.length !== 1 && 'is said to have arrived in its earlier text and has not',
      found.some((row) => (threadId ? row.threadId !== threadId : row.subject !== subject)) &&
        'is in the wrong place',
    ];
    return problems.filter((problem) => problem !== false).map((problem) => `${name} ${problem}`);
  });
  if (process.env.REPORT) appendFileSync(process.env.REPORT, `${JSON.stringify(tally)}\n`);
  expect(wrong).toEqual([]);
  expect([...byBody.keys()], 'nobody has written').toEqual([]);
}

function never(): never {
  throw new Error('nobody');
}
