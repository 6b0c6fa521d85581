/** The server as people start it: a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { TestBrowser } from '../server/auth/browser.js';

export interface RunningServer {
  process: ChildProcess;
  publicUrl: string;
  /** All that it has written so far. */
  output(): string;
  /** Sends a signal, if any, and gives the exit code; null when a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Only these variables and the path: nothing of the surroundings changes a test. */
function run(env: Record<string, string>, args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => text, onOutput: (listener: () => void) => listeners.add(listener) };
}

/** Starts it in demo mode on a free port and waits until it says where it is. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const { child, ended, output, onOutput } = run({ PORT: '0', DATABASE_URL: 'memory:', ...env }, ['--demo']);
  const publicUrl = await new Promise<string>((resolve, reject) => {
    onOutput(() => {
      const found = /^ {2}(http\S+)\/ +the demo/m.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new Error(`the server ended with ${code}:\n${output()}`)));
  });
  return {
    process: child,
    publicUrl,
    output,
    end(signal) {
      if (signal) child.kill(signal);
      return ended;
    },
  };
}

/** For a start that must not come about. */
export async function failToStart(
  env: Record<string, string>,
  args = ['--demo'],
): Promise<{ code: number | null; output: string }> {
  const { ended, output } = run({ PORT: '0', DATABASE_URL: 'memory:', ...env }, args);
  return { code: await ended, output: output() };
}

/** Through the test provider's page, as a person does. */
export async function logIn(
  publicUrl: string,
  person: string,
  browser = new TestBrowser(),
): Promise<TestBrowser> {
  const returnTo = `${publicUrl}/municipality.html`;
  const choosing = await browser.follow(`${publicUrl}/api/login?return_to=${encodeURIComponent(returnTo)}`);
  const resumed = await browser.press(choosing.url, 'person', person);
  const end = await browser.follow(resumed);
  if (end.url.href !== returnTo) throw new Error(`log-in ended at ${end.url.href}`);
  await end.response?.body?.cancel();
  return browser;
}
