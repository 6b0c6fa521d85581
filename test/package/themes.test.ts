import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DESIGN_SYSTEMS, sheetOf } from '../../scripts/design-systems.mjs';
import { read, readJson, sheetsIn } from './files.js';

const themes = sheetsIn('dist/themes').map(
  (name) => [basename(name, '.css'), read(`dist/themes/${name}`)] as const,
);

const manifest = readJson('custom-elements.json') as {
  modules: {
    declarations: { tagName?: string; cssProperties?: { name: string }[]; cssParts?: { name: string }[] }[];
  }[];
};
const inbox = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'hn-inbox');
const tokens = inbox?.cssProperties?.map(({ name }) => name) ?? [];
const parts = inbox?.cssParts?.map(({ name }) => name) ?? [];

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

describe('the themes', () => {
  it('are those of the design systems that they are tried beside', () => {
    expect(themes.map(([name]) => name).sort()).toEqual(DESIGN_SYSTEMS.toSorted());
  });

  it.each(themes)('resolves %s by its name', (name) => {
    expect(existsSync(new URL(import.meta.resolve(`hn-widgets/themes/${name}.css`)))).toBe(true);
  });

  it.each(themes)('sets every colour in %s, and nothing that widgets do not know', (_name, text) => {
    const set = found(text, /^\s*(--[\w-]+):/gm);
    expect(set.filter((token) => !tokens.includes(token))).toEqual([]);
    expect(tokens.filter((token) => token.startsWith('--hn-color-') && !set.includes(token))).toEqual([]);
    expect(found(text, /::part\(([\w-]+)\)/g).filter((part) => !parts.includes(part))).toEqual([]);
  });

  it.each(themes)('takes for %s only what the system has', async (name, text) => {
    const sheet = await sheetOf(name);
    const taken = found(text, /var\((--(?!hn-)[\w-]+)/g);
    expect(taken.length).toBeGreaterThan(20);
    expect(taken.filter((token) => !sheet.includes(`${token}:`))).toEqual([]);
  });
});
