/** The Node side of the server: the port, time limits, and going down without losing a request. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds. */
const HEADERS_LIMIT = 15_000;
/** Long enough for the largest allowed file over a slow line. */
const REQUEST_LIMIT = 300_000;
/** Longer than what load balancers keep idle connections for. */
const KEEP_ALIVE = 65_000;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The port cannot be had. The message is for the operator's screen. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface HttpServer {
  port: number;
  /** Where this very process reaches it, such as `http://127.0.0.1:8080`. */
  address: string;
  /** Until it is set, requests are told to come again (503). */
  setHandler(handler: Handler): void;
  readonly closing: boolean;
  /**
   * Takes no new connections, lets what is under way end, and after `limit`
   * milliseconds ends it. True when nothing had to be cut off. `finish` is
   * called at once and ends what would never end by itself.
   */
  close(limit: number, finish: () => Promise<void>): Promise<boolean>;
}

/** @throws {ListenError} naming PORT or HOST and what to do */
export async function listen(host: string, port: number): Promise<HttpServer> {
  let handler: Handler = starting;
  let closing = false;
  const server = createServer(
    { headersTimeout: HEADERS_LIMIT, requestTimeout: REQUEST_LIMIT, keepAliveTimeout: KEEP_ALIVE },
    (request, response) => {
      if (closing) response.shouldKeepAlive = false;
      else response.once('close', () => closing && server.closeIdleConnections());
      handler(request, response);
    },
  );
  await bind(server, host, port);
  const got = (server.address() as AddressInfo).port;

  return {
    port: got,
    address: `http://${reachable(host)}:${got}`,
    setHandler: (next) => (handler = next),
    get closing() {
      return closing;
    },
    async close(limit, finish) {
      closing = true;
      const closed = new Promise<boolean>((resolve) => server.close(() => resolve(true)));
      const done = Promise.all([closed, finish()]).then(() => true);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, limit, false)));
      const clean = await Promise.race([done, late]);
      clearTimeout(timer);
      server.closeAllConnections();
      await closed;
      return clean;
    },
  };
}

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end('starting\n');
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      reject(new ListenError(explain(fault, host, port), { cause: fault })),
    );
    server.listen(port, host, resolve);
  });
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const another = port < 65535 ? port + 1 : port - 1;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is taken: another program, perhaps this server already, listens at ${host}:${port}. Stop it, or choose another port, such as PORT=${another}.`;
    case 'EACCES':
      return `PORT ${port} may not be used by this user. Choose one from 1024 on, such as PORT=8080.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine. Give one that is, such as HOST=127.0.0.1, or HOST=0.0.0.0 for all.`;
    default:
      return `The server cannot listen at ${host}:${port} (${code ?? message}). Check HOST and PORT.`;
  }
}

/** "All addresses" is none to connect to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
