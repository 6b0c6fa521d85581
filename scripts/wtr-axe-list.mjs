import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gathers what tests note of their runs of axe by `executeServerCommand('note-axe-run', …)`, and writes them to `file`
 * when all tests are done.
 *
 * @param {string} file
 * @returns {{plugin: import('@web/test-runner').TestRunnerPlugin, reporter: import('@web/test-runner').Reporter}}
 */
export function axeList(file) {
  /** @type {object[]} */
  const runs = [];
  return {
    plugin: {
      name: 'hn:axe-list',
      executeCommand({ command, payload, session }) {
        if (command !== 'note-axe-run') return undefined;
        runs.push({ ...payload, engine: session.browser.name });
        return true;
      },
    },
    reporter: {
      start: () => rmSync(file, { force: true }),
      stop() {
        if (runs.length === 0) return;
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify(runs));
      },
    },
  };
}
