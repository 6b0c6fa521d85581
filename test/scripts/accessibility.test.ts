import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CRITERIA, accessibilityProblems } from '../../scripts/verify/accessibility.mjs';

const LEVELS = Object.entries(CRITERIA).flatMap(([level, ids]) => ids.map((id) => [id, level] as const));

const rows = LEVELS.map(([id, level]) => `| ${id} Something | ${level} | met | none | In words. |`);

const chapter = `
**Structure.** A list (parts \`item\`, \`thread\`).
**Keys.** <kbd>Tab</kbd> and <kbd>PageUp</kbd>.
**Focus.** Stays.
**Announcements.** «Ny melding fra …».
`;

const page = (table: readonly string[], inbox = chapter): string => `# Accessibility

## Every widget
${chapter.replace(' and <kbd>PageUp</kbd>', '').replace(', `thread`', '')}
## \`hn-inbox\`
${inbox}
## \`hn-contacts\`
${chapter.replace(' and <kbd>PageUp</kbd>', '').replace(', `thread`', '')}
## WCAG

| criterion | level | \`hn-inbox\` | \`hn-contacts\` | how |
| --- | --- | --- | --- | --- |
${table.join('\n')}

After it.
`;

describe('the page on accessibility', () => {
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const problems = (text: string): string[] => {
    write('docs/accessibility.md', text);
    return accessibilityProblems(root).map((problem) => problem.replace('docs/accessibility.md', '…'));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hn-accessibility-'));
    const parts = [{ name: 'item' }];
    const declarations = [
      { tagName: 'hn-inbox', cssParts: [...parts, { name: 'thread' }] },
      { tagName: 'hn-contacts', cssParts: parts },
    ];
    write('custom-elements.json', JSON.stringify({ modules: [{ declarations }] }));
    write('locales/nn.xlf', '<source>Ny melding fra <x id="0" equiv-text="${name}"/></source>');
    write('src/elements/inbox/inbox.ts', "export class HnInboxElement { key = 'PageUp' }");
    write('src/elements/contacts/contacts.ts', 'export class HnContactsElement {}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('has all 55 criteria', () => {
    expect(new Set(LEVELS.map(([id]) => id)).size).toBe(55);
    expect(CRITERIA.A).toHaveLength(31);
  });

  it('is content when all is there', () => {
    expect(problems(page(rows))).toEqual([]);
  });

  it('misses a criterion, and knows one that is none', () => {
    expect(problems(page([...rows.slice(1), '| 4.1.1 Parsing | A | met | met | Yes. |']))).toEqual([
      `…: criterion ${LEVELS[0]?.[0]} stands there 0 times.`,
      '…: 4.1.1 is no criterion.',
    ]);
  });

  it('misses a result, its words, and the right level', () => {
    const [id, level] = LEVELS[0]!;
    const other = level === 'A' ? 'AA' : 'A';
    expect(problems(page([`| ${id} Something | ${other} | met | not yet | |`, ...rows.slice(1)]))).toEqual([
      `…: criterion ${id} is of level ${level}.`,
      `…: criterion ${id} says nothing of how.`,
      `…: <hn-contacts> has no result for ${id}.`,
    ]);
  });

  it('finds what the code does not have', () => {
    const wrong = chapter
      .replace('thread', 'rope')
      .replace('PageUp', 'PageDown')
      .replace('fra', 'til')
      .replace('**Focus.**', '');
    expect(problems(page(rows, wrong))).toEqual([
      '…, inbox: nothing of focus.',
      '…, inbox: no code answers to the key PageDown.',
      '…, inbox: there is no part rope.',
      '…, inbox: nothing says «Ny melding til …».',
    ]);
  });

  it('misses a widget', () => {
    write('src/elements/example/example.ts', 'export class HnExampleElement {}');
    const found = problems(page(rows));
    expect(found.filter((problem) => problem.includes('<hn-example>'))).toHaveLength(55);
    expect(found).toContain('…, example: nothing of structure.');
  });

  it('is whole as it stands here', () => {
    expect(accessibilityProblems()).toEqual([]);
  });
});
