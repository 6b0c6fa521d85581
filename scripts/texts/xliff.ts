/** What a translator has said of a translation; XLIFF 1.2 has more. */
const REVIEW = 'needs-review-translation';
const ADAPTATION = 'needs-adaptation';

export interface TranslationUnit {
  id: string;
  /** As it stands in the file. */
  block: string;
  source: string;
  /** Null where it is not translated. */
  target: string | null;
  state: string | null;
  /** What the source says of it to translators. */
  note: string | null;
}

const UNIT = /<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g;
const TARGET = /<target(?: state="([^"]*)")?>([\s\S]*?)<\/target>/;

const parse = (block: string, id: string, body: string): TranslationUnit => {
  const target = TARGET.exec(body);
  return {
    id,
    block,
    source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
    target: target?.[2] ?? null,
    state: target?.[1] ?? null,
    note: /<note[^>]*>([\s\S]*?)<\/note>/.exec(body)?.[1] ?? null,
  };
};

/** The units of an XLIFF file as `lit-localize` writes it. */
export const unitsOf = (xliff: string): TranslationUnit[] =>
  [...xliff.matchAll(UNIT)].map(([block, id, body]) => parse(block, id as string, body as string));

/** The values in a text, as they stand in the file. */
export const valuesOf = (text: string): string[] => text.match(/<x [^>]*\/>/g) ?? [];

/** The text of a source without the code in its placeholders: renaming a variable changes no text. */
const wording = (source: string): string => source.replace(/\$\{[^"]*\}/g, '${}');

function stateOf(lang: string, unit: TranslationUnit, old?: TranslationUnit): string | null {
  // A translation that changed together with its source is up to date.
  const outdated =
    old?.target != null && old.target === unit.target && wording(old.source) !== wording(unit.source);
  if (outdated) return ADAPTATION;
  return unit.state ?? (lang === 'se' ? REVIEW : null);
}

/**
 * `next`, the file of `lang` to come, by id and with marks for what a person must look at: translations
 * whose source is another than in `previous`, and those into Northern Sámi that nobody has reviewed.
 */
export function arrange(lang: string, next: string, previous: string): string {
  const before = new Map(unitsOf(previous).map((unit) => [unit.id, unit]));
  const blocks = [...next.matchAll(UNIT)]
    .map(([whole, id, body]) => ({ whole, unit: parse(whole, id as string, body as string) }))
    .sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1))
    .map(({ whole, unit }) => {
      const state = stateOf(lang, unit, before.get(unit.id));
      return state ? whole.replace(TARGET, `<target state="${state}">$2</target>`) : whole;
    });
  const body = /<body>[\s\S]*<\/body>/;
  return next.replace(body, () => `<body>\n${blocks.join('\n')}\n</body>`);
}

/** Whether every language needs the unit: `se` alone has a dual. */
const isNeeded = (id: string, lang: string): boolean => lang === 'se' || !/\..+\.two$/.test(id);

/** What is wrong with a complete language's file: texts that lack or whose source has changed. */
export function incomplete(lang: string, xliff: string): string[] {
  return unitsOf(xliff)
    .filter(({ id }) => isNeeded(id, lang))
    .flatMap(({ id, target, state }) => {
      if (!target?.trim()) return [`${lang}: ${id} is not translated.`];
      return state === ADAPTATION
        ? [`${lang}: the source of ${id} has changed. Adapt the translation and remove its state.`]
        : [];
    });
}

/** Counted texts of which a language has some forms and lacks others: they would change language with the number. */
export function halfCounted(lang: string, xliff: string): string[] {
  const units = unitsOf(xliff).filter(({ id }) => isNeeded(id, lang));
  const has = (id: string): boolean => units.some((unit) => unit.id === id && unit.target);
  return units
    .filter(({ id, target }) => /\..+\.other$/.test(id) && target)
    .flatMap(({ id }) => ['one', 'two'].map((form) => id.replace(/other$/, form)))
    .filter((id) => isNeeded(id, lang) && !has(id))
    .map((id) => `${lang}: ${id} is not translated, and other forms of it are.`);
}

/** Whether somebody must look at the translation. */
export const waits = ({ target, state }: TranslationUnit): boolean =>
  !!target?.trim() && (state === REVIEW || state === ADAPTATION);

/** How many texts a language needs, has, and has that must be looked at. */
export interface Count {
  all: number;
  translated: number;
  open: number;
}

/** Counts the texts of `lang`, or those among them that `isMeant`. */
export function count(lang: string, xliff: string, isMeant: (id: string) => boolean = () => true): Count {
  const units = unitsOf(xliff).filter(({ id }) => isNeeded(id, lang) && isMeant(id));
  const translated = units.filter(({ target }) => target?.trim());
  return { all: units.length, translated: translated.length, open: translated.filter(waits).length };
}

/** «se: 41 of 203 texts, 38 to be reviewed». */
export function coverage(lang: string, xliff: string): string {
  const { all, translated, open } = count(lang, xliff);
  return `${lang}: ${translated} of ${all} texts${open ? `, ${open} to be reviewed` : ''}`;
}
