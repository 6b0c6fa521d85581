/**
 * Sends 10,000 messages through everything that can go wrong on the way, and looks for each in the database.
 *
 *   npm run soak                     with the seed that CI has
 *   FAULT_SEED=x SENDS=500 npm run soak
 */
import { runProcess } from './setup/run-process.mjs';

const env = { SENDS: '10000', ...process.env };
const args = ['run', '--project', 'faults', 'test/faults/sends.test.ts', ...process.argv.slice(2)];
process.exitCode = await runProcess('vitest', args, { env, shell: process.platform === 'win32' });
