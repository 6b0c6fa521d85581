/** What holds for every request, whatever it asks for. */
import { createMemoryStorage } from '../../../server/storage/memory/memory.js';
import { afterEach, describe, expect, it } from 'vitest';
import { operations } from '../../../server/contract/index.js';
import type { Storage } from '../../../server/storage/storage.js';
import { newThread } from './suites/sending.js';
import { openWorld, PAGE, type World, type WorldOptions } from './support/world.js';

let world: World | undefined;
afterEach(() => world?.close());

async function open(options?: WorldOptions, storage: Storage = createMemoryStorage()): Promise<World> {
  world = await openWorld(storage, options);
  return world;
}

const EVIL = 'https://evil.example';

describe('cross-origin requests', () => {
  it('are shared with listed origins and their credentials, with nobody else', async () => {
    const { ask } = await open();
    const listed = await ask('GET', '/api/session', { headers: { Origin: PAGE } });
    expect(Object.fromEntries(listed.headers)).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'ETag,Retry-After,Location,Date',
    });
    for (const origin of [EVIL, 'null', `${PAGE}.evil.example`, 'http://kommune.example']) {
      const { headers, status } = await ask('GET', '/api/session', { headers: { Origin: origin } });
      expect([origin, status, headers.get('access-control-allow-origin')]).toEqual([origin, 200, null]);
    }
    const publicAnswer = await ask('GET', '/api/municipalities?limit=1', { headers: { Origin: EVIL } });
    expect(publicAnswer.headers.get('access-control-allow-origin')).toBeNull();
    expect(publicAnswer.headers.get('Vary')).toContain('Origin');
  });

  it('are asked for beforehand, and get the headers of the contract', async () => {
    const { ask } = await open();
    const preflight = (origin: string) =>
      ask('OPTIONS', '/api/threads', {
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
    const listed = await preflight(PAGE);
    expect(listed.status).toBe(204);
    expect(Object.fromEntries(listed.headers)).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET,HEAD,POST,PUT,DELETE',
      'access-control-allow-headers': 'Authorization,Content-Type,If-Match,Idempotency-Key,HN-Acting-For',
      'access-control-max-age': '600',
    });
    expect((await preflight(EVIL)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('carry their headers on errors too', async () => {
    const { ask } = await open();
    for (const [method, path] of [
      ['GET', '/api/contacts'],
      ['GET', '/api/nothing'],
      ['PUT', '/api/contacts'],
      ['GET', '/api/appointments'],
    ] as const) {
      const { headers } = await ask(method, path, { headers: { Origin: PAGE } });
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, PAGE]);
    }
  });

  it('that change something with a cookie must come from a listed origin', async () => {
    const { ask, session, url } = await open();
    const Cookie = await session('anna');
    for (const Origin of [EVIL, 'null', '']) {
      for (const [method, path] of [
        ['POST', '/api/session/extend'],
        ['DELETE', '/api/session/terms'],
        ['DELETE', '/api/session'],
        ['POST', '/api/threads'],
      ] as const) {
        const refused = await ask(method, path, { headers: { Cookie, Origin }, key: null });
        expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'origin-refused']);
      }
    }
    const asAmina = await session('amina');
    for (const [method, path] of [
      ['POST', '/api/staff/session/extend'],
      ['DELETE', '/api/staff/session'],
    ] as const) {
      const refused = await ask(method, path, { headers: { Cookie: asAmina, Origin: EVIL }, key: null });
      expect([path, refused.body.code]).toEqual([path, 'origin-refused']);
    }
    const without = await fetch(`${url}/api/session`, { method: 'DELETE', headers: { Cookie } });
    expect(without.status).toBe(403);
    const own = await ask('POST', '/api/session/extend', {
      headers: { Cookie, Origin: 'http://localhost:8080' },
    });
    expect(own.status).toBe(200);
    const bearer = await ask('POST', '/api/session/extend', {
      bearer: 'token-sub-anna',
      headers: { Origin: EVIL },
    });
    expect(bearer.status).toBe(200);
  });
});

