import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { CDN, inCdn, read, readJson, scriptsIn, sheetsIn } from './files.js';

const integrity = readJson(inCdn('sri.json')) as Record<string, string>;
const scripts = scriptsIn(CDN);
const files = [...scripts, ...sheetsIn(CDN)];

/** Not `toContain`: its message would be the whole file. */
const holds = (name: string, text: string): boolean => read(inCdn(name)).includes(text);

describe('the CDN build', () => {
  it('lists every file in sri.json', () => {
    expect(Object.keys(integrity).sort()).toEqual(files.toSorted());
    expect(files).toEqual(
      expect.arrayContaining(['hn.js', 'hn-all.js', 'hn-config.js', 'hn-contacts.js', 'themes/punkt.css']),
    );
  });

  it.each(files)('has the hash of %s', (name) => {
    const hash = createHash('sha384')
      .update(readFileSync(inCdn(name)))
      .digest('base64');
    expect(integrity[name]).toBe(`sha384-${hash}`);
  });

  // The bundler's own few lines have no source.
  const written = scripts.filter((name) => !name.startsWith('chunks/rolldown-runtime-'));

  it.each(written)('has a source map with the sources of %s', (name) => {
    expect(existsSync(inCdn(`${name}.map`))).toBe(true);
    const map = readJson(inCdn(`${name}.map`)) as { sourcesContent?: (string | null)[] };
    expect(map.sourcesContent?.every((source) => typeof source === 'string')).toBe(true);
  });

  it.each(scripts)('asks for nothing from elsewhere in %s', (name) => {
    const imported = [...read(inCdn(name)).matchAll(/\bimport\(([`'"])(.+?)\1\)|\bfrom([`'"])(.+?)\3/g)];
    for (const match of imported) expect(match[2] ?? match[4]).toMatch(/^\.\.?\//);
  });

  it.each(scripts)('holds the production build of Lit in %s', (name) => {
    expect(holds(name, 'Lit is in dev mode')).toBe(false);
  });

  it('has the texts of other languages beside the widget and not in it', () => {
    const chunks = scripts.filter((name) => name.startsWith('chunks/'));
    expect(chunks.length).toBeGreaterThan(0);
    expect(holds('hn-contacts.js', 'Helsekontakter')).toBe(true);
    // A Northern Sámi month stands in that catalogue alone.
    expect(holds('hn-contacts.js', 'skábmamánu')).toBe(false);
    expect(chunks.some((name) => holds(name, 'skábmamánu'))).toBe(true);
  });

  it('shares the care client between files of one version', () => {
    for (const name of ['hn-contacts.js', 'hn-all.js']) {
      expect(/Symbol\.for\([`'"]hn-widgets\//.test(read(inCdn(name)))).toBe(true);
      expect(holds(name, VERSION)).toBe(true);
    }
  });

  it('comes with the licences of what is inside', () => {
    expect(read(inCdn('LICENSES.txt'))).toMatch(/BSD-3-Clause[\s\S]*Google/);
  });
});
