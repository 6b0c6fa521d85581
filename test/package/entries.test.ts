import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { moduleEntries, packageJson, read, scriptsIn } from './files.js';

/** Runs a program in a Node of its own, so that nothing here has been imported before. */
function inFreshNode(program: string): unknown {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(output);
}

describe('the package', () => {
  it('has one version', () => {
    expect(VERSION).toBe(packageJson.version);
  });

  it.each(moduleEntries())('has code and types for %s', (_name, target) => {
    expect(existsSync(target.default)).toBe(true);
    expect(existsSync(target.types)).toBe(true);
  });

  it('has a source map with the sources for all code that is not exports alone', () => {
    // What the compiler adds of its own has no source.
    const modules = scriptsIn('dist').filter((name) => !/^(cdn|_virtual)\//.test(name));
    const unmapped = modules.filter((name) => !existsSync(join('dist', `${name}.map`)));
    for (const name of unmapped) {
      const statements = read(join('dist', name)).split('\n').filter(Boolean);
      expect(statements.filter((line) => !/^(import|export) /.test(line))).toEqual([]);
    }
    expect(modules.length).toBeGreaterThan(unmapped.length);
  });

  it.each(moduleEntries())('resolves %s by its name in Node', (name) => {
    const specifier = name.replace(/^\./, 'hn-widgets');
    expect(inFreshNode(`await import('${specifier}'); console.log('true')`)).toBe(true);
  });

  it('registers nothing and leaves no global behind when the pure entries are imported', () => {
    const seen = inFreshNode(`
      import 'lit';
      const before = new Set(Reflect.ownKeys(globalThis));
      const tags = [];
      globalThis.customElements.define = (tag) => tags.push(tag);
      await import('hn-widgets');
      await import('hn-widgets/backends/rest');
      const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
      console.log(JSON.stringify({ tags, globals }));
    `) as { tags: string[]; globals: string[] };
    expect(seen.tags).toEqual([]);
    // The one that files of one version share is allowed; Lit keeps lists of its versions.
    const allowed = [
      `Symbol(hn-widgets/${VERSION})`,
      'litElementVersions',
      'litHtmlVersions',
      'reactiveElementVersions',
    ];
    expect(seen.globals.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('exports the classes, events, configuration and errors from its main entry', () => {
    const names = inFreshNode(`console.log(JSON.stringify(Object.keys(await import('hn-widgets'))))`);
    expect(names).toEqual(
      expect.arrayContaining([
        'BackendError',
        'HnConfigElement',
        'HnContactsElement',
        'HnComposeEvent',
        'HnErrorEvent',
        'HnReadyEvent',
        'VERSION',
        'configure',
        'define',
        'registerBackend',
      ]),
    );
  });

  it('holds the care service in its mock, beside MSW alone', () => {
    const imports = /\bimport\s*(?:[\w*{][^"'`;()]*\bfrom\s*)?\(?["'`]([\w@./-]+)["'`]/g;
    const specifiers = [...read('dist/msw.js').matchAll(imports)].map(([, name]) => name);
    expect([...new Set(specifiers)]).toEqual(['msw']);
    expect(read('dist/msw.LICENSES.txt')).toMatch(/hono[\s\S]*MIT[\s\S]*zod/);
    const access = inFreshNode(`
      import { setupServer } from 'msw/node';
      const { careHandlers } = await import('hn-widgets/msw');
      setupServer(...careHandlers('active', { url: 'https://page.example.no/api' })).listen();
      const session = await (await fetch('https://page.example.no/api/session?lang=nb')).json();
      console.log(JSON.stringify([session.access, session.user.name]));
    `);
    expect(access).toEqual(['active', 'Ingrid Solberg']);
  });

  it('gives translators’ notes to nobody else', () => {
    for (const [, target] of moduleEntries()) expect(/\bdesc:/.test(read(target.default))).toBe(false);
  });
});
