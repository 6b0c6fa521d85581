import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../storage/postgres-server.js';
import type { TestBrowser } from '../auth/browser.js';
import { logIn, startServer, type RunningServer } from '../../support/server.js';

const SLOW = 240_000;

/** Hints of a stream, as they come. */
async function watch(server: RunningServer, browser: TestBrowser, path: string) {
  const abort = new AbortController();
  const response = await fetch(`${server.publicUrl}${path}`, {
    headers: { cookie: browser.cookieHeader(server.publicUrl) },
    signal: abort.signal,
  });
  expect(response.status).toBe(200);
  const hints: unknown[] = [];
  let ended = false;
  void (async () => {
    let buffer = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      buffer += piece;
      const lines = buffer.split('\n\n');
      buffer = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) hints.push(JSON.parse(line.slice(6)));
    }
    ended = true;
  })().catch(() => (ended = true));
  return { hints, ended: () => ended, leave: () => abort.abort() };
}

function send(server: RunningServer, browser: TestBrowser, method: string, path: string, body?: object) {
  return browser.request(`${server.publicUrl}/api${path}`, {
    method,
    headers: {
      origin: server.publicUrl,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

describe('two server processes on one PostgreSQL', { timeout: SLOW }, () => {
  let database: TestDatabase;
  let first: RunningServer;
  let second: RunningServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { DATABASE_URL: database.url };
    first = await startServer(env);
    second = await startServer(env);
  }, SLOW);
  afterAll(async () => {
    await Promise.all([first.end('SIGTERM'), second.end('SIGTERM')]);
    await database.drop();
  }, SLOW);

  it('tell each other of what is written, read and ended', async () => {
    const ingrid = await logIn(first.publicUrl, 'ingrid-solberg');
    const amina = await logIn(second.publicUrl, 'amina-yusuf');
    const resident = await watch(first, ingrid, '/api/events');
    const staff = await watch(second, amina, '/api/staff/events');

    const body = { body: 'Hei', attachmentIds: [] };
    const sent = await send(first, ingrid, 'POST', '/threads/ingrid-eye-drops/messages', body);
    expect(sent.status).toBe(201);
    const hint = { type: 'message', partyId: null, id: 'ingrid-eye-drops' };
    await expect.poll(() => staff.hints, { timeout: 30_000 }).toEqual([hint]);

    const answer = await send(second, amina, 'POST', '/staff/threads/ingrid-eye-drops/messages', {
      body: 'Hei, Ingrid',
    });
    expect(answer.status).toBe(201);
    const told = { ...hint, partyId: 'ingrid-solberg' };
    await expect.poll(() => resident.hints, { timeout: 30_000 }).toEqual([told, told]);

    // Her session is one, whichever process she asks.
    const elsewhere = await fetch(`${second.publicUrl}/api/session`, {
      method: 'DELETE',
      headers: { origin: second.publicUrl, cookie: ingrid.cookieHeader(first.publicUrl) },
    });
    expect(elsewhere.status).toBe(200);
    await expect.poll(() => resident.ended(), { timeout: 30_000 }).toBe(true);
    staff.leave();
  });
});
