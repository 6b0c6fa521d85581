import { existsSync, readFileSync } from 'node:fs';
import { ENGINES, installedEngines } from '../browsers.mjs';
import { findPostgres } from '../postgres.mjs';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** Debian's packages: the three engines, a display for WebKit, fonts that look the same everywhere, PostgreSQL. */
const PACKAGES = [
  'chromium',
  'chromium-driver',
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'xauth',
  'fonts-liberation',
  'fonts-noto-core',
  'postgresql',
];

const COMMAND = `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

function missing() {
  const installed = installedEngines();
  const asked = (process.env.ENGINES ?? '').split(',').filter(Boolean);
  const engines = ENGINES.filter(
    (engine) => (asked.length === 0 || asked.includes(engine)) && !installed.includes(engine),
  );
  return findPostgres() ? engines : [...engines, 'postgresql'];
}

/** Ubuntu has Chromium and Firefox as snaps alone. @param {string} release what `/etc/os-release` says */
export const isDebian = (release) => /^ID="?debian"?$/m.test(release);

function canInstall() {
  const release = '/etc/os-release';
  return process.getuid?.() === 0 && existsSync(release) && isDebian(readFileSync(release, 'utf8'));
}

/**
 * Sees that the tests have browsers and PostgreSQL: installs them where that is possible (as root on Debian),
 * else says the command. Fewer engines than three are enough at a desk, never on CI.
 */
export async function ensureTestPrograms() {
  let lacking = missing();
  if (lacking.length > 0 && canInstall()) {
    say(`Installing browsers and PostgreSQL for the tests; missing: ${lacking.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('sh', ['-c', `(${COMMAND}) >/dev/null`], { env });
    lacking = missing();
  }
  const engines = installedEngines();
  if (lacking.length === 0) {
    say(`Browser engines: ${engines.join(', ')}. PostgreSQL is here.`);
    return;
  }
  const how = `Missing: ${lacking.join(', ')}. On Debian, as root:\n\n  ${COMMAND}\n`;
  if (process.env.CI || engines.length === 0 || lacking.includes('postgresql')) throw new SetupError(how);
  say(`${how}\nRunning without: ${lacking.join(', ')}. Tests run in: ${engines.join(', ')}.`);
}