describe('headers', () => {
  it('leave a browser nothing to do with an answer but read it', async () => {
    const { ask } = await open();
    for (const path of ['/api/session', '/api/nothing', '/healthz', '/api/openapi.json']) {
      const { headers } = await ask('GET', path);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Strict-Transport-Security')).toBeNull();
      expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('ask for https where the service has it', async () => {
    const { ask } = await open({ settings: { publicUrl: 'https://helse.example' } });
    expect((await ask('GET', '/healthz')).headers.get('Strict-Transport-Security')).toContain('max-age=');
  });
});

describe('what is not understood', () => {
  it('is a problem with a code', async () => {
    const { ask } = await open();
    const as = 'anna';
    const json = { 'Content-Type': 'application/json' };
    const cases = [
      ['GET', '/api/nothing', {}, 404, 'not-found'],
      ['GET', '/', {}, 404, 'not-found'],
      ['PUT', '/api/contacts', { as }, 405, 'not-found'],
      ['POST', '/api/threads', { as, raw: '{"a"', headers: json }, 400, 'malformed'],
      ['POST', '/api/threads', { as, raw: '', headers: json }, 400, 'malformed'],
      [
        'POST',
        '/api/threads',
        { as, raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json },
        400,
        'malformed',
      ],
      [
        'POST',
        '/api/threads',
        { as, raw: 'body=x', headers: { 'Content-Type': 'text/plain' } },
        422,
        'media-type',
      ],
      ['POST', '/api/threads', { as, raw: '[]', headers: json }, 422, 'invalid'],
      ['POST', '/api/threads', { as, raw: `"${'x'.repeat(300_000)}"`, headers: json }, 413, 'too-large'],
    ] as const;
    for (const [method, path, options, status, code] of cases) {
      const answer = await ask(method, path, options);
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, status, code]);
    }
    expect((await ask('PUT', '/api/contacts')).headers.get('Allow')).toBe('GET');
    expect((await ask('HEAD', '/api/session', { as })).status).toBe(200);
  });

  it('says nothing of a fault inside', async () => {
    const storage = createMemoryStorage();
    const broken = new Proxy(storage, {
      get: (target, key) =>
        key === 'listPersonContacts'
          ? () => Promise.reject(new Error('secret of the database'))
          : (Reflect.get(target, key) as unknown),
    });
    const { ask, log } = await open({}, broken);
    const { status, body } = await ask('GET', '/api/contacts', { as: 'anna' });
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify([body, log])).not.toContain('secret');
    expect(log.some(({ event }) => event === 'request.failed')).toBe(true);
  });
});

describe('limits', () => {
  const rateLimits = { session: 3, address: 6, login: 2, upload: 1 };

  it('hold a session back, and tell when to come again', async () => {
    const { ask, clock } = await open({ settings: { rateLimits } });
    for (const _ of [1, 2, 3]) expect((await ask('GET', '/api/session', { as: 'anna' })).status).toBe(200);
    const late = await ask('GET', '/api/session', { as: 'anna' });
    expect([late.status, late.body.code, late.headers.get('Retry-After')]).toEqual([
      429,
      'rate-limited',
      '20',
    ]);
    expect((await ask('GET', '/api/session', { as: 'ola' })).status).toBe(200);
    clock.pass(20_000);
    expect((await ask('GET', '/api/session', { as: 'anna' })).status).toBe(200);
  });

  it('hold an address back, whoever asks from it, but not the signs of life', async () => {
    const { ask } = await open({ settings: { rateLimits } });
    for (const _ of [1, 2, 3, 4, 5, 6]) await ask('GET', '/api/municipalities?limit=1');
    expect((await ask('GET', '/api/municipalities?limit=1')).status).toBe(429);
    expect((await ask('GET', '/healthz')).status).toBe(200);
    // Without a trusted proxy, what the header says is what anybody may say.
    const forged = { 'X-Forwarded-For': '203.0.113.9' };
    expect((await ask('GET', '/api/municipalities?limit=1', { headers: forged })).status).toBe(429);
  });

  it('go by the last entry that a trusted proxy wrote', async () => {
    const { ask } = await open({ settings: { rateLimits: { ...rateLimits, address: 1 }, trustProxy: true } });
    const from = async (forwarded: string) =>
      (await ask('GET', '/api/municipalities?limit=1', { headers: { 'X-Forwarded-For': forwarded } })).status;
    expect(await from('198.51.100.1, 203.0.113.1')).toBe(200);
    expect(await from('198.51.100.2, 203.0.113.1')).toBe(429);
    expect(await from('198.51.100.1, 203.0.113.2')).toBe(200);
  });

  it('hold log-ins and uploads back more than the rest', async () => {
    const { ask } = await open({ settings: { rateLimits } });
    const login = () => ask('GET', `/api/login?return_to=${encodeURIComponent(PAGE)}`);
    expect([(await login()).status, (await login()).status, (await login()).status]).toEqual([302, 302, 429]);
    const upload = () => ask('POST', '/api/attachments', { as: 'anna', key: null, raw: new FormData() });
    expect([(await upload()).status, (await upload()).status]).toEqual([422, 429]);
  });
});

