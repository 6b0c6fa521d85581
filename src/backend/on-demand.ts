/**
 * Something a part of whose methods comes with its first use. What `own` does not have is looked for in what `load`
 * gives, which is asked each time and fails for one call alone. What is here already is called at once, so that a
 * request leaves before anything is drawn.
 */
export function onDemand<T extends object, K extends keyof T>(
  own: Omit<T, K>,
  load: () => Pick<T, K> | Promise<Pick<T, K>>,
): T {
  type Method = (...args: unknown[]) => unknown;
  return new Proxy(own as T, {
    get: (_, name) =>
      // With a `then` it would be taken for a promise; what is named by symbols is nobody's to call.
      name in own || name === 'then' || typeof name === 'symbol'
        ? own[name as never]
        : async (...args: unknown[]) => {
            const there = load();
            return ((there instanceof Promise ? await there : there)[name as K] as Method)(...args);
          },
  });
}
