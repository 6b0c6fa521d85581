/** The builds of the library: the npm package's modules, and one self-contained file a widget for CDNs. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { dropDescriptions } from './texts-plugin.mjs';

const minifier = minifyTemplateLiterals({ include: ['src/**/*.ts'], failOnError: true });
/** @type {Map<string, unknown>} */
const minified = new Map();

/** Minifies `html` and `css` literals, each source once for all the builds. @returns {import('rolldown').Plugin} */
function literals() {
  return {
    name: 'hn:literals',
    async transform(code, id) {
      const key = `${id}\0${code}`;
      if (!minified.has(key)) minified.set(key, await minifier.transform.call(this, code, id));
      return minified.get(key);
    },
  };
}

/** @typedef {{input: import('rolldown').InputOptions, output: import('rolldown').OutputOptions}} Build */

/** @param {import('rolldown').InputOptions} input @returns {import('rolldown').InputOptions} */
function forBrowsers({ plugins = [], ...input }) {
  return {
    platform: 'browser',
    tsconfig: 'tsconfig.json',
    // Lit's own production build; without the condition its development build is bundled.
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
    transform: { target: 'es2022' },
    preserveEntrySignatures: 'strict',
    // How long plugins take says nothing on a busy machine, and a warning ends the build.
    checks: { bundlerTimings: false },
    plugins: [plugins, dropDescriptions(), literals()],
    onLog(level, log, print) {
      if (level === 'warn') throw new Error(log.message);
      print(level, log);
    },
    ...input,
  };
}

/** @param {string} folder @returns {string[]} names without `.ts` */
function modulesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'));
}

/** Where the package's entries stand in `src`, and so in `dist`, without suffix. @returns {string[]} */
export function packageEntries() {
  const tags = modulesIn('src/define').filter((name) => name.startsWith('hn-'));
  return ['index', 'define', 'autoload', 'backend/rest/rest', ...tags.map((tag) => `define/${tag}`)];
}

/**
 * The modules of the npm package, one for each in `src`, so that bundlers keep only what is used.
 *
 * @param {string} dir @returns {Build}
 */
export function packageBuild(dir) {
  return {
    input: forBrowsers({
      input: packageEntries().map((path) => `src/${path}.ts`),
      external: /^(lit|@lit\/localize)($|\/)/,
    }),
    output: {
      dir,
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
  };
}

/** The files for CDNs: name and entry. @returns {Record<string, string>} */
export function cdnEntries() {
  const widgets = modulesIn('src/autoload').map((tag) => [tag, `src/autoload/${tag}.ts`]);
  return {
    hn: 'src/autoload.ts',
    'hn-all': 'src/define.ts',
    'hn-config': 'src/define/hn-config.ts',
    ...Object.fromEntries(widgets),
  };
}

/** What the autoloader imports stays outside: the files that stand beside it. @returns {import('rolldown').Plugin} */
function besideTheAutoloader() {
  return {
    name: 'hn:beside-the-autoloader',
    resolveId(source, importer) {
      if (!importer?.endsWith(join('src', 'autoload.ts'))) return null;
      return { id: `./${basename(source)}`, external: true };
    },
  };
}

/**
 * One file for a CDN, with all that its widget needs until `hn-ready` in `nb`. What comes on demand is in
 * chunks beside it.
 *
 * @param {string} name @param {string} entry @param {string} dir @returns {Build}
 */
export function cdnBuild(name, entry, dir) {
  return {
    input: forBrowsers({
      input: { [name]: entry },
      // What comes on demand takes what it shares from the file itself, so that the file stays one.
      preserveEntrySignatures: 'allow-extension',
      plugins: name === 'hn' ? [besideTheAutoloader()] : [],
    }),
    output: {
      dir,
      format: 'es',
      sourcemap: true,
      minify: true,
      comments: false,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  };
}

/**
 * The scripts of the demo's own pages. They are no part of the package, so they stand beside `dist`; the
 * server has them under `/demo/`.
 *
 * @param {string} dir @returns {Build}
 */
export function demoBuild(dir) {
  return {
    input: forBrowsers({
      input: { index: 'demo/index.ts', 'acting-for': 'demo/acting-for.ts', staff: 'demo/staff/staff.ts' },
    }),
    output: {
      dir,
      format: 'es',
      sourcemap: true,
      minify: true,
      comments: false,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  };
}

/**
 * The mock: the care service and all that it is made of in one file, beside MSW itself. For tests and
 * stories alone, in browsers and in Node.
 *
 * @param {string} dir @returns {Build}
 */
export function mswBuild(dir) {
  return {
    input: forBrowsers({ input: { msw: 'src/msw/index.ts' }, external: /^msw($|\/)/ }),
    output: {
      dir,
      format: 'es',
      sourcemap: true,
      minify: true,
      comments: false,
      codeSplitting: false,
      entryFileNames: '[name].js',
    },
  };
}
