import type { Session } from '../backend/types.js';
import { Query, type QueryHost } from './query.js';

/** How far in the person is. */
export type Way =
  | 'loading'
  | 'failed'
  | 'anonymous'
  /** Back from log-in, and still nobody: the log-in does not reach this page. */
  | 'not-arrived'
  /** The session ran out while the page was open. */
  | 'ended'
  | 'terms'
  | 'pending'
  | 'active';

/** The session of the widget's backend. */
export class SessionQuery extends Query<Session> {
  readonly #owner: QueryHost;

  constructor(host: QueryHost) {
    super(host, () => ({
      key: 'session',
      hold: (care, language, listener) => care.observeSession(language, listener),
    }));
    this.#owner = host;
  }

  get way(): Way {
    const { data, status } = this.snapshot;
    if (!data) return status === 'error' ? 'failed' : 'loading';
    if (data.access !== 'anonymous') return data.access;
    const { care } = this.#owner;
    return care?.sessionEnded ? 'ended' : care?.loginLost ? 'not-arrived' : 'anonymous';
  }

  /** The party acted for, when it is another than the person. */
  get actingFor(): Session['actingFor'] {
    const { actingFor = null, user } = this.data ?? {};
    return actingFor && actingFor.id !== user?.id ? actingFor : null;
  }
}
