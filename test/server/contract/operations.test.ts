import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openApiDocument, operations, routes, type Operation } from '../../../server/contract/index.js';

const key = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;

/** Methods and paths of the contract, in its own order. */
const contract: readonly string[] = [
  'GET /session',
  'POST /session/terms',
  'DELETE /session/terms',
  'POST /session/extend',
  'DELETE /session',
  'GET /municipalities',
  'GET /municipalities/{number}/contacts',
  'GET /contacts',
  'GET /contacts/{id}',
  'GET /appointments',
  'GET /appointments/{id}',
  'POST /appointments/{id}/cancel',
  'POST /appointments/{id}/reschedule',
  'POST /appointments',
  'GET /slots',
  'GET /threads',
  'GET /threads/{id}',
  'POST /threads/search',
  'POST /threads',
  'GET /threads/{id}/messages',
  'POST /threads/{id}/messages',
  'PUT /threads/{id}/read',
  'PUT /threads/{id}/folder',
  'POST /attachments',
  'GET /attachments/{id}',
  'GET /proxies',
  'POST /proxies',
  'POST /proxies/{id}/end',
  'GET /notification-settings',
  'PUT /notification-settings',
  'POST /notification-settings/verifications',
  'POST /notification-settings/verifications/{id}',
  'GET /access-log',
  'GET /events',
];

describe('the contract', () => {
  it('has every operation', () => {
    expect(operations.map(key)).toEqual(expect.arrayContaining([...contract]));
  });

  it('has nothing else but logging in, the staff side and itself', () => {
    const others = operations
      .map(key)
      .filter((name) => !contract.includes(name) && !name.includes(' /staff/'));
    expect(others.sort()).toEqual(['GET /login', 'GET /login/callback', 'GET /openapi.json']);
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
