import { StorageError, type StorageErrorCode } from '../errors.js';

/** Two transactions could not be put in an order; one of them starts again. */
export class OrderConflict extends StorageError {
  constructor(sqlState: string) {
    super('unavailable', `Too many transactions at the same rows (SQLSTATE ${sqlState})`);
  }
}

/** SQLSTATE classes and codes: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const codes: Record<string, StorageErrorCode> = {
  '23503': 'missing-reference',
  '23505': 'duplicate',
  '57014': 'unavailable', // statement timeout
  '25P03': 'unavailable', // idle in transaction for too long
};
const constraints: Record<string, StorageErrorCode> = { appointments_slot_once: 'slot-taken' };
const classes: Record<string, StorageErrorCode> = {
  '08': 'unavailable', // connection
  '22': 'invalid-row', // data, such as NUL in a text
  '23': 'invalid-row', // not null, check
  '53': 'unavailable', // out of connections, memory, disk
  '57': 'unavailable', // shut down
  '58': 'unavailable', // input and output
};

/** What drivers say, without a code, of a connection that was lost or not had in time. */
const lostConnection = /Connection terminated|timeout exceeded when trying to connect|Client has encountered/;

/**
 * A driver's error as a `StorageError`. Details are left out: PostgreSQL writes
 * the row that failed into them, and rows are health data. Errors that are
 * neither data nor availability (a fault in our SQL) come out as plain errors.
 */
export function translateError(error: unknown): Error {
  if (error instanceof StorageError) return error;
  const { code, message, table, constraint } = describe(error);
  if (code === '40001' || code === '40P01') return new OrderConflict(code);
  if (/^[0-9A-Z]{5}$/.test(code)) {
    const known = constraints[constraint] ?? codes[code] ?? classes[code.slice(0, 2)];
    if (!known) return new Error(`Database error ${code}: ${message}`);
    const where = [table, constraint].filter(Boolean).join(', ');
    return new StorageError(known, `Database error ${code}${where ? ` (${where})` : ''}`);
  }
  if (/^E[A-Z_]+$/.test(code) || lostConnection.test(message)) {
    return new StorageError('unavailable', `The database does not answer${code ? ` (${code})` : ''}`);
  }
  return error instanceof Error ? error : new Error(message);
}

/** Of an error of `pg`, PGlite or Node; several failed addresses of one host come as an AggregateError. */
export function describe(error: unknown): {
  code: string;
  message: string;
  table: string;
  constraint: string;
} {
  const source: unknown =
    error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const field = (name: string): string => {
    const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, name) : '';
    return typeof value === 'string' ? value : '';
  };
  return {
    code: field('code'),
    message: field('message'),
    table: field('table'),
    constraint: field('constraint'),
  };
}
