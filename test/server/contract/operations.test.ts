import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openApiDocument, operations, routes, type Operation } from '../../../server/contract/index.js';

const key = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;

/** Methods and paths of the contract, in its own order, with the part that brings those still due. */
const contract: Readonly<Record<string, Operation['x-due'] | null>> = {
  'GET /session': null,
  'POST /session/terms': null,
  'DELETE /session/terms': null,
  'POST /session/extend': null,
  'DELETE /session': null,
  'GET /municipalities': null,
  'GET /municipalities/{number}/contacts': null,
  'GET /contacts': null,
  'GET /contacts/{id}': null,
  'GET /appointments': null,
  'GET /appointments/{id}': null,
  'POST /appointments/{id}/cancel': null,
  'POST /appointments/{id}/reschedule': null,
  'POST /appointments': null,
  'GET /slots': null,
  'GET /threads': null,
  'GET /threads/{id}': null,
  'POST /threads/search': null,
  'POST /threads': null,
  'GET /threads/{id}/messages': null,
  'POST /threads/{id}/messages': null,
  'PUT /threads/{id}/read': null,
  'PUT /threads/{id}/folder': null,
  'POST /attachments': null,
  'GET /attachments/{id}': null,
  'GET /proxies': null,
  'POST /proxies': null,
  'POST /proxies/{id}/end': null,
  'GET /notification-settings': null,
  'PUT /notification-settings': null,
  'POST /notification-settings/verifications': null,
  'POST /notification-settings/verifications/{id}': null,
  'GET /access-log': null,
  'GET /events': null,
};

describe('the contract', () => {
  it('has every operation, and says of each whether it is still due', () => {
    const found = new Map(operations.map((operation) => [key(operation), operation]));
    for (const [name, due] of Object.entries(contract)) {
      expect(found.get(name), name).toBeDefined();
      expect(found.get(name)?.['x-due'] ?? null, name).toBe(due);
    }
  });

  it('has nothing else but logging in, the staff side and itself', () => {
    const others = operations.map(key).filter((name) => !(name in contract) && !name.includes(' /staff/'));
    expect(others.sort()).toEqual(['GET /login', 'GET /login/callback', 'GET /openapi.json']);
  });

  it('answers nothing on the staff side with 501', () => {
    expect(operations.filter((one) => one.path.startsWith('/staff/') && one['x-due'])).toEqual([]);
  });

  it('gives every operation the name it is exported under, once', () => {
    expect(Object.values(routes).map((route) => route.operationId)).toEqual(Object.keys(routes));
    expect(new Set(operations.map(key)).size).toBe(operations.length);
  });
});

describe.each(operations.map((operation) => [key(operation), operation] as const))('%s', (_, operation) => {
  const query = operation.request?.query;
  const parameters = query && 'shape' in query ? Object.keys(query.shape) : [];
  const answers = Object.entries(operation.responses);

  it('says who may call it', () => {
    expect(['public', 'anonymous-ok', 'terms', 'active', 'staff']).toContain(operation['x-access']);
    expect(['used', 'ignored', 'refused']).toContain(operation['x-acting-for']);
    expect(operation['x-access'] === 'staff').toBe(operation.path.startsWith('/staff/'));
    expect(operation.tags?.includes('staff') ?? false).toBe(operation.path.startsWith('/staff/'));
  });

  it('asks for a scope only where one may act for another', () => {
    if (operation['x-scope']) expect(operation['x-acting-for']).toBe('used');
  });

  it('needs a key with every POST, save sessions, searches and uploads', () => {
    const free = /\/session\/|\/search$|\/attachments$/.test(operation.path);
    expect(operation['x-idempotency-key']).toBe(operation.method === 'post' && !free);
  });

  it('needs If-Match where something versioned changes', () => {
    const versioned =
      (operation.method === 'post' && /^(\/staff)?\/appointments\/\{id\}\//.test(operation.path)) ||
      (operation.method === 'put' && operation.path === '/notification-settings');
    expect(operation['x-if-match']).toBe(versioned);
  });

  it('takes limit and cursor with every list', () => {
    const list = answers.some(([status, answer]) => {
      const schema = 'content' in answer ? answer.content?.['application/json'] : undefined;
      const shape = schema && 'schema' in schema ? (schema.schema as { shape?: object }).shape : undefined;
      return status === '200' && shape !== undefined && 'items' in shape;
    });
    if (list && operation.method === 'get')
      expect(parameters).toEqual(expect.arrayContaining(['limit', 'cursor']));
    else expect(parameters).not.toContain('cursor');
  });

  it('never takes what a person writes or an identity number in the address', () => {
    expect(parameters.filter((name) => /body|text|message|name|national/i.test(name))).toEqual([]);
    if (parameters.includes('q')) expect(operation['x-access']).toBe('public');
  });

  it('tells the errors that follow from its rules', () => {
    const told = JSON.stringify(operation.responses);
    const must = {
      unauthenticated: ['terms', 'active', 'staff'].includes(operation['x-access']),
      'terms-required': operation['x-access'] === 'active',
      pending: operation['x-access'] === 'active',
      'scope-missing': operation['x-scope'] !== null,
      'not-found': operation.path.includes('{'),
      'idempotency-mismatch': operation['x-idempotency-key'],
      'precondition-required': operation['x-if-match'],
      'not-implemented': operation['x-due'] !== undefined,
      'rate-limited': true,
    };
    for (const [code, expected] of Object.entries(must)) {
      if (expected) expect(told, code).toContain(`\`${code}\``);
    }
  });
});

describe('docs/openapi.json', () => {
  it('is the document of the contract', async () => {
    const written: unknown = JSON.parse(
      await readFile(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
    );
    expect(written).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('is OpenAPI 3.1 with a description or summary of every operation', () => {
    const document = openApiDocument() as {
      openapi: string;
      paths: Record<string, Record<string, { summary?: string }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const path of Object.values(document.paths)) {
      for (const operation of Object.values(path)) expect(operation.summary).toMatch(/\.$/);
    }
  });

  it('keeps null where a shape may be absent', () => {
    const { schemas } = (openApiDocument() as { components: { schemas: Record<string, unknown> } })
      .components;
    expect(schemas.Session).toMatchObject({
      properties: { user: { anyOf: [{ $ref: '#/components/schemas/Party' }, { type: 'null' }] } },
    });
  });
});
