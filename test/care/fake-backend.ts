import type { Backend } from '../../src/backend/backend.js';
import type { Hint, Id, Session } from '../../src/backend/types.js';

/** A session of `user`, or of nobody, acting for `party`. */
export function sessionOf(user: Id | null, party: Id | null = null, more: Partial<Session> = {}): Session {
  const as = (id: Id, relation: 'self' | 'proxy'): NonNullable<Session['user']> => ({
    id,
    name: `Name of ${id}`,
    relation,
    scopes: [],
  });
  return {
    access: user ? 'active' : 'anonymous',
    user: user ? as(user, 'self') : null,
    actingFor: user && party && party !== user ? as(party, 'proxy') : null,
    parties: [],
    terms: { version: '2', url: 'https://x.example', points: [], acceptedAt: null },
    activeFrom: null,
    municipality: null,
    hasServices: true,
    expiresAt: null,
    draftKey: user ? btoa(user.padEnd(32, '.').slice(0, 32)) : null,
    loginUrl: 'https://x.example/login',
    help: { phone: null, label: null, url: null },
    film: null,
    limits: { messageLength: 1, subjectLength: 1, attachments: 1, attachmentSize: 1, mediaTypes: [] },
    ...more,
  };
}

export interface FakeBackend extends Backend {
  actingFor: Id | null;
  /** Who the server takes the requests for. */
  user: Id | null;
  /** What the next sessions say besides. */
  extra: Partial<Session>;
  /** Names of the methods called so far. */
  calls: string[];
  hint: ((hint: Hint | null) => void) | null;
}

/** A backend whose server is this object; `more` replaces methods. */
export function fakeBackend(more: Partial<Backend> = {}): FakeBackend {
  const backend = {
    id: `fake:${crypto.randomUUID()}`,
    capabilities: new Set(['live', 'attachments']),
    user: 'ingrid',
    extra: {},
    calls: [] as string[],
    actingFor: null as Id | null,
    hint: null,
    now: () => Date.now(),
    async getSession() {
      backend.calls.push('getSession');
      return sessionOf(backend.user, backend.actingFor, backend.extra);
    },
    async endSession() {
      backend.calls.push('endSession');
      backend.user = null;
      return { logoutUrl: 'https://x.example/bye' };
    },
    async extendSession() {
      backend.calls.push('extendSession');
      return sessionOf(backend.user, backend.actingFor, backend.extra);
    },
    loginUrl: (session: Session, returnTo: string) => `${session.loginUrl}?return_to=${returnTo}`,
    async actFor(partyId: Id | null) {
      backend.actingFor = partyId;
    },
    watch(listener: (hint: Hint | null) => void) {
      backend.calls.push('watch');
      backend.hint = listener;
      return () => {
        backend.calls.push('unwatch');
        backend.hint = null;
      };
    },
  } as unknown as FakeBackend;
  return Object.assign(backend, more);
}

export interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

export function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
