/**
 * Where the test provider keeps its rows: in this process, until they run out.
 * A restart in the middle of a log-in means pressing *Logg inn* again; sessions
 * of the care service itself are elsewhere and outlive it.
 */
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Makes the adapter of each model over one common map, as oidc-provider wants it. */
export function createMemoryAdapters(): (model: string) => Adapter {
  const rows = new Map<string, Kept>();

  const live = (key: string): AdapterPayload | undefined => {
    const row = rows.get(key);
    if (row && row.expiresAt <= Date.now()) rows.delete(key);
    return rows.get(key)?.payload;
  };
  const sweep = (): void => {
    for (const key of [...rows.keys()]) live(key);
  };

  return (model) => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const findWhere = (holds: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...rows.keys()]
        .filter((key) => key.startsWith(keyOf('')))
        .map(live)
        .find((payload) => payload !== undefined && holds(payload));
    return {
      upsert(id, payload, expiresIn = Infinity) {
        sweep();
        rows.set(keyOf(id), {
          payload,
          expiresAt: Date.now() + expiresIn * 1000,
        });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(live(keyOf(id))),
      findByUid: (uid) => Promise.resolve(findWhere((payload) => payload.uid === uid)),
      findByUserCode: (userCode) => Promise.resolve(findWhere((payload) => payload.userCode === userCode)),
      consume(id) {
        const payload = live(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy(id) {
        rows.delete(keyOf(id));
        return Promise.resolve();
      },
      /** What was given out under a grant goes with it; the grant itself is the caller's to destroy. */
      revokeByGrantId(grantId) {
        for (const [key, { payload }] of rows) if (payload.grantId === grantId) rows.delete(key);
        return Promise.resolve();
      },
    };
  };
}
