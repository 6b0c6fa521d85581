/** Errors on their way to becoming `application/problem+json` (RFC 9457). */
import type { FieldError } from '../../src/backend/errors.js';
import { problemOf, problemStatus, type ProblemCode } from '../contract/problems.js';
import { IdentityUnavailableError } from '../auth/identity.js';
import { StorageError } from '../storage/errors.js';

export interface ProblemOptions {
  /** What is wrong where; never a value. */
  errors?: FieldError[];
  /** Another status than the code's own: 405 alone. */
  status?: number;
  headers?: Record<string, string>;
  /** With `too-large`: how many bytes fit. */
  limit?: number;
}

/** Thrown anywhere while a request is answered. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: object;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code);
    this.code = code;
    this.status = options.status ?? problemStatus[code];
    this.headers = { 'Content-Type': 'application/problem+json', ...options.headers };
    this.body = {
      ...problemOf(code, options.errors as Parameters<typeof problemOf>[1]),
      status: this.status,
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    };
  }

  /** For a handler that does something all the same: what is thrown is undone. */
  toAnswer(): { status: number; headers: Record<string, string>; body: object } {
    const { status, headers, body } = this;
    return { status, headers, body };
  }

  toResponse(): Response {
    return new Response(JSON.stringify(this.body), { status: this.status, headers: this.headers });
  }
}

/** One field is wrong. */
export const invalid = (pointer: string, code: FieldError['code'] = 'invalid'): Problem =>
  new Problem('invalid', { errors: [{ pointer, code }] });

export const retryAfter = (seconds: number) => ({
  headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
});

/** What is told of any fault; of one nobody foresaw, nothing. */
export function asProblem(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  if (fault instanceof IdentityUnavailableError)
    return new Problem('unavailable', retryAfter(fault.retryAfter));
  if (fault instanceof StorageError) {
    if (fault.code === 'unavailable') return new Problem('unavailable', retryAfter(2));
    if (fault.code === 'slot-taken') return new Problem('slot-taken');
    if (fault.code === 'invalid-cursor') return invalid('/cursor');
  }
  return new Problem('internal');
}
