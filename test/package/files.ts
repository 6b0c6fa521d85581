import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run build` made; `npm test` builds first. */
export const CDN = 'dist/cdn';

export const read = (file: string): string => readFileSync(file, 'utf8');

export const readJson = (file: string): unknown => JSON.parse(read(file));

/** Names below `folder` that end so. */
const filesIn = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end));

export const scriptsIn = (folder: string): string[] => filesIn(folder, '.js');
export const sheetsIn = (folder: string): string[] => filesIn(folder, '.css');

interface ExportTarget {
  types: string;
  default: string;
}

export interface PackageJson {
  version: string;
  exports: Record<string, string | ExportTarget>;
}

export const packageJson = readJson('package.json') as PackageJson;

/** The entries that are modules: name and where they stand. */
export function moduleEntries(): [string, ExportTarget][] {
  return Object.entries(packageJson.exports).filter(
    (entry): entry is [string, ExportTarget] => typeof entry[1] === 'object',
  );
}

export const inCdn = (name: string): string => join(CDN, name);
