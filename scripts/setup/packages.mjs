import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean, peer?: boolean}> | null} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether `node_modules` is what the lock file says, by the list that npm leaves there. Optional packages
 * (those of other platforms) may be missing.
 *
 * @param {string} root
 */
export function packagesAreCurrent(root) {
  const locked = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/** Installs what the lock file says, unless it is there. @param {string} root */
export async function ensurePackages(root) {
  if (packagesAreCurrent(root)) return;
  say('Installing the npm packages of package-lock.json (npm ci) …');
  // No install scripts: none is needed, and some would download browsers.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runProcess('npm', args, { cwd: root, shell: process.platform === 'win32' });
  if (code !== 0) throw new SetupError('npm ci failed; its own words above say why.');
}
