/** City districts, where services are organised by them. Public facts; numbers as Statistics Norway's. */
export interface District {
  number: string;
  name: string;
}

const numbered = (municipality: string, names: string): District[] =>
  names.split(', ').map((name, index) => ({
    number: `${municipality}${String(index + 1).padStart(2, '0')}`,
    name,
  }));

const districts: Readonly<Record<string, readonly District[]>> = {
  '0301': numbered(
    '0301',
    'Gamle Oslo, Grünerløkka, Sagene, St. Hanshaugen, Frogner, Ullern, Vestre Aker, Nordre Aker, Bjerke, Grorud, Stovner, Alna, Østensjø, Nordstrand, Søndre Nordstrand',
  ),
  '4601': numbered('4601', 'Arna, Bergenhus, Fana, Fyllingsdalen, Laksevåg, Ytrebygda, Årstad, Åsane'),
};

/** The districts of a municipality, by number; none where it has none. */
export function districtsOf(municipality: string): readonly District[] {
  return districts[municipality] ?? [];
}

/** @throws {Error} when there is no such district */
export function district(municipality: string, name: string): District {
  const found = districtsOf(municipality).find((one) => one.name === name);
  if (!found) throw new Error(`No district ${name} in ${municipality}`);
  return found;
}
