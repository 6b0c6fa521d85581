/** What stands between pages and their server on a bad day: a proxy that loses, doubles, delays and garbles. */
import { once } from 'node:events';
import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  createServer,
  request as ask,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What can go wrong with one request on its way. */
export const FAULTS = [
  // The server never hears of it.
  'drop-before',
  // The server does its work, and nobody hears of that.
  'drop-after',
  // It takes its time.
  'delay',
  // It arrives twice at once.
  'duplicate',
  // The answer is cut short.
  'truncate',
  'too-many',
  'unavailable',
  // The server does its work, and says that it has failed.
  'internal',
  // A network that wants to be logged in to answers instead.
  'html',
  // The answer comes a few letters at a time.
  'trickle',
  // The same, and never ends.
  'stall',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface SeenRequest {
  method: string;
  path: string;
  body: string;
}

/** What goes wrong, and how long a delay takes. */
export interface Plan {
  fault: Fault;
  /** A seeded generator, so that a run can be repeated. */
  random: () => number;
}

export interface FaultProxy {
  port: number;
  /** The port to which requests go on. */
  target: number;
  /** What goes wrong with a request that is no stream; null for nothing. */
  plan: (request: SeenRequest) => Plan | null;
  /** How often each has happened. */
  readonly done: Map<Fault, number>;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The longest `delay`, in milliseconds. */
const LONGEST_DELAY = 120;
/** Letters of an answer that trickles, and the milliseconds between them. */
const DRIP = 48;
const DRIP_PAUSE = 8;

export async function startFaultProxy(): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  let strangers = 0;
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });

  /** Whoever does not say where they are is somewhere else each time: the server counts by address. */
  function headersOf({ headers }: IncomingMessage): IncomingHttpHeaders {
    const stranger = (): string => `10.255.${(++strangers >> 8) & 255}.${strangers & 255}`;
    return { ...headers, 'x-forwarded-for': headers['x-forwarded-for'] ?? stranger() };
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = incoming;
    if (method === 'GET' && !path.startsWith('/api/session')) {
      stream(incoming, outgoing);
      return;
    }
    const body = await read(incoming);
    const plan = proxy.plan({ method, path, body: body.toString() });
    const pass = (): Promise<Answer> => forward(incoming, body);
    if (!plan) {
      answerWith(await pass(), outgoing);
      return;
    }
    proxy.done.set(plan.fault, (proxy.done.get(plan.fault) ?? 0) + 1);
    await garble(plan, pass, outgoing);
  }

  /** Goes through as it is, the endless stream of hints too. */
  function stream(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url: path } = incoming;
    const headers = headersOf(incoming);
    const onward = ask({ host: '127.0.0.1', port: proxy.target, method, path, headers, agent: false });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    onward.end();
  }

  async function forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method, url: path } = incoming;
    const headers = headersOf(incoming);
    const onward = ask({ host: '127.0.0.1', port: proxy.target, method, path, headers, agent });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await read(answer) };
  }

  const proxy: FaultProxy = {
    port: 0,
    target: 0,
    plan: () => null,
    done: new Map(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      agent.destroy();
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function answerWith({ status, headers, body }: Answer, outgoing: ServerResponse): void {
  outgoing.writeHead(status, headers).end(body);
}

function problem(outgoing: ServerResponse, status: number, code: string): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' });
  outgoing.end(JSON.stringify({ status, code, title: code }));
}

/** Sends an answer bit by bit, as far as `end`. */
async function drip({ status, headers, body }: Answer, outgoing: ServerResponse, end: number): Promise<void> {
  const { 'transfer-encoding': _, ...others } = headers;
  outgoing.writeHead(status, { ...others, 'content-length': String(body.length) });
  for (let at = 0; at < end && !outgoing.destroyed; at += DRIP) {
    outgoing.write(body.subarray(at, Math.min(at + DRIP, end)));
    await pause(DRIP_PAUSE);
  }
}

async function garble(
  { fault, random }: Plan,
  pass: () => Promise<Answer>,
  outgoing: ServerResponse,
): Promise<void> {
  switch (fault) {
    case 'drop-before':
      outgoing.destroy();
      break;
    case 'drop-after':
      await pass();
      outgoing.destroy();
      break;
    case 'delay':
      await pause(random() * LONGEST_DELAY);
      answerWith(await pass(), outgoing);
      break;
    case 'duplicate': {
      const [, second] = await Promise.all([pass(), pass()]);
      answerWith(second, outgoing);
      break;
    }
    case 'truncate': {
      const { status, headers, body } = await pass();
      outgoing.writeHead(status, headers);
      outgoing.write(body.subarray(0, body.length / 2));
      await pause(1);
      outgoing.destroy();
      break;
    }
    case 'too-many':
      problem(outgoing, 429, 'rate-limited');
      break;
    case 'unavailable':
      problem(outgoing, 503, 'unavailable');
      break;
    case 'internal':
      await pass();
      problem(outgoing, 500, 'internal');
      break;
    case 'html':
      outgoing.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      outgoing.end('<!doctype html><title>Gjestenett</title><h1>Velkommen</h1>');
      break;
    case 'trickle':
    case 'stall': {
      const answer = await pass();
      const { length } = answer.body;
      await drip(answer, outgoing, fault === 'stall' ? length - 1 : length);
      if (fault === 'trickle') outgoing.end();
      break;
    }
  }
}
