import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestProblems } from '../../scripts/manifest/problems.mjs';
import { conformanceProblems } from '../../scripts/verify/conformance.mjs';
import { layoutProblems } from '../../scripts/verify/layout.mjs';
import { runStep } from '../../scripts/verify/run-step.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hn-verify-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('the conformance counts', () => {
  const report = (counts: Record<string, number>) => {
    const assertionResults = Object.entries(counts).flatMap(([name, count]) =>
      Array.from({ length: count }, () => ({
        ancestorTitles: [`storage conformance: ${name}`],
        status: 'passed',
      })),
    );
    return write('report.json', JSON.stringify({ testResults: [{ assertionResults }] }));
  };

  it('are right when every storage passed as many', () => {
    const file = report({ memory: 3, 'embedded PostgreSQL': 3, 'PostgreSQL server': 3 });
    expect(conformanceProblems(file)).toEqual([]);
  });

  it('are wrong when one passed fewer', () => {
    const file = report({ memory: 3, 'embedded PostgreSQL': 3, 'PostgreSQL server': 2 });
    expect(conformanceProblems(file)).toEqual(['The storages passed different numbers of tests.']);
  });

  it('are wrong when one did not run', () => {
    const file = report({ memory: 3, 'embedded PostgreSQL': 3 });
    expect(conformanceProblems(file)).toEqual(['The conformance suite did not run on: PostgreSQL server.']);
  });
});

describe('the layout rule', () => {
  const element = 'export class HnInboxElement extends HTMLElement {}';

  it('names all that an element lacks', () => {
    write('src/elements/inbox/inbox.ts', element);
    write('src/autoload.ts', '');
    write('src/define/define-all.ts', '');
    write('package.json', '{"exports":{}}');
    expect(layoutProblems(root).map((problem) => problem.replace(/ \(.*| in package.*|\.$/g, ''))).toEqual([
      '<hn-inbox> has no test',
      '<hn-inbox> has no story',
      '<hn-inbox> has no define entry',
      '<hn-inbox> has no CDN entry',
      '<hn-inbox> has no entry ./define/hn-inbox',
      'src/autoload.ts does not know <hn-inbox>',
      'src/define/define-all.ts does not register <hn-inbox>',
    ]);
  });

  it('is content with a whole element, and with a folder that several share', () => {
    write('src/elements/inbox/inbox.ts', element);
    write('src/elements/composer/composer.ts', 'export const composer = () => null;');
    write('src/autoload.ts', "'hn-inbox'");
    write('src/define/define-all.ts', "'hn-inbox'");
    write('src/define/hn-inbox.ts', '');
    write('src/autoload/hn-inbox.ts', '');
    write('test/elements/inbox/inbox.test.ts', '');
    write('stories/hn-inbox.stories.ts', '');
    write('package.json', '{"exports":{"./define/hn-inbox":"./x.js"}}');
    expect(layoutProblems(root)).toEqual([]);
  });
});

describe('the manifest rules', () => {
  it('name what has no description', () => {
    const declaration = {
      customElement: true,
      tagName: 'hn-inbox',
      description: 'Messages.',
      status: 'stable',
      attributes: [{ name: 'thread', description: 'Open this one.' }, { name: 'folder' }],
      slots: [{ name: '' }],
    };
    expect(manifestProblems({ modules: [{ declarations: [declaration] }] })).toEqual([
      '<hn-inbox> attribute `folder` has no description.',
      '<hn-inbox> slot `(default)` has no description.',
    ]);
  });

  it('want an element at all', () => {
    expect(manifestProblems({ modules: [] })).toEqual(['The manifest holds no element.']);
  });
});

describe('a step', () => {
  it('counts the tests of its report', async () => {
    const report = join(root, 'report.json');
    const program = `require('fs').writeFileSync(process.argv[1], '{"passed":2,"failed":0,"skipped":1}')`;
    const result = await runStep({ name: 'try', command: ['node', '-e', program, report], report });
    expect(result).toMatchObject({ ok: true, passed: 2, failed: 0, skipped: 1 });
  });

  it('has failed when it ran no test', async () => {
    const result = await runStep({
      name: 'try',
      command: ['node', '-e', ''],
      report: join(root, 'none.json'),
    });
    expect(result).toMatchObject({ ok: false, passed: 0, failed: 1 });
  });

  it('has failed when its tests passed and its program did not end well', async () => {
    const report = join(root, 'report.json');
    const program = `require('fs').writeFileSync(process.argv[1], '{"passed":2,"failed":0,"skipped":0}'); process.exit(1)`;
    const result = await runStep({ name: 'try', command: ['node', '-e', program, report], report });
    expect(result).toMatchObject({ ok: false, passed: 2, failed: 1 });
  });

  it('has failed when its check throws', async () => {
    const check = () => {
      throw new Error('no such file');
    };
    expect(await runStep({ name: 'try', check })).toMatchObject({ ok: false, failed: 1 });
  });

  it('has failed when its program is not there', async () => {
    expect(await runStep({ name: 'try', command: ['no-such-program'] })).toMatchObject({
      ok: false,
      failed: 1,
    });
  });
});
