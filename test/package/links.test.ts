import { execFile } from 'node:child_process';
import { join, dirname } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { read } from './files.js';

const run = promisify(execFile);

/** What `npm publish` would send. */
let packed: ReadonlySet<string>;

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    maxBuffer: 16 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  packed = new Set(files.map(({ path }) => path));
}, 60_000);

/** Where a page's links and pictures lead within the package. */
function targets(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/i.test(link))
    .map((link) => join(dirname(page), link));
}

describe('the package', () => {
  it.each(['README.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'docs/openapi.json'])('has %s', (file) => {
    expect(packed).toContain(file);
  });

  it('has what its pages link to', () => {
    const pages = [...packed].filter((file) => file.endsWith('.md'));
    const links = pages.flatMap((page) => targets(page).map((target) => ({ page, target })));
    expect(links.filter(({ page }) => page === 'README.md')).not.toEqual([]);
    expect(links.filter(({ target }) => !packed.has(target))).toEqual([]);
  });

  it('has neither tests nor the server', () => {
    expect([...packed].filter((file) => /^(test|server|demo|dist-server)\//.test(file))).toEqual([]);
  });
});
