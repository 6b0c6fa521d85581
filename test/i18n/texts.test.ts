import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localize } from '../../scripts/texts/localizer.js';
import { messageFaults } from '../../scripts/texts/messages.js';
import { arrange, coverage, incomplete, unitsOf } from '../../scripts/texts/xliff.js';

/** A project with one source file, which says its texts with our `msg`. */
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hn-texts-test-'));
  await mkdir(join(folder, 'locales'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  await symlink(resolve('src'), join(folder, 'src'), 'dir');
  await writeFile(
    join(folder, 'lit-localize.json'),
    JSON.stringify({
      $schema: '',
      sourceLocale: 'nb',
      targetLocales: ['en', 'se'],
      inputFiles: ['view.ts'],
      output: { mode: 'runtime', outputDir: './generated' },
      interchange: { format: 'xliff', xliffDir: './locales' },
    }),
  );
});

afterEach(() => rm(folder, { recursive: true }));

const source = (texts: string) =>
  writeFile(
    join(folder, 'view.ts'),
    `import { html } from 'lit';\nimport { msg, str } from './src/i18n/msg.js';\nexport const view = (a: string, b: string) => [${texts}];\n`,
  );

/** Extracts and builds; what a language's file was before comes from `locales`. */
const run = () => localize(join(folder, 'lit-localize.json'));

const unit = (id: string, sourceText: string, target?: string) =>
  `<trans-unit id="${id}">\n  <source>${sourceText}</source>\n${target ? `  ${target}\n` : ''}</trans-unit>`;

const file = (lang: string, ...units: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file target-language="${lang}" source-language="nb" original="lit-localize-inputs" datatype="plaintext">
<body>
${units.join('\n')}
</body>
</file>
</xliff>
`;

const translate = (lang: string, ...units: string[]) =>
  writeFile(join(folder, 'locales', `${lang}.xlf`), file(lang, ...units));

// Each run has TypeScript check the sources and all that they import: seconds, on a busy machine many.
describe('localize', { timeout: 120_000 }, () => {
  const TEXTS = `
    msg('Hei', { id: 'a.hi', desc: 'A greeting' }),
    msg(html\`<b>\${a}</b> til \${b}\`, { id: 'a.to' }),
    msg('Nei', { id: 'a.no' }),
    msg('En', { id: 'one' }),
    msg('1 fil', { id: 'a.files.one' }),
    msg(str\`Liv & død, \${a}\`, { id: 'a.life' }),
    msg('Noe annet', { id: 'service.other' })`;
  const TRANSLATED = [
    unit('a.hi', 'Hei', '<target>Hello</target>'),
    unit(
      'a.to',
      '<x id="0" equiv-text="&lt;b>${a}&lt;/b>"/> til <x id="1" equiv-text="${b}"/>',
      '<target>To <x id="1" equiv-text="${b}"/>: <x id="0" equiv-text="&lt;b>${a}&lt;/b>"/></target>',
    ),
    unit('a.old', 'Gammel', '<target>Old</target>'),
  ];

  it('finds texts by the type of our msg, and writes what is translated and nothing else', async () => {
    await source(TEXTS);
    await translate('en', ...TRANSLATED);
    const { messages, languages } = await run();
    const { xliff, module } = languages.find(({ lang }) => lang === 'en')!;

    expect(unitsOf(xliff).map(({ id }) => id)).toEqual(messages.map(({ name }) => name));
    expect(xliff).toContain('<note from="lit-localize">A greeting</note>');
    expect(module).toContain("'a.hi': `Hello`");
    expect(module).toContain("'a.to': html`To ${1}: <b>${0}</b>`");
    expect(module).not.toMatch(/a\.no|Old|import/);
    expect(await readFile(join(folder, 'locales', 'en.xlf'), 'utf8')).toBe(file('en', ...TRANSLATED));

    // Ids of two words, all forms of a number, and no markup in text.
    expect(messageFaults(messages).map((fault) => fault.replace(/\(.*?\)/, '()'))).toEqual([
      'one (): an id is <widget>.<camelCase>.',
      'a.files.one (): lacks the form two and other.',
      'a.life (): has one of < > & and is no html.',
    ]);
  });

  it('refuses one id for two texts', async () => {
    await source("msg('Hei', { id: 'a.hi' }), msg('Hallo', { id: 'a.hi' })");
    await expect(run()).rejects.toThrow('a.hi');
  });

  it('leaves out a translation with other values than its source, and says so', async () => {
    await source("msg('Hei', { id: 'a.hi' }), msg(str`Til ${a}`, { id: 'a.to' })");
    await translate(
      'en',
      unit('a.hi', 'Hei', '<target>Hello</target>'),
      unit('a.to', 'Til', '<target>To</target>'),
    );
    const { module, faults } = (await run()).languages.find(({ lang }) => lang === 'en')!;
    expect(faults).toEqual(['Placeholder error in en localization of a.to: missing "${a}"']);
    expect(module).toContain('Hello');
    expect(module).not.toContain('a.to');
  });
});

describe('arrange', () => {
  const stateOf = (xliff: string) => unitsOf(xliff).map(({ id, state }) => [id, state]);

  it('sorts by id, and marks Northern Sámi for review unless somebody has said more', () => {
    const next = file(
      'se',
      unit('b.close', 'Lukk', '<target state="final">Gidde</target>'),
      unit('a.accept', 'Godta', '<target>Dohkket</target>'),
      unit('c.inbox', 'Innboks'),
    );
    const arranged = arrange('se', next, '');
    expect(stateOf(arranged)).toEqual([
      ['a.accept', 'needs-review-translation'],
      ['b.close', 'final'],
      ['c.inbox', null],
    ]);
    expect(coverage('se', arranged)).toBe('se: 2 of 3 texts, 1 to be reviewed');
    expect(arrange('se', arranged, arranged)).toBe(arranged);
  });

  it('marks a translation whose source has changed, until the translation is adapted', () => {
    const before = file('en', unit('a.hi', 'Hei', '<target>Hello</target>'));
    const changed = file('en', unit('a.hi', 'God dag', '<target>Hello</target>'));
    const marked = arrange('en', changed, before);
    expect(stateOf(marked)).toEqual([['a.hi', 'needs-adaptation']]);
    expect(incomplete('en', marked)).toHaveLength(1);
    const adapted = file('en', unit('a.hi', 'God dag', '<target>Good day</target>'));
    expect(stateOf(arrange('en', adapted, marked))).toEqual([['a.hi', null]]);
  });

  it('does not mind that code in a placeholder changes', () => {
    const to = (code: string) =>
      file('en', unit('a.to', `Til <x id="0" equiv-text="\${${code}}"/>`, '<target>To</target>'));
    expect(stateOf(arrange('en', to('b.map((c) => `{c}`)'), to('a')))).toEqual([['a.to', null]]);
  });
});

describe('incomplete', () => {
  it('names what a language lacks; the dual is for Northern Sámi', () => {
    const units = [unit('a.files.two', '2 filer'), unit('a.hi', 'Hei', '<target> </target>')];
    expect(incomplete('nn', file('nn', ...units))).toEqual(['nn: a.hi is not translated.']);
    expect(coverage('nn', file('nn', ...units))).toBe('nn: 0 of 1 texts');
    expect(coverage('se', file('se', ...units))).toBe('se: 0 of 2 texts');
  });
});
