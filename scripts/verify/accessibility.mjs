import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementNames } from './layout.mjs';

const PAGE = 'docs/accessibility.md';

/** Every criterion of WCAG 2.2 (https://www.w3.org/TR/WCAG22/), level A and AA; 4.1.1 is in it no more. */
export const CRITERIA = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2
    2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`.split(/\s+/),
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7
    2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`.split(/\s+/),
};

const RESULTS = ['met', 'in part', 'page', 'none'];

/** Keys that native controls and dialogs know by themselves. */
const NATIVE_KEYS = ['Tab', 'Shift', 'Enter', 'Space', 'Escape'];

const HEADINGS = ['Structure', 'Keys', 'Focus', 'Announcements'];

/** @param {string} line of a table @returns {string[]} */
const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The table's results: for each criterion its level, what each widget comes to, and the words. @param {string} text */
function readTable(text) {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^\| criterion\b/.test(line));
  if (start < 0) return null;
  const columns = cells(lines[start] ?? '').map((name) => name.replaceAll('`', ''));
  const rows = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const row = cells(line);
    rows.push({ id: (row[0] ?? '').split(' ')[0] ?? '', level: row[1], row, words: row.at(-1) });
  }
  return { columns, rows };
}

/** @param {string} text @param {string[]} tags @returns {string[]} */
function tableProblems(text, tags) {
  const table = readTable(text);
  if (!table) return [`${PAGE} has no table of criteria.`];
  const problems = [];
  const wanted = Object.entries(CRITERIA).flatMap(([level, ids]) => ids.map((id) => [id, level]));
  for (const [id, level] of wanted) {
    const rows = table.rows.filter((row) => row.id === id);
    const [found] = rows;
    if (!found || rows.length > 1) {
      problems.push(`${PAGE}: criterion ${id} stands there ${rows.length} times.`);
      continue;
    }
    if (found.level !== level) problems.push(`${PAGE}: criterion ${id} is of level ${level}.`);
    if (!found.words) problems.push(`${PAGE}: criterion ${id} says nothing of how.`);
    for (const tag of tags) {
      const result = found.row[table.columns.indexOf(tag)] ?? '';
      if (!RESULTS.includes(result)) problems.push(`${PAGE}: <${tag}> has no result for ${id}.`);
    }
  }
  const known = new Set(wanted.map(([id]) => id));
  for (const { id } of table.rows) if (!known.has(id)) problems.push(`${PAGE}: ${id} is no criterion.`);
  return problems;
}

/** The page's chapters: heading → text. @param {string} text @returns {Map<string, string>} */
const chaptersOf = (text) =>
  new Map(
    text.split(/^## /m).map((chapter) => {
      const [title = '', ...rest] = chapter.split('\n');
      return [title.replaceAll('`', ''), rest.join('\n')];
    }),
  );

/** The texts of the widgets in Bokmål, each value in them as `…`. @param {string} root @returns {Set<string>} */
function textsOf(root) {
  const xliff = readFileSync(join(root, 'locales/nn.xlf'), 'utf8');
  return new Set(
    [...xliff.matchAll(/<source>(.*?)<\/source>/gs)].map(([, source = '']) =>
      source
        .replace(/<x [^>]*\/>/g, '…')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ),
  );
}

/** @param {string} root @returns {Map<string, string[]>} tag → its parts */
function partsOf(root) {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  /** @type {{tagName?: string, cssParts?: {name: string}[]}[]} */
  const declarations = modules.flatMap(
    (/** @type {{declarations?: object[]}} */ one) => one.declarations ?? [],
  );
  return new Map(
    declarations.flatMap(({ tagName, cssParts = [] }) =>
      tagName ? [[tagName, cssParts.map(({ name }) => name)]] : [],
    ),
  );
}

/**
 * What a widget's chapter lacks, and what it names that the code does not have: parts (`(part `x`)`), keys
 * (`<kbd>`) and words that are said (in guillemets).
 *
 * @param {string} name without `hn-` @param {string} chapter
 * @param {{root: string, parts: string[], texts: Set<string>}} code
 */
function chapterProblems(name, chapter, { root, parts, texts }) {
  const where = `${PAGE}, ${name}`;
  const code = globSync(`src/elements/${name}/*.ts`, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const keys = [...chapter.matchAll(/<kbd>(.*?)<\/kbd>/g)].map(([, key = '']) => key);
  const named = [...chapter.matchAll(/\(parts? (`[^)]*)\)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/`([\w-]+)`/g)].map(([, part = '']) => part),
  );
  const said = [...chapter.matchAll(/«(.*?)»/g)].map(([, words = '']) => words);
  return [
    ...HEADINGS.filter((heading) => !chapter.includes(`**${heading}.**`)).map(
      (heading) => `${where}: nothing of ${heading.toLowerCase()}.`,
    ),
    ...keys
      .filter((key) => !NATIVE_KEYS.includes(key) && !code.includes(`'${key}'`))
      .map((key) => `${where}: no code answers to the key ${key}.`),
    ...named.filter((part) => !parts.includes(part)).map((part) => `${where}: there is no part ${part}.`),
    ...said.filter((words) => !texts.has(words)).map((words) => `${where}: nothing says «${words}».`),
  ];
}

/**
 * What docs/accessibility.md lacks or says wrongly: a result for every criterion and widget, a chapter for every
 * widget, and parts, keys and words that exist.
 *
 * @param {string} root
 * @returns {string[]} in words
 */
export function accessibilityProblems(root = '.') {
  const text = readFileSync(join(root, PAGE), 'utf8');
  // What gives settings alone draws nothing.
  const names = elementNames(root).filter((name) => name !== 'config');
  const chapters = chaptersOf(text);
  const parts = partsOf(root);
  const texts = textsOf(root);
  const shared = names.length ? (parts.get(`hn-${names[0]}`) ?? []) : [];
  return [
    ...tableProblems(
      text,
      names.map((name) => `hn-${name}`),
    ),
    ...chapterProblems('every widget', chapters.get('Every widget') ?? '', { root, parts: shared, texts }),
    ...names.flatMap((name) =>
      chapterProblems(name, chapters.get(`hn-${name}`) ?? '', {
        root,
        parts: parts.get(`hn-${name}`) ?? [],
        texts,
      }),
    ),
  ];
}
