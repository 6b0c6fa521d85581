/**
 * Browser tests in Chromium, Firefox and WebKitGTK.
 *
 *   web-test-runner                               all files, all installed engines
 *   ENGINES=chromium web-test-runner --group elements
 *   ENGINES=webkit web-test-runner --files test/elements/contacts/contacts.test.ts
 *
 * With `REPORT=file` the counts are also written there as JSON.
 */
import { existsSync, readFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import {
  CHROMIUM_FLAGS,
  chosenEngines,
  findChromium,
  findFirefox,
  startWebKitDriver,
  webKitCapabilities,
} from './scripts/browsers.mjs';
import { withoutUnused } from './scripts/build/lit-plugin.mjs';
import { sheetOf } from './scripts/design-systems.mjs';
import { accessibilityTree } from './scripts/wtr-accessibility-tree.mjs';
import { axeList } from './scripts/wtr-axe-list.mjs';
import { countsReporter } from './scripts/wtr-counts.mjs';

/** Playwright for Chromium: it alone can emulate forced colours and reduced motion. */
function chromium() {
  return playwrightLauncher({
    product: 'chromium',
    concurrency: 2,
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
  });
}

/** Puppeteer for Firefox, over BiDi: Playwright cannot drive a Firefox that it has not patched. */
function firefox() {
  return puppeteerLauncher({
    launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true },
    concurrency: 1,
  });
}

/** WebKit's driver has one session at a time and is started when the first test asks for it. */
function webkit() {
  const options = { automationProtocol: 'webdriver', hostname: '127.0.0.1', path: '/', capabilities: {} };
  const launcher = webdriverLauncher(options);
  const { initialize, startSession, stop } = launcher;
  let driver;
  return Object.assign(launcher, {
    concurrency: 1,
    async initialize(config) {
      // With more than one at a time the launcher would put tests in iframes, where keys do not arrive.
      await initialize.call(launcher, { ...config, concurrency: 1 });
      launcher.name = 'WebKit';
    },
    async startSession(id, url) {
      driver ??= startWebKitDriver().then(({ port, browser, stop: end }) => {
        Object.assign(options, { port, capabilities: webKitCapabilities(browser) });
        return end;
      });
      await driver;
      return startSession.call(launcher, id, url);
    },
    async stop() {
      await stop.call(launcher);
      (await driver)?.();
    },
  });
}

const launchers = { chromium, firefox, webkit };

const GROUPS = ['elements', 'views', 'controllers', 'browser'].filter((name) => existsSync(`test/${name}`));
const groups = GROUPS.map((name) => ({ name, files: `test/${name}/**/*.test.ts` }));
const asked = process.argv.some((argument) => argument === '--group' || argument.startsWith('--group='));

/** The worker of the installed MSW, at the root: it looks after pages below where it stands. */
function worker(context, next) {
  if (context.path === '/mockServiceWorker.js') context.url = '/node_modules/msw/lib/mockServiceWorker.js';
  return next();
}

/** lit-html as it stands in the CDN files, for the test that it renders as all of it does. */
function leanLit(context, next) {
  if (context.path !== '/lean-lit.js') return next();
  context.type = 'js';
  context.body = withoutUnused(readFileSync('node_modules/lit-html/lit-html.js', 'utf8')).toString();
}

/** The style sheets of the design systems that have a theme. */
async function designSystem(context, next) {
  const [, name] = /^\/design-systems\/(\w+)\.css$/.exec(context.path) ?? [];
  if (!name) return next();
  context.type = 'css';
  context.body = await sheetOf(name);
}

const axe = axeList('.cache/reports/axe.json');

const HEAD = '<meta charset="utf-8" /><title>Tests</title>';

export default {
  ...(asked ? { groups } : { files: groups.map(({ files }) => files) }),
  browsers: chosenEngines().map((engine) => launchers[engine]()),
  concurrentBrowsers: 1,
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  middleware: [worker, leanLit, designSystem],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    accessibilityTree(),
    axe.plugin,
  ],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.startsWith('Lit is in dev mode')),
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="nb">
  <head>${HEAD}</head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countsReporter(process.env.REPORT),
    axe.reporter,
  ],
};
