import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that the modules of a bundle stand in. @param {Iterable<string>} modules @returns {string[]} */
export function packagesOf(modules) {
  const names = new Set();
  for (const module of modules) {
    const name = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1];
    if (name) names.add(name.replaceAll('\\', '/'));
  }
  return [...names].sort();
}

/** Some packages say their licence in `package.json` alone. @param {string} name @returns {string} */
function licenseOf(name) {
  const folder = join('node_modules', name);
  const { version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  if (!license) throw new Error(`${name} is bundled, and does not say its licence.`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : `${author?.name ?? author} ${homepage}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * Writes the licences of bundled packages, which want to be told where the code goes; the bundles
 * themselves carry no comments.
 *
 * @param {string} file @param {readonly string[]} packages
 */
export function writeLicenses(file, packages) {
  writeFileSync(file, packages.map(licenseOf).join(`\n${'-'.repeat(72)}\n\n`));
}
