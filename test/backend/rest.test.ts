import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/backend/errors.js';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import type { Session } from '../../src/backend/types.js';
import { json, problem, startServer } from './server.js';
import type { Seen, TestServer } from './server.js';
import { stubStorage } from './storage.js';

const servers: TestServer[] = [];
async function serve(...answers: Parameters<typeof startServer>[0][]): Promise<TestServer> {
  const server = await startServer((request, response, number) =>
    answers[Math.min(number, answers.length - 1)]!(request, response, number),
  );
  servers.push(server);
  return server;
}
const connect = (url: string, more: object = {}): ReturnType<typeof createRestBackend> =>
  createRestBackend({ url, retryDelay: 1, ...more });
const failure = async (promise: Promise<unknown>): Promise<BackendError> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackendError);
  return error as BackendError;
};
const EMPTY = { items: [], next: null };

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the REST adapter', () => {
  describe('requests', () => {
    it('ask in the language and the page that were asked for', async () => {
      const server = await serve((_, response) => json(response, EMPTY));
      await connect(`${server.url}/api/`).listContacts({ lang: 'nn', limit: 200, cursor: 'a b&c' });
      const url = new URL(server.seen[0]!.url, server.url);
      expect(url.pathname).toBe('/api/contacts');
      expect(Object.fromEntries(url.searchParams)).toEqual({ lang: 'nn', limit: '200', cursor: 'a b&c' });
    });

    it('leave out what nobody asked for', async () => {
      const server = await serve((_, response) => json(response, EMPTY));
      await connect(server.url).listThreads({});
      expect(server.seen[0]!.url).toBe('/threads');
    });

    it('keep ids within their place in the path', async () => {
      const server = await serve((_, response) => json(response, { id: 'x' }));
      await connect(server.url).getContact('../session?x#y');
      expect(server.seen[0]!.url).toBe('/contacts/..%2Fsession%3Fx%23y');
    });

    it('never put what is searched for or written into an address', async () => {
      const server = await serve((_, response) => json(response, { ...EMPTY, id: '1' }));
      const backend = connect(server.url);
      await backend.searchThreads({ q: 'hemmelig' }, { lang: 'nb', cursor: 'c1' });
      await backend.createThread({
        contactId: '1',
        subject: 'hemmelig',
        body: 'hemmelig',
        attachmentIds: [],
      });
      await backend.grantProxy({
        person: { nationalId: '01815012345', familyName: 'hemmelig' },
        scopes: ['messages'],
        validTo: null,
      });
      expect(server.seen.map(({ url }) => url)).toEqual(['/threads/search?lang=nb', '/threads', '/proxies']);
      expect(JSON.parse(server.seen[0]!.body)).toEqual({ q: 'hemmelig', cursor: 'c1' });
    });

    it.each<[string, (b: ReturnType<typeof connect>) => Promise<unknown>, string]>([
      ['acceptTerms', (b) => b.acceptTerms('2'), 'POST /session/terms {"version":"2"}'],
      ['withdrawTerms', (b) => b.withdrawTerms(), 'DELETE /session/terms '],
      ['extendSession', (b) => b.extendSession(), 'POST /session/extend '],
      ['endSession', (b) => b.endSession({ lang: 'nb' }), 'DELETE /session '],
      ['listMunicipalities', (b) => b.listMunicipalities('Herøy'), 'GET /municipalities?q=Her%C3%B8y '],
      ['listPublicContacts', (b) => b.listPublicContacts('0301'), 'GET /municipalities/0301/contacts '],
      ['getAppointment', (b) => b.getAppointment('7'), 'GET /appointments/7 '],
      [
        'listAppointments',
        (b) => b.listAppointments({ status: 'booked', order: 'asc' }),
        'GET /appointments?status=booked&order=asc ',
      ],
      [
        'cancelAppointment',
        (b) => b.cancelAppointment('7', { reasonId: 'r' }, { version: 'v' }),
        'POST /appointments/7/cancel {"reasonId":"r"}',
      ],
      [
        'rescheduleAppointment',
        (b) => b.rescheduleAppointment('7', { slotId: 's' }, { version: 'v' }),
        'POST /appointments/7/reschedule {"slotId":"s"}',
      ],
      [
        'requestAppointment',
        (b) => b.requestAppointment({ contactId: 'c', kind: 'video', slotId: 's' }),
        'POST /appointments {"contactId":"c","kind":"video","slotId":"s"}',
      ],
      [
        'listSlots',
        (b) => b.listSlots({ contactId: 'c', kind: 'video', from: 'f', to: 't' }),
        'GET /slots?contactId=c&kind=video&from=f&to=t ',
      ],
      ['getThread', (b) => b.getThread('7'), 'GET /threads/7 '],
      ['listMessages', (b) => b.listMessages('7'), 'GET /threads/7/messages '],
      [
        'sendMessage',
        (b) => b.sendMessage('7', { body: 'x', attachmentIds: [] }),
        'POST /threads/7/messages {"body":"x","attachmentIds":[]}',
      ],
      ['markRead', (b) => b.markRead('7', '8'), 'PUT /threads/7/read {"messageId":"8"}'],
      ['moveThread', (b) => b.moveThread('7', 'archive'), 'PUT /threads/7/folder {"folder":"archive"}'],
      ['listProxies', (b) => b.listProxies(), 'GET /proxies '],
      ['endProxy', (b) => b.endProxy('7'), 'POST /proxies/7/end '],
      ['getNotificationSettings', (b) => b.getNotificationSettings(), 'GET /notification-settings '],
      [
        'saveNotificationSettings',
        (b) => b.saveNotificationSettings({ rules: [], language: 'nb', mobile: null }, { version: 'v' }),
        'PUT /notification-settings {"rules":[],"language":"nb","mobile":null}',
      ],
      [
        'startVerification',
        (b) => b.startVerification({ channel: 'sms', to: '+47' }),
        'POST /notification-settings/verifications {"channel":"sms","to":"+47"}',
      ],
      [
        'completeVerification',
        (b) => b.completeVerification('7', '1234'),
        'POST /notification-settings/verifications/7 {"code":"1234"}',
      ],
      ['listAccessLog', (b) => b.listAccessLog({ threadId: '7' }), 'GET /access-log?threadId=7 '],
    ])('of %s follow the contract', async (_, run, expected) => {
      const server = await serve((_request, response) =>
        json(response, { ...EMPTY, id: '1', access: 'active', version: 'v', logoutUrl: null }),
      );
      await run(connect(server.url));
      const { method, url, body } = server.seen[0]!;
      expect(`${method} ${url} ${body}`).toBe(expected);
    });

    it('carry the version that was seen, and one key over all attempts', async () => {
      const drop = (_: Seen, response: Parameters<typeof json>[0]): void => void response.destroy();
      const server = await serve(drop, drop, (_, response) => json(response, { id: '1' }));
      await connect(server.url).cancelAppointment('1', { reasonId: 'r' }, { version: 'v3' });
      expect(server.seen).toHaveLength(3);
      const keys = server.seen.map(({ headers }) => headers['idempotency-key']);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(server.seen[0]!.headers['if-match']).toBe('"v3"');
    });

    it('use the key they are given', async () => {
      const server = await serve((_, response) => json(response, { id: '1' }, 201));
      const idempotencyKey = '6a1e29ac-8a44-4e58-9f8f-7cfa09a4b6ad';
      await connect(server.url).sendMessage('1', { body: 'x', attachmentIds: [] }, { idempotencyKey });
      expect(server.seen[0]!.headers['idempotency-key']).toBe(idempotencyKey);
    });

    it('take cookies, refuse redirects', async () => {
      const asked: RequestInit[] = [];
      const fetch = (_: unknown, init: RequestInit): Promise<Response> => {
        asked.push(init);
        return Promise.resolve(Response.json(EMPTY));
      };
      await connect('https://helse.example.no/api', { fetch }).listContacts();
      expect(asked[0]).toMatchObject({ credentials: 'include', redirect: 'error' });
      const server = await serve((_, response) => response.writeHead(302, { Location: '/elsewhere' }).end());
      expect((await failure(connect(server.url).listContacts())).status).toBe(0);
      expect(server.seen.every(({ url }) => url === '/contacts')).toBe(true);
    });
  });

  describe('with a token', () => {
    it('sends it and no cookies, and asks for a new one once when it is refused', async () => {
      const server = await serve(
        (_, response) => problem(response, 401, 'unauthenticated'),
        (_, response) => json(response, EMPTY),
      );
      const getToken = vi.fn().mockResolvedValueOnce('old').mockResolvedValueOnce('new');
      const credentials: unknown[] = [];
      const fetch: typeof globalThis.fetch = (input, init) => {
        credentials.push(init?.credentials);
        return globalThis.fetch(input, init);
      };
      await connect(server.url, { getToken, fetch }).listContacts();
      expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
      expect(credentials).toEqual(['omit', 'omit']);
    });

    it('gives up after the second refusal', async () => {
      const server = await serve((_, response) => problem(response, 401, 'unauthenticated'));
      const error = await failure(connect(server.url, { getToken: async () => 't' }).listContacts());
      expect(error).toMatchObject({ code: 'unauthenticated', status: 401 });
      expect(server.seen).toHaveLength(2);
    });

    it('is unauthenticated when the page gives none, and asks as nobody with an empty one', async () => {
      const server = await serve((_, response) => json(response, EMPTY));
      const broken = connect(server.url, { getToken: () => Promise.reject(new Error('no')) });
      expect((await failure(broken.listContacts())).code).toBe('unauthenticated');
      await connect(server.url, { getToken: async () => '' }).listContacts();
      expect(server.seen[0]!.headers.authorization).toBeUndefined();
    });

    it('does not wait for ever for one', async () => {
      const hanging = connect('http://127.0.0.1:9', {
        getToken: () => new Promise(() => undefined),
        timeout: 20,
      });
      expect((await failure(hanging.listContacts())).code).toBe('timeout');
    });
  });

  describe('acting for another', () => {
    it('says so on each request, keeps the id alone, for this tab and this backend', async () => {
      const storage = stubStorage();
      const server = await serve((_, response) => json(response, EMPTY));
      const backend = connect(server.url);
      await backend.actFor('p-1');
      await backend.listContacts();
      expect(server.seen[0]!.headers['hn-acting-for']).toBe('p-1');
      expect(Object.values(storage)).toEqual(['p-1']);
      expect(connect(server.url).actingFor).toBe('p-1');
      expect(connect(`${server.url}/other`).actingFor).toBeNull();
      await backend.actFor(null);
      await backend.listContacts();
      expect(server.seen[1]!.headers['hn-acting-for']).toBeUndefined();
      expect(Object.keys(storage)).toEqual([]);
    });

    it('says nothing of it where anyone may look', async () => {
      stubStorage();
      const server = await serve((_, response) => json(response, EMPTY));
      const backend = connect(server.url);
      await backend.actFor('p-1');
      await backend.listPublicContacts('0301');
      expect(server.seen[0]!.headers['hn-acting-for']).toBeUndefined();
    });

    it('says nothing of it at log-out, which a power of attorney that has ended does not stop', async () => {
      stubStorage();
      const server = await serve((_, response) => json(response, { logoutUrl: null }));
      const backend = connect(server.url);
      await backend.actFor('p-1');
      await backend.endSession();
      expect(server.seen[0]!.headers['hn-acting-for']).toBeUndefined();
    });

    it('lasts as long as the page where storage is refused', async () => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
      try {
        const backend = connect('https://x.example');
        await backend.actFor('p-1');
        expect(backend.actingFor).toBe('p-1');
      } finally {
        delete (globalThis as { sessionStorage?: unknown }).sessionStorage;
      }
    });
  });

  describe('errors', () => {
    it('carry code, status, fields and when to come back', async () => {
      const server = await serve((_, response) =>
        json(response, { code: 'invalid', errors: [{ pointer: '/body', code: 'too-long' }] }, 422, {
          'Retry-After': '7',
        }),
      );
      const error = await failure(
        connect(server.url).createThread({ contactId: '1', subject: '', body: '', attachmentIds: [] }),
      );
      expect(error).toMatchObject({
        code: 'invalid',
        status: 422,
        errors: [{ pointer: '/body', code: 'too-long' }],
        retryAfter: 7000,
        retryable: false,
      });
    });

    it.each([
      [403, 'scope-missing', 'scope-missing'],
      [403, 'what-is-this', 'forbidden'],
      [409, 'slot-taken', 'slot-taken'],
      [409, 'offline', 'not-allowed'],
      [404, undefined, 'not-found'],
      [500, 'boom', 'internal'],
      [599, undefined, 'internal'],
      [503, undefined, 'unavailable'],
      [418, undefined, 'bad-response'],
    ])('of status %i with code %s are %s', async (status, code, expected) => {
      const server = await serve((_, response) => json(response, { code }, status));
      expect((await failure(connect(server.url).markRead('1', '2'))).code).toBe(expected);
    });

    const html = { 'Content-Type': 'text/html' };
    it.each([
      [200, 'bad-response'],
      [404, 'bad-response'],
      [401, 'unauthenticated'],
      [413, 'too-large'],
      [429, 'rate-limited'],
      [500, 'internal'],
      [502, 'unavailable'],
    ])('of an HTML page with status %i are %s', async (status, expected) => {
      const server = await serve((_, response) => response.writeHead(status, html).end('<!doctype html>'));
      expect((await failure(connect(server.url).getSession())).code).toBe(expected);
    });

    it.each([
      ['cut short', '{"items":['],
      ['not what was asked for', '{"hello":1}'],
      ['not a list', '{"items":{}}'],
      ['null', 'null'],
      ['empty', ''],
    ])('of an answer that is %s are bad-response', async (_, text) => {
      const server = await serve((_request, response) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(text),
      );
      expect(await failure(connect(server.url).listContacts())).toMatchObject({
        code: 'bad-response',
        status: 0,
      });
    });

    it('say offline without a server, after a few attempts', async () => {
      const server = await serve((_, response) => void response.destroy());
      expect(await failure(connect(server.url).listContacts())).toMatchObject({ code: 'offline', status: 0 });
      expect(server.seen).toHaveLength(3);
    });

    it('say timeout when the answer, or its end, does not come', async () => {
      const server = await serve((_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"items":');
      });
      expect((await failure(connect(server.url, { timeout: 50 }).listContacts())).code).toBe('timeout');
      expect(server.seen).toHaveLength(1);
    });
  });

  describe('attempts again', () => {
    it('are made when an answer breaks off', async () => {
      const server = await serve(
        (_, response) => {
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
          response.write('{"items":');
          setImmediate(() => response.destroy());
        },
        (_, response) => json(response, EMPTY),
      );
      await connect(server.url).listContacts();
      expect(server.seen).toHaveLength(2);
    });

    it('are made when the server asks to come back soon, and left to others when late', async () => {
      const soon = await serve(
        (_, response) => json(response, {}, 503, { 'Retry-After': '0.01' }),
        (_, response) => json(response, EMPTY),
      );
      await connect(soon.url).listContacts();
      expect(soon.seen).toHaveLength(2);
      const late = await serve((_, response) =>
        json(response, { code: 'rate-limited' }, 429, { 'Retry-After': '60' }),
      );
      expect((await failure(connect(late.url).listContacts())).retryAfter).toBe(60_000);
      expect(late.seen).toHaveLength(1);
    });

    it('are not made where a second time would not be the same', async () => {
      const server = await serve((_, response) => void response.destroy());
      const backend = connect(server.url);
      await failure(backend.saveNotificationSettings({ rules: [], language: 'nb' }, { version: 'v' }));
      await failure(backend.extendSession());
      expect(server.seen).toHaveLength(2);
    });
  });

  describe('an abort', () => {
    it('rejects with its reason, before, during and between attempts', async () => {
      const server = await serve((_, response) => void response.destroy());
      const reason = new Error('enough');
      const backend = connect(server.url, { retryDelay: 100_000 });
      await expect(backend.listContacts({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(server.seen).toHaveLength(0);
      const between = new AbortController();
      const asked = backend.listContacts({ signal: between.signal });
      while (!server.seen.length) await new Promise(setImmediate);
      between.abort(reason);
      await expect(asked).rejects.toBe(reason);
      const silent = await serve(() => undefined);
      const during = new AbortController();
      const second = connect(silent.url).listContacts({ signal: during.signal });
      while (!silent.seen.length) await new Promise(setImmediate);
      during.abort(reason);
      await expect(second).rejects.toBe(reason);
    });
  });

  describe('links', () => {
    const session = (more: object): object => ({
      access: 'anonymous',
      user: null,
      terms: { version: '1', url: 'https://x.example/t', points: [] },
      help: { url: 'javascript:alert(1)' },
      film: { url: 'http://film.example', title: 't', provider: 'p' },
      loginUrl: null,
      ...more,
    });

    it('that may not be followed are gone', async () => {
      const server = await serve((_, response) =>
        json(response, session({ terms: { version: '1', url: 'data:text/html,x', points: [] } })),
      );
      const { help, film, terms } = await connect(server.url).getSession();
      expect([help.url, film, terms!.url]).toEqual([null, null, '']);
    });

    it('to log in come back to the page without query and hash', async () => {
      const server = await serve((_, response) => json(response, session({ loginUrl: '/api/login?a=1' })));
      const backend = connect(`${server.url}/api`);
      const answer: Session = await backend.getSession();
      const url = new URL(backend.loginUrl(answer, 'https://kommune.example/side?navn=Kari#x')!);
      expect(url.origin + url.pathname).toBe(`${server.url}/api/login`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        a: '1',
        return_to: 'https://kommune.example/side',
      });
      expect(backend.loginUrl({ ...answer, loginUrl: null }, 'https://x.example')).toBeNull();
    });
  });

  describe('the clock', () => {
    it('follows the server, except by what a cache has kept', async () => {
      const date = new Date('2026-11-24T10:00:00Z').toUTCString();
      const server = await serve(
        (_, response) => json(response, EMPTY, 200, { Date: date, 'Cache-Control': 'max-age=60' }),
        (_, response) => json(response, EMPTY, 200, { Date: date }),
      );
      const backend = connect(server.url, { clock: { now: () => 5 } });
      await backend.listPublicContacts('0301');
      expect(backend.now()).toBe(5);
      await backend.listContacts();
      expect(backend.now()).toBe(Date.parse('2026-11-24T10:00:00.500Z'));
    });
  });

  describe('files', () => {
    it('go up as a form and come down as bytes', async () => {
      const server = await serve(
        (_, response) => json(response, { id: 'a', name: 'x.txt', mediaType: 'text/plain', size: 3 }, 201),
        (_, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('abc'),
        (_, response) => problem(response, 404, 'not-found'),
      );
      const backend = connect(server.url);
      const progress: number[][] = [];
      const sent = await backend.upload(new File(['abc'], 'x.txt'), {
        onProgress: (...step) => progress.push(step),
      });
      expect(sent.id).toBe('a');
      expect(progress).toEqual([[3, 3]]);
      expect(server.seen[0]!.headers['content-type']).toMatch(/^multipart\/form-data/);
      expect(server.seen[0]!.headers['idempotency-key']).toBeUndefined();
      expect(await (await backend.getAttachment('a/b')).text()).toBe('abc');
      expect(server.seen[1]!.url).toBe('/attachments/a%2Fb');
      expect((await failure(backend.getAttachment('c'))).code).toBe('not-found');
    });
  });

  it('cannot be made for an address that is none', () => {
    expect(() => connect('no address')).toThrow(TypeError);
  });
});
