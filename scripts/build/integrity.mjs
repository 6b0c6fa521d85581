import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `sri.json` beside the CDN files: the `integrity` of each by its name, for script and link tags and for
 * those who copy the files to a server of their own.
 *
 * @param {string} folder
 */
export function writeIntegrity(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const hash = (name) =>
    createHash('sha384')
      .update(readFileSync(join(folder, name)))
      .digest('base64');
  const entries = files.map((name) => [name, `sha384-${hash(name)}`]);
  writeFileSync(join(folder, 'sri.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
