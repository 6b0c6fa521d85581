import { describe, expect, it } from 'vitest';
import { MunicipalitiesFileError, parseMunicipalities } from '../../../server/data/municipalities-file.js';

function problemsOf(text: string): readonly string[] {
  try {
    parseMunicipalities(text);
  } catch (error) {
    if (error instanceof MunicipalitiesFileError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseMunicipalities', () => {
  it('reads numbers and names', () => {
    expect(parseMunicipalities('number,name\n0301,Oslo\n5610,Kárášjohka\n')).toEqual([
      { number: '0301', name: 'Oslo', county: '', website: null, alsoKnownAs: [], services: [] },
      { number: '5610', name: 'Kárášjohka', county: '', website: null, alsoKnownAs: [], services: [] },
    ]);
  });

  it('reads what a spreadsheet writes: semicolons, quotation marks, a byte order mark, CRLF', () => {
    const text =
      '\uFEFFname;number;website;county\r\n"Nore og ""Uvdal""; begge";3338;www.nore-og-uvdal.kommune.no;\r\n\r\n';
    expect(parseMunicipalities(text)).toMatchObject([
      {
        number: '3338',
        name: 'Nore og "Uvdal"; begge',
        county: '',
        website: 'https://www.nore-og-uvdal.kommune.no',
      },
    ]);
  });

  it('reads what services offer and when they open', () => {
    const text =
      'number,name,services\n0301,Oslo,home-care:visit-notices+write vaccination:appointments@2027-03-01 emergency-clinic';
    expect(parseMunicipalities(text)[0]?.services).toEqual([
      { service: 'home-care', capabilities: ['write', 'visit-notices'], opensOn: null },
      { service: 'vaccination', capabilities: ['appointments'], opensOn: '2027-03-01' },
      { service: 'emergency-clinic', capabilities: [], opensOn: null },
    ]);
  });

  it.each([
    ['', /Line 1 does not name the columns number and name/],
    ['nummer,name\n0301,Oslo', /Line 1 does not name the column number\. Begin with/],
    ['number,name\n', /There is no municipality/],
    ['number,name\n301,Oslo', /Line 2: the number is not four digits\. Keep the leading zero/],
    ['number,name\n0301,', /Line 2: the name is empty/],
    ['number,name\n0301,Oslo\n0301,Oslo', /Line 3: the number 0301 stands twice/],
    ['number,name\n0301,Oslo,Oslo', /Line 2: there are 3 fields, but line 1 names 2 columns/],
    ['number,name\n0301,"Oslo', /Line 2: a quotation mark is not closed/],
    ['number,name,website\n0301,Oslo,javascript:alert(1)', /Line 2: the website is not an address/],
    ['number,name,website\n0301,Oslo,http://www.oslo.kommune.no', /Line 2: the website/],
    ['number,name,services\n0301,Oslo,home-care:sing', /Line 2: services cannot be read/],
    ['number,name,services\n0301,Oslo,gardening', /Line 2: services cannot be read/],
    ['number,name,services\n0301,Oslo,home-care@2027-02-30', /Line 2: services cannot be read/],
  ])('says what is wrong with %j', (text, expected) => {
    expect(problemsOf(text)).toHaveLength(1);
    expect(problemsOf(text)[0]).toMatch(expected);
  });

  it('tells all lines at once, and no more than a screen of them', () => {
    const text = ['number,name', ...Array.from({ length: 30 }, () => 'x,y')].join('\n');
    expect(problemsOf(text)).toHaveLength(30);
    expect(() => parseMunicipalities(text)).toThrow(/^MUNICIPALITIES_FILE cannot be used:\n/);
    expect(() => parseMunicipalities(text)).toThrow(/and 20 more\.$/);
  });
});
