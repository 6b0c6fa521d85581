/** The built-in test provider on a port of its own, and the service's side of it. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOidcIdentity } from '../../../server/auth/oidc.js';
import type { OidcIdentity } from '../../../server/auth/oidc.js';
import { createTestProvider, createTestProviderKeys } from '../../../server/auth/test-provider.js';
import type { TestProviderKeys } from '../../../server/auth/test-provider.js';
import type { Log, LogFields } from '../../../server/log.js';

export interface RunningProvider {
  publicUrl: string;
  redirectUri: string;
  keys: TestProviderKeys;
  identity: OidcIdentity;
  /** Events and fields that were logged. */
  logged: { event: string; fields: LogFields | undefined }[];
  /** While set, answers every request in the provider's place. */
  outage: { answer: ((request: IncomingMessage, response: ServerResponse) => void) | null };
  close(): Promise<void>;
}

export const PEOPLE = [
  { subject: 'ingrid-solberg', name: 'Ingrid Solberg', who: '78 år, Østensjø i Oslo', staff: false },
  { subject: 'amina-yusuf', name: 'Amina Yusuf', who: 'Sykepleier', staff: true },
];

export async function startProvider(now: () => number = () => Date.now()): Promise<RunningProvider> {
  const outage: RunningProvider['outage'] = { answer: null };
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => (outage.answer ?? handle)(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const logged: RunningProvider['logged'] = [];
  const note = (event: string, fields?: LogFields): void => void logged.push({ event, fields });
  const log: Log = { info: note, warn: note, error: note };
  const keys = await createTestProviderKeys();
  const audience = `${publicUrl}/api`;
  const provider = createTestProvider({
    publicUrl,
    allowedOrigins: [publicUrl],
    audience,
    people: PEOPLE,
    keys,
    log,
  });
  handle = provider.handle;
  const identity = createOidcIdentity({ ...provider.oidc, audience, clock: { now }, log });
  return {
    publicUrl,
    redirectUri: `${publicUrl}/api/login/callback`,
    keys,
    identity,
    logged,
    outage,
    async close() {
      identity.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
