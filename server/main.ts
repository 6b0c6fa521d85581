/**
 * Starts the reference backend: settings, storage, log-in, application, port.
 *
 *   tsx server/main.ts [--demo]
 *
 * `--demo` is what `npm start` gives: demo mode unless DEMO says otherwise.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog, faultFields } from './log.js';
import type { Service } from './node/service.js';
import { readSettings } from './settings.js';

// For what is loaded from here on, which is nearly all: so that the log of a built server names places in the sources.
process.setSourceMapsEnabled(true);

/** A second signal ends the process at once, unless it comes with the first: a whole group gets each of its own. */
const IMPATIENT_AFTER = 1000;

/** Faults whose message tells the operator what to do. */
const FOR_THE_OPERATOR = ['SettingsError', 'ListenError', 'OpenStorageError', 'MunicipalitiesFileError'];

const settings = await orExplain(() => readSettings(process.env, process.argv.includes('--demo')));
const forPeople = settings.demo && process.stdout.isTTY;
const log = createLog(undefined, forPeople ? 'text' : 'json');

const service = await orExplain(async () => {
  // Only now: what is wrong with the settings should not have to wait for it.
  const { startService } = await import('./node/service.js');
  return startService({
    settings,
    log,
    root: dirname(dirname(fileURLToPath(import.meta.url))),
  });
});
// From here on a fault may quote what people wrote: Node's own report of it would too.
process.on('uncaughtException', (fault) => {
  log.error('process.fault', faultFields(fault));
  process.exit(1);
});
log.info('server.ready', {
  host: settings.host,
  port: service.port,
  storage: service.storage,
  demo: settings.demo,
  pid: process.pid,
});
if (settings.demo) process.stdout.write(addresses(service));
stopOnSignals(service);

/** What an operator can put right is told in words and ends the process with 1; the rest is a fault of ours. */
async function orExplain<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Error) || !FOR_THE_OPERATOR.includes(fault.name)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  }
}

function addresses({ publicUrl }: Service): string {
  const rows: [string, string][] = [
    ['/', 'the demo: where to begin'],
    ['/both.html', 'a resident and staff side by side'],
    ['/municipality.html', "a municipality's page with the widgets"],
    ['/portal.html', 'the same widgets in a portal, in another theme and language'],
    ['/kommuner.html', 'contact information of any municipality'],
    ['/staff.html', 'the other side: staff read and answer'],
    ['/outbox', 'the notices that people would have got'],
    ['/api/openapi.json', 'the HTTP contract'],
    ['/dist/cdn/hn.js', "the library's own build"],
    ['/healthz', 'whether it runs; /readyz: whether the database answers'],
  ];
  const width = Math.max(...rows.map(([path]) => publicUrl.length + path.length));
  const lines = rows.map(([path, what]) => `  ${(publicUrl + path).padEnd(width)}  ${what}`);
  return ['', 'hn-widgets is running with example data. Ctrl-C stops it.', '', ...lines, '', ''].join('\n');
}

function stopOnSignals(running: Service): void {
  let since = 0;
  const stop = (signal: NodeJS.Signals): void => {
    if (since > 0) {
      if (Date.now() - since > IMPATIENT_AFTER) process.exit(1);
      return;
    }
    since = Date.now();
    log.info('server.stopping', { signal });
    running.stop().then(
      (clean) => {
        log.info('server.stopped');
        process.exit(clean ? 0 : 1);
      },
      (fault: unknown) => {
        log.error('server.stop-failed', faultFields(fault));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}
