import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutProblems } from '../../scripts/verify/layout.mjs';

/** What a widget is made of and held by. */
const PROJECT = [
  'src',
  'server',
  'test',
  'stories',
  'scripts',
  'locales',
  'bench',
  'package.json',
  'tsconfig.json',
  'eslint.config.mjs',
  'lit-localize.json',
  'custom-elements-manifest.config.mjs',
  '.prettierrc.json',
  '.prettierignore',
];

/** All that is new, and what takes it in. */
const MADE = [
  'src/elements/try-out',
  'src/define',
  'src/autoload',
  'test/elements/try-out',
  'stories/hn-try-out.stories.ts',
];

const PATIENCE = 400_000;
const start = promisify(execFile);

let root = '';

/** Runs a program there; rejects with all that it said. */
async function node(...args: string[]): Promise<void> {
  await start(process.execPath, args, { cwd: root }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr, { cause: error });
  });
}

const make = (...args: string[]): Promise<void> => node('scripts/new-widget.mjs', ...args);

const titles = ['--nb', 'Prøve', '--nn', 'Prøve', '--en', 'Trial'];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hn-new-widget-'));
  for (const path of PROJECT) cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a new widget', () => {
  it('is refused without a tag, without its headings, and where there is one', async () => {
    await expect(make('try-out', ...titles)).rejects.toThrow('Say its tag');
    await expect(make('hn-try-out', '--nb', 'Prøve')).rejects.toThrow('Say its heading');
    await expect(make('hn-inbox', ...titles)).rejects.toThrow('src/elements/inbox is there already');
  });

  it('is refused where a place is not as it is known, before anything is written', async () => {
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const known = read('locales/en.xlf');
    const autoload = read('src/autoload.ts');
    writeFileSync(join(root, 'locales/en.xlf'), known.replace('</body>', ''));
    await expect(make('hn-try-out', ...titles)).rejects.toThrow(
      'locales/en.xlf is not as this script knows it',
    );
    expect(existsSync(join(root, 'src/elements/try-out'))).toBe(false);
    expect(read('src/autoload.ts')).toBe(autoload);
    writeFileSync(join(root, 'locales/en.xlf'), known);
  });

  it(
    'is whole, in three languages, and what holds the others holds it',
    async () => {
      await make('hn-try-out', ...titles);
      expect(layoutProblems(root)).toEqual([]);
      const manifest = readFileSync(join(root, 'custom-elements.json'), 'utf8');
      expect(manifest).toContain('"hn-try-out-choose"');
      const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        exports: Record<string, unknown>;
      };
      expect(Object.keys(exports)).toContain('./define/hn-try-out');
      writeFileSync(
        join(root, 'tsconfig.made.json'),
        JSON.stringify({
          extends: './tsconfig.json',
          include: ['src/define.ts', 'src/index.ts', 'src/autoload.ts', ...MADE, 'test/support/*.d.ts'],
        }),
      );
      // Both at once: each takes a core for a while.
      await Promise.all([
        node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.made.json'),
        node('node_modules/eslint/bin/eslint.js', '--max-warnings=0', ...MADE),
      ]);
      await node(
        'node_modules/prettier/bin/prettier.cjs',
        '--check',
        ...MADE,
        'package.json',
        'bench/budgets.json',
      );
    },
    PATIENCE,
  );
});
