/** Holds every answer that a test gets against the contract. */
import { expect } from 'vitest';
import type { ZodType } from 'zod';
import { operations, Problem, type Operation } from '../../../../server/contract/index.js';

const matchers = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^/api${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  fixed: !operation.path.includes('{'),
}));

export function operationFor(method: string, path: string): Operation | undefined {
  const bare = path.split('?')[0] ?? path;
  const found = matchers.filter(
    ({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(bare),
  );
  return (found.find(({ fixed }) => fixed) ?? found[0])?.operation;
}

/** Fails the test when an answer has a status, member or header that the contract does not know. */
export function checkAgainstContract(method: string, path: string, response: Response, body: unknown): void {
  const type = response.headers.get('Content-Type') ?? '';
  const where = `${method} ${path.split('?')[0]} → ${response.status}`;
  if (
    method !== 'HEAD' &&
    response.status >= 400 &&
    path.startsWith('/api') &&
    !type.startsWith('text/html')
  ) {
    expect(type, where).toBe('application/problem+json');
    expectShape(Problem, body, where);
    expect((body as Problem).status, where).toBe(response.status);
    if (response.status === 429 || response.status === 503)
      expect(response.headers.get('Retry-After'), where).toMatch(/^\d+$/);
  }
  const operation = operationFor(method === 'HEAD' ? 'GET' : method, path);
  if (!operation || response.status === 405) return;
  if (operation['x-access'] !== 'public' && !type.startsWith('text/html')) {
    expect(response.headers.get('Cache-Control'), where).toBe('no-store');
    const vary = (response.headers.get('Vary') ?? '').split(',').map((name) => name.trim());
    expect(vary, where).toEqual(
      expect.arrayContaining(['Origin', 'Authorization', 'Cookie', 'HN-Acting-For']),
    );
  }
  if (type.startsWith('text/html')) return;
  const documented = operation.responses[String(response.status)];
  expect(documented, `${where} is not in the contract`).toBeDefined();
  const content = (documented as { content?: Record<string, { schema?: unknown }> }).content;
  const schema = content?.['application/json']?.schema;
  if (schema && method !== 'HEAD') expectShape(schema as ZodType, body, where);
}

/** The schema takes it and knows all of it. */
function expectShape(schema: ZodType, value: unknown, where: string): void {
  const result = schema.safeParse(value);
  expect(result.success ? [] : result.error.issues, where).toEqual([]);
  expect(value, where).toEqual(result.data);
}
