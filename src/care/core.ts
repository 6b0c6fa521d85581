import type { Backend } from '../backend/backend.js';
import type { Access, Hint, Id, Session } from '../backend/types.js';
import type { PersonSource } from './person.js';
import type { QueryFilter } from './query-cache.js';

/** What a care client knows of who is here. */
export interface CareState {
  backend: Backend | null;
  session: Session | null;
  /** Undefined until a session has answered; empty for nobody. */
  user?: Id;
  /** The person acted for; undefined while it changes. */
  party?: Id;
  access?: Access;
  /** Milliseconds since the epoch when the session ends, from two minutes before. */
  ending: number | null;
  ended: boolean;
  loginLost: boolean;
}

/** What the part of the care client that comes after the first sight needs of it. */
export interface CareCore {
  readonly client: PersonSource & {
    call<T>(run: (backend: Backend) => Promise<T>): Promise<T>;
  };
  readonly state: CareState;
  /** Lets requests wait for `backend`. */
  wait(backend: Promise<Backend>): void;
  /** Forgets all that is private, and asks again for what is looked at. */
  drop(): void;
  /** Asks again for what `which` names and is looked at, all without it. */
  renew(which?: QueryFilter): Promise<unknown>;
  renewSession(): Promise<unknown>;
  /** Asks again where the session is being asked for: what comes is from before what has just been done. */
  outdateSession(): void;
  /** Tells who observes the session, and subscribers. */
  notify(): void;
}

/** The part that comes after the first sight: how a session goes on and ends. */
export interface SessionLife {
  /** A session has answered, after one of the user `before`. */
  identified(before: Id | undefined): void;
  /** All that was asked for has been answered. */
  idle(): void;
  acceptTerms(): Promise<void>;
  withdrawTerms(): Promise<void>;
  extendSession(): Promise<void>;
  activity(): void;
  hint(hint: Hint | null): Promise<void>;
  logOut(): Promise<string | null>;
  actFor(partyId: Id | null): Promise<string | null>;
  stop(): void;
}
