/**
 * The size gate: bytes after brotli 11 of each CDN file and each entry of the package, against
 * `bench/budgets.json`. `must` fails the run; `aim` is printed beside it. Where `must` has not been reached
 * yet, `held` is what has been: the run says so each time, and fails when it grows.
 *
 *   node scripts/size.mjs
 *   node scripts/size.mjs --modules hn-contacts    what this file is made of
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdnBuild, cdnEntries } from './build/configs.mjs';
import { cdnSize, entrySize, modulesOf } from './size/measure.mjs';

const [option, asked = ''] = process.argv.slice(2);
if (option === '--modules') {
  const entry = cdnEntries()[asked];
  if (!entry) throw new Error(`There are ${Object.keys(cdnEntries()).join(', ')}.`);
  for (const [module, bytes] of await modulesOf(cdnBuild(asked, entry, 'dist/cdn'))) {
    process.stdout.write(`${String(bytes).padStart(6)}  ${module}\n`);
  }
  process.exit();
}

const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8'));
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
/** @type {string[]} */
const problems = [];

/** @param {string} name @param {number} bytes @param {{must: number, aim?: number, held?: number} | undefined} budget */
function compare(name, bytes, budget) {
  const kib = (/** @type {number} */ n) => `${(n / 1024).toFixed(2)} KiB`;
  if (!budget) {
    problems.push(`${name} (${bytes} bytes) has no budget in bench/budgets.json.`);
    return;
  }
  const { must, held = must } = budget;
  const aim = budget.aim ? `, aim ${kib(budget.aim)}` : '';
  const mark = bytes > held ? '✗' : bytes > must ? '!' : '✓';
  const due = bytes > must ? `, not reached; held at ${kib(held)}` : '';
  process.stdout.write(
    `${mark} ${name.padEnd(26)} ${kib(bytes).padStart(10)}  must ${kib(must)}${aim}${due}\n`,
  );
  if (bytes > held) problems.push(`${name} is ${bytes} bytes; ${held} is the most.`);
  if (held > must && bytes <= must) problems.push(`${name} has reached what it must: drop its \`held\`.`);
}

for (const name of Object.keys(cdnEntries()).map((entry) => `${entry}.js`)) {
  const { bytes, requests } = cdnSize(join('dist/cdn', name));
  compare(name, bytes, budgets.cdn[name]);
  if (requests > 1)
    problems.push(`${name} imports ${requests - 1} more files before it runs; it is to be one file.`);
}
for (const [entry, target] of Object.entries(exports)) {
  if (typeof target !== 'object') continue;
  const name = entry.replace(/^\./, 'hn-widgets');
  compare(name, await entrySize(target.default), budgets.package[name]);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
