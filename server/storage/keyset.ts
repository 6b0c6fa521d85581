/**
 * Keyset paging: a cursor is the sort key and id of the last row given, not an
 * offset, so rows that arrive or go in between shift nothing.
 */
import { StorageError } from './errors.js';
import type { PageOf } from './storage.js';

/** What a list is sorted by; it stands in the cursor, so that one list's cursor is refused by another. */
export type CursorKind = 'contacts' | 'threads' | 'messages' | 'access' | 'appointments' | 'slots' | 'powers';

type Key = string | number;

/** Opaque to callers: base64url of JSON. */
export function encodeCursor(kind: CursorKind, keys: readonly Key[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([kind, ...keys]));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The keys of a cursor of this kind, of the types that `shape` gives.
 *
 * @throws StorageError `invalid-cursor`
 */
export function decodeCursor<const Shape extends readonly ('string' | 'number')[]>(
  kind: CursorKind,
  shape: Shape,
  cursor: string,
): { [I in keyof Shape]: Shape[I] extends 'number' ? number : string } {
  const parts = parseCursor(cursor);
  const valid =
    Array.isArray(parts) &&
    parts.length === shape.length + 1 &&
    parts[0] === kind &&
    shape.every((type, i) => {
      const part: unknown = parts[i + 1];
      return type === 'number'
        ? Number.isSafeInteger(part)
        : typeof part === 'string' && !part.includes('\0');
    });
  if (!valid) throw new StorageError('invalid-cursor', 'Not a cursor of this list');
  return parts.slice(1) as { [I in keyof Shape]: Shape[I] extends 'number' ? number : string };
}

function parseCursor(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Makes a page of up to `limit` rows out of up to `limit + 1` rows found. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string): PageOf<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** By code points, as PostgreSQL's collation "C" sorts UTF-8; `<` would sort by UTF-16 units. */
export function compareText(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return Number(Boolean(y.done)) - Number(Boolean(x.done));
    const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}

/**
 * Sorts names as a Norwegian reader expects (… z æ ø å; other accents as their
 * base letter) with plain comparison, so that every database gives one order.
 * The three letters become the ASCII characters after `z`.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/g, '{')
    .replace(/[øö]/g, '|')
    .replace(/å/g, '}')
    .replace(/đ/g, 'd')
    .replace(/ŋ/g, 'n')
    .replace(/ŧ/g, 't')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
