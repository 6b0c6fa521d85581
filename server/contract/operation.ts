/**
 * One operation of the contract: a zod-openapi route that also says who may
 * call it. The application enforces these rules, the authorization matrix is
 * generated from them, and `docs/openapi.json` shows them as `x-` members.
 */
import { createRoute, z, type RouteConfig } from '@hono/zod-openapi';
import type { Scope } from '../../src/backend/types.js';
import { Problem, problemStatus, problemTitles, type ProblemCode } from './problems.js';

/**
 * Who may call an operation.
 *
 * - `public`: anybody; who is logged in is not looked at
 * - `anonymous-ok`: anybody; the answer depends on who is logged in
 * - `terms`: every resident who is logged in, whether or not the terms are accepted
 * - `active`: residents who are active
 * - `staff`: staff; residents get 403 `forbidden`, staff of another service 404
 */
export type AccessRule = 'public' | 'anonymous-ok' | 'terms' | 'active' | 'staff';

/**
 * What `HN-Acting-For` does. On every request of a resident who is logged in the
 * header is checked, whatever the rule: a party that the person may not act for
 * gives 403 `forbidden`. Public operations and staff are not asked for it.
 *
 * - `used`: the operation is about the person acted for
 * - `ignored`: it is about the caller or about nobody
 * - `refused`: 403 `forbidden` when the header names another
 */
export type ActingForRule = 'used' | 'ignored' | 'refused';

export interface OperationRules {
  access: AccessRule;
  actingFor?: ActingForRule;
  /** What a power of attorney, or being a parent, must cover. */
  scope?: Scope;
  /** Whether `Idempotency-Key` is required. */
  idempotent?: boolean;
  /** Whether `If-Match` is required. */
  ifMatch?: boolean;
  /** Error codes of this operation beyond those that follow from its rules and shape. */
  problems?: readonly ProblemCode[];
}

/** The rules as they stand on a route and in the document. */
export type RuleExtensions = {
  'x-access': AccessRule;
  'x-acting-for': ActingForRule;
  'x-scope': Scope | null;
  'x-idempotency-key': boolean;
  'x-if-match': boolean;
};

/** What every operation of the contract has. */
export type Operation = RouteConfig & RuleExtensions & { operationId: string };

/** A route before its rules are added. */
type BareRoute<P extends string> = Omit<RouteConfig, 'path' | 'security' | 'parameters'> & {
  path: P;
  operationId: string;
  summary: string;
  tags: string[];
};

export const IdempotencyKey = z.uuid();

/** Header parameters, by their name under `#/components/parameters`. */
export const headerParameters = {
  ActingFor: {
    name: 'HN-Acting-For',
    in: 'header',
    required: false,
    description:
      'The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in.',
    schema: { $ref: '#/components/schemas/Id' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`.',
    schema: { type: 'string', format: 'uuid' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`.',
    schema: { type: 'string' },
  },
} as const;

export const headers = {
  ETag: {
    description: 'The version of what is answered; repeated as `version`.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'Where what was made can be read, or where the browser goes next.',
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Retry-After': {
    description: 'Seconds until it is worth trying again.',
    schema: { type: 'integer', minimum: 0 },
  },
} as const;

/** Adds to a route its rules, its headers and the errors that follow from them. */
export function operation<const P extends string, const R extends BareRoute<P>>(
  rules: OperationRules,
  route: R & { path: P },
) {
  const extensions: RuleExtensions = {
    'x-access': rules.access,
    'x-acting-for': rules.actingFor ?? 'ignored',
    'x-scope': rules.scope ?? null,
    'x-idempotency-key': rules.idempotent ?? false,
    'x-if-match': rules.ifMatch ?? false,
  };
  const whole = {
    ...route,
    ...extensions,
    security: securityOf(rules.access),
    parameters: parametersOf(extensions),
    responses: { ...problemResponses(problemsOf(rules, route)), ...route.responses },
  };
  // The types of the errors are left out on purpose: handlers throw them.
  return createRoute<P, R & { path: P } & RuleExtensions>(whole);
}

function securityOf(access: AccessRule): Record<string, string[]>[] {
  if (access === 'public') return [];
  const cookie = access === 'staff' ? 'staffSession' : 'session';
  const either: Record<string, string[]>[] = [{ [cookie]: [] }, { bearer: [] }];
  return access === 'anonymous-ok' ? [{}, ...either] : either;
}

function parametersOf(rules: RuleExtensions): { $ref: string }[] {
  const names: (keyof typeof headerParameters)[] = [];
  if (rules['x-acting-for'] !== 'ignored') names.push('ActingFor');
  if (rules['x-idempotency-key']) names.push('IdempotencyKey');
  if (rules['x-if-match']) names.push('IfMatch');
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function problemsOf(
  rules: OperationRules,
  route: Pick<RouteConfig, 'method' | 'path' | 'request'>,
): Set<ProblemCode> {
  const codes = new Set<ProblemCode>(['rate-limited', 'internal', 'unavailable']);
  const add = (...more: readonly ProblemCode[]) => more.forEach((code) => codes.add(code));
  if (rules.access === 'terms' || rules.access === 'staff') add('unauthenticated', 'forbidden');
  if (rules.access === 'active') add('unauthenticated', 'terms-required', 'pending', 'forbidden');
  if ((rules.actingFor ?? 'ignored') !== 'ignored') add('forbidden');
  if (rules.scope) add('scope-missing');
  if (route.method !== 'get') add('origin-refused');
  if (route.path.includes('{')) add('not-found');
  if (route.request?.query) add('invalid');
  if (route.request?.body) add('malformed', 'too-large', 'invalid');
  if (rules.idempotent) add('invalid', 'idempotency-mismatch');
  if (rules.ifMatch) add('precondition-required', 'stale');
  add(...(rules.problems ?? []));
  return codes;
}

function problemResponses(codes: ReadonlySet<ProblemCode>): RouteConfig['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...codes].sort()) {
    const status = problemStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      {
        description: some.map((code) => `\`${code}\`: ${problemTitles[code]}`).join(' '),
        ...(status === 429 || status === 503 ? { headers: { 'Retry-After': headers['Retry-After'] } } : {}),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** An answer in JSON. */
export function json<const T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } };
}

/** A body in JSON that must be there. */
export function jsonBody<const T extends z.ZodType>(schema: T) {
  return { body: { required: true as const, content: { 'application/json': { schema } } } };
}
