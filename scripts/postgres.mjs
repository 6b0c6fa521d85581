/**
 * Starts a throw-away PostgreSQL server: own folder, free port, loopback only,
 * no passwords. It goes when it is stopped, and also when this process dies.
 *
 *   node scripts/postgres.mjs -- vitest run …     with TEST_DATABASE_URL set for the command
 *   node scripts/postgres.mjs                     prints the address and runs until Ctrl+C
 *   --durable                                     keeps fsync on (for tests that kill servers)
 *
 * @module
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

/**
 * @typedef {object} PostgresServer
 * @property {string} url Address of its database `postgres`; its user may create others.
 * @property {() => Promise<void>} stop Stops it and deletes its folder.
 */

/** How often another port is tried when somebody took the free one first. */
const portAttempts = 5;

/**
 * @param {{durable?: boolean}} [options] `durable`: what is committed survives a crash of the machine too
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({ durable = false } = {}) {
  const bin = postgresBinaries();
  const account = unprivilegedAccount();
  const folder = makeFolder(account);
  const data = join(folder, 'data');
  try {
    const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(bin, 'initdb'), init, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      const output = await startServer({ bin, data, folder, port, durable, account });
      if (output.server) return server(output.server, folder, port);
      if (attempt === portAttempts || !/address already in use|could not bind/i.test(output.log)) {
        throw new Error(`PostgreSQL did not start:\n${output.log}`);
      }
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @returns {string | null} the folder of `initdb` and `postgres`: POSTGRES_BIN, on PATH, the newest that Debian
 *   installed, or Homebrew's
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const homebrew = ['/opt/homebrew/opt/postgresql@15/bin', '/usr/local/opt/postgresql@15/bin'];
  const folders = [
    ...(env.POSTGRES_BIN ? [env.POSTGRES_BIN] : []),
    ...(env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...homebrew,
  ];
  return folders.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))) ?? null;
}

/** @returns {string} */
function postgresBinaries() {
  const found = findPostgres();
  if (found) return found;
  throw new Error(
    'PostgreSQL is not installed. Install it: "sudo apt-get install postgresql" (Debian, Ubuntu), ' +
      '"sudo dnf install postgresql-server" (Fedora) or "brew install postgresql@15" (macOS). POSTGRES_BIN names the folder of its programs when it is elsewhere.',
  );
}

/**
 * PostgreSQL refuses to run as root.
 *
 * @returns {{uid?: number, gid?: number}} of `postgres`, else of `nobody`, when this is root; else nothing
 */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (/** @type {string} */ flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as.',
  );
}

/**
 * @param {{uid?: number, gid?: number}} account
 * @returns {string}
 */
function makeFolder({ uid, gid }) {
  // Another user may not reach a TMPDIR of root's own.
  const folder = mkdtempSync(join(uid === undefined ? tmpdir() : '/tmp', 'hn-postgres-'));
  chmodSync(folder, 0o700);
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/**
 * @param {{bin: string, data: string, folder: string, port: number, durable: boolean, account: object}} options
 * @returns {Promise<{server: import('node:child_process').ChildProcess | null, log: string}>}
 */
async function startServer({ bin, data, folder, port, durable, account }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    max_connections: 100,
    shared_buffers: '32MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...args], {
    ...account,
    cwd: folder,
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const ready = new Promise((resolve) => {
    child.stderr?.on('data', (chunk) => {
      log = (log + String(chunk)).slice(-10_000);
      if (log.includes('ready to accept connections')) resolve(true);
    });
    child.once('error', (error) => {
      log += error.message;
      resolve(false);
    });
    child.once('exit', () => resolve(false));
  });
  return { server: (await ready) ? child : null, log };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 * @param {number} port
 * @returns {PostgresServer}
 */
function server(child, folder, port) {
  const watcher = watchOver(child, folder);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.ref();
        const ended = once(child, 'exit');
        child.kill('SIGQUIT'); // at once: nothing of it is kept
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
      watcher.stdin?.end();
    },
  };
}

/**
 * A small process that outlives this one: when its input ends, so has this
 * process (SIGKILL too) or the server, and it cleans up.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 */
function watchOver(child, folder) {
  const code = `
    process.stdin.on('end', () => {
      try { process.kill(${child.pid}, 'SIGQUIT'); } catch {}
      setTimeout(() => require('node:fs').rmSync(${JSON.stringify(folder)}, {recursive: true, force: true}), 1000);
    }).resume();`;
  const watcher = spawn(process.execPath, ['-e', code], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  for (const stream of [watcher.stdin, child.stderr]) {
    /** @type {import('node:net').Socket | null} */ (stream)?.unref();
  }
  child.unref();
  return watcher;
}

async function main() {
  const split = argv.indexOf('--');
  const own = argv.slice(2, split === -1 ? undefined : split);
  const [command, ...args] = split === -1 ? [] : argv.slice(split + 1);
  const unknown = own.filter((option) => option !== '--durable');
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(' ')}. Use: node scripts/postgres.mjs [--durable] [-- command …]`);
    exit(2);
  }
  const postgres = await startPostgres({ durable: own.includes('--durable') });
  if (command === undefined) {
    console.log(postgres.url);
    // A listener keeps the process until a signal comes.
    const waiting = setInterval(() => undefined, 2 ** 30);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    clearInterval(waiting);
    await postgres.stop();
    return;
  }
  const child = spawn(command, args, { stdio: 'inherit', env: { ...env, TEST_DATABASE_URL: postgres.url } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)));
  });
  await postgres.stop();
  exit(code);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    exit(1);
  });
}
