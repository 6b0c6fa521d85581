import { readFileSync } from 'node:fs';

/** Begins the title of each storage's run of the one suite: `storage conformance: memory`. */
const PREFIX = 'storage conformance: ';

/** The storages that must all stand in the report. */
const STORAGES = ['memory', 'embedded PostgreSQL', 'PostgreSQL server'];

/**
 * Prints how many tests of the conformance suite each storage passed, and says where they differ.
 *
 * @param {string} file a JSON report of vitest
 * @returns {string[]} problems, in words
 */
export function conformanceProblems(file) {
  /** @type {{testResults: {assertionResults: {ancestorTitles: string[], status: string}[]}[]}} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {Map<string, number>} */
  const passed = new Map();
  for (const { ancestorTitles, status } of report.testResults.flatMap((result) => result.assertionResults)) {
    const title = ancestorTitles[0];
    if (!title?.startsWith(PREFIX) || status !== 'passed') continue;
    const name = title.slice(PREFIX.length);
    passed.set(name, (passed.get(name) ?? 0) + 1);
  }
  for (const [name, count] of passed) process.stdout.write(`  ${PREFIX}${name}: ${count} tests\n`);
  const missing = STORAGES.filter((name) => !passed.has(name));
  return [
    ...missing.map((name) => `The conformance suite did not run on: ${name}.`),
    ...(new Set(passed.values()).size > 1 ? ['The storages passed different numbers of tests.'] : []),
  ];
}
