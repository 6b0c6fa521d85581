/**
 * What belongs to `owner`, made once. It stands on the owner itself, not in a map of this module's: each
 * widget's own file brings a copy of the code, while the owner is one for all of them.
 */
export function onceOn<T>(owner: object, name: string, make: () => T): T {
  const places = owner as Record<symbol, T | undefined>;
  return (places[Symbol.for(`hn-widgets/${name}`)] ??= make());
}
