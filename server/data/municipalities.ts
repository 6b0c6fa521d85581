/** Norway's municipalities: real numbers, names, counties and websites, and a search over them. */
import type { MunicipalityService } from '../../src/backend/types.js';
import { fold, sortKey } from './fold.js';
import { countyTables } from './municipality-table.js';

export interface MunicipalityRecord {
  /** Four digits, the leading zero kept. */
  number: string;
  /** Official parallel names are joined with ` – `: `Kárášjohka – Karasjok`. */
  name: string;
  county: string;
  /** An https address, or null where it is not known. */
  website: string | null;
  /** Other names that people search for. Never shown. */
  alsoKnownAs: readonly string[];
  /** What can be done digitally. Empty where nothing is known. */
  services: readonly MunicipalityService[];
}

const ROW = /^(\d\d) ([^=~@]+?)\s*((?:[=~@]\S+\s*)*)$/;

function websiteOf(host: string | undefined, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .replaceAll(' ', '-');
  if (host?.includes('.')) return `https://${host}`;
  return `https://www.${host ?? plain}.kommune.no`;
}

function parseRow(row: string, code: string, county: string): MunicipalityRecord {
  const [, digits, name, marks] = ROW.exec(row.trim()) ?? [];
  if (digits === undefined || name === undefined) throw new Error(`Not a row of the table: ${row}`);
  const marked = (mark: string) =>
    (marks ?? '').split(/\s+/).flatMap((part) => (part.startsWith(mark) ? [part.slice(1)] : []));
  return {
    number: code + digits,
    name: [...marked('='), name].join(' – '),
    county,
    website: websiteOf(marked('@')[0], name),
    alsoKnownAs: marked('~'),
    services: [],
  };
}

/** All 357, by number, without what they offer. */
export const municipalities: readonly MunicipalityRecord[] = countyTables.flatMap(({ name, code, rows }) =>
  rows.split(',').map((row) => parseRow(row, code, name)),
);

/** How well a municipality fits: smaller is better, null is not at all. */
function rank(record: MunicipalityRecord, query: string, words: readonly string[]): number | null {
  const names = [...record.name.split(' – '), ...record.alsoKnownAs].map(fold);
  if (names.includes(query) || record.number === query) return 0;
  if (names.some((name) => name.startsWith(query))) return 1;
  if (/^\d+$/.test(query)) return record.number.startsWith(query) ? 1 : null;
  const all = [...names, fold(record.county)];
  const everyWord = (fits: (name: string, word: string) => boolean) =>
    words.every((word) => all.some((name) => fits(name, word)));
  // Somebody's name has to fit: a county alone finds its municipalities, but after those.
  const byName = words.some((word) => names.some((name) => name.includes(word)));
  if (everyWord((name, word) => ` ${name}`.includes(` ${word}`))) return byName ? 2 : 4;
  return everyWord((name, word) => name.includes(word)) ? (byName ? 3 : 5) : null;
}

/**
 * Finds by name, part of a name, county or number; best match first, then in
 * Norwegian order. `heroy` finds both Herøy, `heroy nordland` one of them. All
 * of them for an empty query.
 */
export function searchMunicipalities(
  records: readonly MunicipalityRecord[],
  query: string,
): MunicipalityRecord[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '' && word !== 'kommune' && word !== 'suohkan');
  const joined = words.join(' ');
  return records
    .flatMap((record) => {
      const found = joined === '' ? 0 : rank(record, joined, words);
      return found === null ? [] : [{ record, found, key: sortKey(record.name) }];
    })
    .sort((a, b) => a.found - b.found || compare(a.key, b.key) || compare(a.record.number, b.record.number))
    .map(({ record }) => record);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
