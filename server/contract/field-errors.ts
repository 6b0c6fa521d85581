/** From what a schema found wrong to what an answer may say about it: places and codes, never values. */
import type { FieldError } from '../../src/backend/errors.js';
import { fieldCodes, type FieldCode } from './scalars.js';

/** The part of a zod issue that is read here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly params?: { readonly code?: unknown } | undefined;
  /** What each branch of a union found wrong. */
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * What is wrong with a request, by field.
 *
 * `input` is what was validated: it tells a field that is missing from one that
 * is of the wrong kind, and is not part of the result. Keys that a client made
 * up do not reach the pointers, for schemas name every key.
 */
export function fieldErrors(error: { readonly issues: readonly unknown[] }, input?: unknown): FieldError[] {
  const found = flatten(error.issues as readonly Issue[], [], input).map((issue) => ({
    pointer: pointerTo(issue.path),
    code: codeOf(issue, input),
  }));
  return found.filter(
    (one, index) =>
      found.findIndex((other) => other.pointer === one.pointer && other.code === one.code) === index,
  );
}

/**
 * Of a union the branch that came nearest speaks for it: the one that misses
 * the fewest of its own fields, for those that are there tell what was meant.
 */
function flatten(issues: readonly Issue[], prefix: readonly PropertyKey[], input: unknown): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = [...prefix, ...issue.path];
    const branches = (issue.code === 'invalid_union' ? issue.errors : undefined) ?? [];
    const missing = (branch: readonly Issue[]) =>
      branch.filter((one) => one.path.length === path.length + 1 && isMissing(one.path, input)).length;
    const [nearest] = branches
      .map((branch) => flatten(branch, path, input))
      .sort((a, b) => missing(a) - missing(b) || a.length - b.length);
    return nearest && nearest.length > 0 ? nearest : [{ ...issue, path }];
  });
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function codeOf(issue: Issue, input: unknown): FieldCode {
  const own = issue.params?.code;
  if (fieldCodes.includes(own as FieldCode)) return own as FieldCode;
  const many = issue.origin === 'array' || issue.origin === 'set';
  switch (issue.code) {
    case 'too_small':
      if (many) return 'too-few';
      if (issue.origin !== 'string') return 'invalid';
      return issue.minimum === 1 ? 'required' : 'too-short';
    case 'too_big':
      if (many) return 'too-many';
      return issue.origin === 'string' ? 'too-long' : 'invalid';
    default:
      return isMissing(issue.path, input) ? 'required' : 'invalid';
  }
}

function isMissing(path: readonly PropertyKey[], input: unknown): boolean {
  let at = input;
  for (const [index, key] of path.entries()) {
    if (typeof at !== 'object' || at === null) return false;
    const value = (at as Record<PropertyKey, unknown>)[key];
    if (value === undefined) return index === path.length - 1;
    at = value;
  }
  return false;
}
