import type { Backend, BackendCapability, ListOptions, VersionedOptions } from '../backend.js';
import { newKey } from '../key.js';
import type { Id, Session } from '../types.js';
import { rawAnswer, readAnswer } from './answers.js';
import { RestTransport } from './transport.js';
import type { RestOptions } from './transport.js';

export type { RestOptions } from './transport.js';

type Options = Partial<ListOptions & VersionedOptions>;
type Fields = Record<string, unknown>;

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

/**
 * The adapter for the HTTP contract (`docs/openapi.json`).
 *
 * Throws a `TypeError` for a `url` that is none.
 */
export function createRestBackend(options: RestOptions): Backend {
  const transport = new RestTransport(options);
  const { id, url } = transport;
  // Of this tab, and of this backend alone.
  const actingKey = `hn:acting:${id}`;
  let storage: Storage | null = null;
  try {
    storage = globalThis.sessionStorage ?? null;
  } catch {
    // Refused by the browser: then it lasts as long as the page.
  }
  let actingFor: Id | null = storage?.getItem(actingKey) ?? null;

  /**
   * One row of the contract. `member` must be in the answer, which is empty
   * when there is none; a `body` is sent as JSON; `keyed` rows happen once
   * however often they are sent.
   */
  async function row(
    method: string,
    path: readonly string[],
    member: string,
    { signal, lang, cursor, limit, version, idempotencyKey }: Options = {},
    { filter, body, keyed }: { filter?: Fields; body?: Fields; keyed?: boolean } = {},
  ): Promise<never> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filter, limit, cursor, lang })) {
      if (value !== undefined && value !== null && value !== '') query.set(name, `${value as string}`);
    }
    const headers: Record<string, string> = { Accept: 'application/json' };
    // What anyone may see does not depend on whom one acts for.
    if (actingFor && path[0] !== 'municipalities') headers['HN-Acting-For'] = actingFor;
    if (body) headers['Content-Type'] = 'application/json';
    if (version) headers['If-Match'] = `"${version}"`;
    if (keyed) headers['Idempotency-Key'] = idempotencyKey ?? newKey();
    const answer = await transport.request(
      {
        method,
        path: `/${path.map(encodeURIComponent).join('/')}${query.size ? `?${query}` : ''}`,
        headers,
        body: body && JSON.stringify(body),
        signal,
        safe: keyed || method === 'GET',
      },
      async (response) => readAnswer(await rawAnswer(response), member, url),
    );
    if (member === 'access') transport.user = (answer as Session).user?.id ?? '';
    return answer as never;
  }

  const get = (path: readonly string[], member: string, o?: Options, filter?: Fields): Promise<never> =>
    row('GET', path, member, o, { filter });
  const post = (path: readonly string[], member: string, o?: Options, body?: Fields): Promise<never> =>
    row('POST', path, member, o, { body, keyed: true });
  const list = (path: readonly string[], o?: Options, filter?: Fields): Promise<never> =>
    get(path, 'items', o, filter);

  return {
    id,
    capabilities: new Set(CAPABILITIES),
    now: () => transport.now(),

    getSession: (o) => get(['session'], 'access', o),
    acceptTerms: (version, o) => row('POST', ['session', 'terms'], 'access', o, { body: { version } }),
    withdrawTerms: (o) => row('DELETE', ['session', 'terms'], 'access', o),
    extendSession: (o) => row('POST', ['session', 'extend'], 'access', o),
    endSession: (o) => row('DELETE', ['session'], 'logoutUrl', { signal: o?.signal }),
    loginUrl({ loginUrl }, returnTo) {
      if (!loginUrl) return null;
      const there = new URL(loginUrl);
      there.searchParams.set('return_to', returnTo.split(/[?#]/)[0]!);
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
    getContact: (contactId, o) => get(['contacts', contactId], 'id', o),

    listAppointments: (filter, o) => list(['appointments'], o, filter),
    getAppointment: (it, o) => get(['appointments', it], 'id', o),
    cancelAppointment: (it, change, o) => post(['appointments', it, 'cancel'], 'id', o, change),
    rescheduleAppointment: (it, change, o) => post(['appointments', it, 'reschedule'], 'id', o, change),
    requestAppointment: (request, o) => post(['appointments'], 'id', o, request),
    listSlots: (filter, o) => list(['slots'], o, filter),

    listThreads: (filter, o) => list(['threads'], o, filter),
    getThread: (it, o) => get(['threads', it], 'id', o),
    // The words that are searched for stand in the body: never in an address.
    searchThreads: (query, { cursor, ...o } = {}) =>
      row('POST', ['threads', 'search'], 'items', o, { body: cursor ? { ...query, cursor } : { ...query } }),
    createThread: (thread, o) => post(['threads'], 'id', o, { ...thread }),
    listMessages: (it, o) => list(['threads', it, 'messages'], o),
    sendMessage: (it, message, o) => post(['threads', it, 'messages'], 'id', o, { ...message }),
    markRead: (it, messageId, o) =>
      row('PUT', ['threads', it, 'read'], '', { signal: o?.signal }, { body: { messageId } }),
    moveThread: (it, folder, o) => row('PUT', ['threads', it, 'folder'], 'id', o, { body: { folder } }),

    async upload(file, o) {
      const { upload } = await import('./upload.js');
      return upload(transport, actingFor, file, o);
    },
    getAttachment: (it, o) =>
      transport.request(
        {
          path: `/attachments/${encodeURIComponent(it)}`,
          headers: actingFor ? { 'HN-Acting-For': actingFor } : {},
          signal: o?.signal,
          // A large file over a slow line takes its time.
          timeout: 300_000,
          safe: true,
        },
        async (response) =>
          (response.ok ? response.blob() : readAnswer(await rawAnswer(response), '', url)) as never,
      ),

    listProxies: (o) => list(['proxies'], o),
    grantProxy: (grant, o) => post(['proxies'], 'id', o, grant),
    endProxy: (it, o) => post(['proxies', it, 'end'], 'id', o),

    getNotificationSettings: (o) => get(['notification-settings'], 'version', o),
    saveNotificationSettings: (change, o) =>
      row('PUT', ['notification-settings'], 'version', o, { body: change }),
    startVerification: (target, o) => post(['notification-settings', 'verifications'], 'id', o, target),
    completeVerification: (it, code, o) =>
      post(['notification-settings', 'verifications', it], 'version', o, { code }),

    listAccessLog: (filter, o) => list(['access-log'], o, filter),

    watch(listener) {
      let stopped = false;
      let stop = (): void => {};
      void import('./watch.js').then(({ watch }) => {
        if (!stopped) stop = watch(transport, listener);
      });
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
