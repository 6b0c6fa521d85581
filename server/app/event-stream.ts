/**
 * `GET /events`: hints by server-sent events. Only ids go out, and each hint is
 * checked against the database as it stands when the news comes, so what has
 * ended gives no hint any more. What ends by itself with the day is told of when
 * the next one begins in Oslo.
 */
import type { Hint } from '../../src/backend/types.js';
import { addDays, osloDate, osloToMs } from '../../src/domain/oslo.js';
import type { Link } from '../rules/acting-for.js';
import { hasScope } from '../rules/access.js';
import type { Call } from './endpoint.js';
import { Problem, retryAfter } from './problem.js';
import type { News } from '../storage/hints.js';
import { hintsOfDay } from './day-turn.js';
import { loadLinks, loadVisitor, type Resident, type StaffMember, type Visitor } from './visitor.js';

/** Streams of one user at a time: one for each browser, and some that have not yet noticed their end. */
const STREAMS = 20;
/** Chunks that a reader who does not read may leave lying. */
const BACKLOG = 100;

const open = new WeakMap<object, Map<string, number>>();
const encoder = new TextEncoder();

/** News of a resident. */
type Told = Extract<News, { about: 'person' }>;

/**
 * Answers when news is heard: what the client asks for after that may be told of.
 *
 * @throws Problem `rate-limited` when the user has too many streams
 */
export async function eventStream(call: Call): Promise<Response> {
  const { services, c } = call;
  const visitor = call.visitor as Resident | StaffMember;
  const userId = userOf(visitor);
  const streams = open.get(services) ?? new Map<string, number>();
  open.set(services, streams);
  const before = streams.get(userId) ?? 0;
  if (before >= STREAMS) throw new Problem('rate-limited', retryAfter(60));
  streams.set(userId, before + 1);

  const done = () => {
    const left = (streams.get(userId) ?? 1) - 1;
    if (left > 0) streams.set(userId, left);
    else streams.delete(userId);
  };

  const early: News[] = [];
  let listen = (news: News): void => void early.push(news);
  const stop = await services.bus
    .subscribe((news) => listen(news))
    .catch((fault: unknown) => {
      done();
      throw fault;
    });

  let events: EventStream | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      events = new EventStream(call, visitor, controller, () => {
        stop();
        done();
      });
      const begun = events;
      listen = (news) => begun.hear(news);
      for (const news of early) listen(news);
      begun.begin();
    },
    cancel: () => events?.end(),
  });
  return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
}

const userOf = (visitor: Resident | StaffMember): string =>
  visitor.kind === 'staff' ? visitor.staff.id : visitor.person.id;

/** One user's stream, from its welcome to its end. */
class EventStream {
  readonly #call: Call;
  readonly #visitor: Resident | StaffMember;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  readonly #ended: () => void;
  #isOver = false;
  #links: Link[] | null = null;
  /** News is looked at one by one, so that hints keep their order. */
  #work: Promise<void> = Promise.resolve();
  /** When it was last looked at what the day changes. */
  #seen: number;
  #heartbeat?: ReturnType<typeof setInterval>;
  #midnight?: ReturnType<typeof setTimeout>;

  constructor(
    call: Call,
    visitor: Resident | StaffMember,
    controller: ReadableStreamDefaultController<Uint8Array>,
    ended: () => void,
  ) {
    this.#call = call;
    this.#visitor = visitor;
    this.#controller = controller;
    this.#ended = ended;
    this.#seen = call.services.clock.now();
  }

