/**
 * Makes a new widget that is whole from the start: element, desk, styles, events, texts in three languages,
 * test, stories, and its place in the package.
 *
 *   npm run new-widget -- hn-example --nb Eksempel --nn Døme --en Example
 *
 * It shows the services one can reach, so that it runs; put what it is for in their place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { places } from './new-widget/places.mjs';

const USAGE = 'npm run new-widget -- hn-example --nb Eksempel --nn Døme --en Example';
const FILES = fileURLToPath(new URL('new-widget/files', import.meta.url));

/** @param {string} problem @returns {never} */
function refuse(problem) {
  process.stderr.write(`${problem}\n  ${USAGE}\n`);
  process.exit(1);
}

/** What was asked for: the tag, and the heading in each language. */
function read() {
  const string = /** @type {const} */ ({ type: 'string' });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { nb: string, nn: string, en: string },
  });
  const [tag = ''] = positionals;
  const name = /^hn-([a-z]+(?:-[a-z]+)*)$/.exec(tag)?.[1];
  if (!name) refuse('Say its tag, `hn-` and small letters.');
  if (existsSync(`src/elements/${name}`)) refuse(`src/elements/${name} is there already.`);
  const { nb = '', nn = '', en = '' } = values;
  // They go into source texts as they are.
  if (![nb, nn, en].every((title) => /^[\p{L}\d][\p{L}\d ,-]*$/u.test(title)))
    refuse('Say its heading in Bokmål, Nynorsk and English, in letters.');
  const pascal = name.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());
  const camel = pascal[0]?.toLowerCase() + pascal.slice(1);
  return { name, pascal, camel, nb, nn, en };
}

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`${program} ${args.join(' ')} ended with ${status}.\n`);
    process.exit(1);
  }
}

const widget = read();

/** @param {string} text */
const filledIn = (text) =>
  text
    .replaceAll('__name__', widget.name)
    .replaceAll('__Name__', widget.pascal)
    .replaceAll('__camel__', widget.camel)
    .replaceAll('__titleNn__', widget.nn)
    .replaceAll('__titleEn__', widget.en)
    .replaceAll('__title__', widget.nb);

const made = globSync('**/*.txt', { cwd: FILES }).map((file) => ({
  path: filledIn(relative('.', file).replace(/\.txt$/, '')),
  text: filledIn(readFileSync(join(FILES, file), 'utf8')),
}));
const changed = places(widget).map(({ path, change }) => {
  const before = readFileSync(path, 'utf8');
  const text = change(before);
  if (text === before) refuse(`${path} is not as this script knows it: see scripts/new-widget/places.mjs.`);
  return { path, text };
});
// Nothing is written before all is known to fit.
const written = [...made, ...changed];
for (const { path, text } of written) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const node = process.execPath;
run(node, '--import', 'tsx', 'scripts/texts.ts');
run(node, 'scripts/manifest.mjs');
const formatted = written.map(({ path }) => path).filter((path) => /\.(ts|mdx|json)$/.test(path));
run(node, 'node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', ...formatted);

process.stdout.write(`
<hn-${widget.name}> is there. What is left is yours:
  what it shows and does     src/elements/${widget.name}
  its texts                  in the sources and locales/*.xlf; see CONTRIBUTING.md
  its fullest state          FULLEST in test/support/fullest.ts
  its parts, state by state  test/support/scenes.ts
  how it is for everyone     a chapter and a column in docs/accessibility.md, which npm run verify asks for
  its line                   in the table of README.md
  what others notice of it   npm run changeset
`);
