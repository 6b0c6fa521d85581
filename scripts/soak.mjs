/**
 * Sends 10,000 messages through everything that can go wrong on the way, and looks for each in the database; then
 * a few more while the server is killed again and again.
 *
 *   npm run soak [-- --record]       with the seed that CI has
 *   FAULT_SEED=x SENDS=500 npm run soak
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { runProcess } from './setup/run-process.mjs';

/** @type {Pick<import('../bench/report.js'), 'record'>} */
const { record } = await tsImport('../bench/report.ts', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'hn-soak-'));
const report = join(folder, 'tallies');
const env = { SENDS: '10000', ...process.env, REPORT: report };
const files = ['sends', 'kill'].map((name) => `test/faults/${name}.test.ts`);
const others = process.argv.slice(2).filter((argument) => argument !== '--record');
try {
  process.exitCode = await runProcess('vitest', ['run', '--project', 'faults', ...files, ...others], {
    env,
    shell: process.platform === 'win32',
  });
  if (existsSync(report)) record('Sends through faults', figures(readFileSync(report, 'utf8')));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} lines @returns {import('../bench/report.js').Figure[]} */
function figures(lines) {
  /** @type {import('../test/faults/support/fleet.js').Tally[]} */
  const tallies = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  /** @param {'faults' | 'deaths'} about @param {'written' | 'sent' | 'lost' | 'doubled'} key */
  const sum = (about, key) =>
    tallies.filter((tally) => tally.about === about).reduce((total, tally) => total + tally[key], 0);
  return [
    { name: 'messages, written', value: sum('faults', 'written') },
    { name: 'messages, shown as sent', value: sum('faults', 'sent') },
    { name: 'messages, lost', value: sum('faults', 'lost'), must: 0 },
    { name: 'messages, doubled', value: sum('faults', 'doubled'), must: 0 },
    { name: 'server killed: messages, written', value: sum('deaths', 'written') },
    { name: 'server killed: messages, shown as sent', value: sum('deaths', 'sent') },
    { name: 'server killed: messages, lost', value: sum('deaths', 'lost'), must: 0 },
    { name: 'server killed: messages, doubled', value: sum('deaths', 'doubled'), must: 0 },
  ];
}
