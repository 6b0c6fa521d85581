/** What stands between a page and its server on a bad day: a proxy that loses, delays and garbles. */
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export const FAULTS = ['drop', 'error', 'busy', 'html', 'slow', 'truncated'] as const;

export interface Fault {
  kind: (typeof FAULTS)[number];
  /** Whether the server gets the request all the same. */
  arrives: boolean;
}

export interface SeenRequest {
  method: string;
  path: string;
  /** As text; of files it is not of use. */
  body: string;
}

export interface FaultProxy {
  port: number;
  /** Where requests go on to. */
  target: number;
  /** What goes wrong with a request; null for nothing. */
  plan: (request: SeenRequest) => Fault | null;
  /** The faults so far. */
  readonly done: Fault[];
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startFaultProxy(): Promise<FaultProxy> {
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.method === 'GET') {
      stream(incoming, outgoing);
      return;
    }
    const body = await read(incoming);
    const { method = '', url: path = '' } = incoming;
    const fault = proxy.plan({ method, path, body: body.toString() });
    if (fault) proxy.done.push(fault);
    const answer = !fault || fault.arrives ? await pass(incoming, body) : null;
    if (fault) await garble(fault, answer, outgoing);
    else if (answer) outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  }

  /** Reading goes through as it is, the endless stream of hints too. */
  function stream(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url: path, headers } = incoming;
    const onward = ask(
      { host: '127.0.0.1', port: proxy.target, method, path, headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    onward.end();
  }

  async function pass({ method, url: path, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const onward = ask({ host: '127.0.0.1', port: proxy.target, method, path, headers, agent: false });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await read(answer) };
  }

  const proxy: FaultProxy = {
    port: 0,
    target: 0,
    plan: () => null,
    done: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

async function garble({ kind }: Fault, answer: Answer | null, outgoing: ServerResponse): Promise<void> {
  switch (kind) {
    case 'error':
      outgoing.writeHead(500, { 'Content-Type': 'application/problem+json' });
      return void outgoing.end(JSON.stringify({ status: 500, code: 'internal', title: 'Internal error' }));
    case 'busy':
      outgoing.writeHead(429, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' });
      return void outgoing.end(JSON.stringify({ status: 429, code: 'rate-limited', title: 'Too many' }));
    case 'html':
      // A network that wants to be logged in to answers so.
      outgoing.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      return void outgoing.end('<!doctype html><title>Gjestenett</title><h1>Velkommen</h1>');
    case 'slow':
    case 'truncated': {
      if (!answer) return void outgoing.destroy();
      const { status, headers, body } = answer;
      const length = { 'content-length': String(body.length), 'transfer-encoding': undefined };
      outgoing.writeHead(
        status,
        Object.fromEntries(Object.entries({ ...headers, ...length }).filter(([, v]) => v)),
      );
      const end = kind === 'slow' ? body.length : body.length / 2;
      for (let at = 0; at < end; at += 16) {
        outgoing.write(body.subarray(at, Math.min(at + 16, end)));
        await pause(kind === 'slow' ? 10 : 1);
      }
      if (kind === 'slow') outgoing.end();
      else outgoing.destroy();
      return;
    }
    default:
      outgoing.destroy();
  }
}
