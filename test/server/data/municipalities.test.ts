import { describe, expect, it } from 'vitest';
import { district, districtsOf } from '../../../server/data/districts.js';
import { municipalities, searchMunicipalities } from '../../../server/data/municipalities.js';

const find = (query: string) => searchMunicipalities(municipalities, query);
const shown = (query: string) => find(query).map(({ name, county }) => `${name} (${county})`);

describe('the municipalities', () => {
  it('are 357, each with a number of its own, a county and a website', () => {
    expect(municipalities).toHaveLength(357);
    expect(new Set(municipalities.map(({ number }) => number)).size).toBe(357);
    for (const { number, name, county, website } of municipalities) {
      expect(number).toMatch(/^\d{4}$/);
      expect(name).toMatch(/^\p{Lu}/u);
      expect(county).not.toBe('');
      expect(website).toMatch(/^https:\/\/[a-z.-]+\.kommune\.no$/);
    }
  });

  it('lie in 15 counties, which the first two digits tell', () => {
    const counties = new Map(municipalities.map(({ number, county }) => [number.slice(0, 2), county]));
    expect(counties.size).toBe(15);
    expect(new Set(counties.values()).size).toBe(15);
  });

  it('keep the leading zero of Oslo', () => {
    expect(municipalities[0]).toMatchObject({ number: '0301', name: 'Oslo', county: 'Oslo' });
  });

  it('have Sámi names beside the Norwegian', () => {
    const parallel = municipalities.filter(({ name }) => name.includes(' – ')).map(({ number }) => number);
    expect(parallel).toHaveLength(12);
    expect(parallel).toContain('5610');
  });

  it.each([
    ['1119', 'https://ha.kommune.no'],
    ['1818', 'https://www.heroy-no.kommune.no'],
    ['3118', 'https://www.io.kommune.no'],
    ['3419', 'https://www.vaaler-he.kommune.no'],
    ['4219', 'https://www.e-h.kommune.no'],
    ['5610', 'https://www.karasjok.kommune.no'],
  ])('know the website of %s', (number, website) => {
    expect(municipalities.find((one) => one.number === number)?.website).toBe(website);
  });
});

describe('searchMunicipalities', () => {
  it('finds both Herøy without the letter ø', () => {
    expect(shown('heroy')).toEqual(['Herøy (Møre og Romsdal)', 'Herøy (Nordland)']);
    expect(shown('HERØY')).toEqual(shown('heroy'));
  });

  it('finds one Herøy with its county', () => {
    expect(shown('Herøy Nordland')).toEqual(['Herøy (Nordland)']);
    expect(shown('herøy, nordland')).toEqual(['Herøy (Nordland)']);
  });

  it('finds both Våler first', () => {
    expect(shown('vaaler').slice(0, 2)).toEqual(['Våler (Østfold)', 'Våler (Innlandet)']);
  });

  it.each(['kara', 'Kárášjohka', 'karasjohka', 'Karasjok', 'karasjok kommune', '5610'])(
    'finds Kárášjohka by %s',
    (query) => expect(find(query)[0]?.number).toBe('5610'),
  );

  it('finds by names that are not shown', () => {
    expect(shown('Romsa')).toEqual(['Tromsø (Troms)']);
    expect(shown('cahcesuolu')).toEqual(['Vadsø (Finnmark)']);
  });

  it('finds by a word inside a name, and by the beginning of a number', () => {
    expect(shown('eiker')).toEqual(['Øvre Eiker (Buskerud)']);
    expect(find('39')).toHaveLength(6);
  });

  it('puts who is called so before who only begins so', () => {
    expect(shown('bø')[0]).toBe('Bø (Nordland)');
    expect(shown('ås')[0]).toBe('Ås (Akershus)');
  });

  it('gives all in Norwegian order for nothing, and none for nonsense', () => {
    const all = find('  ');
    expect(all).toHaveLength(357);
    expect(all.at(-1)?.name).toBe('Åsnes');
    expect(find('xyzzy')).toEqual([]);
    expect(find('()*[\\')).toHaveLength(357);
  });
});

describe('districts', () => {
  it('are 15 in Oslo, 8 in Bergen and none elsewhere', () => {
    expect(districtsOf('0301')).toHaveLength(15);
    expect(districtsOf('4601')).toHaveLength(8);
    expect(districtsOf('1818')).toEqual([]);
  });

  it('have numbers of their own', () => {
    expect(district('0301', 'Østensjø')).toEqual({ number: '030113', name: 'Østensjø' });
    expect(district('4601', 'Fana')).toEqual({ number: '460103', name: 'Fana' });
    expect(() => district('0301', 'Fana')).toThrow('No district');
  });
});
