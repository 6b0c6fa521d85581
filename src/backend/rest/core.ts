import type { Backend, ListOptions, VersionedOptions } from '../backend.js';
import type { RestTransport } from './transport.js';

/** What the options of the port's methods may hold, all together. */
export type RowOptions = Partial<ListOptions & VersionedOptions>;

/**
 * Sends one row of the contract. `member` must be in the answer, which is
 * empty when `member` is; `body` is sent as JSON.
 */
export type Row = (
  method: string,
  path: readonly string[],
  member: string,
  options?: RowOptions,
  more?: { filter?: object; body?: object },
) => Promise<never>;

/** What the part that is loaded on demand works with. */
export interface RestCore {
  readonly transport: RestTransport;
  readonly row: Row;
  /** The header that says whom one acts for, if it is another. */
  acting(): Record<string, string>;
}

/** The methods of the port that no first sight needs. */
export type LaterName =
  | 'acceptTerms'
  | 'withdrawTerms'
  | 'extendSession'
  | 'endSession'
  | 'getContact'
  | 'getAppointment'
  | 'cancelAppointment'
  | 'rescheduleAppointment'
  | 'requestAppointment'
  | 'listSlots'
  | 'getThread'
  | 'listMessages'
  | 'searchThreads'
  | 'createThread'
  | 'sendMessage'
  | 'markRead'
  | 'moveThread'
  | 'upload'
  | 'getAttachment'
  | 'grantProxy'
  | 'endProxy'
  | 'saveNotificationSettings'
  | 'startVerification'
  | 'completeVerification'
  | 'listAccessLog';

export type Later = Pick<Backend, LaterName | 'watch'>;
