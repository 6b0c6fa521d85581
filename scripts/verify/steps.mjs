/** Everything that CI holds, as a list of named steps. */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from './accessibility.mjs';
import { conformanceProblems } from './conformance.mjs';
import { layoutProblems } from './layout.mjs';
import { REPORTS } from './run-step.mjs';
import { wordProblems } from './words.mjs';

/** @typedef {import('./run-step.mjs').Step} Step */

/** A report of its own for each suite. @param {string} name */
const reportOf = (name) => join(REPORTS, `${name}.json`);

/** @param {string} project @param {string} [config] where the project stands in another file @returns {Step} */
function vitest(project, config = 'vitest.config.ts') {
  const report = reportOf(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: `${project} tests`,
    command: ['vitest', 'run', '--config', config, '--project', project, ...reporters],
    report,
    test: true,
  };
}

/** @param {string} name @param {string} file @param {string[]} args @returns {Step} */
const script = (name, file, ...args) => ({ name, command: ['node', file, ...args] });

/** @param {string} name @param {string} file @param {string[]} args @returns {Step} */
const typescript = (name, file, ...args) => ({ name, command: ['node', '--import', 'tsx', file, ...args] });

/** What reads the sources, and what reads the build. @returns {Step[][]} */
function staticLanes() {
  const zones = [
    'depcruise',
    'src',
    'server',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err-long',
  ];
  return [
    [
      { name: 'eslint', command: ['eslint', '.', '--max-warnings=0'] },
      { name: 'stylelint', command: ['stylelint', 'src/**/*.ts', '{src,demo}/**/*.css', '--max-warnings=0'] },
      { name: 'import zones', command: zones },
      { name: 'layout', check: () => layoutProblems() },
      { name: 'accessibility page', check: () => accessibilityProblems() },
      { name: 'words', check: () => wordProblems() },
      { name: 'unused code', command: ['knip'] },
      typescript('texts', 'scripts/texts.ts', '--check'),
      typescript('date words', 'scripts/cldr.ts', '--check'),
      typescript('openapi', 'scripts/openapi.ts', '--check'),
      script('manifest', 'scripts/manifest.mjs', '--check'),
    ],
    [
      { ...script('build', 'scripts/build.mjs'), test: true },
      { name: 'types', command: ['tsc'] },
      // CSS is stylelint's: what the analyzer knows of it is older than container queries.
      {
        name: 'templates',
        command: [
          'lit-analyzer',
          'src/{elements,views}/**/*.ts',
          '--strict',
          '--rules.no-invalid-css',
          'off',
        ],
      },
      { name: 'format', command: ['prettier', '--check', '.', '--log-level=warn'] },
      script('size', 'scripts/size.mjs'),
      { name: 'publint', command: ['publint', '--strict'] },
      {
        name: 'attw',
        command: [
          'attw',
          '--pack',
          '.',
          '--profile',
          'esm-only',
          '--exclude-entrypoints',
          './cdn/*',
          './themes/*.css',
        ],
      },
      vitest('package'),
    ],
  ];
}

/** Tests of the server, and of everything that has no view. @returns {Step[][]} */
function nodeLanes() {
  const check = () => conformanceProblems(reportOf('node'));
  return [[vitest('node'), { name: 'conformance counts', check, test: true }]];
}

/** Tests in browsers, one suite at a time: focus and waiting are theirs alone. @returns {Step[][]} */
function browserLanes() {
  const report = reportOf('browsers');
  /** @type {Step[]} */
  const steps = [
    { name: 'browser tests', command: ['web-test-runner'], report, env: { REPORT: report }, test: true },
    { ...script('axe list', 'scripts/axe-list.mjs'), prints: true, test: true },
  ];
  if (globSync('test/e2e/**/*.test.ts').length > 0) steps.push(vitest('e2e'), vitest('faults'));
  if (existsSync('bench/gate.ts')) steps.push({ ...typescript('figures', 'bench/gate.ts'), test: true });
  if (existsSync('.storybook')) {
    const pictures = reportOf('pictures');
    steps.push(
      { name: 'storybook build', command: ['storybook', 'build', '--quiet'] },
      { ...script('pictures', 'scripts/pictures.mjs'), report: pictures, env: { REPORT: pictures } },
      vitest('storybook', '.storybook/vitest.config.ts'),
    );
  }
  return [steps];
}

/** Stages one after the other; the lanes of a stage side by side, for two cores. @returns {Step[][][]} */
export const stages = () => [staticLanes(), nodeLanes(), browserLanes()];
