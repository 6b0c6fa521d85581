/** What carries a notice out of the house. */
import type { Language } from '../../src/backend/types.js';

export interface Letter {
  /** The same at every try. */
  id: string;
  to: string;
  /** Of an e-mail. */
  subject: string | null;
  text: string;
  /** What it begins in. */
  language: Language;
}

/** Why, for the log: never what the other side said in words, which may quote the address. */
export interface Reason {
  /** Of HTTP or SMTP. */
  status?: number;
  errorCode?: string;
}

/** How one try went. */
export type Delivery =
  | { is: 'accepted' }
  /** It did not arrive. `final`: this address never takes it; else again, not before `retryAfter` ms. */
  | { is: 'refused'; final: boolean; retryAfter?: number; reason: Reason }
  /** It was handed over, and no answer came: it may have arrived. */
  | { is: 'in-doubt'; reason: Reason };

/** Answers within `SEND_LIMIT`. What it throws counts as in doubt. */
export type Sender = (letter: Letter) => Promise<Delivery>;

/** How long one try may take, in milliseconds. */
export const SEND_LIMIT = 20_000;
