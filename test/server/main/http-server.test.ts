import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen, ListenError } from '../../../server/node/http-server.js';
import { createSelfFetch } from '../../../server/node/self-fetch.js';

async function start(handler?: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await listen('127.0.0.1', 0);
  if (handler) server.setHandler(handler);
  onTestFinished(async () => {
    await server.close(0, () => Promise.resolve());
  });
  return server;
}

const nothing = (): Promise<void> => Promise.resolve();

describe('the port', () => {
  it('tells to come again until the service is there', async () => {
    const response = await fetch((await start()).address);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it('that is taken is said by name, with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const fault: unknown = await listen('127.0.0.1', port).catch((reason: unknown) => reason);
    expect(fault).toBeInstanceOf(ListenError);
    expect((fault as Error).message).toMatch(new RegExp(`^PORT ${port} is taken: .* such as PORT=\\d+\\.$`));
  });

  it('at an address of another machine is said to be', async () => {
    await expect(listen('192.0.2.1', 0)).rejects.toThrow(
      /HOST=192\.0\.2\.1 is not an address of this machine/,
    );
  });
});

describe('going down', () => {
  it('lets a request under way end, and takes no new one', async () => {
    let answer: () => void = () => undefined;
    let arrived: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    const server = await start((_request, response) => {
      answer = () => response.end('done');
      arrived();
    });
    const slow = fetch(server.address).then((response) => response.text());
    await underWay;
    const closed = server.close(5000, nothing);
    expect(server.closing).toBe(true);
    await expect(fetch(server.address)).rejects.toThrow();
    answer();
    expect(await slow).toBe('done');
    expect(await closed).toBe(true);
  });

  it('does not wait for connections that are only kept', async () => {
    const server = await start((_request, response) => response.end('ok'));
    const response = await fetch(server.address);
    expect(await response.text()).toBe('ok');
    expect(await server.close(60_000, nothing)).toBe(true);
  });

  it('cuts off at its limit what does not end', async () => {
    let arrived: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    const server = await start(() => arrived());
    const stuck = fetch(server.address).then(
      () => 'answered',
      () => 'cut off',
    );
    await underWay;
    expect(await server.close(50, nothing)).toBe(false);
    expect(await stuck).toBe('cut off');
  });

  it('ends at its limit when the application does not', async () => {
    const server = await start();
    expect(await server.close(50, () => new Promise(() => undefined))).toBe(false);
  });
});

describe('requests of the server to itself', () => {
  it('go to where it listens, whatever its public name', async () => {
    const server = await start((incoming, response) => response.end(`${incoming.method} ${incoming.url}`));
    const self = createSelfFetch('https://helse.example.no', server.address);
    const response = await self('https://helse.example.no/oidc/token?x=1', { method: 'POST', body: 'y' });
    expect(await response.text()).toBe('POST /oidc/token?x=1');
  });

  it('go nowhere else', async () => {
    const self = createSelfFetch('https://helse.example.no', 'http://127.0.0.1:9');
    await expect(self('https://other.example/')).rejects.toThrow(TypeError);
  });
});

describe('a client that sends too much', () => {
  it('is told that its headers are too large', async () => {
    const server = await start((incoming, response) => {
      incoming.resume();
      response.end('ok');
    });
    const status = await new Promise<number>((resolve, reject) => {
      const big = request(server.address, { headers: { 'x-big': 'x'.repeat(20_000) } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      big.on('error', reject).end();
    });
    expect(status).toBe(431);
  });
});
