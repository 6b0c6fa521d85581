import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/backend/errors.js';
import { createCareClient } from '../../src/care/care-client.js';
import type { CareClient, Observation } from '../../src/care/care-client.js';
import type { Scope } from '../../src/backend/types.js';
import { stubStorage } from '../backend/storage.js';
import { until } from '../backend/server.js';
import { deferred, fakeBackend, sessionOf } from './fake-backend.js';
import type { FakeBackend } from './fake-backend.js';

const clients: CareClient[] = [];
function client(backend: FakeBackend = fakeBackend()): CareClient {
  const made = createCareClient(() => backend);
  clients.push(made);
  return made;
}
const nothing = (): void => undefined;
const MINUTE = 60_000;

afterEach(() => {
  for (const made of clients.splice(0)) made.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page: its window is the global object, as in a browser. */
function page(): { show(state: 'visible' | 'hidden'): void; fire(type: string, more?: object): void } {
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    baseURI: 'https://x.example',
  });
  const window = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  return {
    show(state) {
      document.visibilityState = state;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    fire: (type, more = {}) => void window.dispatchEvent(Object.assign(new Event(type), more)),
  };
}

describe('the care client', () => {
  it('asks for session and data in one wave', async () => {
    const session = deferred<ReturnType<typeof sessionOf>>();
    const backend = fakeBackend({ getSession: () => session.promise });
    const care = client(backend);
    care.observeSession('nb', nothing);
    const load = vi.fn(async () => 'data');
    const held = care.observe(['contacts'], 'nb', load, nothing);
    await until(() => load.mock.calls.length);
    await Promise.resolve();
    // The answer waits for who is here, so that it is never another's.
    expect(held.snapshot).toEqual({ status: 'pending', stale: false, fetching: true });
    session.resolve(sessionOf('ingrid'));
    await until(() => held.snapshot.status === 'ready');
    expect(held.snapshot).toMatchObject({ data: 'data', stale: false, fetching: false });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('shares one request and one answer between all who ask the same', async () => {
    const care = client();
    const load = vi.fn(async () => ({}));
    const changes = [vi.fn(), vi.fn()];
    const held = changes.map((listener) => care.observe(['a'], 'nb', load, listener));
    const other = care.observe(['a'], 'nn', load, nothing);
    await until(() => other.snapshot.data);
    expect(held[0]!.snapshot).toBe(held[1]!.snapshot);
    expect(load).toHaveBeenCalledTimes(2);
    for (const change of changes) change.mockClear();
    held[0]!.update((data) => ({ ...data, changed: true }));
    for (const change of changes) expect(change).toHaveBeenCalledTimes(1);
    expect(held[1]!.snapshot.data).toEqual({ changed: true });
  });

  it('shows what it has at once to who comes later, and renews it', async () => {
    vi.useFakeTimers();
    const care = client();
    let count = 0;
    const load = async (): Promise<number> => ++count;
    const first = care.observe(['a'], 'nb', load, nothing);
    await vi.advanceTimersByTimeAsync(0);
    first.release();
    first.release();
    await vi.advanceTimersByTimeAsync(3_000);
    const second = care.observe(['a'], 'nb', load, nothing);
    expect(second.snapshot).toMatchObject({ status: 'ready', data: 1, fetching: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(second.snapshot.data).toBe(2);
    second.release();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(care.observe(['a'], 'nb', load, nothing).snapshot.status).toBe('pending');
  });

  it('tells nobody when the same has come again, unless something else was shown meanwhile', async () => {
    const care = client();
    const change = vi.fn();
    const held: Observation<{ words: string }> = care.observe(
      ['a'],
      'nb',
      async () => ({ words: 'data' }),
      change,
    );
    await held.refresh();
    const { data } = held.snapshot;
    change.mockClear();
    await held.refresh();
    expect(change).not.toHaveBeenCalled();
    expect(held.snapshot).toMatchObject({ status: 'ready', stale: false, fetching: false });
    expect(held.snapshot.data).toBe(data);
    const renewed = held.refresh();
    held.update(({ words }) => ({ words }));
    change.mockClear();
    await renewed;
    expect(change).toHaveBeenCalledTimes(1);
    expect(held.snapshot.fetching).toBe(false);
  });

  it('keeps what was shown when renewing fails, and says that it is old', async () => {
    const care = client();
    let fail = false;
    const load = async (): Promise<string> => {
      if (fail) throw new BackendError('offline');
      return 'data';
    };
    const held = care.observe(['a'], 'nb', load, nothing);
    await held.refresh();
    fail = true;
    await held.refresh();
    expect(held.snapshot).toMatchObject({ status: 'ready', data: 'data', stale: true });
    expect(held.snapshot.error?.code).toBe('offline');
    fail = false;
    await held.refresh();
    expect(held.snapshot).toMatchObject({ stale: false, error: undefined });
  });

  it('says why the first answer is missing, and takes any other error for a bad response', async () => {
    const care = client();
    const held = care.observe(['a'], 'nb', () => Promise.reject(new TypeError('x')), nothing);
    await until(() => held.snapshot.status === 'error');
    expect(held.snapshot.error?.code).toBe('bad-response');
  });

  it('asks again after a hint, once more if one comes while it asks', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    care.observeSession('nb', nothing);
    const answers = [deferred<number>(), deferred<number>(), deferred<number>()];
    let count = 0;
    const load = vi.fn(() => answers[count++]!.promise);
    const held = care.observe(['a'], 'nb', load, nothing, { hints: ['message'] });
    answers[0]!.resolve(0);
    await until(() => held.snapshot.data === 0);
    void care.hint({ type: 'appointment', partyId: null, id: null });
    void care.hint({ type: 'message', partyId: 'somebody else', id: null });
    expect(load).toHaveBeenCalledTimes(1);
    void care.hint({ type: 'message', partyId: 'ingrid', id: null });
    void care.hint({ type: 'message', partyId: null, id: null });
    await until(() => load.mock.calls.length === 2);
    answers[1]!.resolve(1);
    await until(() => load.mock.calls.length === 3);
    answers[2]!.resolve(2);
    await until(() => held.snapshot.data === 2);
  });

  it('begins to watch after all has been shown, and stops when nobody is here', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    const held = care.observeSession('nb', nothing);
    await until(() => held.snapshot.data);
    expect(backend.calls).not.toContain('watch');
    await until(() => backend.calls.includes('watch'));
    const before = backend.calls.length;
    backend.hint!(null);
    await until(() => backend.calls.length > before);
    backend.user = null;
    await held.refresh();
    expect(backend.calls.at(-1)).toBe('unwatch');
  });

  it('gives up private answers at once when another person is here, and drops late ones', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    const session = care.observeSession('nb', nothing);
    const late = deferred<string>();
    const load = vi.fn(async () => backend.user);
    const held = care.observe(['a'], 'nb', load, nothing);
    const open = care.observe(['b'], 'nb', load, nothing, { public: true });
    const slow = care.observe(
      ['c'],
      'nb',
      vi.fn().mockReturnValueOnce(late.promise).mockResolvedValue('new'),
      nothing,
    );
    await until(() => held.snapshot.data);
    const call = care.call(() => late.promise);
    backend.user = 'marte';
    await session.refresh();
    await until(() => held.snapshot.data === 'marte' && slow.snapshot.data === 'new');
    late.resolve('for Ingrid');
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(slow.snapshot.data).toBe('new');
    expect(open.snapshot.data).toBe('ingrid');
    expect(care.person).toMatchObject({ user: 'marte', party: 'marte' });
  });

  it('acts for another: everything private is gone at once and asked for again', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    care.observeSession('nb', nothing);
    const shown: unknown[] = [];
    const held: Observation<string> = care.observe(
      ['a'],
      'nb',
      async ({ actingFor }) => actingFor ?? 'self',
      () => {
        const { status, data } = held.snapshot;
        shown.push(status === 'ready' ? [data, care.person?.party] : status);
      },
    );
    await until(() => held.snapshot.data === 'self');
    shown.length = 0;
    expect(await care.actFor('mother')).toBeNull();
    await until(() => held.snapshot.data === 'mother' && care.session('nb').data);
    expect(shown).toEqual(['pending', ['mother', 'mother']]);
    expect(care.session('nb').data!.actingFor!.id).toBe('mother');
    expect(care.person).toMatchObject({ user: 'ingrid', party: 'mother' });
    expect(care.actingFor).toBe('mother');
  });

  it('drops all that is shown of another when the power covers less than before', async () => {
    let scopes: Scope[] = ['messages', 'appointments'];
    const backend = fakeBackend({
      getSession: async () => ({
        ...sessionOf('marte'),
        actingFor: { id: 'ingrid', name: 'Ingrid', relation: 'proxy', scopes },
      }),
    });
    backend.actingFor = 'ingrid';
    const care = client(backend);
    const session = care.observeSession('nb', nothing);
    const shown: unknown[] = [];
    let answer: Promise<string> = Promise.resolve('read');
    const held: Observation<string> = care.observe(
      ['a'],
      'nb',
      () => answer,
      () => shown.push(held.snapshot.data),
    );
    await until(() => held.snapshot.data);
    await session.refresh();
    expect(held.snapshot.data).toBe('read');
    answer = Promise.reject(new BackendError('scope-missing', { status: 403 }));
    scopes = ['appointments'];
    shown.length = 0;
    void care.hint({ type: 'proxy', partyId: null, id: 'p' });
    await until(() => held.snapshot.error);
    expect(shown).not.toContain('read');
    expect(held.snapshot).toMatchObject({ status: 'error', error: { code: 'scope-missing' } });
  });

  it('has nothing of another left when the power has ended, also where the next answer fails', async () => {
    let fails = false;
    const backend = fakeBackend({
      getSession: async () => {
        if (backend.actingFor && fails) throw new BackendError('forbidden', { status: 403 });
        if (fails) throw new BackendError('timeout');
        return sessionOf('marte', backend.actingFor);
      },
    });
    backend.actingFor = 'ingrid';
    const care = client(backend);
    const session = care.observeSession('nb', nothing);
    const shown: unknown[] = [];
    const held: Observation<string> = care.observe(
      ['a'],
      'nb',
      async ({ actingFor }) => actingFor ?? 'self',
      () => {
        const { actingFor, user } = care.session('nb').data ?? {};
        if (held.snapshot.data) shown.push([held.snapshot.data, (actingFor ?? user)?.id]);
      },
    );
    await until(() => held.snapshot.data === 'ingrid');
    fails = true;
    void care.hint({ type: 'session', partyId: null, id: null });
    await until(() => held.snapshot.data === 'self');
    expect(care.session('nb')).toMatchObject({ status: 'error', data: undefined });
    expect(shown).not.toContainEqual(['self', 'ingrid']);
    fails = false;
    await session.refresh();
    await until(() => held.snapshot.data === 'self' && care.session('nb').data);
    expect(care.session('nb').data).toMatchObject({ user: { id: 'marte' }, actingFor: null });
    await until(() => shown.some((one) => JSON.stringify(one) === '["self","marte"]'));
    expect(shown).not.toContainEqual(['self', 'ingrid']);
  });

  it('says where to go when the backend needs a new launch, and goes on when it refuses', async () => {
    const backend = fakeBackend({ actFor: async () => ({ redirect: 'https://x.example/launch' }) });
    expect(await client(backend).actFor('p')).toBe('https://x.example/launch');
    const refusing = fakeBackend({ actFor: () => Promise.reject(new BackendError('forbidden')) });
    const care = client(refusing);
    const held = care.observe(['a'], 'nb', async () => 'data', nothing);
    await expect(care.actFor('p')).rejects.toMatchObject({ code: 'forbidden' });
    await until(() => held.snapshot.data);
  });

  it.each([
    ['refuses', 403],
    ['does not know', 0],
  ])('acts for oneself again when the server %s the power', async (_, status) => {
    const backend = fakeBackend({
      async getSession() {
        if (status && backend.actingFor) throw new BackendError('forbidden', { status });
        return sessionOf('marte');
      },
    });
    backend.actingFor = 'ingrid';
    const care = client(backend);
    const held = care.observe(['a'], 'nb', async ({ actingFor }) => actingFor ?? 'self', nothing);
    const session = care.observeSession('nb', nothing);
    await until(() => session.snapshot.data && held.snapshot.data === 'self');
    expect(backend.actingFor).toBeNull();
  });

  it('asks for the session when an answer says that it has ended, and keeps what anyone may see', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    const session = care.observeSession('nb', nothing);
    let fail = false;
    const load = async (): Promise<string> => {
      if (fail) throw new BackendError('unauthenticated', { status: 401 });
      return 'data';
    };
    const held = care.observe(['a'], 'nb', load, nothing);
    const open = care.observe(['b'], 'nb', async () => 'open', nothing, { public: true });
    await until(() => held.snapshot.data && open.snapshot.data);
    fail = true;
    backend.user = null;
    await expect(care.call(load)).rejects.toBeInstanceOf(Error);
    await until(() => session.snapshot.data?.access === 'anonymous');
    expect(held.snapshot).toEqual({ status: 'pending', stale: false, fetching: false });
    expect(open.snapshot.data).toBe('open');
    expect([care.sessionEnded, care.person]).toEqual([true, null]);
    fail = false;
    backend.user = 'ingrid';
    await session.refresh();
    await until(() => held.snapshot.data);
    expect(care.sessionEnded).toBe(false);
  });

  it('does not ask for ever when session and answers disagree', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    care.observeSession('nb', nothing);
    const load = vi.fn(() => Promise.reject(new BackendError('unauthenticated', { status: 401 })));
    const held = care.observe(['a'], 'nb', load, nothing);
    await until(() => held.snapshot.status === 'error');
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(load.mock.calls.length).toBeLessThan(3);
    expect(backend.calls.length).toBeLessThan(4);
  });

  it('takes the steps on the way in, and asks for what they open', async () => {
    const backend = fakeBackend({
      acceptTerms: vi.fn(async () => {
        backend.extra = {};
        return sessionOf('ingrid');
      }),
      withdrawTerms: async () => {
        backend.extra = { access: 'terms' };
        return sessionOf('ingrid');
      },
    });
    backend.extra = { access: 'terms' };
    const care = client(backend);
    const session = care.observeSession('nb', nothing);
    await until(() => session.snapshot.data);
    const load = vi.fn(async () => 'data');
    const held = care.observe(['a'], 'nb', load, nothing);
    expect(load).not.toHaveBeenCalled();
    await care.acceptTerms('nb');
    expect(backend.acceptTerms).toHaveBeenCalledWith('2');
    await until(() => held.snapshot.data);
    await care.withdrawTerms('nb');
    expect(session.snapshot.data!.access).toBe('terms');
    expect(held.snapshot.status).toBe('pending');
  });

  describe('in a page', () => {
    const settled = async (care: CareClient, backend: FakeBackend): Promise<void> => {
      care.observeSession('nb', nothing);
      await until(() => backend.calls.includes('watch'));
    };

    it('renews on return and when the network is back', async () => {
      const { show, fire } = page();
      const backend = fakeBackend();
      const care = client(backend);
      await settled(care, backend);
      const load = vi.fn(async () => 'data');
      const held = care.observe(['a'], 'nb', load, nothing);
      await held.refresh();
      const told = vi.fn();
      care.subscribe(told);
      for (const act of [() => show('visible'), () => fire('online')]) {
        const before = load.mock.calls.length;
        act();
        await until(() => load.mock.calls.length === before + 1 && !held.snapshot.fetching);
      }
      const before = load.mock.calls.length;
      show('hidden');
      told.mockClear();
      fire('offline');
      expect(told).toHaveBeenCalled();
      expect(load).toHaveBeenCalledTimes(before);
    });

    it('shows nothing private when it comes back from the back/forward cache, until it is known who is here', async () => {
      const { fire } = page();
      const backend = fakeBackend();
      const care = client(backend);
      const session = care.observeSession('nb', nothing);
      const held = care.observe(['a'], 'nb', async () => backend.user, nothing);
      await until(() => held.snapshot.data);
      fire('pagehide', { persisted: false });
      expect(held.snapshot.status).toBe('ready');
      fire('pagehide', { persisted: true });
      expect([held.snapshot.status, session.snapshot.status]).toEqual(['pending', 'pending']);
      backend.user = 'marte';
      fire('pageshow', { persisted: true });
      await until(() => held.snapshot.data);
      expect([held.snapshot.data, session.snapshot.data?.user?.id]).toEqual(['marte', 'marte']);
    });

    it('says that log-in does not reach it after coming back from it as nobody, once', async () => {
      page();
      vi.stubGlobal('location', { href: 'https://kommune.example/side?navn=Kari#x' });
      stubStorage();
      const backend = fakeBackend();
      backend.user = null;
      const visit = async (): Promise<CareClient> => {
        const care = client(backend);
        const session = care.observeSession('nb', nothing);
        await until(() => session.snapshot.data);
        return care;
      };
      const first = await visit();
      expect([first.loginLost, first.sessionEnded]).toEqual([false, false]);
      expect(first.loginUrl()).toBe('https://x.example/login?return_to=https://kommune.example/side');
      first.loggingIn();
      expect((await visit()).loginLost).toBe(true);
      expect((await visit()).loginLost).toBe(false);
    });
  });

  describe('the end of the session', () => {
    it('is warned of two minutes before, and is asked about when it comes', async () => {
      const backend = fakeBackend();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
      backend.extra = { expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString() };
      const endsAt = Date.now() + 30 * MINUTE;
      const care = client(backend);
      const session = care.observeSession('nb', nothing);
      await until(() => session.snapshot.data && vi.getTimerCount());
      vi.advanceTimersByTime(1_000);
      await until(() => backend.calls.includes('watch'));
      expect(care.sessionEnding).toBeNull();
      const told = vi.fn();
      care.subscribe(told);
      vi.advanceTimersByTime(28 * MINUTE);
      await until(() => told.mock.calls.length && care.sessionEnding);
      expect(care.sessionEnding).toBe(endsAt);
      backend.user = null;
      // The server's clock is known to two seconds.
      vi.advanceTimersByTime(2 * MINUTE + 1_000);
      await until(() => care.sessionEnded);
      expect(care.sessionEnding).toBeNull();
    });

    it('moves when the person does something, asked at most once a minute', async () => {
      const backend = fakeBackend();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
      const extra = (): void => {
        backend.extra = { expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString() };
      };
      extra();
      const care = client(backend);
      care.observeSession('nb', nothing);
      await until(() => care.person && vi.getTimerCount());
      vi.advanceTimersByTime(1_000);
      await until(() => backend.calls.includes('watch'));
      const extended = (): number => backend.calls.filter((call) => call === 'extendSession').length;
      care.activity();
      expect(extended()).toBe(0);
      vi.advanceTimersByTime(28 * MINUTE + 30_000);
      await until(() => care.sessionEnding);
      extra();
      care.activity();
      care.activity();
      await until(() => care.sessionEnding === null);
      expect(extended()).toBe(1);
      vi.advanceTimersByTime(59_999);
      care.activity();
      expect(extended()).toBe(1);
      vi.advanceTimersByTime(1);
      care.activity();
      await until(() => extended() === 2);
    });
  });

  it('does not take the end from an answer that was under way when the session was made longer', async () => {
    const slow = deferred<void>();
    let asked = 0;
    const backend = fakeBackend({
      async getSession() {
        const answer = sessionOf('ingrid', null, backend.extra);
        if (++asked === 2) await slow.promise;
        return answer;
      },
    });
    backend.extra = { expiresAt: new Date(Date.now() + MINUTE).toISOString() };
    const care = client(backend);
    const held = care.observeSession('nb', nothing);
    await until(() => care.sessionEnding);
    const refreshed = held.refresh();
    await until(() => asked === 2);
    backend.extra = { expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString() };
    await care.extendSession();
    expect(care.sessionEnding).toBeNull();
    slow.resolve();
    await refreshed;
    expect(care.sessionEnding).toBeNull();
  });

  describe('several tabs', () => {
    /** Two tabs of one browser: the same cookie, so the same person. */
    const tabs = async (): Promise<{ backends: FakeBackend[]; cares: CareClient[] }> => {
      const backends = [fakeBackend(), fakeBackend()];
      Object.assign(backends[1]!, { id: backends[0]!.id });
      const cares = backends.map((backend) => client(backend));
      for (const care of cares) care.observeSession('nb', nothing);
      await until(() => backends.every(({ calls }) => calls.includes('watch')));
      return { backends, cares };
    };

    it('all know at once that the person has logged out', async () => {
      const { backends, cares } = await tabs();
      const held = cares[1]!.observe(['a'], 'nb', async () => 'data', nothing);
      await until(() => held.snapshot.data);
      backends[1]!.user = null;
      expect(await cares[0]!.logOut()).toBe('https://x.example/bye');
      expect(cares[0]!.person).toBeNull();
      await until(() => cares[1]!.session('nb').data?.access === 'anonymous');
      expect(held.snapshot.status).toBe('pending');
      expect(cares.map(({ sessionEnded }) => sessionEnded)).toEqual([false, false]);
    });

    it('drop everything private when another person logs in', async () => {
      const { backends, cares } = await tabs();
      const held = cares[1]!.observe(['a'], 'nb', async () => backends[1]!.user, nothing);
      await until(() => held.snapshot.data);
      for (const backend of backends) backend.user = 'marte';
      void cares[0]!.hint({ type: 'session', partyId: null, id: null });
      await until(() => held.snapshot.data === 'marte');
      expect(cares[1]!.person!.user).toBe('marte');
    });

    it('share a longer session', async () => {
      const { backends, cares } = await tabs();
      const soon = new Date(Date.now() + MINUTE).toISOString();
      for (const backend of backends) backend.extra = { expiresAt: soon };
      for (const care of cares) void care.hint(null);
      await until(() => cares.every(({ sessionEnding }) => sessionEnding));
      backends[0]!.extra = { expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString() };
      await cares[0]!.extendSession();
      await until(() => cares.every(({ sessionEnding }) => sessionEnding === null));
    });
  });

  it('logs out of a session that has ended already, and stays when log-out fails', async () => {
    const ended = fakeBackend({ endSession: () => Promise.reject(new BackendError('unauthenticated')) });
    expect(await client(ended).logOut()).toBeNull();
    const failing = fakeBackend({ endSession: () => Promise.reject(new BackendError('offline')) });
    const care = client(failing);
    const held = care.observeSession('nb', nothing);
    await until(() => held.snapshot.data);
    await expect(care.logOut()).rejects.toMatchObject({ code: 'offline' });
    expect(care.person?.user).toBe('ingrid');
  });

  it('sleeps a minute after the last has let go, and wakes with the next', async () => {
    const backend = fakeBackend();
    const care = client(backend);
    const held = care.observeSession('nb', nothing);
    await until(() => backend.calls.includes('watch'));
    vi.useFakeTimers();
    held.release();
    vi.advanceTimersByTime(MINUTE);
    vi.useRealTimers();
    expect(backend.calls.at(-1)).toBe('unwatch');
    expect([care.person, care.session('nb').status]).toEqual([null, 'pending']);
    const again = care.observeSession('nb', nothing);
    await until(() => again.snapshot.data);
    expect(care.person?.user).toBe('ingrid');
  });

  it('tries a backend again that could not be loaded', async () => {
    const source = vi
      .fn<() => Promise<FakeBackend>>()
      .mockRejectedValueOnce(new Error('no network'))
      .mockResolvedValue(fakeBackend());
    const care = createCareClient(source);
    clients.push(care);
    const held = care.observeSession('nb', nothing);
    await until(() => held.snapshot.status === 'error');
    await held.refresh();
    expect(held.snapshot.data?.user?.id).toBe('ingrid');
  });
});
