import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../scripts/browsers.mjs';

/** Milliseconds. Far more than a start takes: it only ends a run that would wait for ever. */
const START_LIMIT = 180_000;

export interface BenchServer {
  /** Such as `http://localhost:40123`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the real server over memory, with the demo's people and the build in `dist`.
 *
 * @param settings environment variables on top
 */
export async function startServer(settings: Record<string, string> = {}): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: 'memory:',
      DEMO: '1',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const deadline = Date.now() + START_LIMIT;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error('The server was not ready in time.');
    }
    await pause(100);
  }
  return { url, stop };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}
