/**
 * Builds the library into `dist`: the package's modules, types and themes, and `dist/cdn` with its hashes. The scripts
 * of the demo pages go to `.cache/demo`, and the server to `dist-server`.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --if-needed  nothing when dist is of these sources already
 *   node scripts/build.mjs --no-types   without the declarations, which only the package needs
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { build as viteBuild } from 'vite';
import { cdnBuild, cdnEntries, demoBuild, mswBuild, packageBuild } from './build/configs.mjs';
import { hashOfInputs, isBuilt, markBuilt, STAMP } from './build/inputs.mjs';
import { writeIntegrity } from './build/integrity.mjs';
import { packagesOf, writeLicenses } from './build/licenses.mjs';
import { keepReachable } from './build/msw-types.mjs';
import { buildServer } from './build/server.mjs';

const options = process.argv.slice(2);
if (options.includes('--if-needed') && isBuilt()) process.exit(0);

// Whoever starts it, a test run too: by this name Vite chooses which build of Lit goes in.
process.env.NODE_ENV = 'production';

const inputs = hashOfInputs();
// The stamp first: what stands here from now on is no build until it is whole.
for (const path of [STAMP, 'dist', 'dist-server', '.cache/demo'])
  rmSync(path, { recursive: true, force: true });
const cdn = Object.entries(cdnEntries()).map(([name, entry]) => cdnBuild(name, entry, 'dist/cdn'));

/** @param {import('./build/configs.mjs').Build} build @returns {Promise<string[]>} the packages in it */
async function make(build) {
  const result = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([await viteBuild(build)].flat());
  const files = result.flatMap(({ output }) => output);
  return packagesOf(files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : [])));
}

/** @param {string} project */
function writeTypes(project) {
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    stdio: 'inherit',
  });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}

await make(packageBuild('dist'));
const bundled = new Set();
for (const build of cdn) for (const name of await make(build)) bundled.add(name);
for (const folder of ['dist', 'dist/cdn'])
  cpSync('src/styles/themes', `${folder}/themes`, { recursive: true });
writeIntegrity('dist/cdn');
writeLicenses('dist/cdn/LICENSES.txt', [...bundled].sort());
writeLicenses('dist/msw.LICENSES.txt', await make(mswBuild('dist')));
await make(demoBuild('.cache/demo'));
await buildServer('dist-server');
if (!options.includes('--no-types')) {
  writeTypes('tsconfig.build.json');
  writeTypes('tsconfig.msw.json');
  keepReachable('dist/msw-types', 'src/msw/index.d.ts');
}
markBuilt(inputs);
