/**
 * The three browser engines of this project, as Debian packages them, and how to start what drives them.
 *
 * `ENGINES` (comma list of `chromium`, `firefox`, `webkit`) chooses; without it every engine that is
 * installed runs. `CHROMIUM`, `FIREFOX`, `WEBKIT_DRIVER` and `MINI_BROWSER` name programs elsewhere.
 * Written for Node 18 too, because the bootstrap reads it before a newer Node is there.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {readonly Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** For a Chromium that may run as root, in a container, without a network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string | undefined} chosen @param {string[]} names @returns {string | null} */
function findProgram(chosen, names) {
  if (chosen) return isProgram(chosen) ? chosen : null;
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) {
      const file = join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return null;
}

/** @returns {string | null} */
export function findChromium() {
  return findProgram(process.env.CHROMIUM, ['chromium', 'chromium-browser', 'google-chrome']);
}

/** @returns {string | null} */
export function findFirefox() {
  return findProgram(process.env.FIREFOX, ['firefox-esr', 'firefox']);
}

/** MiniBrowser stands outside the path, in a folder that names the machine and the version. */
function findMiniBrowser() {
  if (process.env.MINI_BROWSER) return findProgram(process.env.MINI_BROWSER, []);
  let folders;
  try {
    folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return null;
  }
  for (const folder of ['.', ...folders.map((entry) => entry.name)]) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const file = join('/usr/lib', folder, version, 'MiniBrowser');
      if (isProgram(file)) return file;
    }
  }
  return null;
}

/** @returns {{driver: string, browser: string, xvfb: string} | null} */
export function findWebKit() {
  const driver = findProgram(process.env.WEBKIT_DRIVER, ['WebKitWebDriver']);
  const xvfb = findProgram(undefined, ['Xvfb']);
  const browser = findMiniBrowser();
  return driver && browser && xvfb ? { driver, browser, xvfb } : null;
}

/** @returns {Engine[]} */
export function installedEngines() {
  const found = { chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() };
  return ENGINES.filter((engine) => found[engine] !== null);
}

/**
 * The engines that a run uses. On CI all three must really run.
 *
 * @returns {Engine[]}
 */
export function chosenEngines() {
  const asked = (process.env.ENGINES ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = asked.filter((name) => !ENGINES.includes(/** @type {Engine} */ (name)));
  if (unknown.length > 0) {
    throw new Error(`ENGINES names ${unknown.join(', ')}; there are ${ENGINES.join(', ')}.`);
  }
  const installed = installedEngines();
  const wanted = ENGINES.filter((engine) =>
    asked.length > 0 ? asked.includes(engine) : process.env.CI || installed.includes(engine),
  );
  const missing = wanted.filter((engine) => !installed.includes(engine));
  if (missing.length > 0) {
    throw new Error(`Not installed: ${missing.join(', ')}. \`npm test\` installs them on Debian.`);
  }
  if (wanted.length === 0) throw new Error('No browser engine is installed.');
  return wanted;
}

/**
 * Starts a display of its own and WebKit's driver on it. Both end with this process at the latest.
 *
 * @returns {Promise<{port: number, browser: string, stop: () => void}>}
 */
export async function startWebKitDriver() {
  const webkit = findWebKit();
  if (!webkit) throw new Error('WebKitGTK is not installed (webkit2gtk-driver and xvfb on Debian).');
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const stop = () => {
    process.off('exit', stop);
    for (const child of children.splice(0)) child.kill();
  };
  process.on('exit', stop);
  try {
    // Xvfb itself picks a free display and writes its number to this descriptor once it accepts clients.
    const xvfb = spawn(webkit.xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(xvfb);
    const display = await firstLine(xvfb, /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]));
    const port = await freePort();
    const driver = spawn(webkit.driver, [`--port=${port}`, '--host=127.0.0.1', '--replace-on-new-session'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
    });
    children.push(driver);
    await answers(`http://127.0.0.1:${port}/status`, driver);
    return { port, browser: webkit.browser, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The capabilities that make WebKit's driver open `browser`. @param {string} browser */
export function webKitCapabilities(browser) {
  return {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  };
}

/** @param {import('node:child_process').ChildProcess} child @param {import('node:stream').Readable} stream */
function firstLine(child, stream) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}`)));
  });
}

/** Waits until `url` answers, or `child` has ended. @param {string} url @param {import('node:child_process').ChildProcess} child */
async function answers(url, child) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${child.spawnfile} does not answer at ${url}`);
}