  begin(): void {
    const { services, c } = this.#call;
    this.#heartbeat = setInterval(() => this.#inTurn(() => this.#lookAgain(false)), services.heartbeatMs);
    if (this.#visitor.kind === 'resident') this.#awaitMidnight();
    services.closing.addEventListener('abort', this.end);
    c.req.raw.signal.addEventListener('abort', this.end, { once: true });
    this.#send(': welcome\n\n');
    if (services.closing.aborted || c.req.raw.signal.aborted) this.end();
  }

  hear(news: News): void {
    this.#inTurn(() => this.#tell(news));
  }

  readonly end = (): void => {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#midnight);
    this.#call.services.closing.removeEventListener('abort', this.end);
    this.#ended();
    try {
      this.#controller.close();
    } catch {
      // The reader went away first.
    }
  };

  #send(text: string): void {
    if (this.#isOver) return;
    this.#controller.enqueue(encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -BACKLOG) this.end();
  }

  #hint(value: Hint): void {
    this.#send(`data: ${JSON.stringify(value)}\n\n`);
  }

  #inTurn(task: () => Promise<void>): void {
    // A database that does not answer ends the stream; the client comes again and asks for everything.
    this.#work = this.#work.then(() => (this.#isOver ? undefined : task())).catch(this.end);
  }

  /** The user as the database has them now. */
  #current(): Promise<Visitor> {
    const { services, credential } = this.#call;
    return loadVisitor(services.storage, services, credential, undefined);
  }

  async #tell(news: News): Promise<void> {
    const visitor = this.#visitor;
    if (news.about === 'session') {
      if ('session' in visitor && news.sessionId === visitor.session.id) await this.#lookAgain(true);
    } else if (news.about === 'user') {
      if (news.userId === userOf(visitor)) await this.#lookAgain(true);
    } else if (visitor.kind === 'staff') {
      await this.#tellStaff(news, visitor);
    } else {
      await this.#tellResident(news, visitor);
    }
  }

  async #tellStaff(news: Told, { staff }: StaffMember): Promise<void> {
    const own = news.readerId === staff.id;
    if (!own && news.contactId === null) return;
    const now = await this.#current();
    if (now.kind === 'staff' && (own || now.staff.contactIds.includes(news.contactId ?? '')))
      this.#hint({ type: news.type, partyId: null, id: news.id });
  }

  async #tellResident(news: Told, { person }: Resident): Promise<void> {
    const { storage, clock } = this.#call.services;
    if (news.readerId !== undefined && news.readerId !== person.id) return;
    // What this user has nothing to do with costs no query.
    this.#links ??= await loadLinks(storage, person, clock.now());
    if (!this.#links.some(({ personId }) => personId === news.personId)) return;
    const now = await this.#current();
    if (now.kind !== 'resident' || now.access !== 'active') return;
    this.#links = await loadLinks(storage, now.person, clock.now());
    const link = this.#links.find(({ personId }) => personId === news.personId);
    if (link && hasScope(link, news.scope))
      this.#hint({ type: news.type, partyId: news.personId, id: news.id });
  }

  /** Ends the stream of a user whose session, consent or registration is gone. */
  async #lookAgain(tell: boolean): Promise<void> {
    await this.#turnDay();
    const visitor = this.#visitor;
    const now = await this.#current();
    const kept = now.kind === visitor.kind;
    const changed = now.kind === 'resident' && visitor.kind === 'resident' && now.access !== visitor.access;
    if (tell || !kept || changed) this.#hint({ type: 'session', partyId: null, id: null });
    this.#links = null;
    if (!kept || changed) this.end();
    else this.#send(': here\n\n');
  }

  /** What begins and ends with the day: nobody does anything for it. */
  async #turnDay(): Promise<void> {
    const { storage, clock } = this.#call.services;
    const now = clock.now();
    if (this.#visitor.kind !== 'resident' || osloDate(this.#seen) === osloDate(now)) return;
    this.#links = null;
    for (const one of await hintsOfDay(storage, this.#visitor.person.id, this.#seen, now)) this.#hint(one);
    this.#seen = now;
  }

  #awaitMidnight(): void {
    const now = this.#call.services.clock.now();
    const next = osloToMs(addDays(osloDate(now), 1), '00:00');
    this.#midnight = setTimeout(() => {
      this.#inTurn(() => this.#turnDay());
      this.#awaitMidnight();
    }, next - now);
  }
}
