import { vi } from 'vitest';

type Answer = (path: string, init: RequestInit) => unknown;

/** What the service says to a request; a `Response` as it is, else as JSON. A throw is no answer at all. */
export function answerWith(answer: Answer): { asked: string[]; keys: string[] } {
  const asked: string[] = [];
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(`${init.method ?? 'GET'} ${path.replace(/\?.*/, '')}`);
    const key = new Headers(init.headers).get('Idempotency-Key');
    if (key) keys.push(key);
    const given = await answer(path, init);
    return given instanceof Response ? given : Response.json(given);
  });
  return { asked, keys };
}
