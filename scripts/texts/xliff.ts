/** What a translator has said of a translation; XLIFF 1.2 has more. */
const REVIEW = 'needs-review-translation';
const ADAPTATION = 'needs-adaptation';

interface TranslationUnit {
  id: string;
  source: string;
  /** Null where it is not translated. */
  target: string | null;
  state: string | null;
}

const UNIT = /<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g;
const TARGET = /<target(?: state="([^"]*)")?>([\s\S]*?)<\/target>/;

const parse = (id: string, body: string): TranslationUnit => {
  const target = TARGET.exec(body);
  return {
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(body)?.[1] ?? '',
    target: target?.[2] ?? null,
    state: target?.[1] ?? null,
  };
};

/** The units of an XLIFF file as `lit-localize` writes it. */
export const unitsOf = (xliff: string): TranslationUnit[] =>
  [...xliff.matchAll(UNIT)].map((match) => parse(match[1] as string, match[2] as string));

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
    .map(([whole, id, body]) => ({ whole, unit: parse(id as string, body as string) }))
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

/** «se: 41 of 203 texts, 38 to be reviewed». */
export function coverage(lang: string, xliff: string): string {
  const units = unitsOf(xliff).filter(({ id }) => isNeeded(id, lang));
  const translated = units.filter(({ target }) => target?.trim());
  const open = translated.filter(({ state }) => state === REVIEW || state === ADAPTATION).length;
  const review = open ? `, ${open} to be reviewed` : '';
  return `${lang}: ${translated.length} of ${units.length} texts${review}`;
}
