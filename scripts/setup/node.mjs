import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** The oldest Node that the tools here work with; the same as `engines` in package.json. */
const OLDEST = [22, 12];
/** What is fetched where the system's Node is older. */
const FETCHED = '24.21.0';

/** @param {string} version such as `20.20.2` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

/**
 * A Node that the tools work with: this one, or one fetched from the npm registry into the ignored folder
 * `.tools`. That package holds the program itself and runs no install script.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the program's path
 */
export async function ensureNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = packageName();
  const tools = join(root, '.tools');
  const program = join(
    tools,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(program)) return program;
  say(`Node ${process.versions.node} is too old for the tools; fetching Node ${FETCHED} into .tools/ …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const spec = `${name}@${FETCHED}`;
  const args = ['install', '--prefix', tools, '--ignore-scripts', '--no-audit', '--no-fund', '--save', spec];
  const code = await runProcess('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0 || !existsSync(program)) {
    throw new SetupError(
      `Fetching ${spec} from the npm registry failed. Install Node ${OLDEST.join('.')} or newer and run the command again.`,
    );
  }
  return program;
}

/** Puts the folder of `program` first on the path of everything started from here. @param {string} program */
export function pathWith(program) {
  return [dirname(program), process.env.PATH ?? ''].join(delimiter);
}

/**
 * Makes every `npm run` use this Node: npm puts `node_modules/.bin` first on the path. Only where the
 * system's own Node is too old, which is to say where `.tools` has one.
 *
 * @param {string} root
 */
export function linkNode(root) {
  if (!process.execPath.startsWith(join(root, '.tools'))) return;
  const link = join(root, 'node_modules', '.bin', 'node');
  rmSync(link, { force: true });
  symlinkSync(process.execPath, link);
}
