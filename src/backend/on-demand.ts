/**
 * Something a part of whose methods comes with its first use. What `own` does not have is looked for in what `load`
 * gives, which is asked each time and fails for one call alone.
 */
export function onDemand<T extends object, K extends keyof T>(
  own: Omit<T, K>,
  load: () => Promise<Pick<T, K>>,
): T {
  type Method = (...args: unknown[]) => unknown;
  return new Proxy(own as T, {
    get: (_, name) =>
      // With a `then` it would be taken for a promise; what is named by symbols is nobody's to call.
      name in own || name === 'then' || typeof name === 'symbol'
        ? own[name as never]
        : async (...args: unknown[]) => ((await load())[name as K] as Method)(...args),
  });
}
