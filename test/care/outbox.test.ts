import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/backend/errors.js';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { Thread } from '../../src/backend/types.js';
import { createCareClient } from '../../src/care/care-client.js';
import type { CareClient } from '../../src/care/care-client.js';
import { draftsOf } from '../../src/care/drafts.js';
import { newKey, outboxOf } from '../../src/care/outbox.js';
import type { Sending } from '../../src/care/outbox.js';
import { json, problem, startServer, until } from '../backend/server.js';
import type { Seen, TestServer } from '../backend/server.js';
import { stubStorage } from '../backend/storage.js';
import { deferred, fakeBackend, sessionOf } from './fake-backend.js';
import type { FakeBackend } from './fake-backend.js';

const THREAD = { contactId: 'c1', subject: 'Emne', body: 'Tekst', attachmentIds: ['a1'] };
const servers: TestServer[] = [];
const clients: CareClient[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const care of clients.splice(0)) care.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(make: () => ReturnType<typeof createRestBackend> | FakeBackend): Promise<CareClient> {
  const care = createCareClient(make);
  clients.push(care);
  const session = care.observeSession('nb', () => undefined);
  await until(() => session.snapshot.data);
  return care;
}
/** Waits for the end. Other attempts come at once instead of after a while; what has begun takes its own time. */
async function settle(...sendings: Sending<unknown>[]): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await until(() => {
    vi.advanceTimersByTime(sendings.some(({ waitingFor }) => waitingFor === 'retry') ? 1_000 : 1);
    return sendings.every(
      ({ state, waitingFor }) => state === 'sent' || (state === 'failed' && waitingFor !== 'retry'),
    );
  });
  vi.useRealTimers();
}

