import type { Id } from '../backend/types.js';
import type { SessionQuery, Way } from '../controllers/session.js';

/** Notices when somebody who acted for another no longer may. */
export class Acting {
  /** Who acts, and for whom. */
  #now: { user: Id | null; name: string } | null = null;
  /** For whom one no longer may. */
  noLonger: string | null = null;

  /**
   * To be called whenever the session may be another; `before` is the way in that it was at. Gives the name of
   * whom one acted for until now. By a choice one comes to oneself through a session that is loading; here one
   * is in all the while.
   */
  follow(
    { way, data, actingFor }: Pick<SessionQuery, 'way' | 'data' | 'actingFor'>,
    before: Way,
  ): string | null {
    const acted = this.#now;
    const user = data?.user?.id ?? null;
    this.#now = way === 'active' && actingFor ? { user, name: actingFor.name } : null;
    if (this.#now ?? way !== 'active') this.noLonger = null;
    const ended = acted && !this.#now && way === 'active' && before === 'active' && acted.user === user;
    return ended ? acted.name : null;
  }
}
