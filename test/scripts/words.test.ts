import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordProblems } from '../../scripts/verify/words.mjs';

const FILES = ['locales/glossary.json', 'locales/nn.xlf', 'locales/en.xlf'];

describe('the words of the texts', () => {
  /** The project's own texts, to plant something in. */
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const plant = (path: string, ...changes: [from: string, to: string][]): string[] => {
    const text = readFileSync(join(root, path), 'utf8');
    for (const [from] of changes) expect(text).toContain(from);
    write(
      path,
      changes.reduce((words, [from, to]) => words.replaceAll(from, to), text),
    );
    return wordProblems(root);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hn-words-'));
    mkdirSync(join(root, 'locales'));
    for (const file of FILES) copyFileSync(file, join(root, file));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are those of the glossary', () => {
    expect(wordProblems(root)).toEqual([]);
  });

  it('are another text than the phrase that public pages have', () => {
    expect(
      plant('locales/en.xlf', [
        '<target>Cancel appointment</target>',
        '<target>Cancel my appointment</target>',
      ]),
    ).toEqual(['en: appointments.cancel is “Cancel appointment”, not “Cancel my appointment”.']);
  });

  it.each([
    [
      'nb',
      'locales/nn.xlf',
      '<source>Vil du avlyse timen?</source>',
      '<source>Vil du avbestille timen?</source>',
      'avbestil',
    ],
    [
      'nb',
      'locales/nn.xlf',
      '<source>Skriv en melding.</source>',
      '<source>Vennligst skriv en melding.</source>',
      'Vennligst',
    ],
    [
      'nn',
      'locales/nn.xlf',
      '<target>Skriv ei melding.</target>',
      '<target>Skriv en melding.</target>',
      'en',
    ],
    [
      'nn',
      'locales/nn.xlf',
      '<target>Ope heile døgnet</target>',
      '<target>Åpne heile døgnet</target>',
      'Åpn',
    ],
    [
      'en',
      'locales/en.xlf',
      '<target>Write a message.</target>',
      '<target>Please write a message.</target>',
      'Please',
    ],
  ])('are never these in %s', (lang, path, from, to, word) => {
    const problems = plant(path, [from, to]);
    expect(problems.join('\n')).toContain(`says “${word}”; say`);
    expect(problems[0]).toMatch(new RegExp(`^${lang}: `));
  });

  it('are one for one thing, from language to language', () => {
    expect(
      plant('locales/en.xlf', ['<target>Write a message.</target>', '<target>Write a note.</target>']),
    ).toEqual([
      expect.stringMatching(
        /^en: composer\.noBody says it in another word than .*message.*: “Write a note\.”/,
      ),
    ]);
    const nn = plant('locales/nn.xlf', [
      '<target>Skriv ei melding.</target>',
      '<target>Skriv noko.</target>',
    ]);
    expect(nn.some((problem) => problem.startsWith('nn: composer.noBody'))).toBe(true);
  });

  it('stand in sentences that are not long', () => {
    const long = Array.from({ length: 19 }, () => 'ord').join(' ');
    expect(plant('locales/nn.xlf', ['<source>Filen er tom.</source>', `<source>${long}.</source>`])).toEqual([
      `nb: attachment.empty has a sentence of 19 words: “${long}.”`,
    ]);
  });

  it('are looked for in the server, the stories and the pages too', () => {
    write('server/notices/text.ts', "const subject = 'Timen er avbestilt';");
    write('demo/page.html', '<p>Avbestill time</p>');
    expect(wordProblems(root).sort()).toEqual([
      'demo/page.html says “Avbestil”; say avlys.',
      'server/notices/text.ts says “avbestil”; say avlys.',
    ]);
  });

  it('know of no text that is gone', () => {
    expect(plant('locales/glossary.json', ['"notify.sms"', '"notify.fax"'])).toEqual([
      'locales/glossary.json: there is no text notify.fax.',
    ]);
  });
});
