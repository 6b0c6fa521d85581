/** Methods of something whose code comes with their first use: `load` is asked each time, and fails for one alone. */
export function onDemand<T, K extends keyof T>(names: readonly K[], load: () => Promise<T>): Pick<T, K> {
  type Method = (...args: unknown[]) => unknown;
  const methods: Partial<Record<K, Method>> = {};
  for (const name of names) methods[name] = async (...args) => ((await load())[name] as Method)(...args);
  return methods as Pick<T, K>;
}
