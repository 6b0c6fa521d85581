/**
 * Why a storage refused:
 *
 * - `invalid-cursor`: not a cursor that this list gave; the caller's mistake (422 or 400).
 * - `duplicate`: an id or subject is taken.
 * - `slot-taken`: another appointment has the slot.
 * - `missing-reference`: a row names another that is not there.
 * - `invalid-row`: a value that cannot be kept, such as a NUL character in a text.
 * - `claim-lost`: another holder has taken over an idempotency claim; start again.
 * - `unavailable`: the database does not answer, is too slow or overloaded (503).
 * - `misuse`: a store used after its transaction, or a storage after `close()`.
 */
export type StorageErrorCode =
  | 'invalid-cursor'
  | 'duplicate'
  | 'slot-taken'
  | 'missing-reference'
  | 'invalid-row'
  | 'claim-lost'
  | 'unavailable'
  | 'misuse';

/** Its message names tables and constraints, never a value that was stored. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string) {
    super(message);
    this.name = 'StorageError';
    this.code = code;
  }
}

/**
 * Why a database could not be opened: a sentence for the person who starts the
 * server, with what to do. Never holds a password.
 */
export class OpenStorageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OpenStorageError';
  }
}
