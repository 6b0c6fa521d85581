/**
 * The server's log: one JSON object a line, written with pino.
 *
 * A health service's log must hold nothing about anybody. So a field has to be
 * on the list below to be written at all, and the list has only names whose
 * values come from the server itself: no name, text, address, search word or
 * identity number has a field to stand in.
 */
import { pino } from 'pino';
import type { DestinationStream } from 'pino';

export { faultFields } from './fault.js';

export type LogFields = Record<string, string | number | boolean | null>;

export interface Log {
  /** `event` is a fixed dotted name such as `request.done`, never built from data. */
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** The field names that may be written. */
export const LOG_FIELDS: ReadonlySet<string> = new Set([
  // a request: the pattern of the route, never the address that was asked for
  'method',
  'route',
  'status',
  'durationMs',
  'requestId',
  'code',
  // the server
  'host',
  'port',
  'storage',
  'demo',
  'signal',
  'count',
  'pid',
  'channel',
  'version',
  // a fault: its class and where in our code it arose, never its message, which may quote data
  'errorName',
  'errorCode',
  'at',
]);

/** Writes to `destination`, or to standard output; as `text` for a person at a terminal. */
export function createLog(destination?: DestinationStream, format: 'json' | 'text' = 'json'): Log {
  const out = destination ?? pino.destination(1);
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    format === 'text' ? { write: (line) => out.write(readable(line)) } : out,
  );
  return {
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  };
}

function allowed(fields: LogFields = {}): LogFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => LOG_FIELDS.has(name)));
}

/** `09:00:00 info  request.done method=GET status=200`; the time is UTC. */
function readable(line: string): string {
  const { level, time, event, ...fields } = JSON.parse(line) as Record<string, string>;
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
  return `${time?.slice(11, 19)} ${level?.padEnd(5)} ${event}${rest.join('')}\n`;
}
