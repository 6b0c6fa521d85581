/**
 * The 357 municipalities of Norway as of 2024, by county.
 *
 * Public facts: numbers as Statistics Norway and the Mapping Authority give
 * them, names with their official Sámi parallel, and where the website is.
 *
 * A row is the last two digits of the number and the name; the first two are
 * the county's. Then, where there is one, `= ` and the official Sámi name,
 * `~ ` and other names that people search for (Sámi and Kven), and `@` and the
 * host of the website where it is not `www.`, the name in plain letters and
 * `.kommune.no`. A host without a dot stands for `www.HOST.kommune.no`.
 */
export interface CountyTable {
  name: string;
  /** The first two digits of the numbers. */
  code: string;
  rows: string;
}

export const countyTables: readonly CountyTable[] = [
  { name: 'Oslo', code: '03', rows: '01 Oslo' },
  {
    name: 'Rogaland',
    code: '11',
    rows: `
      01 Eigersund, 03 Stavanger, 06 Haugesund, 08 Sandnes, 11 Sokndal, 12 Lund, 14 Bjerkreim,
      19 Hå @ha.kommune.no, 20 Klepp, 21 Time, 22 Gjesdal, 24 Sola, 27 Randaberg, 30 Strand, 33 Hjelmeland,
      34 Suldal, 35 Sauda, 44 Kvitsøy, 45 Bokn, 46 Tysvær @tysver, 49 Karmøy, 51 Utsira, 60 Vindafjord`,
  },
  {
    name: 'Møre og Romsdal',
    code: '15',
    rows: `
      05 Kristiansund, 06 Molde, 08 Ålesund, 11 Vanylven, 14 Sande @sande-mr, 15 Herøy, 16 Ulstein, 17 Hareid,
      20 Ørsta, 25 Stranda, 28 Sykkylven, 31 Sula, 32 Giske, 35 Vestnes, 39 Rauma, 47 Aukra, 54 Averøy,
      57 Gjemnes, 60 Tingvoll, 63 Sunndal, 66 Surnadal, 73 Smøla, 76 Aure, 77 Volda, 78 Fjord, 79 Hustadvika,
      80 Haram`,
  },
  {
    name: 'Nordland',
    code: '18',
    rows: `
      04 Bodø ~Bådåddjo ~Buvvda, 06 Narvik ~Áhkánjárga, 11 Bindal, 12 Sømna, 13 Brønnøy, 15 Vega, 16 Vevelstad,
      18 Herøy @heroy-no, 20 Alstahaug, 22 Leirfjord, 24 Vefsn, 25 Grane, 26 Hattfjelldal =Aarborte, 27 Dønna,
      28 Nesna, 32 Hemnes, 33 Rana, 34 Lurøy, 35 Træna @trana, 36 Rødøy, 37 Meløy, 38 Gildeskål, 39 Beiarn,
      40 Saltdal, 41 Fauske ~Fuossko, 45 Sørfold, 48 Steigen, 51 Lødingen, 53 Evenes ~Evenášši, 56 Røst,
      57 Værøy @varoy, 59 Flakstad, 60 Vestvågøy, 65 Vågan, 66 Hadsel, 67 Bø @boe, 68 Øksnes,
      70 Sortland ~Suortá, 71 Andøy, 74 Moskenes, 75 Hamarøy =Hábmer`,
  },
  {
    name: 'Østfold',
    code: '31',
    rows: `
      01 Halden, 03 Moss, 05 Sarpsborg, 07 Fredrikstad, 10 Hvaler, 12 Råde, 14 Våler @valer-of, 16 Skiptvet,
      18 Indre Østfold @io, 20 Rakkestad, 22 Marker, 24 Aremark`,
  },
  {
    name: 'Akershus',
    code: '32',
    rows: `
      01 Bærum, 03 Asker, 05 Lillestrøm, 07 Nordre Follo @nordre-follo.kommune.no, 09 Ullensaker, 12 Nesodden,
      14 Frogn, 16 Vestby, 18 Ås, 20 Enebakk, 22 Lørenskog, 24 Rælingen @ralingen, 26 Aurskog-Høland, 28 Nes,
      30 Gjerdrum, 32 Nittedal, 34 Lunner, 36 Jevnaker, 38 Nannestad, 40 Eidsvoll, 42 Hurdal`,
  },
  {
    name: 'Buskerud',
    code: '33',
    rows: `
      01 Drammen, 03 Kongsberg, 05 Ringerike, 10 Hole, 12 Lier, 14 Øvre Eiker, 16 Modum, 18 Krødsherad,
      20 Flå @flaa, 22 Nesbyen, 24 Gol, 26 Hemsedal, 28 Ål @aal, 30 Hol, 32 Sigdal, 34 Flesberg, 36 Rollag,
      38 Nore og Uvdal`,
  },
  {
    name: 'Innlandet',
    code: '34',
    rows: `
      01 Kongsvinger, 03 Hamar, 05 Lillehammer, 07 Gjøvik, 11 Ringsaker, 12 Løten, 13 Stange, 14 Nord-Odal,
      15 Sør-Odal, 16 Eidskog, 17 Grue, 18 Åsnes, 19 Våler @vaaler-he, 20 Elverum, 21 Trysil, 22 Åmot,
      23 Stor-Elvdal, 24 Rendalen, 25 Engerdal, 26 Tolga, 27 Tynset, 28 Alvdal, 29 Folldal, 30 Os, 31 Dovre,
      32 Lesja, 33 Skjåk @skjaak, 34 Lom, 35 Vågå, 36 Nord-Fron, 37 Sel, 38 Sør-Fron, 39 Ringebu, 40 Øyer,
      41 Gausdal, 42 Østre Toten, 43 Vestre Toten, 46 Gran, 47 Søndre Land, 48 Nordre Land, 49 Sør-Aurdal,
      50 Etnedal, 51 Nord-Aurdal, 52 Vestre Slidre, 53 Øystre Slidre, 54 Vang`,
  },
  {
    name: 'Vestfold',
    code: '39',
    rows: '01 Horten, 03 Holmestrand, 05 Tønsberg, 07 Sandefjord, 09 Larvik, 11 Færder @farder',
  },
  {
    name: 'Telemark',
    code: '40',
    rows: `
      01 Porsgrunn, 03 Skien, 05 Notodden, 10 Siljan, 12 Bamble, 14 Kragerø, 16 Drangedal, 18 Nome,
      20 Midt-Telemark, 22 Seljord, 24 Hjartdal, 26 Tinn, 28 Kviteseid, 30 Nissedal, 32 Fyresdal, 34 Tokke,
      36 Vinje`,
  },
  {
    name: 'Agder',
    code: '42',
    rows: `
      01 Risør, 02 Grimstad, 03 Arendal, 04 Kristiansand, 05 Lindesnes, 06 Farsund, 07 Flekkefjord, 11 Gjerstad,
      12 Vegårshei, 13 Tvedestrand, 14 Froland, 15 Lillesand, 16 Birkenes, 17 Åmli, 18 Iveland,
      19 Evje og Hornnes @e-h, 20 Bygland, 21 Valle, 22 Bykle, 23 Vennesla, 24 Åseral, 25 Lyngdal,
      26 Hægebostad, 27 Kvinesdal, 28 Sirdal`,
  },
  {
    name: 'Vestland',
    code: '46',
    rows: `
      01 Bergen, 02 Kinn, 11 Etne, 12 Sveio, 13 Bømlo, 14 Stord, 15 Fitjar, 16 Tysnes, 17 Kvinnherad,
      18 Ullensvang, 19 Eidfjord, 20 Ulvik, 21 Voss, 22 Kvam, 23 Samnanger, 24 Bjørnafjorden, 25 Austevoll,
      26 Øygarden, 27 Askøy, 28 Vaksdal, 29 Modalen, 30 Osterøy, 31 Alver, 32 Austrheim, 33 Fedje,
      34 Masfjorden, 35 Gulen, 36 Solund, 37 Hyllestad, 38 Høyanger, 39 Vik, 40 Sogndal, 41 Aurland,
      42 Lærdal, 43 Årdal, 44 Luster, 45 Askvoll, 46 Fjaler, 47 Sunnfjord, 48 Bremanger, 49 Stad, 50 Gloppen,
      51 Stryn`,
  },
  {
    name: 'Trøndelag',
    code: '50',
    rows: `
      01 Trondheim ~Tråante, 06 Steinkjer, 07 Namsos ~Nåavmesjenjaelmie, 14 Frøya, 20 Osen, 21 Oppdal,
      22 Rennebu, 25 Røros =Rosse, 26 Holtålen, 27 Midtre Gauldal, 28 Melhus, 29 Skaun, 31 Malvik, 32 Selbu,
      33 Tydal, 34 Meråker, 35 Stjørdal, 36 Frosta, 37 Levanger, 38 Verdal, 41 Snåsa =Snåase, 42 Lierne,
      43 Røyrvik =Raarvihke, 44 Namsskogan, 45 Grong, 46 Høylandet, 47 Overhalla, 49 Flatanger, 52 Leka,
      53 Inderøy, 54 Indre Fosen @indrefosen, 55 Heim, 56 Hitra, 57 Ørland, 58 Åfjord, 59 Orkland,
      60 Nærøysund @naroysund, 61 Rindal`,
  },
  {
    name: 'Troms',
    code: '55',
    rows: `
      01 Tromsø ~Romsa, 03 Harstad ~Hárstták, 10 Kvæfjord @kvafjord, 12 Tjeldsund =Dielddanuorri, 14 Ibestad,
      16 Gratangen ~Rivtták, 18 Lavangen =Loabák, 20 Bardu, 22 Salangen, 24 Målselv, 26 Sørreisa, 28 Dyrøy,
      30 Senja ~Sážža, 32 Balsfjord ~Báhccavuotna ~Paatsivuono, 34 Karlsøy, 36 Lyngen ~Ivgu ~Yykeä,
      38 Storfjord ~Omasvuotna ~Omasvuono, 40 Kåfjord =Gáivuotna ~Kaivuono, 42 Skjervøy,
      44 Nordreisa ~Ráisa ~Raisi, 46 Kvænangen @kvanangen ~Návuotna ~Naavuono`,
  },
  {
    name: 'Finnmark',
    code: '56',
    rows: `
      01 Alta ~Áltá ~Alattio, 03 Hammerfest ~Hámmerfeasta, 05 Sør-Varanger ~Mátta-Várjjat,
      07 Vadsø ~Čáhcesuolu ~Vesisaari, 10 Karasjok =Kárášjohka, 12 Kautokeino =Guovdageaidnu, 14 Loppa,
      16 Hasvik, 18 Måsøy, 20 Nordkapp, 22 Porsanger ~Porsáŋgu ~Porsanki, 24 Lebesby, 26 Gamvik,
      28 Tana =Deatnu, 30 Berlevåg, 32 Båtsfjord, 34 Vardø, 36 Nesseby =Unjárga`,
  },
];
