import { BackendError } from '../errors.js';
import type { BackendErrorCode, FieldError } from '../errors.js';

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

/** The error that an answer stands for which is not good; `value` is its body, if that is JSON. */
export function refusal({ status, headers }: Response, value?: Record<string, unknown> | null): BackendError {
  const codes = (CODES[status] ?? (status < 500 ? '' : 'internal')).split(' ');
  const code = codes.includes(value?.code as string) ? value?.code : codes[0];
  // A proxy on the way answers with a page of its own: of these the status says enough all the same.
  if (!code || (!value && status < 500 && ![401, 413, 429].includes(status))) {
    return new BackendError('bad-response');
  }
  // Seconds, or a date.
  const retry = headers.get('Retry-After');
  const wait = retry && (+retry >= 0 ? +retry * 1000 : Date.parse(retry) - Date.now());
  return new BackendError(code as BackendErrorCode, {
    status,
    errors: Array.isArray(value?.errors) ? (value.errors as FieldError[]) : [],
    retryAfter: wait && wait > 0 ? wait : null,
  });
}
