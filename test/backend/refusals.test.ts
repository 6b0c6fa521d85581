import { afterEach, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backend/rest/rest.js';
import { problem, startServer } from './server.js';

vi.mock('../../src/backend/rest/refusals.js', () => Promise.reject(new Error('404')));

let close: () => Promise<void>;
afterEach(() => close());

it.each([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [409, 'bad-response'],
  [500, 'unavailable'],
])('an answer of status %i is %s where the code that tells more does not come', async (status, expected) => {
  const server = await startServer((_, response) => problem(response, status, 'scope-missing'));
  close = server.close;
  const backend = createRestBackend({ url: server.url, retryDelay: 1 });
  await expect(backend.getSession()).rejects.toMatchObject({ name: 'BackendError', code: expected, status });
});
