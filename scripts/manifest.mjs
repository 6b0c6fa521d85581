/**
 * Writes `custom-elements.json`, from the class docs and types of `src/elements`.
 *
 *   node scripts/manifest.mjs           writes it
 *   node scripts/manifest.mjs --check   fails when the committed one is of other sources
 *
 * Either way it fails when something public has no description.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { validateCem } from '@wc-toolkit/cem-validator';
import { manifestProblems } from './manifest/problems.mjs';

const FILE = 'custom-elements.json';
const check = process.argv.includes('--check');

const analyzer = spawnSync(
  process.execPath,
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
    '--quiet',
  ],
  { encoding: 'utf8' },
);
if (analyzer.status !== 0) {
  process.stderr.write(analyzer.stdout + analyzer.stderr);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(`.cache/manifest/${FILE}`, 'utf8'));
// The base of the widgets has no tag, and so no module that registers it.
manifest.modules = manifest.modules.filter(({ path }) => path !== 'dist/define/undefined.js');
// The analyzer takes files in whatever order the disk gives them.
manifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
const text = await format(JSON.stringify(manifest), { parser: 'json', printWidth: 110 });

const problems = manifestProblems(manifest);
try {
  // The tag is registered by dist/define, not beside the class; there is no CommonJS entry.
  const packageJson = { main: 'off', module: 'off', types: 'off' };
  const manifestRules = {
    // The validator asks for a path in src there, where the package has none.
    typeDefinitionPath: 'off',
    exportTypes: 'off',
    tagName: 'error',
    modulePath: 'error',
    definitionPath: 'error',
    schemaVersion: 'error',
  };
  await validateCem(manifest, {
    packageJsonPath: './package.json',
    cemFileName: FILE,
    logErrors: false,
    exclude: ['HnElement'],
    rules: { packageJson, manifest: manifestRules },
  });
} catch (error) {
  problems.push(String(error.message ?? error));
}
if (check && (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text)) {
  problems.push(`${FILE} is of other sources: run \`npm run manifest\` and commit it.`);
}
if (!check) writeFileSync(FILE, text);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
