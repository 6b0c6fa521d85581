/** The builds of the library: the npm package's modules, and one self-contained file a widget for CDNs. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { minify as terser } from 'terser';
import { minify } from 'vite';
import { leanLit } from './lit-plugin.mjs';
import { tightProperties } from './styles-plugin.mjs';
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

/** @typedef {import('vite').InlineConfig} Build */

/**
 * A build by Vite, over `vite.config.ts`. In library mode, because else Vite adds its preload helper to each
 * file; that mode keeps white space, which the last plugin takes away.
 *
 * @param {Record<string, string>} entry name and file
 * @param {import('vite').Rolldown.OutputOptions & {dir: string}} output
 * @param {Omit<import('vite').Rolldown.InputOptions, 'input' | 'plugins'> & {plugins?: import('vite').Plugin[]}} input
 * @returns {Build}
 */
function forBrowsers(entry, { dir, minify = false, ...output }, { plugins = [], ...input } = {}) {
  return {
    logLevel: 'warn',
    plugins: [
      ...plugins,
      dropDescriptions(),
      tightProperties(),
      literals(),
      { name: 'hn:minify', enforce: 'post', outputOptions: (options) => ({ ...options, minify }) },
    ],
    build: {
      lib: { entry, formats: ['es'] },
      outDir: dir,
      emptyOutDir: false,
      rolldownOptions: {
        preserveEntrySignatures: 'strict',
        // How long plugins take says nothing on a busy machine, and a warning ends the build.
        checks: { bundlerTimings: false },
        onLog(level, log, print) {
          if (level === 'warn') throw new Error(log.message);
          print(level, log);
        },
        ...input,
        output: {
          chunkFileNames: 'chunks/[name]-[hash].js',
          entryFileNames: '[name].js',
          comments: false,
          ...output,
        },
      },
    },
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
  return forBrowsers(
    Object.fromEntries(packageEntries().map((path) => [path, `src/${path}.ts`])),
    { dir, comments: true, preserveModules: true, preserveModulesRoot: 'src', chunkFileNames: '[name].js' },
    { external: /^(lit|@lit\/localize)($|\/)/ },
  );
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

/** Modules whose imports stay outside: in `dist/cdn` the files stand beside them, and come once to a page. */
const LOADERS = [join('src', 'autoload.ts'), join('src', 'define', 'provider.ts')];

/** @returns {import('vite').Plugin} */
function filesBeside() {
  return {
    name: 'hn:files-beside',
    // Before Vite finds the file itself.
    enforce: 'pre',
    resolveId(source, importer) {
      if (!LOADERS.some((loader) => importer?.endsWith(loader))) return null;
      return { id: `./${basename(source)}`, external: true };
    },
  };
}

/**
 * What a file exports under other names than its own, as Terser's list of names: called within as it is
 * without, each export is one word, which saves a hundred bytes of a widget's file after brotli.
 *
 * @param {string} code @returns {Record<string, string>}
 */
function exportNames(code) {
  const [, list = ''] = /\bexport\s*\{([^}]*)\}/.exec(code) ?? [];
  const pairs = [...list.matchAll(/([\w$]+)\s+as\s+([\w$]+)/g)];
  // Words of the language name exports, and nothing else.
  const names = pairs.filter(([, , name = '']) => !/^(default|do|if|in)$/.test(name));
  return Object.fromEntries(names.map(([, local, name]) => [`$${local}`, name]));
}

/**
 * Minifies each file of a build twice over: Terser finds what the bundler's own minifier leaves, about 1.5 %
 * after brotli. Neither renames a property, or takes a getter for a plain value.
 *
 * @returns {import('vite').Plugin[]}
 */
function squeezed() {
  return [
    {
      name: 'hn:minify-once',
      renderChunk: (code, { fileName }) => minify(fileName, code, { module: true, sourcemap: true }),
    },
    {
      name: 'hn:minify-twice',
      async renderChunk(code) {
        const result = await terser(code, {
          module: true,
          ecma: 2022,
          compress: { ecma: 2022, passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
          nameCache: { vars: { props: exportNames(code) } },
          sourceMap: { asObject: true },
        });
        return { code: result.code ?? code, map: result.map };
      },
    },
  ];
}

/**
 * Keeps all that an entry imports before it runs in the entry's file. Of the file for all widgets the bundler
 * leaves some in a file of its own, which many of those that come on demand share (seen in Rolldown 1.2.19,
 * November 2026); of the others it does not, and does better by itself.
 *
 * @param {string} name of the file
 */
function oneFile(name) {
  /** @type {Set<string>} */
  const needed = new Set();
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'hn:one-file',
    buildEnd() {
      const ids = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (const id of ids) {
        if (needed.has(id)) continue;
        needed.add(id);
        ids.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, group: { name, test: (/** @type {string} */ id) => needed.has(id) } };
}

/**
 * One file for a CDN, with all that its widget needs until `hn-ready` in `nb`. What comes on demand is in
 * chunks beside it.
 *
 * @param {string} name @param {string} entry @param {string} dir @returns {Build}
 */
export function cdnBuild(name, entry, dir) {
  const all = name === 'hn-all' ? oneFile(name) : null;
  return forBrowsers(
    { [name]: entry },
    { dir, minify: false, ...(all && { codeSplitting: { groups: [all.group] } }) },
    {
      // What comes on demand takes what it shares from the file itself, so that the file stays one.
      preserveEntrySignatures: 'allow-extension',
      plugins: [...(all ? [all.plugin] : []), leanLit(), ...squeezed(), filesBeside()],
    },
  );
}

/**
 * The scripts of the demo's own pages. They are no part of the package, so they stand beside `dist`; the
 * server has them under `/demo/`.
 *
 * @param {string} dir @returns {Build}
 */
export function demoBuild(dir) {
  const entry = { index: 'demo/index.ts', staff: 'demo/staff/staff.ts' };
  return forBrowsers(entry, { dir, minify: true });
}

/**
 * The mock: the care service and all that it is made of in one file, beside MSW itself. For tests and
 * stories alone, in browsers and in Node.
 *
 * @param {string} dir @returns {Build}
 */
export function mswBuild(dir) {
  return forBrowsers(
    { msw: 'src/msw/index.ts' },
    { dir, minify: true, codeSplitting: false },
    { external: /^msw($|\/)/ },
  );
}
