/** `npm start` once everything is installed: builds library and server where they changed, then runs the server with the demo. */
import { isBuilt } from './build/inputs.mjs';
import { runProcess } from './setup/run-process.mjs';
import { say } from './setup/say.mjs';

let code = 0;
if (!isBuilt()) {
  say('Building the library into dist/ and the server into dist-server/ …');
  // The pages need the files, not the declarations.
  code = await runProcess(process.execPath, ['scripts/build.mjs', '--no-types']);
}
if (code === 0) {
  // Demo unless DEMO says otherwise; the server must know which of the two it was.
  code = await runProcess(process.execPath, ['dist-server/server.js', '--demo']);
}
process.exitCode = code;
