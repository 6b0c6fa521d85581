/** Web standards only: the application uses it in browsers too, where the log itself does not come along. */

/**
 * What may be told of a fault: its class, its code (`ECONNREFUSED`, an SQL
 * state) and the file and line of the first frame of our own.
 */
export function faultFields(fault: unknown): Record<string, string> {
  if (!(fault instanceof Error)) return { errorName: typeof fault };
  const code = (fault as Error & { code?: unknown }).code;
  const frame = ownFrame(fault);
  return {
    errorName: fault.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    ...(frame ? { at: frame } : {}),
  };
}

/** The first place in our own code on the way to the fault; of a built server by its source maps (main.ts). */
function ownFrame({ stack = '', message }: Error): string | undefined {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => !/node_modules|\/test\//.test(line))
    .map((line) => /.*\/((?:server|src)\/[\w./-]+\.ts:\d+)/.exec(line)?.[1])
    .find((place) => place !== undefined);
}
