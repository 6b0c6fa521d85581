import type { Id, Session } from '../backend/types.js';

/** Who is here and for whom: what drafts and sends belong to. */
export interface Person {
  user: Id;
  /** The person acted for; `user` when it is oneself. */
  party: Id;
  /** Base64, 32 bytes; null keeps drafts in memory. */
  draftKey: string | null;
}

/** Where drafts learn whose they are. */
export interface PersonSource {
  readonly backendId: string;
  readonly person: Person | null;
  draftsLoaded: boolean;
}

/** Whether it is `owner` who is here in `session`, on behalf of the same; nobody may come back. */
export const isSamePerson = (owner: Person, { user, actingFor }: Partial<Session>): boolean =>
  !user || (owner.user === user.id && owner.party === (actingFor ?? user).id);
