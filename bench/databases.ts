import { sql } from 'kysely';
import { openStorage } from '../server/storage/open.js';
import { amounts, seedConversations } from './seed.js';
import { serve } from './serving.js';

/** A database of its own on this server, with the invented household and these conversations; its address. */
export async function withConversations(postgres: string, name: keyof typeof amounts): Promise<string> {
  const database = `hn_${name.toLowerCase()}`;
  const admin = await openStorage(postgres);
  await sql.raw(`create database ${database}`).execute(admin.db);
  await admin.close();
  const url = new URL(postgres);
  url.pathname = `/${database}`;
  // A server's first start puts the household there.
  await (await serve(url.href)).stop();
  const storage = await openStorage(url.href);
  await seedConversations(storage, Date.now(), amounts[name]);
  await storage.close();
  return url.href;
}
