import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/browsers.mjs';

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
