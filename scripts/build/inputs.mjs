import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the build is made from. */
const INPUTS = [
  'src',
  'server',
  'demo',
  'locales',
  'scripts/build',
  'scripts/build.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'tsconfig.msw.json',
];
/** Says what `dist` was built from. */
export const STAMP = '.cache/built-from';

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** A hash over everything that the build is made from. */
export function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Whether `dist` was built from what stands here now. */
export function isBuilt() {
  if (!existsSync('dist/cdn/sri.json') || !existsSync('dist-server/server.js') || !existsSync(STAMP))
    return false;
  return readFileSync(STAMP, 'utf8') === hashOfInputs();
}

/** @param {string} hash of the inputs before the build began */
export function markBuilt(hash) {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}
