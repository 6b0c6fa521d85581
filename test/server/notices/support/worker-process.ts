/**
 * Sends what is in the outbox of a database at an instant, in a process of its own, and ends; unless it is
 * killed before.
 *
 *   worker-process.ts <database> <instant in ms> <webhook> <mail server>
 */
import { createSenders } from '../../../../server/notices/senders.js';
import { createNoticeWorker } from '../../../../server/notices/worker.js';
import { openStorage } from '../../../../server/storage/open.js';
import { hash } from './rows.js';

const [databaseUrl = '', instant = '', smsWebhookUrl = '', smtpUrl = ''] = process.argv.slice(2);
const ignore = (): void => undefined;

const storage = await openStorage(databaseUrl);
const clock = { now: () => Number(instant) };
const publicUrl = 'https://helse.example.no';
const settings = { smsWebhookUrl, smtpUrl, mailFrom: null, demo: false };
const worker = createNoticeWorker({
  storage,
  clock,
  hash,
  publicUrl,
  log: { info: ignore, warn: ignore, error: ignore },
  senders: createSenders(settings, { storage, clock, publicUrl }),
  pollMs: null,
});
await worker.idle();
await worker.stop();
await storage.close();
