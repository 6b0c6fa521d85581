/** The errors of the contract: a closed list of codes, each with its status. */
import { z } from '@hono/zod-openapi';
import { fieldCodes } from './scalars.js';

/**
 * Every code a server answers with, and the HTTP status it stands with. `not-implemented` is for backends that do
 * not have all of the contract yet; the reference backend has.
 */
export const problemStatus = {
  unauthenticated: 401,
  'terms-required': 403,
  pending: 403,
  forbidden: 403,
  'scope-missing': 403,
  'origin-refused': 403,
  'not-found': 404,
  'slot-taken': 409,
  'too-late': 409,
  'thread-closed': 409,
  'not-allowed': 409,
  stale: 412,
  'too-large': 413,
  invalid: 422,
  'idempotency-mismatch': 422,
  'proxy-too-young': 422,
  'grantor-too-young': 422,
  'proxy-self': 422,
  'person-unknown': 422,
  'media-type': 422,
  'attachment-rejected': 422,
  'too-many-attachments': 422,
  'code-wrong': 422,
  'code-expired': 422,
  'precondition-required': 428,
  'rate-limited': 429,
  'too-many-attempts': 429,
  malformed: 400,
  internal: 500,
  'not-implemented': 501,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;
export type ProblemStatus = (typeof problemStatus)[ProblemCode];
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** English, for developers; a widget has words of its own for each code. */
export const problemTitles: Record<ProblemCode, string> = {
  unauthenticated: 'Nobody is logged in, or the session has ended.',
  'terms-required': 'The terms have not been accepted.',
  pending: 'The terms are accepted, but access has not begun yet.',
  forbidden: 'This person may not do this.',
  'scope-missing': 'The power of attorney does not cover this.',
  'origin-refused': 'A request with a cookie came from a page that is not allowed.',
  'not-found': 'There is nothing here for this person.',
  'slot-taken': 'Somebody else took this time.',
  'too-late': 'The deadline has passed.',
  'thread-closed': 'This conversation takes no more messages.',
  'not-allowed': 'The service does not allow this now.',
  stale: 'It was changed since it was read.',
  'too-large': 'The request is larger than allowed.',
  invalid: 'Something in the request is missing or not as it should be; see errors.',
  'idempotency-mismatch': 'This Idempotency-Key was used with another body.',
  'proxy-too-young': 'Who receives a power of attorney must be at least 18.',
  'grantor-too-young': 'Who gives a power of attorney must be at least 16.',
  'proxy-self': 'Nobody can give a power of attorney to themselves.',
  'person-unknown': 'No such person was found.',
  'media-type': 'Files of this type are not taken.',
  'attachment-rejected': 'A file is unknown, used already, expired, or not what it claims to be.',
  'too-many-attachments': 'There are more files than a message may hold.',
  'code-wrong': 'The code is not right.',
  'code-expired': 'The code has expired.',
  'precondition-required': 'If-Match is missing.',
  'rate-limited': 'There were too many requests; Retry-After says when to come back.',
  'too-many-attempts': 'There were too many attempts; Retry-After says when to come back.',
  malformed: 'The request could not be read.',
  internal: 'Something went wrong in the service.',
  'not-implemented': 'This part of the service is being built.',
  unavailable: 'The service cannot answer now; Retry-After says when to come back.',
};

export const FieldError = z
  .object({
    pointer: z.string().openapi({
      description:
        'A JSON pointer into the body, or `/` and the name of a parameter or header. Never a value.',
      example: '/body',
    }),
    code: z.enum(fieldCodes).openapi({ example: 'too-long' }),
  })
  .openapi('FieldError');

export const Problem = z
  .object({
    type: z.string().openapi({ description: 'Always `about:blank`: `code` tells problems apart.' }),
    title: z.string().openapi({ description: 'English, for developers. Never a value that was sent.' }),
    status: z.number().int(),
    code: z.enum(problemCodes),
    errors: z.array(FieldError).optional().openapi({ description: 'With `invalid`: what is wrong where.' }),
    limit: z.number().int().optional().openapi({ description: 'With `too-large`: how many bytes fit.' }),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details.' });

export type Problem = z.infer<typeof Problem>;

/** The body of an answer that is an error. */
export function problemOf(code: ProblemCode, errors?: Problem['errors']): Problem {
  return {
    type: 'about:blank',
    title: problemTitles[code],
    status: problemStatus[code],
    code,
    ...(errors ? { errors } : {}),
  };
}
