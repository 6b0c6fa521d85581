/** Finding, sorting and copying rows of tables. */
import { StorageError } from '../errors.js';
import { compareText, decodeCursor, encodeCursor, nameKey, pageOf } from '../keyset.js';
import type { ContactRow, PageOf, PageRequest } from '../storage.js';
import type { Table } from './table.js';

/** A point in a list that is sorted newest first, then by id downwards. */
type Position = readonly [at: number, id: string];

export function pair(a: string, b: string): string {
  return JSON.stringify([a, b]);
}

export function copy<Row>(row: Row | undefined): Row | null {
  return row === undefined ? null : structuredClone(row);
}

export function copies<Row>(rows: Row[]): Row[] {
  return rows.map((row) => structuredClone(row));
}

export function filter<Row>(rows: Iterable<Row>, matches: (row: Row) => boolean): Row[] {
  return [...rows].filter(matches);
}

export function find<Row>(rows: Iterable<Row>, matches: (row: Row) => boolean): Row | undefined {
  return [...rows].find(matches);
}

export function sortById<Row extends { id: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => compareText(a.id, b.id));
}

/** Those that are there, each once. */
export function rowsOf<Row extends object>(table: Table<Row>, ids: readonly string[]): Row[] {
  return [...new Set(ids)].map((id) => table.get(id)).filter((row) => row !== undefined);
}

export function missing(table: string, column: string): StorageError {
  return new StorageError('missing-reference', `${table}: ${column} names a row that is not there`);
}

export function mustHave<Row extends object>(
  table: Table<Row>,
  id: string,
  from: string,
  column: string,
): Row {
  const row = table.get(id);
  if (!row) throw missing(from, column);
  return row;
}

export function refuseTaken<Row extends { id: string; subject: string }>(
  rows: Iterable<Row>,
  row: Row,
  table: string,
): void {
  if (find(rows, (other) => other.subject === row.subject && other.id !== row.id)) {
    throw new StorageError('duplicate', `${table}: the subject is taken`);
  }
}

/** Up to `limit + 1` rows that come after a position, sorted newest first. */
export function newestFirst<Row>(
  rows: Row[],
  positionOf: (row: Row) => Position,
  after: Position | null,
  limit: number,
): Row[] {
  const compare = (a: Position, b: Position) => b[0] - a[0] || compareText(b[1], a[1]);
  return rows
    .filter((row) => after === null || compare(positionOf(row), after) > 0)
    .sort((a, b) => compare(positionOf(a), positionOf(b)))
    .slice(0, limit + 1);
}

export function pageContacts(rows: ContactRow[], page: PageRequest): PageOf<ContactRow> {
  const after = page.cursor === null ? null : decodeCursor('contacts', ['string', 'string'], page.cursor);
  const compare = (a: readonly [string, string], b: readonly [string, string]) =>
    compareText(a[0], b[0]) || compareText(a[1], b[1]);
  const keysOf = (row: ContactRow) => [nameKey(row.name.nb), row.id] as const;
  const found = rows
    .filter((row) => after === null || compare(keysOf(row), after) > 0)
    .sort((a, b) => compare(keysOf(a), keysOf(b)))
    .slice(0, page.limit + 1);
  return pageOf(copies(found), page.limit, (row) => encodeCursor('contacts', keysOf(row)));
}
