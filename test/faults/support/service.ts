/** The service behind the proxy: killed and started again over the same database, and read when it has ended. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { freePort } from '../../../scripts/free-port.mjs';
import { createDatabase } from '../../e2e/support/database.js';
import { startServer } from '../../support/server.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';
import { MESSAGES, type MessageInDatabase } from './fleet.js';

interface Place {
  /** For `DATABASE_URL`. */
  url: string;
  /** After the server has ended. */
  messages(): Promise<MessageInDatabase[]>;
  drop(): Promise<void>;
}

/** Where messages are kept. */
export const PLACES: Record<string, () => Promise<Place>> = {
  async 'the embedded database'() {
    const folder = await mkdtemp(join(tmpdir(), 'hn-faults-'));
    return {
      url: `file:${join(folder, 'data')}`,
      async messages() {
        const database = await PGlite.create(join(folder, 'data', 'db'));
        try {
          return (await database.query<MessageInDatabase>(MESSAGES)).rows;
        } finally {
          await database.close();
        }
      },
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  },
  async 'a PostgreSQL server'() {
    const database = await createDatabase();
    return { url: database.url, messages: () => database.rows(MESSAGES), drop: () => database.drop() };
  },
};

export interface Service {
  proxy: FaultProxy;
  /** Ends it with SIGKILL, whatever it does, and starts it again. */
  kill(): Promise<void>;
  /** Ends it, and gives what it has kept. */
  messages(): Promise<MessageInDatabase[]>;
  close(): Promise<void>;
}

export async function startService(place: keyof typeof PLACES): Promise<Service> {
  const database = await PLACES[place]!();
  const proxy = await startFaultProxy();
  proxy.target = await freePort();
  const start = (): ReturnType<typeof startServer> =>
    startServer({
      DATABASE_URL: database.url,
      PUBLIC_URL: `http://localhost:${proxy.port}`,
      PORT: String(proxy.target),
      // Each browser asks from an address of its own.
      TRUST_PROXY: '1',
    });
  let server = await start();
  return {
    proxy,
    async kill() {
      await server.end('SIGKILL');
      server = await start();
    },
    async messages() {
      await server.end('SIGTERM');
      return database.messages();
    },
    async close() {
      await proxy.close();
      await server.end('SIGKILL');
      await database.drop();
    },
  };
}
