import { BackendError } from '../errors.js';
import type { BackendErrorCode, FieldError } from '../errors.js';
import { checkLinks } from './links.js';

/**
 * The codes of the contract by status; the first stands for an answer whose
 * code is not among them. A test compares this with the contract's own list.
 */
export const CODES: Record<number, string> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden terms-required pending scope-missing origin-refused',
  404: 'not-found',
  409: 'not-allowed slot-taken too-late thread-closed',
  412: 'stale',
  413: 'too-large',
  415: 'media-type',
  422: 'invalid idempotency-mismatch proxy-too-young grantor-too-young proxy-self person-unknown media-type attachment-rejected too-many-attachments code-wrong code-expired',
  428: 'precondition-required',
  429: 'rate-limited too-many-attempts',
  501: 'not-implemented',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/**
 * The value of a good answer, its links checked; throws the `BackendError` of
 * any other.
 *
 * @param header gives the value of a header, or null
 * @param member must be in the value: an answer without it is from something
 *   that does not speak the contract; empty where no value is expected
 */
export function readAnswer(
  status: number,
  text: string,
  header: (name: string) => string | null,
  member: string,
  base: string,
): unknown {
  let value: Record<string, unknown> | null | undefined;
  try {
    if (/[/+]json/.test(header('Content-Type') ?? ''))
      value = JSON.parse(text, checkLinks(base)) as Record<string, unknown> | null;
  } catch {
    // Cut short, or not JSON at all: no value.
  }
  const found = value?.[member];
  const good = status >= 200 && status < 300;
  if (good && (!member || (found !== undefined && (member !== 'items' || Array.isArray(found)))))
    return value;
  const codes = (CODES[status] ?? (status < 500 ? '' : 'internal')).split(' ');
  const code = codes.includes(value?.code as string) ? value?.code : codes[0];
  // A proxy on the way answers with a page of its own: of these the status says enough all the same.
  if (good || !code || (!value && status < 500 && ![401, 413, 429].includes(status))) {
    throw new BackendError('bad-response');
  }
  // Seconds, or a date.
  const retry = header('Retry-After');
  const wait = retry && (+retry >= 0 ? +retry * 1000 : Date.parse(retry) - Date.now());
  throw new BackendError(code as BackendErrorCode, {
    status,
    errors: Array.isArray(value?.errors) ? (value.errors as FieldError[]) : [],
    retryAfter: wait && wait > 0 ? wait : null,
  });
}

/** Reads a `Response` as `readAnswer` does. */
export async function readResponse(response: Response, member: string, base: string): Promise<unknown> {
  const { status, headers } = response;
  return readAnswer(status, await response.text(), (name) => headers.get(name), member, base);
}
