/**
 * Reads another list of municipalities (`MUNICIPALITIES_FILE`).
 *
 * CSV in UTF-8, comma or semicolon, with a first line that names the columns:
 * `number` and `name` must be there; `county`, `website` and `services` may be.
 * `services` is a list in one field, separated by spaces:
 * `home-care:write+appointments vaccination:appointments@2027-03-01`.
 */
import type { Capability, MunicipalityService, ServiceType } from '../../src/backend/types.js';
import { OsloDate } from '../contract/scalars.js';
import { ServiceType as ServiceTypes } from '../contract/schemas/common.js';
import type { MunicipalityRecord } from './municipalities.js';

/** The file cannot be used. The message is for the operator: it names each line and what to do. */
export class MunicipalitiesFileError extends Error {
  override readonly name = 'MunicipalitiesFileError';

  constructor(readonly problems: readonly string[]) {
    const shown = problems.slice(0, MAX_SHOWN);
    const more = problems.length - shown.length;
    super(
      [
        'MUNICIPALITIES_FILE cannot be used:',
        ...shown.map((problem) => `  - ${problem}`),
        ...(more > 0 ? [`  - and ${more} more.`] : []),
      ].join('\n'),
    );
  }
}

const MAX_SHOWN = 10;
type Column = 'number' | 'name' | 'county' | 'website' | 'services';
const CAPABILITIES: readonly Capability[] = ['write', 'appointments', 'visit-notices'];

/**
 * The municipalities of the text of such a file, in its order.
 * @throws {MunicipalitiesFileError} naming every line that is wrong
 */
export function parseMunicipalities(text: string): MunicipalityRecord[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const head = lines[0] ?? '';
  const separator = head.includes(';') ? ';' : ',';
  const columns = (splitLine(head, separator) ?? []).map((name) => name.trim().toLowerCase());
  const missing = ['number', 'name'].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new MunicipalitiesFileError([
      `Line 1 does not name the column${missing.length > 1 ? 's' : ''} ${missing.join(' and ')}. Begin with a line such as: number,name,county,website`,
    ]);
  }
  const problems: string[] = [];
  const records = new Map<string, MunicipalityRecord>();
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === '') return;
    const found = parseLine(line, separator, columns);
    if ('problem' in found) problems.push(`Line ${index + 2}: ${found.problem}`);
    else if (records.has(found.number)) {
      problems.push(`Line ${index + 2}: the number ${found.number} stands twice. Keep one of the lines.`);
    } else records.set(found.number, found);
  });
  if (problems.length === 0 && records.size === 0) {
    problems.push('There is no municipality in it. Give one line to each after the first.');
  }
  if (problems.length > 0) throw new MunicipalitiesFileError(problems);
  return [...records.values()];
}

function parseLine(
  line: string,
  separator: string,
  columns: readonly string[],
): MunicipalityRecord | { problem: string } {
  const fields = splitLine(line, separator);
  if (!fields)
    return { problem: 'a quotation mark is not closed. Quote a field as "…", a mark in it as "".' };
  if (fields.length !== columns.length) {
    return { problem: `there are ${fields.length} fields, but line 1 names ${columns.length} columns.` };
  }
  const field = (name: Column) => fields[columns.indexOf(name)]?.trim() ?? '';
  const number = field('number');
  if (!/^\d{4}$/.test(number)) {
    return { problem: 'the number is not four digits. Keep the leading zero, as in 0301.' };
  }
  if (field('name') === '') return { problem: 'the name is empty.' };
  const website = field('website') === '' ? null : websiteOf(field('website'));
  if (website === undefined) {
    return { problem: 'the website is not an address. Give one such as https://www.oslo.kommune.no.' };
  }
  const services = parseServices(field('services'));
  if (!services) {
    return {
      problem:
        'services cannot be read. Give them as home-care:write+appointments vaccination:appointments@2027-03-01.',
    };
  }
  return { number, name: field('name'), county: field('county'), website, alsoKnownAs: [], services };
}

/** An https address, also of a bare host; undefined when it is none. */
function websiteOf(value: string): string | undefined {
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname.includes('.') ? address : undefined;
}

function parseServices(value: string): MunicipalityService[] | null {
  const services: MunicipalityService[] = [];
  for (const part of value.split(/\s+/).filter(Boolean)) {
    const [, service, capabilities, opensOn] = /^([a-z-]+)(?::([a-z+-]+))?(?:@([\d-]+))?$/.exec(part) ?? [];
    const wanted = capabilities?.split('+') ?? [];
    if (!ServiceTypes.safeParse(service).success) return null;
    if (opensOn !== undefined && !OsloDate.safeParse(opensOn).success) return null;
    if (wanted.some((one) => !CAPABILITIES.includes(one as Capability))) return null;
    services.push({
      service: service as ServiceType,
      capabilities: CAPABILITIES.filter((one) => wanted.includes(one)),
      opensOn: opensOn ?? null,
    });
  }
  return services;
}

/** The fields of a line; null when a quotation is not closed. */
function splitLine(line: string, separator: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const [whole, inner] = /^"((?:[^"]|"")*)"/.exec(line.slice(at)) ?? [];
      if (whole === undefined) return null;
      fields.push((inner ?? '').replaceAll('""', '"'));
      at += whole.length;
      if (at < line.length && line[at] !== separator) return null;
    } else {
      const end = line.indexOf(separator, at);
      fields.push(line.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return fields;
    at += 1;
  }
}
