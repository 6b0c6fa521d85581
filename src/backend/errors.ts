/** Codes that a backend answers with; see the HTTP contract in `docs/openapi.json`. */
export type BackendErrorCode =
  | 'unauthenticated'
  | 'terms-required'
  | 'pending'
  | 'forbidden'
  | 'scope-missing'
  | 'origin-refused'
  | 'not-found'
  | 'slot-taken'
  | 'too-late'
  | 'thread-closed'
  | 'not-allowed'
  | 'stale'
  | 'too-large'
  | 'invalid'
  | 'idempotency-mismatch'
  | 'proxy-too-young'
  | 'grantor-too-young'
  | 'proxy-self'
  | 'person-unknown'
  | 'media-type'
  | 'attachment-rejected'
  | 'too-many-attachments'
  | 'code-wrong'
  | 'code-expired'
  | 'precondition-required'
  | 'rate-limited'
  | 'too-many-attempts'
  | 'malformed'
  | 'internal'
  | 'not-implemented'
  | 'unavailable'
  /** No answer: the adapter's own codes, `status` 0. */
  | 'offline'
  | 'timeout'
  | 'bad-response';

/** What is wrong with one field of what was sent; `pointer` is a JSON pointer, never a value. */
export interface FieldError {
  pointer: string;
  code: string;
}

export interface BackendErrorOptions {
  /** HTTP status, or 0 without an answer. */
  status?: number;
  errors?: FieldError[];
  /** Milliseconds until it is worth trying again. */
  retryAfter?: number | null;
  cause?: unknown;
}

/** Codes after which the same request may succeed later. */
const RETRYABLE = /^(offline|timeout|bad-response|unavailable|rate-limited|internal)$/;

/** The only error that a `Backend` throws, save an `AbortError` when its signal was aborted. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: BackendErrorCode;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | null;

  /** Each widget's own file brings a copy of this class, and a page may have several: any of them counts. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'BackendError';
  }

  constructor(
    code: BackendErrorCode,
    { status = 0, errors = [], retryAfter = null, cause }: BackendErrorOptions = {},
  ) {
    super(code, { cause });
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later without a change. */
  get retryable(): boolean {
    return RETRYABLE.test(this.code);
  }
}
