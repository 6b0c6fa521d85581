import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const REPORTS = '.cache/reports';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [command] a program on the path, and its arguments
 * @property {() => string[] | Promise<string[]>} [check] answers with the problems it found
 * @property {string} [report] the JSON report that the command writes, from which its tests are counted
 * @property {boolean} [test] whether `npm test` runs it too
 * @property {boolean} [prints] whether what it says is printed when it went well too
 * @property {Record<string, string>} [env]
 *
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {Counts & {name: string, seconds: number, ok: boolean, output: string, prints?: boolean}} Result
 */

/** Counts from a report of vitest or of our web-test-runner reporter. @param {string} file @returns {Counts} */
function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if ('numTotalTests' in report) {
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  return { passed: report.passed, failed: report.failed, skipped: report.skipped };
}

/** @param {Step} step @returns {Promise<{ok: boolean, output: string}>} */
function runCommand({ name, command = [], env }) {
  mkdirSync(REPORTS, { recursive: true });
  const log = createWriteStream(join(REPORTS, `${name}.log`));
  return new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
    });
    let output = '';
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      log.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => {
      log.end();
      resolve({ ok: code === 0, output });
    });
  });
}

/** @param {NonNullable<Step['check']>} check @returns {Promise<{ok: boolean, output: string}>} */
async function runCheck(check) {
  try {
    const problems = await check();
    return { ok: problems.length === 0, output: problems.map((problem) => `${problem}\n`).join('') };
  } catch (error) {
    return { ok: false, output: `${error}\n` };
  }
}

/**
 * Runs one step to its end. A step that fails counts at least one failed test, and a test step that ran no
 * test has failed.
 *
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(step) {
  const began = performance.now();
  if (step.report) rmSync(step.report, { force: true });
  let outcome;
  if (step.check) {
    outcome = await runCheck(step.check);
  } else {
    outcome = await runCommand(step);
  }
  const counts = step.report ? countsOf(step.report) : { passed: 0, failed: 0, skipped: 0 };
  if (step.report && counts.passed + counts.failed === 0) {
    outcome = { ok: false, output: `${outcome.output}No test ran.\n` };
  }
  if (counts.failed > 0) outcome.ok = false;
  if (!outcome.ok) counts.failed = Math.max(counts.failed, 1);
  const { name, prints } = step;
  return { name, prints, seconds: (performance.now() - began) / 1000, ...outcome, ...counts };
}
