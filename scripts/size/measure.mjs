import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';
import { build as viteBuild } from 'vite';

/** @param {string | Buffer} code @returns {number} bytes on the wire, as a CDN compresses once and well */
export function brotliSize(code) {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * Which modules a CDN file is made of, the largest first: bytes after brotli, each by itself.
 *
 * @param {import('../build/configs.mjs').Build} build
 * @returns {Promise<[string, number][]>}
 */
export async function modulesOf(build) {
  const [result] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
    [await viteBuild({ ...build, build: { ...build.build, write: false } })].flat()
  );
  const entry = result?.output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  return Object.entries(entry?.modules ?? {})
    .map(([id, { code }]) => [relative('.', id), code ? brotliSize(code) : 0])
    .filter(([, bytes]) => bytes > 0)
    .sort((one, other) => other[1] - one[1]);
}

/** What a module imports at once, not on demand. @param {string} code @returns {string[]} */
function staticImports(code) {
  // Of minified output, where an import stands at the start or after a semicolon.
  return [...code.matchAll(/(?:^|[;}\n])(?:import|export)[^()]*?from[`"']([^`"']+)[`"']/g)].map(
    (match) => match[1],
  );
}

/**
 * Bytes of a file of `dist/cdn` and of what it imports before it runs.
 *
 * @param {string} file @returns {{bytes: number, requests: number}}
 */
export function cdnSize(file) {
  const seen = new Set();
  const visit = (/** @type {string} */ path) => {
    if (seen.has(path)) return 0;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    return staticImports(code).reduce(
      (sum, name) => sum + visit(join(dirname(path), name)),
      brotliSize(code),
    );
  };
  return { bytes: visit(file), requests: seen.size };
}

/**
 * Bytes that an application gets from one entry of the package, bundled and minified with Lit, without what
 * comes on demand.
 *
 * @param {string} file of `dist`
 */
export async function entrySize(file) {
  const bundle = await rolldown({
    input: file,
    platform: 'browser',
    resolve: { conditionNames: ['production', 'browser', 'import', 'default'] },
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false });
  await bundle.close();
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return 0;
    seen.add(name);
    return chunk.imports.reduce((sum, imported) => sum + visit(imported), brotliSize(chunk.code));
  };
  const entry = output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  if (!entry) throw new Error(`${relative('.', file)} gave no entry.`);
  return visit(entry.fileName);
}
