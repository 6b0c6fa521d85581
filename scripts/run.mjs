/**
 * `npm start`, `npm test`, `npm run verify` and `npm run soak`, each alone from a fresh clone on a fresh machine: fetches what
 * is missing, says what it does, then does it.
 *
 * Runs on Node 18 without any package, because it is what installs the others.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode, linkNode, pathWith } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { runProcess } from './setup/run-process.mjs';
import { say, SetupError } from './setup/say.mjs';
import { ensureTestPrograms } from './setup/test-programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What each command runs once everything is there, and whether it needs browsers and PostgreSQL. */
const COMMANDS = {
  start: { script: 'scripts/start.mjs', args: [], tests: false },
  test: { script: 'scripts/verify.mjs', args: ['--tests'], tests: true },
  verify: { script: 'scripts/verify.mjs', args: [], tests: true },
  soak: { script: 'scripts/soak.mjs', args: [], tests: true },
};

/** @param {string | undefined} name @param {string[]} rest @returns {Promise<number>} an exit code */
async function main(name, rest) {
  const command = COMMANDS[name ?? ''];
  if (!command) {
    throw new SetupError(`Say what to run: ${Object.keys(COMMANDS).join(', ')}.`);
  }
  const node = await ensureNode(root);
  if (node !== process.execPath) {
    const env = { ...process.env, PATH: pathWith(node) };
    return runProcess(node, [fileURLToPath(import.meta.url), name, ...rest], { cwd: root, env });
  }
  await ensurePackages(root);
  linkNode(root);
  if (command.tests) await ensureTestPrograms();
  const path = [join(root, 'node_modules', '.bin'), pathWith(node)].join(
    process.platform === 'win32' ? ';' : ':',
  );
  const env = { ...process.env, PATH: path };
  return runProcess(node, [join(root, command.script), ...command.args, ...rest], { cwd: root, env });
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