/** What goes wrong with a request, before or after the server has done its work. */
type Fault = (response: ServerResponse, work: () => void) => void;
const faults: Record<string, Fault> = {
  'a connection that drops before': (response) => void response.destroy(),
  'a connection that drops after': (response, work) => {
    work();
    response.destroy();
  },
  'a 500 before': (response) => problem(response, 500, 'internal'),
  'a 500 after': (response, work) => {
    work();
    problem(response, 500, 'internal');
  },
  'a 503': (response) => json(response, { code: 'unavailable' }, 503, { 'Retry-After': '1' }),
  'a 429': (response) => json(response, { code: 'rate-limited' }, 429, { 'Retry-After': '30' }),
  'an HTML page': (response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Wi-Fi'),
  'an HTML page from a proxy after': (response, work) => {
    work();
    response.writeHead(502, { 'Content-Type': 'text/html' }).end('<p>Bad gateway');
  },
  'an answer cut short': (response, work) => {
    work();
    response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '100' });
    response.write('{"id":"t');
    setImmediate(() => response.destroy());
  },
  'an answer that is not whole JSON': (response, work) => {
    work();
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":');
  },
  'an answer that trickles and never ends': (response, work) => {
    work();
    response.writeHead(201, { 'Content-Type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(drip));
  },
  'no answer at all': (_, work) => work(),
};

/** A server that keeps what arrives, knows keys again, and fails as the test says. */
async function careServer(...plan: Fault[]): Promise<TestServer & { threads: unknown[] }> {
  const threads: { id: string }[] = [];
  const answers = new Map<string, { body: string; thread: { id: string } }>();
  const server = await startServer((request: Seen, response) => {
    if (request.url.startsWith('/session')) {
      json(response, sessionOf('ingrid'));
      return;
    }
    if (request.url === '/events') {
      problem(response, 501, 'not-implemented');
      return;
    }
    const key = request.headers['idempotency-key'] as string;
    const work = (): { body: string; thread: { id: string } } => {
      const known = answers.get(key);
      if (known) return known;
      const made = {
        body: request.body,
        thread: { ...(JSON.parse(request.body) as object), id: `t${threads.length}` },
      };
      threads.push(made.thread);
      answers.set(key, made);
      return made;
    };
    const fault = plan.shift();
    if (fault) {
      fault(response, work);
      return;
    }
    const { body, thread } = work();
    body === request.body ? json(response, thread, 201) : problem(response, 422, 'idempotency-mismatch');
  });
  servers.push(server);
  return Object.assign(server, { threads });
}
const posts = (server: TestServer): Seen[] => server.seen.filter(({ method }) => method === 'POST');
const rest = (url: string, timeout = 600_000): (() => ReturnType<typeof createRestBackend>) => {
  return () => createRestBackend({ url, retryDelay: 1, timeout });
};

describe('a message', () => {
  it.each(Object.keys(faults))('arrives once after %s', async (name) => {
    const slow = name.startsWith('no answer') || name.includes('trickles');
    const server = await careServer(faults[name]!, faults[name]!);
    const care = await start(rest(server.url, slow ? 2_000 : undefined));
    const states: string[] = [];
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    sending.subscribe(() => states.push(sending.state));
    await settle(sending);
    expect(sending).toMatchObject({ state: 'sent', result: { id: 't0', body: 'Tekst' }, error: null });
    expect(server.threads).toHaveLength(1);
    expect(new Set(posts(server).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(states.at(-1)).toBe('sent');
  });

  it('arrives once through all faults in a row, and is called failed on the way', async () => {
    const quick = Object.entries(faults).filter(([name]) => !/trickle|no answer/.test(name));
    const server = await careServer(...quick.map(([, fault]) => fault));
    const care = await start(rest(server.url));
    const states = new Set<string>();
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    sending.subscribe(() => states.add(`${sending.state} ${sending.waitingFor}`));
    await settle(sending);
    expect(server.threads).toHaveLength(1);
    expect(states).toContain('failed retry');
    expect(sending.state).toBe('sent');
  });

  it('that is sent from two tabs with the same key arrives once', async () => {
    const server = await careServer();
    const key = newKey();
    const tabs = [await start(rest(server.url)), await start(rest(server.url))];
    const sendings = tabs.map((care) => outboxOf(care).sendThread(THREAD, key));
    await settle(...sendings);
    expect(sendings.map(({ state, result }) => [state, result!.id])).toEqual([
      ['sent', 't0'],
      ['sent', 't0'],
    ]);
    expect(server.threads).toHaveLength(1);
  });

  it('goes on after a reload, on the key that its draft has kept', async () => {
    stubStorage();
    const server = await careServer(faults['a connection that drops after']!);
    const before = await start(rest(server.url));
    const draft = { key: newKey(), sending: true, subject: 'Emne', body: 'Tekst', attachments: [] };
    await draftsOf(before).set('new:c1', draft);
    const sending = outboxOf(before).sendThread(THREAD, draft.key, { draft: 'new:c1' });
    await until(() => server.threads.length);
    sending.cancel();
    before.close();
    const after = await start(rest(server.url));
    const kept = await draftsOf(after).get('new:c1');
    expect(kept).toEqual(draft);
    const again = outboxOf(after).sendThread(THREAD, kept!.key, { draft: 'new:c1' });
    await settle(again);
    expect(again.state).toBe('sent');
    expect(server.threads).toHaveLength(1);
    expect(await draftsOf(after).get('new:c1')).toBeNull();
  });

  it('whose text was changed although it had arrived is not sent twice: that is said', async () => {
    const server = await careServer(faults['a 500 after']!);
    const care = await start(rest(server.url));
    const key = newKey();
    const first = outboxOf(care).sendThread(THREAD, key);
    await until(() => first.waitingFor === 'retry');
    first.cancel();
    const second = outboxOf(care).sendThread({ ...THREAD, body: 'Changed' }, key);
    await settle(second);
    expect(second).toMatchObject({
      state: 'failed',
      error: { code: 'idempotency-mismatch' },
      waitingFor: null,
    });
    expect(server.threads).toHaveLength(1);
  });

  it('that is not valid stops at once, and the next try is another', async () => {
    const invalid = new BackendError('invalid', { status: 422 });
    const createThread = vi.fn().mockRejectedValueOnce(invalid).mockResolvedValue({ id: 't' });
    const care = await start(() => fakeBackend({ createThread }));
    const key = newKey();
    const first = outboxOf(care).sendThread(THREAD, key);
    await settle(first);
    expect(first).toMatchObject({ state: 'failed', error: invalid, waitingFor: null });
    const second = outboxOf(care).sendThread(THREAD, key);
    expect(second).not.toBe(first);
    await settle(second);
    expect(createThread).toHaveBeenCalledTimes(2);
  });

  it('is one however often it is asked for while it is under way, and after', async () => {
    const answer = deferred<Thread>();
    const createThread = vi.fn(() => answer.promise);
    const care = await start(() => fakeBackend({ createThread }));
    const key = newKey();
    const first = outboxOf(care).sendThread(THREAD, key);
    expect(outboxOf(care).sendThread(THREAD, key)).toBe(first);
    first.retry();
    answer.resolve({ id: 't' } as Thread);
    await settle(first);
    expect(outboxOf(care).sendThread(THREAD, key)).toBe(first);
    expect(outboxOf(care).get(key)).toBe(first);
    expect(createThread).toHaveBeenCalledTimes(1);
  });

  it('that must wait long is called failed at once, and stays so while it is tried by itself', async () => {
    const answers = [deferred<Thread>(), deferred<Thread>()];
    let asked = 0;
    const backend = fakeBackend({ createThread: () => answers[asked++]!.promise });
    const care = await start(() => backend);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    await until(() => asked === 1);
    answers[0]!.reject(new BackendError('unavailable', { status: 503, retryAfter: 30_000 }));
    await until(() => sending.state === 'failed');
    vi.advanceTimersByTime(30_000);
    await until(() => asked === 2);
    expect(sending).toMatchObject({ state: 'failed', waitingFor: 'retry' });
    // Whoever presses «Prøv igjen» meanwhile sees that it is on its way.
    sending.retry();
    expect(sending.state).toBe('sending');
    answers[1]!.resolve({ id: 't1' } as Thread);
    await until(() => sending.state === 'sent');
  });

  it('waits without a network, and goes on by itself when it is back', async () => {
    const network = { onLine: false };
    vi.stubGlobal('navigator', network);
    const window = new EventTarget();
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
    const createThread = vi
      .fn()
      .mockRejectedValueOnce(new BackendError('offline'))
      .mockResolvedValue({ id: 't' });
    const backend = fakeBackend({ createThread });
    const care = await start(() => backend);
    await until(() => backend.calls.includes('watch'));
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    await until(() => sending.state === 'failed');
    expect(sending.waitingFor).toBe('online');
    network.onLine = true;
    window.dispatchEvent(new Event('online'));
    await until(() => sending.state === 'sent');
    expect(createThread).toHaveBeenCalledTimes(2);
  });

  it('stays unsent when the session has ended, and goes on after the same person has logged in', async () => {
    const createThread = vi
      .fn()
      .mockRejectedValueOnce(new BackendError('unauthenticated', { status: 401 }))
      .mockResolvedValue({ id: 't' });
    const backend = fakeBackend({ createThread });
    const care = await start(() => backend);
    backend.user = null;
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    await until(() => care.sessionEnded);
    expect(sending).toMatchObject({
      state: 'failed',
      waitingFor: 'login',
      error: { code: 'unauthenticated' },
    });
    backend.user = 'ingrid';
    void care.hint(null);
    await until(() => sending.state === 'sent');
  });

  it('never goes out in the name of another', async () => {
    const names: unknown[] = [];
    const backend = fakeBackend({
      async createThread() {
        names.push(backend.actingFor ?? backend.user);
        if (names.length === 1) throw new BackendError('unavailable', { status: 503 });
        return { id: 't' } as Thread;
      },
    });
    const care = await start(() => backend);
    const sending = outboxOf(care).sendThread(THREAD, newKey());
    await until(() => sending.waitingFor === 'retry');
    await care.actFor('mother');
    await until(() => care.person?.party === 'mother');
    sending.retry();
    expect(sending).toMatchObject({ state: 'failed', waitingFor: 'login' });
    await care.actFor(null);
    await until(() => sending.state === 'sent');
    expect(names).toEqual(['ingrid', 'ingrid']);
  });

  it('does not go in the name of another who came while another tab had its turn', async () => {
    const names: unknown[] = [];
    const backend = fakeBackend({
      createThread: () => Promise.resolve(names.push(backend.actingFor ?? backend.user) as unknown as Thread),
    });
    const care = await start(() => backend);
    const key = newKey();
    const turn = deferred<undefined>();
    const other = navigator.locks.request(`hn-send:${key}`, () => turn.promise);
    const sending = outboxOf(care).sendThread(THREAD, key);
    await until(async () => (await navigator.locks.query()).pending?.length);
    await care.actFor('mother');
    await until(() => care.person?.party === 'mother');
    turn.resolve(undefined);
    await other;
    await until(() => sending.state === 'failed');
    expect(sending.waitingFor).toBe('login');
    await care.actFor(null);
    await until(() => sending.state === 'sent');
    expect(names).toEqual(['ingrid']);
  });

  it.each([
    ['logs out', (care: CareClient): Promise<unknown> => care.logOut()],
    [
      'is replaced by another',
      async (care: CareClient, backend: FakeBackend) => {
        backend.user = 'marte';
        void care.hint(null);
        await until(() => care.person?.user === 'marte');
      },
    ],
  ])('is given up when the person %s', async (_, leave) => {
    const createThread = vi.fn().mockRejectedValue(new BackendError('unavailable', { status: 503 }));
    const backend = fakeBackend({ createThread });
    const care = await start(() => backend);
    const key = newKey();
    const sending = outboxOf(care).sendThread(THREAD, key);
    await until(() => sending.waitingFor === 'retry');
    await leave(care, backend);
    await until(() => outboxOf(care).get(key) === null);
    sending.retry();
    expect(createThread).toHaveBeenCalledTimes(1);
    expect(sending).toMatchObject({ state: 'failed', waitingFor: null });
  });

  it('shows at once in what depends on it', async () => {
    const backend = fakeBackend({ sendMessage: vi.fn().mockResolvedValue({ id: 'm' }) });
    const care = await start(() => backend);
    const load = vi.fn(async () => 'threads');
    const held = care.observe(['threads'], 'nb', load, () => undefined, { hints: ['message'] });
    await until(() => held.snapshot.data);
    const sending = outboxOf(care).sendMessage('t1', { body: 'x', attachmentIds: [] }, newKey());
    await until(() => load.mock.calls.length === 2);
    expect(sending.result).toEqual({ id: 'm' });
    expect(backend.sendMessage).toHaveBeenCalledWith(
      't1',
      { body: 'x', attachmentIds: [] },
      expect.objectContaining({ idempotencyKey: sending.key }),
    );
  });
});

it('a new key is a random UUID', () => {
  const keys = Array.from({ length: 200 }, newKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
