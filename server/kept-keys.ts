/** What the service makes up once and keeps: its secret and the keys of the test provider. */
import { createTestProviderKeys } from './auth/test-provider.js';
import type { TestProviderKeys } from './auth/test-provider.js';
import type { Storage } from './storage/storage.js';

/** Key of the keyed hashes (RFC 2104): 32 random bytes in base64url. */
export function keptSecret(storage: Storage): Promise<string> {
  return kept(storage, 'secret', () =>
    Promise.resolve(Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')),
  );
}

export async function keptProviderKeys(storage: Storage): Promise<TestProviderKeys> {
  const keys = await kept(storage, 'test-provider-keys', async () =>
    JSON.stringify(await createTestProviderKeys()),
  );
  return JSON.parse(keys) as TestProviderKeys;
}

/** Of two servers that start at once on one database, both get what the first one made. */
async function kept(storage: Storage, key: string, make: () => Promise<string>): Promise<string> {
  const known = await storage.getSetting(key);
  if (known !== null) return known;
  const made = await make();
  return storage.transaction(async (store) => {
    const meanwhile = await store.getSetting(key);
    if (meanwhile !== null) return meanwhile;
    await store.putSetting(key, made);
    return made;
  });
}
