/**
 * Prints each run of axe in the browser tests that were run last: widget, what is shown, states, language, scheme,
 * width, engine, findings. Fails where something was found, or where nobody has looked.
 *
 *   npx web-test-runner --files 'test/browser/{axe,schemes}.test.ts' && node scripts/axe-list.mjs
 */
import { existsSync, readFileSync } from 'node:fs';
import { missingRuns } from './axe/missing.mjs';

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const FILE = '.cache/reports/axe.json';
/** @type {import('./axe/missing.mjs').Run[]} */
const runs = existsSync(FILE) ? read(FILE) : [];
// Files of tests run side by side.
runs.sort((a, b) => a.tag.localeCompare(b.tag) || a.scheme.localeCompare(b.scheme) || b.width - a.width);
const { sourceLocale, targetLocales } = read('lit-localize.json');
const declarations = read('custom-elements.json')
  .modules.flatMap((module) => module.declarations ?? [])
  .filter(({ tagName }) => tagName);

const rows = runs.map(({ tag, halt, states, lang, scheme, width, engine, findings }) => [
  tag,
  `${halt} (${states.join(', ')})`,
  lang,
  scheme,
  `${width} px`,
  engine,
  String(findings),
]);
const widths = rows.reduce((all, row) => row.map((cell, n) => Math.max(cell.length, all[n] ?? 0)), []);
for (const row of rows) {
  process.stdout.write(`${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')}\n`);
}

const missing = missingRuns(runs, declarations, [sourceLocale, ...targetLocales]);
const findings = runs.reduce((sum, run) => sum + run.findings, 0);
for (const one of missing) process.stdout.write(`Nobody has looked at ${one}.\n`);
process.stdout.write(`${runs.length} runs of axe, ${findings} findings, ${missing.length} missing.\n`);
process.exitCode = missing.length + findings > 0 ? 1 : 0;
