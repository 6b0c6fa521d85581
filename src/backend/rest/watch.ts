import { isOnline, platform, tabLocks } from '../platform.js';
import type { Hint } from '../types.js';
import type { RestTransport } from './transport.js';

/** A tab takes part until it has been hidden this long, in milliseconds. */
const HIDDEN = 60_000;
/** Without a sign of life this long the connection is dead, in milliseconds. */
const SILENT = 90_000;
/** A connection that lasted this long was a good one, in milliseconds. */
const LASTING = 10_000;
/** The first and the longest wait before connecting again, in milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** After so many failures in a row nothing streams here: each further one is a reason to ask instead. */
const PATIENCE = 3;

type Listener = (hint: Hint | null) => void;

/**
 * Live hints: one stream for all tabs of this browser and origin.
 *
 * Whoever holds the lock reads the stream and passes hints on to the other
 * tabs. A tab that has been hidden for a minute lets go, so that a tab in view
 * reads on; when all are hidden nobody does. Where nothing streams, a null
 * hint a minute makes everybody ask again.
 */
export function watch(transport: RestTransport, listener: Listener): () => void {
  const { document, BroadcastChannel } = platform;
  const locks = tabLocks();
  const name = `hn-events:${transport.id}:${transport.user}`;
  let channel: BroadcastChannel | undefined;
  let taking: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const join = (): void => {
    clearTimeout(timer);
    if (taking) return;
    const { signal } = (taking = new AbortController());
    if (!locks || !BroadcastChannel) return void stream(transport, listener, signal);
    const shared = (channel = new BroadcastChannel(name));
    shared.onmessage = ({ data }) => listener(data as Hint | null);
    const tell: Listener = (hint) => {
      shared.postMessage(hint);
      listener(hint);
    };
    locks
      .request(name, { signal }, () => stream(transport, tell, signal))
      .catch(() => {
        // It left before its turn came.
      });
  };
  // A page in the back/forward cache may hold neither stream, lock nor channel.
  const leave = (): void => {
    clearTimeout(timer);
    taking?.abort();
    channel?.close();
    taking = channel = undefined;
  };
  const look = (): void => {
    if (document?.visibilityState === 'visible') join();
    else {
      clearTimeout(timer);
      timer = setTimeout(leave, HIDDEN);
    }
  };
  const page = new AbortController();
  const { signal } = page;
  if (document) {
    document.addEventListener('visibilitychange', look, { signal });
    globalThis.addEventListener('pagehide', leave, { signal });
    globalThis.addEventListener('pageshow', look, { signal });
  }
  if (document?.visibilityState !== 'hidden') join();
  return () => {
    page.abort();
    leave();
  };
}

/** Reads hints until told to stop, connecting again whenever the stream ends. */
async function stream(transport: RestTransport, listener: Listener, signal: AbortSignal): Promise<void> {
  const isStopped = (): boolean => signal.aborted;
  for (let failures = 0; !isStopped();) {
    const began = performance.now();
    // What matters here: whether anything streams. Why not is for the next request to find out.
    const status = await read(transport, listener, signal).catch(() => 0);
    if (isStopped()) return;
    failures = performance.now() - began < LASTING ? failures + 1 : 0;
    if (status) failures = Math.max(failures, PATIENCE);
    if (status === 401 || status === 403) listener({ type: 'session', partyId: null, id: null });
    else if (failures >= PATIENCE && isOnline()) listener(null);
    const wait = Math.min(status ? LONGEST_WAIT : FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
    // Not all browsers at once after a server's restart.
    await pause(wait * (0.5 + Math.random() / 2), signal);
  }
}

/** One connection, until it ends: 0, or the status of an answer that is no stream. */
async function read(transport: RestTransport, listener: Listener, signal: AbortSignal): Promise<number> {
  const connection = new AbortController();
  const end = (): void => connection.abort();
  signal.addEventListener('abort', end);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, SILENT);
  };
  alive();
  try {
    return await transport.request(
      {
        path: '/events',
        headers: { Accept: 'text/event-stream' },
        signal: connection.signal,
        timeout: 0,
      },
      async ({ ok, status, headers, body }) => {
        if (!ok || !body || !headers.get('Content-Type')?.startsWith('text/event-stream')) {
          void body?.cancel();
          return status;
        }
        // What happened before this connection is not told again.
        listener(null);
        const hear = parser(listener);
        const decoder = new TextDecoder();
        const reader = body.getReader();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return 0;
          alive();
          hear(decoder.decode(value, { stream: true }));
        }
      },
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

/** Waits; no longer than until the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/**
 * Server-sent events, as far as the contract uses them: `data` alone.
 * Takes text in pieces, cut anywhere.
 */
export function parser(listener: (hint: Hint) => void): (text: string) => void {
  let rest = '';
  let data: string[] = [];
  return (text) => {
    rest += text;
    // A carriage return at the end may be half of a line end.
    for (let end; (end = /\r\n|\n|\r(?!$)/.exec(rest));) {
      const line = rest.slice(0, end.index);
      rest = rest.slice(end.index + end[0].length);
      if (line.startsWith('data:')) data.push(line.slice(5));
      else if (!line && data.length) {
        try {
          const hint = JSON.parse(data.join('\n')) as Hint | null;
          if (hint?.type) listener(hint);
        } catch {
          // Not a hint.
        }
        data = [];
      }
    }
  };
}
