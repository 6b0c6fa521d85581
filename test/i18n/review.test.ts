import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { languagesPage } from '../../scripts/texts/page.js';
import { reviewTable, takeReview } from '../../scripts/texts/review.js';
import { arrange, count, halfCounted, unitsOf } from '../../scripts/texts/xliff.js';

const NAME = '<x id="0" equiv-text="&lt;b&gt;${name}&lt;/b&gt;"/>';
const DAY = '<x id="1" equiv-text="${day}"/>';

const unit = (id: string, source: string, target = '', note = '') => `<trans-unit id="${id}">
  <source>${source}</source>
${target ? `  ${target}\n` : ''}${note ? `  <note from="lit-localize">${note}</note>\n` : ''}</trans-unit>`;

const file = (...units: string[]) => `<body>\n${units.join('\n')}\n</body>`;

const REVIEW = 'needs-review-translation';
const se = file(
  unit('common.close', 'Lukk', '<target state="final">Gidde</target>'),
  unit('inbox.both', `Liv &amp; ${NAME}, ${DAY}`, '', 'A name and a day'),
  unit('inbox.sent', 'Sendt', `<target state="${REVIEW}">Sáddejuvvon</target>`),
);
const nn = file(unit('common.close', 'Lukk', '<target>Lukk</target>'));
const en = file(unit('common.close', 'Lukk', '<target>Close</target>'));
const TABLE = reviewTable({ nn, en, se });

const linesOf = (table: string) =>
  table
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
const targetOf = (xliff: string, id: string) => unitsOf(xliff).find((one) => one.id === id);

/** The table with the two columns of `id` as a reviewer leaves them. */
const withRow = (id: string, words: string, state: string) =>
  linesOf(TABLE)
    .map((line) => (line[0] === id ? [...line.slice(0, 4), words, state, line[6]] : line).join('\t'))
    .join('\n');

