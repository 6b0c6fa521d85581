/** `npm start` once everything is installed: builds the library where it changed, then runs the server with the demo. */
import { isBuilt } from './build/inputs.mjs';
import { runProcess } from './setup/run-process.mjs';
import { say } from './setup/say.mjs';

let code = 0;
if (!isBuilt()) {
  say('Building the library into dist/ …');
  // The pages need the files, not the declarations.
  code = await runProcess(process.execPath, ['scripts/build.mjs', '--no-types']);
}
if (code === 0) {
  const env = { ...process.env, DEMO: process.env.DEMO ?? '1' };
  code = await runProcess(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env });
}
process.exitCode = code;
