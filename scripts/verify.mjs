/**
 * Runs what CI runs, prints each step with its time, and closes with a line of counts.
 *
 *   npm run verify                   everything
 *   npm run verify -- eslint types   these steps alone
 *   npm test                         the tests alone, and the build that some of them need
 */
import { runStep } from './verify/run-step.mjs';
import { stages } from './verify/steps.mjs';

/** @typedef {import('./verify/run-step.mjs').Result} Result */

const onlyTests = process.argv.includes('--tests');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** @param {import('./verify/run-step.mjs').Step} step */
const isWanted = ({ name, test }) => (names.length > 0 ? names.includes(name) : !onlyTests || test === true);

/** @param {Result} result */
function print({ name, ok, seconds, passed, failed, skipped, output, prints }) {
  const counts = passed + failed > 0 ? `  ${passed} passed, ${failed} failed` : '';
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}  ${seconds.toFixed(1)} s${counts}${left}\n`);
  if (ok && !prints) return;
  const lines = output.trimEnd().split('\n');
  const shown = prints ? lines : lines.slice(-200);
  if (shown.length < lines.length) process.stdout.write(`  … all of it in .cache/reports/${name}.log\n`);
  process.stdout.write(`${shown.map((line) => `  ${line}`).join('\n')}\n`);
}

/** @param {import('./verify/run-step.mjs').Step[]} lane @returns {Promise<Result[]>} */
async function runLane(lane) {
  const results = [];
  for (const step of lane.filter(isWanted)) {
    const result = await runStep(step);
    print(result);
    results.push(result);
  }
  return results;
}

const known = stages().flat(2);
const unknown = names.filter((name) => !known.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No step ${unknown.join(', ')}. Steps: ${known.map((step) => step.name).join(', ')}.\n`,
  );
  process.exit(1);
}

/** @type {Result[]} */
const results = [];
for (const lanes of stages()) results.push(...(await Promise.all(lanes.map(runLane))).flat());

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const broken = results.filter(({ ok }) => !ok).map(({ name }) => name);
if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(', ')}\n`);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
