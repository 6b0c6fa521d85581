import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * Keeps of the declarations in `folder` those that `entry` leads to. The compiler writes one for each file
 * of the care service, most of which speak of packages that are bundled and not installed.
 *
 * @param {string} folder @param {string} entry
 */
export function keepReachable(folder, entry) {
  const reached = new Set();
  const visit = (/** @type {string} */ file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)) {
      visit(join(dirname(file), `${name}.d.ts`));
    }
  };
  visit(join(folder, entry));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = normalize(join(folder, name));
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}
