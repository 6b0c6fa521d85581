import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../scripts/free-port.mjs';

/** As `npm start` runs it. */
test('the built server answers, with its pages and its database', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist-server/server.js', '--demo'], {
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: 'memory:' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const url = `http://localhost:${port}`;
  try {
    const up = () => fetch(`${url}/healthz`).then(({ status }) => expect(status).toBe(200));
    await expect
      .poll(
        () =>
          up().then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    for (const path of [
      '/readyz',
      '/municipality.html',
      '/dist/cdn/hn.js',
      '/api/session',
      '/api/openapi.json',
    ])
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    const { items } = (await (await fetch(`${url}/api/municipalities?q=oslo`)).json()) as {
      items: { name: string }[];
    };
    expect(items.map(({ name }) => name)).toContain('Oslo');
  } finally {
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  }
});

test('the log of the built server names the place of a fault in the sources, below any folder', async () => {
  // A provider without keys, which only our own code minds.
  const provider = createServer((_request, response) => {
    const issuer = `http://localhost:${(provider.address() as AddressInfo).port}`;
    const metadata = { issuer, authorization_endpoint: issuer, token_endpoint: issuer };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata));
  }).listen(0, 'localhost');
  await once(provider, 'listening');
  const root = mkdtempSync(join(tmpdir(), 'hn-built-'));
  const home = join(root, 'usr/src/app');
  mkdirSync(home, { recursive: true });
  cpSync('dist-server', join(home, 'dist-server'), { recursive: true });
  cpSync('package.json', join(home, 'package.json'));
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  onTestFinished(() => {
    provider.close();
    rmSync(root, { recursive: true });
  });

  const child = spawn(process.execPath, ['dist-server/server.js'], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: 'memory:',
      OIDC_ISSUER: `http://localhost:${(provider.address() as AddressInfo).port}`,
      OIDC_CLIENT_ID: 'hn',
      OIDC_CLIENT_SECRET: 'hn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let told: Record<string, unknown> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    told = JSON.parse(line) as typeof told;
    if (told.event === 'identity.unavailable') break;
  }
  child.kill('SIGTERM');
  await ended;
  expect(told).toMatchObject({ event: 'identity.unavailable', errorName: 'Error' });
  expect(told.at).toMatch(/^server\/auth\/oidc\.ts:\d+$/);
});
