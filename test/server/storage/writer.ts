/**
 * Opens the storage at the given address and writes rising numbers, one a
 * transaction, confirming each on its output, until it is killed.
 */
import { openStorage } from '../../../server/storage/open.js';

async function write(url: string): Promise<never> {
  const storage = await openStorage(url);
  for (let n = 1; ; n++) {
    await storage.transaction((store) => store.putSetting('written', String(n)));
    process.stdout.write(`${n}\n`);
  }
}

write(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
