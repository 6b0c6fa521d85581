import { currentCatalogue } from './catalogue.js';

/** `n` with at most `decimals` decimals: «1 234,5». */
export function formatNumber(n: number, decimals = 1): string {
  const { group, decimal } = currentCatalogue().dates;
  const [whole, fraction] = String(Number(n.toFixed(decimals))).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction ? grouped + decimal + fraction : grouped;
}

/** A size in `bytes`, as file managers show it (1 kB is 1024 bytes): «340 kB», «2,5 MB». */
export function formatBytes(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1024));
  const size = kilo < 1024 ? `${kilo} kB` : `${formatNumber(bytes / 1024 ** 2)} MB`;
  return size.replace(' ', '\u00a0');
}
