import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that are bundled into the CDN files; their licences want to be told where the code goes. */
const BUNDLED = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/localize'];

/** Writes `LICENSES.txt` beside the CDN files, which themselves carry no comments. @param {string} folder */
export function writeLicenses(folder) {
  const texts = BUNDLED.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    const text = readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  writeFileSync(join(folder, 'LICENSES.txt'), texts.join(`\n${'-'.repeat(72)}\n\n`));
}
