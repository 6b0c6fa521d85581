import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came, with its whole body. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface TestServer {
  /** Without a slash at the end. */
  url: string;
  /** All requests so far. */
  seen: Seen[];
  close(): Promise<void>;
}

/** A real server on a free port. `answer` gets every request, `number` counts from 0. */
export async function startServer(
  answer: (request: Seen, response: ServerResponse, number: number) => unknown,
): Promise<TestServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const one = { method: request.method!, url: request.url!, headers: request.headers, body };
      seen.push(one);
      void Promise.resolve(answer(one, response, seen.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(response: ServerResponse, value: unknown, status = 200, headers: object = {}): void {
  response.writeHead(status, {
    'Content-Type': status < 300 ? 'application/json' : 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(value));
}

export function problem(response: ServerResponse, status: number, code: string, more: object = {}): void {
  json(response, { type: 'about:blank', title: 'x', status, code, ...more }, status);
}

/** Resolves once `holds` does; the runner's time limit is the only clock. */
export async function until(holds: () => unknown): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}
