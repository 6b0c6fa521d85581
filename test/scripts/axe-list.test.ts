import { describe, expect, it } from 'vitest';
import { SCHEMES, WIDTHS, missingRuns } from '../../scripts/axe/missing.mjs';

const DECLARATIONS = [
  { tagName: 'hn-inbox', cssStates: [{ name: 'loading' }, { name: 'ready' }, { name: 'offline' }] },
  { tagName: 'hn-config' },
];
const LANGUAGES = ['nb', 'se'];

const run = { tag: 'hn-inbox', engine: 'Chromium', lang: 'nb', scheme: 'light', findings: 0 };
const RUNS = [
  ...WIDTHS.flatMap((width) => [
    { ...run, width, halt: 'nothing yet', states: ['loading'] },
    { ...run, width, halt: 'a list', states: ['ready'] },
    { ...run, width, halt: 'a list', states: ['ready', 'offline'] },
  ]),
  ...LANGUAGES.flatMap((lang) =>
    SCHEMES.map((scheme) => ({ ...run, lang, scheme, halt: 'fullest', states: ['ready'], width: 1000 })),
  ),
];

const missing = (runs: typeof RUNS): string[] => missingRuns(runs, DECLARATIONS, LANGUAGES);

describe('the list of runs of axe', () => {
  it('lacks nothing where each state was looked at, wide and narrow, and the fullest in each language', () => {
    expect(missing(RUNS)).toEqual([]);
  });

  it('lacks a state that nobody has looked at', () => {
    expect(missing(RUNS.filter(({ states }) => !states.includes('offline')))).toEqual([
      'hn-inbox, offline, nb, light, 1280',
      'hn-inbox, offline, nb, light, 320',
    ]);
  });

  it('lacks a state that was looked at in a wide window alone', () => {
    expect(missing(RUNS.filter(({ halt, width }) => halt !== 'nothing yet' || width === 1280))).toEqual([
      'hn-inbox, loading, nb, light, 320',
    ]);
  });

  it('lacks a language in a scheme', () => {
    expect(missing(RUNS.filter(({ lang, scheme }) => lang !== 'se' || scheme !== 'dark'))).toEqual([
      'hn-inbox, fullest, se, dark',
    ]);
  });
});
