import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {{suites: object[], tests: {passed: boolean, skipped: boolean}[]} | undefined} suite */
function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/**
 * A web-test-runner reporter that prints how many tests passed, failed and were skipped in each engine,
 * and writes the same to `file` as JSON. A test file that did not load counts as one failed test.
 *
 * @param {string | undefined} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(file) {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0, engines: {} };
      for (const session of sessions) {
        const engine = (counts.engines[session.browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
        const tests = testsOf(session.testResults);
        const skipped = tests.filter((test) => test.skipped).length;
        const passed = tests.filter((test) => test.passed && !test.skipped).length;
        let failed = tests.length - skipped - passed;
        if (failed === 0 && (!session.passed || session.errors.length > 0)) failed = 1;
        for (const total of [counts, engine]) {
          total.passed += passed;
          total.failed += failed;
          total.skipped += skipped;
        }
      }
      for (const [name, { passed, failed, skipped }] of Object.entries(counts.engines)) {
        process.stdout.write(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
      }
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
