import { BackendError } from '../errors.js';
import { checkLinks } from './links.js';

/**
 * The value of a good answer, its links checked; rejects with the `BackendError`
 * of any other, for which there is more code.
 *
 * @param member must be in the value: an answer without it is from something
 *   that does not speak the contract; empty where no value is expected
 */
export async function readResponse(response: Response, member: string, base: string): Promise<unknown> {
  const { ok, status, headers } = response;
  const text = await response.text();
  let value: Record<string, unknown> | null | undefined;
  try {
    if (/[/+]json/.test(headers.get('Content-Type') ?? ''))
      value = JSON.parse(text, checkLinks(base)) as Record<string, unknown> | null;
  } catch {
    // Cut short, or not JSON at all: no value.
  }
  const found = value?.[member];
  if (ok && (!member || (found !== undefined && (member !== 'items' || Array.isArray(found))))) return value;
  if (ok) throw new BackendError('bad-response');
  throw await import('./refusals.js').then(
    ({ refusal }) => refusal(response, value),
    // What the status says alone is enough to ask again who is here.
    () =>
      new BackendError(
        status === 401
          ? 'unauthenticated'
          : status === 403
            ? 'forbidden'
            : status < 500
              ? 'bad-response'
              : 'unavailable',
        { status },
      ),
  );
}
