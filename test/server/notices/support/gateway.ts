/** A text message gateway: a real web server that notes what it gets, and answers as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export interface GatewayRequest {
  method: string;
  headers: IncomingMessage['headers'];
  body: { to: string; text: string; id: string };
}

/** A status; with headers; the connection cut before or after it was read; or no answer at all. */
export type GatewayAnswer = number | { status: number; headers: Record<string, string> } | 'cut' | 'silence';

export interface Gateway {
  url: string;
  /** All that was asked. */
  asked: GatewayRequest[];
  /** What was accepted, or may have been: every request but those that were refused. */
  taken: GatewayRequest['body'][];
  /** Of the next requests; 202 when left out. Called with each. */
  answer: (request: GatewayRequest) => GatewayAnswer | Promise<GatewayAnswer>;
  close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
  const sockets = new Set<Socket>();
  const gateway: Gateway = {
    url: '',
    asked: [],
    taken: [],
    answer: () => 202,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request: GatewayRequest = {
      method: incoming.method ?? '',
      headers: incoming.headers,
      body: JSON.parse(await text(incoming)) as GatewayRequest['body'],
    };
    gateway.asked.push(request);
    const answer = await gateway.answer(request);
    const status = typeof answer === 'number' ? answer : typeof answer === 'object' ? answer.status : null;
    if (status === null || status < 300 || status === 502 || status === 504) gateway.taken.push(request.body);
    if (answer === 'cut') incoming.socket.destroy();
    else if (status !== null)
      response.writeHead(status, typeof answer === 'object' ? answer.headers : {}).end('{"to":"+47"}');
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return gateway;
}
