/**
 * Servers under measurement, each a process of its own: the reference server with the library's build and the
 * pages of bench/pages, which it serves as it serves all files. Without rate limits, which a measurement
 * would run into.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { argv, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createLog } from '../server/log.js';
import { startService } from '../server/node/service.js';
import { readSettings } from '../server/settings.js';

export interface BenchServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * @param databaseUrl as in `DATABASE_URL`
 * @param root a folder with `dist` and `demo` in it (pages.ts)
 */
export async function serve(databaseUrl: string, root = '.'): Promise<BenchServer> {
  const child = spawn(execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), root], {
    env: { PATH: env.PATH, PORT: '0', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  // It would go on when a measurement fails.
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  const started = once(child.stdout.setEncoding('utf8'), 'data') as Promise<[string]>;
  const first = await Promise.race([started, ended.then(() => null)]);
  if (!first || child.pid === undefined) throw new Error('the server under measurement did not start');
  child.stdout.resume();
  return {
    url: first[0].trim(),
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function main(root: string): Promise<void> {
  const settings = readSettings(env, true);
  const log = createLog({ write: () => undefined }, 'json');
  const service = await startService({ settings, log, root, rateLimits: null });
  process.stdout.write(`${service.publicUrl}\n`);
  process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
}

if (argv[1] === fileURLToPath(import.meta.url)) await main(argv[2] ?? '.');
