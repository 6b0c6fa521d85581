import { BackendError } from '../errors.js';
import type { BackendErrorCode, FieldError } from '../errors.js';
import { checkLinks } from './links.js';

/** What an answer without a code that we know means. */
const BY_STATUS: Record<number, BackendErrorCode> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'not-allowed',
  412: 'stale',
  413: 'too-large',
  415: 'media-type',
  422: 'invalid',
  428: 'precondition-required',
  429: 'rate-limited',
  500: 'internal',
  501: 'not-implemented',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The codes of the contract that no status stands for. A test compares all with the contract's list. */
const FURTHER: BackendErrorCode[] = [
  'terms-required',
  'pending',
  'scope-missing',
  'origin-refused',
  'slot-taken',
  'too-late',
  'thread-closed',
  'idempotency-mismatch',
  'proxy-too-young',
  'grantor-too-young',
  'proxy-self',
  'person-unknown',
  'attachment-rejected',
  'too-many-attachments',
  'code-wrong',
  'code-expired',
  'too-many-attempts',
];

export const ANSWER_CODES: ReadonlySet<unknown> = new Set([...Object.values(BY_STATUS), ...FURTHER]);

/** What came back, before anybody has made sense of it. */
export interface RawAnswer {
  status: number;
  /** `Content-Type`. */
  type: string | null;
  text: string;
  /** `Retry-After`, if any. */
  retryAfter?: string | null;
}

export async function rawAnswer(response: Response): Promise<RawAnswer> {
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    text: await response.text(),
    retryAfter: response.headers.get('Retry-After'),
  };
}

/**
 * The value of a good answer, its links checked; throws the `BackendError` of
 * any other. `member` must be in the value: an answer without it is from
 * something that does not speak the contract.
 */
export function readAnswer(
  { status, type, text, retryAfter }: RawAnswer,
  member: string,
  base: string,
): unknown {
  let value: Record<string, unknown> | null = null;
  try {
    if (/[/+]json/.test(type ?? '')) value = JSON.parse(text, checkLinks(base));
  } catch {
    // Cut short, or not JSON at all: no value.
  }
  if (status >= 200 && status < 300) {
    if (!member) return undefined;
    const found = value?.[member];
    if (found !== undefined && (member !== 'items' || Array.isArray(found))) return value;
    throw new BackendError('bad-response');
  }
  // A proxy on the way answers with a page of its own: these statuses say enough all the same.
  if (!value && status !== 401 && status !== 413 && status !== 429 && status < 500) {
    throw new BackendError('bad-response');
  }
  const code = value?.code;
  throw new BackendError(
    ANSWER_CODES.has(code)
      ? (code as BackendErrorCode)
      : (BY_STATUS[status] ?? (status < 500 ? 'bad-response' : 'internal')),
    {
      status,
      errors: Array.isArray(value?.errors) ? (value.errors as FieldError[]) : [],
      retryAfter: retryAfter ? milliseconds(retryAfter) : null,
    },
  );
}

/** `Retry-After` is seconds or a date. */
function milliseconds(retryAfter: string): number | null {
  const wait = Number.isNaN(+retryAfter) ? Date.parse(retryAfter) - Date.now() : +retryAfter * 1000;
  return wait >= 0 ? wait : null;
}
