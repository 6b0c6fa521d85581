import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root @returns {string[]} names of the public elements, without `hn-` */
export function elementNames(root = '.') {
  const folder = join(root, 'src/elements');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => {
      const file = join(folder, name, `${name}.ts`);
      // A folder without an element holds what several elements share.
      return existsSync(file) && /export class Hn\w+Element\b/.test(readFileSync(file, 'utf8'));
    });
}

/**
 * What is missing beside an element: its test, its story, the entry that registers it, its place in the
 * package. A widget also has the file that the autoloader and CDNs take.
 *
 * @param {string} root
 * @returns {string[]} in words
 */
export function layoutProblems(root = '.') {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = elementNames(root);
  const autoload = readFileSync(join(root, 'src/autoload.ts'), 'utf8');
  const defineAll = readFileSync(join(root, 'src/define/define-all.ts'), 'utf8');
  const problems = names.flatMap((name) => {
    const tag = `hn-${name}`;
    const needs = [
      [`test/elements/${name}/*.test.ts`, 'test'],
      [`stories/**/hn-${name}*.stories.ts`, 'story'],
      [`src/define/${tag}.ts`, 'define entry'],
      ...(name === 'config' ? [] : [[`src/autoload/${tag}.ts`, 'CDN entry']]),
    ];
    return [
      ...needs
        .filter(([pattern]) => globSync(pattern, { cwd: root }).length === 0)
        .map(([pattern, what]) => `<${tag}> has no ${what} (${pattern}).`),
      ...(exports[`./define/${tag}`] ? [] : [`<${tag}> has no entry ./define/${tag} in package.json.`]),
      ...(autoload.includes(`'${tag}'`) ? [] : [`src/autoload.ts does not know <${tag}>.`]),
      ...(defineAll.includes(`'${tag}'`) ? [] : [`src/define/define-all.ts does not register <${tag}>.`]),
    ];
  });
  for (const file of globSync('src/define/hn-*.ts', { cwd: root })) {
    const name = file.replace(/^.*hn-|\.ts$/g, '');
    if (!names.includes(name))
      problems.push(`${file} registers an element that is not in src/elements/${name}.`);
  }
  return problems;
}
