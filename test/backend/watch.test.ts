import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import { parser } from '../../src/backend/rest/watch.js';
import type { Hint } from '../../src/backend/types.js';
import { problem, startServer, until } from './server.js';
import type { TestServer } from './server.js';

const HINT: Hint = { type: 'message', partyId: 'p', id: 'æ' };
const servers: TestServer[] = [];
const stops: (() => void)[] = [];

/** A server whose streams the test holds. */
async function serve(
  answer?: Parameters<typeof startServer>[0],
): Promise<TestServer & { streams: ServerResponse[] }> {
  const streams: ServerResponse[] = [];
  const server = await startServer(
    answer ??
      ((_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
        response.write(': welcome\n\n');
        streams.push(response);
      }),
  );
  servers.push(server);
  return Object.assign(server, { streams });
}

/** What one tab hears. Each has an adapter of its own, as each tab has. */
function listen(url: string, more: object = {}): { heard: (Hint | null)[]; stop: () => void } {
  const heard: (Hint | null)[] = [];
  const stop = createRestBackend({ url, ...more }).watch((hint) => heard.push(hint));
  stops.push(stop);
  return { heard, stop };
}
const tell = (stream: ServerResponse, hint: Hint = HINT): void =>
  void stream.write(`data: ${JSON.stringify(hint)}\n\n`);

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const stop of stops.splice(0)) stop();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('server-sent events', () => {
  const text = `: hello\r\n\r\nevent: x\r\ndata: {"type":"message",\r\ndata: "partyId":null,"id":"1"}\r\n\r\ndata:{"type":"proxy"}\n\nid: 1\n\ndata: {"type":"settings"}\r\rdata: no hint\n\ndata: null\n\n`;
  const types = ['message', 'proxy', 'settings'];

  it('are read wherever they are cut', () => {
    for (let cut = 0; cut <= text.length; cut++) {
      const hints: Hint[] = [];
      const hear = parser((hint) => hints.push(hint));
      hear(text.slice(0, cut));
      hear(text.slice(cut));
      expect(hints.map(({ type }) => type)).toEqual(types);
    }
  });

  it('are read letter by letter', () => {
    const hints: Hint[] = [];
    const hear = parser((hint) => hints.push(hint));
    for (const letter of text) hear(letter);
    expect(hints.map(({ type }) => type)).toEqual(types);
  });
});

describe('live hints', () => {
  it('come as they are sent, after one that says: ask for everything', async () => {
    const server = await serve();
    const { heard } = listen(server.url);
    await until(() => heard.length);
    tell(server.streams[0]!);
    await until(() => heard.length > 1);
    expect(heard).toEqual([null, HINT]);
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/events' });
    expect(server.seen[0]!.headers.accept).toBe('text/event-stream');
  });

  it('carry the token where there is one', async () => {
    const server = await serve();
    const { heard } = listen(server.url, { getToken: async () => 'secret' });
    await until(() => heard.length);
    expect(server.seen[0]!.headers.authorization).toBe('Bearer secret');
  });

  it('come by one stream for all tabs, which the next takes over', async () => {
    const server = await serve();
    const first = listen(server.url);
    await until(() => first.heard.length);
    const second = listen(server.url);
    await until(async () => (await navigator.locks.query()).pending?.length);
    tell(server.streams[0]!);
    await until(() => second.heard.length);
    expect(first.heard).toEqual([null, HINT]);
    expect(second.heard).toEqual([HINT]);
    expect(server.seen).toHaveLength(1);
    first.stop();
    await until(() => second.heard.length > 1);
    expect(second.heard).toEqual([HINT, null]);
    expect(server.seen).toHaveLength(2);
    tell(server.streams[1]!);
    await until(() => second.heard.length > 2);
    expect(first.heard).toHaveLength(2);
  });

  it('come by a stream of its own where tabs cannot agree', async () => {
    vi.stubGlobal('navigator', {});
    const server = await serve();
    const tabs = [listen(server.url), listen(server.url)];
    await until(() => tabs.every(({ heard }) => heard.length));
    expect(server.seen).toHaveLength(2);
  });

  it('begin again when the stream ends, with a reason to ask for everything', async () => {
    const server = await serve();
    const { heard } = listen(server.url);
    await until(() => heard.length);
    server.streams[0]!.end();
    await until(() => heard.length > 1);
    expect(heard).toEqual([null, null]);
  });

  it('give way to asking now and then where nothing streams', async () => {
    const server = await serve((_, response) => problem(response, 501, 'not-implemented'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { heard } = listen(server.url);
    for (let asked = 1; asked < 4; asked++) {
      await until(() => heard.length === asked && vi.getTimerCount());
      vi.advanceTimersByTime(60_000);
    }
    expect(heard).toEqual([null, null, null]);
    vi.useRealTimers();
    const page = await serve((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('x'),
    );
    const other = listen(page.url);
    await until(() => other.heard.length);
    expect(other.heard).toEqual([null]);
  });

  it('say that the session is to be looked at when they are refused', async () => {
    const server = await serve((_, response) => problem(response, 401, 'unauthenticated'));
    const { heard } = listen(server.url);
    await until(() => heard.length);
    expect(heard).toEqual([{ type: 'session', partyId: null, id: null }]);
  });

  it('end when they are stopped', async () => {
    const server = await serve();
    const { heard, stop } = listen(server.url);
    await until(() => heard.length);
    const closed = new Promise((resolve) => server.streams[0]!.on('close', resolve));
    stop();
    await closed;
    tell(server.streams[0]!);
    expect(heard).toEqual([null]);
  });

  describe('in a page', () => {
    /** A page that the test shows and hides. */
    function page(): { document: EventTarget & { visibilityState: string }; window: EventTarget } {
      const document = Object.assign(new EventTarget(), {
        visibilityState: 'visible',
        baseURI: 'http://x.example',
      });
      const window = new EventTarget();
      vi.stubGlobal('document', document);
      vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
      return { document, window };
    }

    it('end a minute after it was hidden, and begin again when it is looked at', async () => {
      const { document } = page();
      const server = await serve();
      const { heard } = listen(server.url);
      await until(() => heard.length);
      const closed = new Promise((resolve) => server.streams[0]!.on('close', resolve));
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      document.visibilityState = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
      vi.advanceTimersByTime(59_999);
      vi.useRealTimers();
      tell(server.streams[0]!);
      await until(() => heard.length > 1);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      document.dispatchEvent(new Event('visibilitychange'));
      vi.advanceTimersByTime(60_000);
      vi.useRealTimers();
      await closed;
      document.visibilityState = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => heard.length > 2);
      expect(heard).toEqual([null, HINT, null]);
    });

    it('let go of everything when it is left, and come back with it', async () => {
      const { window } = page();
      const server = await serve();
      const { heard } = listen(server.url);
      await until(() => heard.length);
      window.dispatchEvent(new Event('pagehide'));
      await until(async () => !(await navigator.locks.query()).held?.length);
      window.dispatchEvent(new Event('pageshow'));
      await until(() => heard.length > 1);
      expect(server.seen).toHaveLength(2);
    });
  });
});
