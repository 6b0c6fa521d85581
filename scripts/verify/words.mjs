import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What texts are held to, `locales/glossary.json`: `phrases` are texts that public pages say so too, by id;
 * `terms` is one word for one thing, a pattern for each language; `never` is what is said in other words;
 * `longest` is how many words a sentence may have.
 *
 * @typedef {{
 *   phrases: Record<string, string[]>,
 *   terms: {words: string[], from?: string[], except?: Record<string, string>}[],
 *   never: {in: string[], words: string, say: string}[],
 *   longest: number,
 * }} Glossary
 */

/** In the order of the glossary's columns. Northern Sámi has reviewers instead. */
const LANGUAGES = ['nb', 'nn', 'en'];

/** Where words are never said that stand as `everywhere`, beside the texts themselves. */
const SAID = [
  'src/**/*.ts',
  'server/**/*.ts',
  'stories/**/*.{ts,mdx}',
  'demo/**/*.{ts,html}',
  'docs/**/*.md',
  '*.md',
];

/** Where a word begins or ends; JavaScript's own knows no å. */
const EDGE = '(?:(?<=[\\p{L}\\d])(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?=[\\p{L}\\d]))';

/** @param {string} words */
const pattern = (words) => new RegExp(words.replaceAll('\\b', EDGE), 'iu');

/** A text without markup, its values as `…`. @param {string} [text] */
const readable = (text = '') =>
  text
    .replace(/<x [^>]*\/>/g, '…')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Every text in Bokmål, Nynorsk and English. @param {string} root @returns {Map<string, string[]>} */
function textsOf(root) {
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const [at, lang] of [
    [1, 'nn'],
    [2, 'en'],
  ]) {
    const xliff = readFileSync(join(root, `locales/${lang}.xlf`), 'utf8');
    for (const [, id = '', unit = ''] of xliff.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)) {
      const said = texts.get(id) ?? [readable(/<source>(.*?)<\/source>/s.exec(unit)?.[1]), '', ''];
      said[Number(at)] = readable(/<target[^>]*>(.*?)<\/target>/s.exec(unit)?.[1]);
      texts.set(id, said);
    }
  }
  return texts;
}

/** @param {string} id @param {string[]} said @param {Glossary['terms']} terms @returns {string[]} */
function termProblems(id, said, terms) {
  return terms.flatMap(({ words, from = LANGUAGES, except = {} }) => {
    if (id in except) return [];
    const has = words.map((one, at) => pattern(one).test(said[at] ?? ''));
    const first = LANGUAGES.findIndex((lang, at) => has[at] && from.includes(lang));
    if (first < 0) return [];
    return LANGUAGES.flatMap((lang, at) =>
      has[at] || !said[at]
        ? []
        : [
            `${lang}: ${id} says it in another word than ${words[at]}: “${said[at]}”, where ${LANGUAGES[first]} has ${words[first]}.`,
          ],
    );
  });
}

/** @param {string} id @param {string[]} said @param {Glossary} glossary @returns {string[]} */
function textProblems(id, said, { phrases, terms, never, longest }) {
  const problems = termProblems(id, said, terms);
  for (const [at, lang] of LANGUAGES.entries()) {
    const text = said[at] ?? '';
    const phrase = phrases[id]?.[at];
    if (phrase && phrase !== text) problems.push(`${lang}: ${id} is “${phrase}”, not “${text}”.`);
    for (const rule of never) {
      const [found] = (rule.in.includes(lang) && pattern(rule.words).exec(text)) || [];
      if (found) problems.push(`${lang}: ${id} says “${found}”; say ${rule.say}.`);
    }
    for (const sentence of text.split(/(?<=[.!?:])\s/)) {
      const count = sentence.split(/\s+/).length;
      if (count > longest) problems.push(`${lang}: ${id} has a sentence of ${count} words: “${sentence}”`);
    }
  }
  return problems;
}

/** @param {string} root @param {Glossary['never']} never @returns {string[]} */
function elsewhere(root, never) {
  const rules = never.filter((rule) => rule.in.includes('everywhere'));
  return globSync(SAID, { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return rules.flatMap(({ words, say }) => {
      const [found] = pattern(words).exec(text) ?? [];
      return found ? [`${file} says “${found}”; say ${say}.`] : [];
    });
  });
}

/**
 * Words that are not the glossary's, and sentences that are too long, in Bokmål, Nynorsk and English.
 *
 * @param {string} [root] @returns {string[]} what is wrong
 */
export function wordProblems(root = '.') {
  /** @type {Glossary} */
  const glossary = JSON.parse(readFileSync(join(root, 'locales/glossary.json'), 'utf8'));
  const texts = textsOf(root);
  const gone = [
    ...Object.keys(glossary.phrases),
    ...glossary.terms.flatMap(({ except = {} }) => Object.keys(except)),
  ]
    .filter((id) => !texts.has(id))
    .map((id) => `locales/glossary.json: there is no text ${id}.`);
  return [
    ...gone,
    ...[...texts].flatMap(([id, said]) => textProblems(id, said, glossary)),
    ...elsewhere(root, glossary.never),
  ];
}
