import { newKey } from '../key.js';
import { readResponse } from './answers.js';
import type { Later, RestCore, RowOptions } from './core.js';
import { upload } from './upload.js';
import { watch } from './watch.js';

/** A large file over a slow line takes its time, in milliseconds. */
const DOWNLOAD = 300_000;

export function createLater(core: RestCore): Later {
  const { transport, row, acting } = core;
  /** Happens once, however often it is sent. */
  const post = (path: readonly string[], member: string, o?: RowOptions, body?: object): Promise<never> =>
    row('POST', path, member, { ...o, idempotencyKey: o?.idempotencyKey ?? newKey() }, { body });
  /** An answer without words takes no language. */
  const wordless = (o?: RowOptions): RowOptions => ({ signal: o?.signal });

  return {
    acceptTerms: (version, o) => row('POST', ['session', 'terms'], 'access', o, { body: { version } }),
    withdrawTerms: (o) => row('DELETE', ['session', 'terms'], 'access', o),
    extendSession: (o) => row('POST', ['session', 'extend'], 'access', o),
    endSession: (o) => row('DELETE', ['session'], 'logoutUrl', wordless(o)),

    getContact: (id, o) => row('GET', ['contacts', id], 'id', o),

    getAppointment: (id, o) => row('GET', ['appointments', id], 'id', o),
    cancelAppointment: (id, change, o) => post(['appointments', id, 'cancel'], 'id', o, change),
    rescheduleAppointment: (id, change, o) => post(['appointments', id, 'reschedule'], 'id', o, change),
    requestAppointment: (request, o) => post(['appointments'], 'id', o, request),
    listSlots: (filter, o) => row('GET', ['slots'], 'items', o, { filter }),

    getThread: (id, o) => row('GET', ['threads', id], 'id', o),
    listMessages: (threadId, o) => row('GET', ['threads', threadId, 'messages'], 'items', o),
    // The words that are searched for stand in the body: never in an address.
    searchThreads: (query, { cursor, ...o } = {}) =>
      row('POST', ['threads', 'search'], 'items', o, { body: cursor ? { ...query, cursor } : query }),
    createThread: (thread, o) => post(['threads'], 'id', o, thread),
    sendMessage: (threadId, message, o) => post(['threads', threadId, 'messages'], 'id', o, message),
    markRead: (threadId, messageId, o) =>
      row('PUT', ['threads', threadId, 'read'], '', wordless(o), { body: { messageId } }),
    moveThread: (threadId, folder, o) =>
      row('PUT', ['threads', threadId, 'folder'], 'id', o, { body: { folder } }),

    upload: (file, o) => upload(core, file, o),
    getAttachment: (id, o) =>
      transport.request(
        {
          path: `/attachments/${encodeURIComponent(id)}`,
          headers: acting(),
          signal: o?.signal,
          timeout: DOWNLOAD,
          safe: true,
        },
        async (response) =>
          response.ok ? response.blob() : ((await readResponse(response, '', transport.url)) as never),
      ),

    grantProxy: (grant, o) => post(['proxies'], 'id', o, grant),
    endProxy: (id, o) => post(['proxies', id, 'end'], 'id', o),

    saveNotificationSettings: (change, o) =>
      row('PUT', ['notification-settings'], 'version', o, { body: change }),
    startVerification: (target, o) => post(['notification-settings', 'verifications'], 'id', o, target),
    completeVerification: (id, code, o) =>
      post(['notification-settings', 'verifications', id], 'version', o, { code }),

    listAccessLog: (filter, o) => row('GET', ['access-log'], 'items', o, { filter }),

    watch: (listener) => watch(transport, listener),
  };
}
