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
import { loadLinks, loadVisitor, type Resident, type StaffMember } from './visitor.js';

/** Streams of one user at a time: one for each browser, and some that have not yet noticed their end. */
const STREAMS = 20;
/** Chunks that a reader who does not read may leave lying. */
const BACKLOG = 100;

const open = new WeakMap<object, Map<string, number>>();

/**
 * Answers when news is heard: what the client asks for after that may be told of.
 *
 * @throws Problem `rate-limited` when the user has too many streams
 */
export async function eventStream(call: Call): Promise<Response> {
  const { services, credential, c } = call;
  const visitor = call.visitor as Resident | StaffMember;
  const userId = visitor.kind === 'staff' ? visitor.staff.id : visitor.person.id;
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

  const encoder = new TextEncoder();
  let links: Link[] | null = null;
  let end: () => void = () => undefined;
  /** News is looked at one by one, so that hints keep their order. */
  let work: Promise<void> = Promise.resolve();

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      const send = (text: string) => {
        if (ended) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -BACKLOG) end();
      };
      const hint = (value: Hint) => send(`data: ${JSON.stringify(value)}\n\n`);
      const current = () => loadVisitor(services.storage, services, credential, undefined);

      /** When it was last looked at what the day changes. */
      let seen = services.clock.now();
      /** What begins and ends with the day: nobody does anything for it. */
      const turnDay = async () => {
        const now = services.clock.now();
        if (visitor.kind !== 'resident' || osloDate(seen) === osloDate(now)) return;
        links = null;
        for (const one of await hintsOfDay(services.storage, visitor.person.id, seen, now)) hint(one);
        seen = now;
      };

      /** Ends the stream of a user whose session, consent or registration is gone. */
      const lookAgain = async (tell: boolean) => {
        await turnDay();
        const now = await current();
        const kept = now.kind === visitor.kind;
        const changed =
          now.kind === 'resident' && visitor.kind === 'resident' && now.access !== visitor.access;
        if (tell || !kept || changed) hint({ type: 'session', partyId: null, id: null });
        links = null;
        if (!kept || changed) end();
        else send(': here\n\n');
      };

      const hear = async (news: News) => {
        if (ended) return;
        if (news.about === 'session') {
          if ('session' in visitor && news.sessionId === visitor.session.id) await lookAgain(true);
        } else if (news.about === 'user') {
          if (news.userId === userId) await lookAgain(true);
        } else if (visitor.kind === 'staff') {
          const own = news.readerId === userId;
          if (!own && news.contactId === null) return;
          const now = await current();
          if (now.kind === 'staff' && (own || now.staff.contactIds.includes(news.contactId ?? '')))
            hint({ type: news.type, partyId: null, id: news.id });
        } else {
          if (news.readerId !== undefined && news.readerId !== userId) return;
          // What this user has nothing to do with costs no query.
          links ??= await loadLinks(services.storage, visitor.person, services.clock.now());
          if (!links.some(({ personId }) => personId === news.personId)) return;
          const now = await current();
          if (now.kind !== 'resident' || now.access !== 'active') return;
          links = await loadLinks(services.storage, now.person, services.clock.now());
          const link = links.find(({ personId }) => personId === news.personId);
          if (link && hasScope(link, news.scope))
            hint({ type: news.type, partyId: news.personId, id: news.id });
        }
      };

      const inTurn = (task: () => Promise<void>) => {
        // A database that does not answer ends the stream; the client comes again and asks for everything.
        work = work.then(() => (ended ? undefined : task())).catch(() => end());
      };
      listen = (news) => inTurn(() => hear(news));
      for (const news of early) listen(news);
      const heartbeat = setInterval(() => inTurn(() => lookAgain(false)), services.heartbeatMs);
      let midnight: ReturnType<typeof setTimeout> | undefined;
      const awaitMidnight = () => {
        const now = services.clock.now();
        const next = osloToMs(addDays(osloDate(now), 1), '00:00');
        midnight = setTimeout(() => {
          inTurn(turnDay);
          awaitMidnight();
        }, next - now);
      };
      if (visitor.kind === 'resident') awaitMidnight();
      const onClosing = () => end();
      services.closing.addEventListener('abort', onClosing);

      end = () => {
        if (ended) return;
        ended = true;
        stop();
        clearInterval(heartbeat);
        clearTimeout(midnight);
        services.closing.removeEventListener('abort', onClosing);
        done();
        try {
          controller.close();
        } catch {
          // The reader went away first.
        }
      };
      c.req.raw.signal.addEventListener('abort', onClosing, { once: true });
      send(': welcome\n\n');
      if (services.closing.aborted || c.req.raw.signal.aborted) end();
    },
    cancel: () => end(),
  });
  return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
}
