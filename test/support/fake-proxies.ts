import type { Backend, ChangeOptions, ListOptions } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { AccessLogEntry, Page, Proxy } from '../../src/backend/types.js';
import { NOW, YES, no } from './data.js';
import { pageOf } from './page-of.js';

type Grant = Parameters<Backend['grantProxy']>[0];

/** The powers of attorney of a fake backend. */
export interface FakeProxies {
  proxies: Proxy[];
  log: AccessLogEntry[];
  /** What was given, with its key. */
  readonly granted: { grant: Grant; key: string | undefined }[];
}

/** A power that is in force until further notice, given to Marte unless told otherwise. */
export const proxy = (of: Partial<Proxy> & { id: string }): Proxy => ({
  partyId: null,
  direction: 'given',
  person: { name: 'Marte Solberg', birthYear: 1977 },
  scopes: ['messages', 'appointments'],
  validFrom: '2026-03-01',
  validTo: null,
  status: 'active',
  endedAt: null,
  end: YES,
  ...of,
});

/** Given to Marte, received from Áilu until the end of the year, and two that are history. */
export const PROXIES: readonly Proxy[] = [
  proxy({ id: 'to-marte' }),
  proxy({
    id: 'from-ailu',
    partyId: 'ailu',
    direction: 'received',
    person: { name: 'Áilu Somby', birthYear: 1992 },
    scopes: ['notifications'],
    validFrom: '2026-10-01',
    validTo: '2026-12-31',
  }),
  proxy({
    id: 'ended',
    status: 'ended',
    validFrom: '2025-03-01',
    endedAt: '2026-02-28T23:30:00+01:00',
    end: no('closed'),
  }),
  proxy({
    id: 'expired',
    status: 'expired',
    direction: 'received',
    person: { name: 'Per Aas', birthYear: 1981 },
    validFrom: '2025-01-01',
    validTo: '2025-12-31',
    end: no('closed'),
  }),
];

/** The methods of a backend that are about powers of attorney, over what `fake` holds. */
export function proxyMethods(fake: FakeProxies) {
  const of = (id: string): Proxy => {
    const found = fake.proxies.find((one) => one.id === id && one.status === 'active');
    if (!found) throw new BackendError('not-found', { status: 404 });
    return found;
  };
  const end = (id: string): Proxy => {
    const ended: Proxy = {
      ...of(id),
      status: 'ended',
      endedAt: new Date(NOW).toISOString(),
      end: no('closed'),
    };
    fake.proxies = fake.proxies.map((one) => (one.id === id ? ended : one));
    return ended;
  };
  return {
    listProxies: (options?: ListOptions): Page<Proxy> => pageOf(fake.proxies, options),
    grantProxy: (grant: Grant, options?: ChangeOptions): Proxy => {
      fake.granted.push({ grant, key: options?.idempotencyKey });
      const { scopes, validTo } = grant;
      const before = 'replaces' in grant ? end(grant.replaces) : null;
      const person = before?.person ?? { name: 'Marte Solberg', birthYear: 1977 };
      const id = `new-${fake.granted.length}`;
      const given = proxy({ id, person, scopes, validTo, validFrom: '2026-11-24' });
      fake.proxies = [given, ...fake.proxies];
      return given;
    },
    endProxy: (id: string): Proxy => end(id),
    listAccessLog: (_filter: unknown, options?: ListOptions): Page<AccessLogEntry> =>
      pageOf(fake.log, options),
  };
}
