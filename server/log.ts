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
  'version',
  // a fault: its class and where in our code it arose, never its message, which may quote data
  'errorName',
  'errorCode',
  'at',
]);

/** Writes to `destination`, or to standard output. */
export function createLog(destination?: DestinationStream): Log {
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    ...(destination ? [destination] : []),
  );
  return {
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  };
}

/**
 * What may be told of a fault: its class, its code (`ECONNREFUSED`, an SQL
 * state) and the file and line of the first frame of our own.
 */
export function faultFields(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { errorName: typeof fault };
  const code = (fault as Error & { code?: unknown }).code;
  const frame = /\b((?:server|src)\/[\w./-]+:\d+)/.exec(fault.stack?.slice(fault.message.length) ?? '')?.[1];
  return {
    errorName: fault.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    ...(frame ? { at: frame } : {}),
  };
}

function allowed(fields: LogFields = {}): LogFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => LOG_FIELDS.has(name)));
}