describe('the log', () => {
  it('has a line for each request, and nothing about anybody', async () => {
    const { ask, log } = await open();
    await ask('GET', '/api/contacts/home-care?lang=nn', { as: 'anna' });
    await ask('POST', '/api/threads', { as: 'anna', body: newThread({ body: 'Hemmelig' }) });
    await ask('GET', '/api/municipalities?q=hemmelig');
    await ask('POST', '/api/threads/search', { as: 'anna', body: { q: 'hemmelig' } });
    await ask('GET', '/hemmelig');
    await ask('GET', '/api/staff/session', { as: 'amina' });
    expect(log.map(({ event, fields }) => [event, fields.method, fields.route, fields.status])).toEqual([
      ['request.done', 'GET', '/contacts/{id}', 200],
      ['request.done', 'POST', '/threads', 201],
      ['request.done', 'GET', '/municipalities', 200],
      ['request.done', 'POST', '/threads/search', 200],
      ['request.done', 'GET', 'none', 404],
      ['request.done', 'GET', '/staff/session', 200],
    ]);
    const text = JSON.stringify(log);
    for (const secret of ['emmelig', 'anna', 'Anna', 'home-care', '127.0.0.1', 'hn-session', 'hn-staff']) {
      expect(text).not.toContain(secret);
    }
    expect(log[0]?.fields.durationMs).toBeTypeOf('number');
  });
});

describe('health', () => {
  it('is that the process takes requests, and that the database answers', async () => {
    const storage = createMemoryStorage();
    let up = true;
    const ping = () => (up ? storage.ping() : Promise.reject(new Error('down')));
    const { ask } = await open(
      {},
      new Proxy(storage, {
        get: (target, key) => (key === 'ping' ? ping : (Reflect.get(target, key) as unknown)),
      }),
    );
    expect((await ask('GET', '/readyz')).body).toEqual({ status: 'ok' });
    up = false;
    expect((await ask('GET', '/healthz')).status).toBe(200);
    const down = await ask('GET', '/readyz');
    expect([down.status, down.headers.get('Retry-After')]).toEqual([503, '2']);
  });
});

describe('closing', () => {
  it('lets what is under way end and refuses what comes after', async () => {
    const { app, session } = await open();
    const Cookie = await session('anna');
    const request = () => new Request('http://localhost:8080/api/contacts', { headers: { Cookie } });
    const underWay = app.fetch(request());
    const closed = app.close();
    expect((await underWay).status).toBe(200);
    await closed;
    const late = await app.fetch(request());
    expect([late.status, late.headers.get('Retry-After')]).toEqual([503, '5']);
  });
});

describe('the contract', () => {
  it('is served as it is committed', async () => {
    const { ask } = await open();
    const { body } = await ask('GET', '/api/openapi.json');
    const served = Object.values(body.paths).flatMap((path) => Object.keys(path));
    expect(served).toHaveLength(operations.length);
  });
});
