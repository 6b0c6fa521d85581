import type { Backend, BackendCapability } from '../backend.js';
import { BackendError } from '../errors.js';
import { onDemand } from '../on-demand.js';
import { tabStorage } from '../platform.js';
import type { Id, Session } from '../types.js';
import { readResponse } from './answers.js';
import type { Later, LaterName, Row, RowOptions } from './core.js';
import { createTransport } from './transport.js';
import type { RestOptions } from './transport.js';

export type { RestOptions } from './transport.js';

/**
 * The adapter for the HTTP contract (`docs/openapi.json`). Here is what a
 * first sight asks for; all else comes with `later.ts`, at its first use or with the live hints: a copy by `{...}`
 * has none of it. To answer something in another way, assign to the method.
 *
 * Throws a `TypeError` for a `url` that is none.
 */
export function createRestBackend(options: RestOptions): Backend {
  const transport = createTransport(options);
  const { id, url, now } = transport;
  // Of this tab, and of this backend alone.
  const actingKey = `hn:acting:${id}`;
  const storage = tabStorage();
  let actingFor: Id | null = storage?.getItem(actingKey) ?? null;
  const acting = (): Record<string, string> => (actingFor ? { 'HN-Acting-For': actingFor } : {});

  const row: Row = async (
    method,
    path,
    member,
    { signal, lang, cursor, limit, version, idempotencyKey } = {},
    more,
  ) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...more?.filter, limit, cursor, lang })) {
      if (value) query.set(name, value as string);
    }
    // What anyone may see does not depend on whom one acts for.
    // Nor does leaving: a power of attorney that has ended keeps nobody here.
    const leaves = method === 'DELETE' && path.length === 1;
    const headers = leaves || path[0] === 'municipalities' ? {} : acting();
    headers.Accept = 'application/json';
    if (more?.body) headers['Content-Type'] = headers.Accept;
    if (version) headers['If-Match'] = `"${version}"`;
    if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
    const answer = await transport.request(
      {
        method,
        path: `/${path.map(encodeURIComponent).join('/')}?${query}`.replace(/\?$/, ''),
        headers,
        body: more?.body && JSON.stringify(more.body),
        signal,
        safe: method === 'GET' || !!idempotencyKey,
      },
      (response) => readResponse(response, member, url),
    );
    if (member === 'access') transport.user = (answer as Session).user?.id ?? '';
    return answer as never;
  };
  const one = (path: readonly string[], o?: RowOptions, member = 'id'): Promise<never> =>
    row('GET', path, member, o);
  const list = (path: readonly string[], o?: RowOptions, filter?: object): Promise<never> =>
    row('GET', path, 'items', o, { filter });

  let loading: Promise<Later> | Later | undefined;
  const later = (): Promise<Later> | Later =>
    (loading ??= import('./later.js').then(
      ({ createLater }) => (loading = createLater({ transport, row, acting })),
      (cause: unknown) => {
        loading = undefined;
        throw new BackendError('offline', { cause });
      },
    ));

  const own: Omit<Backend, LaterName> = {
    id,
    capabilities: new Set(CAPABILITIES),
    now,
    getSession: (o) => one(['session'], o, 'access'),
    loginUrl({ loginUrl }, returnTo) {
      if (!loginUrl) return null;
      const there = new URL(loginUrl);
      there.searchParams.set('return_to', returnTo.replace(/[?#].*/s, ''));
      return there.href;
    },
    async actFor(partyId) {
      actingFor = partyId;
      if (partyId) storage?.setItem(actingKey, partyId);
      else storage?.removeItem(actingKey);
    },
    get actingFor() {
      return actingFor;
    },
    listMunicipalities: (q, o) => list(['municipalities'], o, { q }),
    listPublicContacts: (number, o) => list(['municipalities', number, 'contacts'], o),
    listContacts: (o) => list(['contacts'], o),
    listAppointments: (filter, o) => list(['appointments'], o, filter),
    listThreads: (filter, o) => list(['threads'], o, filter),
    listProxies: (o) => list(['proxies'], o),
    getNotificationSettings: (o) => one(['notification-settings'], o, 'version'),
    watch(listener) {
      let stopped = false;
      let stop: (() => void) | undefined;
      void Promise.resolve(later()).then(
        ({ watch }) => {
          if (!stopped) stop = watch(listener);
        },
        () => {
          // Without it what is shown is renewed on return to the page alone.
        },
      );
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
  return onDemand<Backend, LaterName>(own, later);
}

const CAPABILITIES: BackendCapability[] = [
  'terms',
  'attachments',
  'search',
  'folders',
  'proxies',
  'notification-settings',
  'access-log',
  'live',
  'public-contacts',
];
