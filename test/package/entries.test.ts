import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { moduleEntries, packageJson, read, readJson } from './files.js';

/** Runs a program in a Node of its own, so that nothing here has been imported before. */
function inFreshNode(program: string): unknown {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(output);
}

describe('the package', () => {
  it('has one version', () => {
    expect(VERSION).toBe(packageJson.version);
  });

  it.each(moduleEntries())('has code, types and a source map for %s', (_name, target) => {
    expect(existsSync(target.default)).toBe(true);
    expect(existsSync(target.types)).toBe(true);
    expect(existsSync(`${target.default}.map`)).toBe(true);
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
        'HnErrorEvent',
        'HnReadyEvent',
        'VERSION',
        'configure',
        'define',
        'registerBackend',
      ]),
    );
  });

  it('names every registered tag in its manifest, with a path into dist', () => {
    const manifest = readJson('custom-elements.json') as {
      modules: { path: string; declarations: { tagName?: string }[] }[];
    };
    const tags = moduleEntries()
      .map(([name]) => /^\.\/define\/(hn-.+)$/.exec(name)?.[1])
      .filter((tag) => tag !== undefined);
    for (const tag of tags) {
      const module = manifest.modules.find(({ declarations }) =>
        declarations.some(({ tagName }) => tagName === tag),
      );
      expect(module?.path).toMatch(/^dist\/.*\.js$/);
      expect(existsSync(module?.path ?? '')).toBe(true);
    }
  });

  it('gives translators’ notes to nobody else', () => {
    for (const [, target] of moduleEntries()) expect(read(target.default)).not.toMatch(/\bdesc:/);
  });
});
