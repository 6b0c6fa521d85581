/** The municipalities with what their invented services offer. */
import type { Capability, MunicipalityService, OsloDate } from '../../../src/backend/types.js';
import type { ContactRow, OfferRow } from '../../storage/storage.js';
import { municipalities, type MunicipalityRecord } from '../municipalities.js';
import { exampleContacts } from './seed.js';

/** Around the instant `now` (ms), in the order of the list. */
export function demoMunicipalities(
  now: number,
  records: readonly MunicipalityRecord[] = municipalities,
): MunicipalityRecord[] {
  const byMunicipality = groupBy(exampleContacts(now, records), (row) => row.municipality);
  return records.map((record) => ({
    ...record,
    services: servicesOf(byMunicipality.get(record.number) ?? []),
  }));
}

/** What can be done with at least one service of each kind. */
export function servicesOf(contacts: readonly ContactRow[]): MunicipalityService[] {
  return [...groupBy(contacts, (row) => row.service)].map(([service, rows]) => ({
    service,
    capabilities: capabilities(rows),
    opensOn: earliest(rows),
  }));
}

function offers(row: ContactRow): [Capability, OfferRow][] {
  return [
    ['write', row.write],
    ['appointments', row.appointments],
    ['visit-notices', row.visitNotices],
  ];
}

function capabilities(rows: readonly ContactRow[]): Capability[] {
  const open = new Set(
    rows.flatMap((row) => offers(row).flatMap(([name, offer]) => (offer.state === 'open' ? [name] : []))),
  );
  return (['write', 'appointments', 'visit-notices'] as const).filter((name) => open.has(name));
}

function earliest(rows: readonly ContactRow[]): OsloDate | null {
  const dates = rows.flatMap((row) =>
    row.opensOn !== null && offers(row).some(([, offer]) => offer.state === 'not-open-yet')
      ? [row.opensOn]
      : [],
  );
  return dates.sort()[0] ?? null;
}

/** In the order of the first of each; `Map.groupBy` is not in the language level used here. */
function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