describe('the table for a reviewer', () => {
  it('has every text with its translations, state and context, and its values as numbers', () => {
    expect(linesOf(TABLE)).toEqual([
      ['id', 'nb', 'nn', 'en', 'se', 'state', 'context'],
      ['common.close', 'Lukk', 'Lukk', 'Close', 'Gidde', 'final', 'several widgets'],
      ['inbox.both', 'Liv & {0}, {1}', '', '', '', 'needs-translation', 'hn-inbox: A name and a day'],
      ['inbox.sent', 'Sendt', '', '', 'Sáddejuvvon', REVIEW, 'hn-inbox'],
    ]);
  });

  it('changes nothing where the reviewer has not', () => {
    expect(takeReview(se, TABLE)).toEqual({ xliff: se, faults: [] });
  });

  it('gives back what is written: words, states, values where they belong', () => {
    const { xliff, faults } = takeReview(se, withRow('inbox.both', '{1}: {0} & Liv', 'final'));
    expect(faults).toEqual([]);
    expect(targetOf(xliff, 'inbox.both')).toMatchObject({
      target: `${DAY}: ${NAME} &amp; Liv`,
      state: 'final',
      note: 'A name and a day',
    });
    const accepted = takeReview(se, withRow('inbox.sent', 'Sáddejuvvon', 'final')).xliff;
    expect(targetOf(accepted, 'inbox.sent')).toMatchObject({ target: 'Sáddejuvvon', state: 'final' });
    const removed = takeReview(se, withRow('inbox.sent', '', 'needs-translation')).xliff;
    expect(targetOf(removed, 'inbox.sent')).toMatchObject({ target: null });
    // A reviewed text stays reviewed when the files are arranged.
    expect(targetOf(arrange('se', accepted, se), 'inbox.sent')?.state).toBe('final');
  });

  it('keeps each value with its number where a language has another order, and where there are many', () => {
    const many = Array.from({ length: 12 }, (_, n) => `<x id="${n}" equiv-text="\${v${n}}"/>`);
    const swapped = file(
      unit('inbox.both', `${NAME}, ${DAY}`, `<target state="final">${DAY}: ${NAME}</target>`),
      unit('inbox.many', many.join(' '), `<target state="final">${many.toReversed().join(' ')}</target>`),
    );
    const table = reviewTable({ nn: swapped, en: swapped, se: swapped });
    expect(linesOf(table)[1]?.slice(1, 5)).toEqual(['{0}, {1}', '{1}: {0}', '{1}: {0}', '{1}: {0}']);
    expect(takeReview(swapped, table)).toEqual({ xliff: swapped, faults: [] });
    const { faults } = takeReview(swapped, table.replaceAll('{11} {10}', '{11}'));
    expect(faults.join()).toContain(
      'inbox.many has {0} {1} {2} {3} {4} {5} {6} {7} {8} {9} {11} and not the 12',
    );
  });

  it('comes as spreadsheets save it', () => {
    const quoted = withRow('inbox.sent', '"Sádde ""juvvon"""', 'final').replaceAll('\n', '\r\n');
    const { xliff, faults } = takeReview(se, `\ufeff${quoted}\r\n`);
    expect(faults).toEqual([]);
    expect(targetOf(xliff, 'inbox.sent')?.target).toBe('Sádde "juvvon"');
  });

  it.each([
    ['lacks a value', withRow('inbox.both', '{0} & Liv', 'final'), 'inbox.both has {0} and not the 2 values'],
    ['has no state that there is', withRow('inbox.sent', 'Sádde', 'done'), 'inbox.sent has the state "done"'],
    ['is of another source', TABLE.replace('\tSendt\t', '\tSend\t'), 'inbox.sent was another text'],
    ['is no text any more', TABLE.replace('inbox.sent', 'inbox.gone'), 'inbox.gone is no text any more'],
    [
      'is translated and said not to be',
      withRow('inbox.sent', 'Sádde', 'needs-translation'),
      'is translated',
    ],
  ])('leaves a row alone that %s, and says so', (_, table, fault) => {
    const { xliff, faults } = takeReview(se, table);
    expect(faults.join()).toContain(fault);
    expect(xliff).toBe(se);
  });

  it('is refused without its columns', () => {
    expect(() => takeReview(se, 'id\tnb\n')).toThrow('nn, en, se, state, context');
  });
});

describe('a counted text', () => {
  const forms = (...translated: string[]) =>
    file(
      ...['one', 'two', 'other'].map((form) =>
        unit(`inbox.unread.${form}`, 'x', translated.includes(form) ? '<target>y</target>' : ''),
      ),
    );

  it('has all its forms or none, in Northern Sámi one for two as well', () => {
    expect(halfCounted('se', forms())).toEqual([]);
    expect(halfCounted('se', forms('one', 'two', 'other'))).toEqual([]);
    expect(halfCounted('se', forms('one', 'other'))).toEqual([
      'se: inbox.unread.two is not translated, and other forms of it are.',
    ]);
    expect(halfCounted('nn', forms('one', 'other'))).toEqual([]);
  });
});

describe('the page about languages', () => {
  it('says what the files say', async () => {
    const of = (lang: string) => readFile(`locales/${lang}.xlf`, 'utf8');
    const xliffs = { nn: await of('nn'), en: await of('en'), se: await of('se') };
    const page = languagesPage(xliffs);
    const { all, translated, open } = count('se', xliffs.se);
    expect(page).toMatch(
      new RegExp(`Northern Sámi \\(.se.\\) \\| ${all} \\| ${translated} \\| \\d+ % \\| ${open} `),
    );
    expect(page.match(/^- `/gm)).toHaveLength(open);
    // Every text belongs to one view.
    const [, views = ''] = page.split(/^## .*$/m);
    const sum = (column: number) =>
      [...views.matchAll(/^\|.*\d.*\|$/gm)]
        .map(([line]) => Number(line.split('|')[column]))
        .reduce((one, other) => one + other);
    expect([2, 3, 5].map(sum)).toEqual([all, translated, open]);
  });
});
