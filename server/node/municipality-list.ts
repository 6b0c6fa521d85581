/** Which municipalities there are: the built-in list, or that of `MUNICIPALITIES_FILE`. */
import { readFile } from 'node:fs/promises';
import { parseMunicipalities } from '../data/municipalities-file.js';
import { municipalities } from '../data/municipalities.js';
import type { MunicipalityRecord } from '../data/municipalities.js';
import { faultFields } from '../log.js';
import { SettingsError } from '../settings.js';

/**
 * @throws {SettingsError} when the file cannot be read
 * @throws {MunicipalitiesFileError} when it is not such a list
 */
export async function municipalityList(path: string | null): Promise<readonly MunicipalityRecord[]> {
  if (path === null) return municipalities;
  const text = await readFile(path, 'utf8').catch((fault: unknown) => {
    const code = String(faultFields(fault).errorCode);
    throw new SettingsError([
      `MUNICIPALITIES_FILE=${path} cannot be read (${code}). Give the path of a CSV file with the columns number,name,county,website.`,
    ]);
  });
  return parseMunicipalities(text);
}
