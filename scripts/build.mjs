/**
 * Builds the library into `dist`: the package's modules and types, and `dist/cdn` with its hashes. The scripts
 * of the demo pages go to `.cache/demo`.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --if-needed  nothing when dist is of these sources already
 *   node scripts/build.mjs --no-types   without the declarations, which only the package needs
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { cdnBuild, cdnEntries, demoBuild, packageBuild } from './build/configs.mjs';
import { hashOfInputs, isBuilt, markBuilt } from './build/inputs.mjs';
import { writeIntegrity } from './build/integrity.mjs';
import { writeLicenses } from './build/licenses.mjs';

const options = process.argv.slice(2);
if (options.includes('--if-needed') && isBuilt()) process.exit(0);

const inputs = hashOfInputs();
for (const folder of ['dist', '.cache/demo']) rmSync(folder, { recursive: true, force: true });
const cdn = Object.entries(cdnEntries()).map(([name, entry]) => cdnBuild(name, entry, 'dist/cdn'));
for (const { input, output } of [packageBuild('dist'), ...cdn, demoBuild('.cache/demo')]) {
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}
writeIntegrity('dist/cdn');
writeLicenses('dist/cdn');
if (!options.includes('--no-types')) {
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}
markBuilt(inputs);
