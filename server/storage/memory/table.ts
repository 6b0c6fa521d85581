import { StorageError } from '../errors.js';

/** Takes back what a transaction changed, latest first. */
export class Journal {
  #undo: (() => void)[] | null = null;

  begin(): void {
    this.#undo = [];
  }

  note(undo: () => void): void {
    this.#undo?.push(undo);
  }

  commit(): void {
    this.#undo = null;
  }

  rollback(): void {
    for (const undo of (this.#undo ?? []).reverse()) undo();
    this.#undo = null;
  }
}

/** Rows by key. Rows are copied in; `get` and `all` give the kept ones, to be copied before they go out. */
export class Table<Row extends object> {
  readonly #name: string;
  readonly #journal: Journal;
  readonly #rows = new Map<string, Row>();

  constructor(name: string, journal: Journal) {
    this.#name = name;
    this.#journal = journal;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  keys(): Iterable<string> {
    return this.#rows.keys();
  }

  all(): Iterable<Row> {
    return this.#rows.values();
  }

  /** @throws StorageError `duplicate` */
  insert(key: string, row: Row): void {
    if (this.#rows.has(key)) throw new StorageError('duplicate', `${this.#name}: the id is taken`);
    this.put(key, row);
  }

  put(key: string, row: Row): void {
    refuseNul(row, this.#name);
    const before = this.#rows.get(key);
    this.#rows.set(key, structuredClone(row));
    this.#journal.note(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)));
  }

  delete(key: string): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#rows.delete(key);
    this.#journal.note(() => this.#rows.set(key, before));
  }

  /** How many rows it deleted. */
  deleteWhere(matches: (row: Row) => boolean): number {
    const keys = [...this.#rows].filter(([, row]) => matches(row)).map(([key]) => key);
    for (const key of keys) this.delete(key);
    return keys.length;
  }
}

/** PostgreSQL keeps no NUL character in a text; refused here too so that what passes in a mock passes there. */
function refuseNul(value: unknown, table: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new StorageError('invalid-row', `${table}: a text with a NUL character`);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const part of Object.values(value)) refuseNul(part, table);
  }
}
