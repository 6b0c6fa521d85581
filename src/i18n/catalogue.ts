import type { Language } from '../backend/types.js';
import { dates } from './generated/dates.nb.js';

/**
 * A translated text as `lit-localize` generates it: in `values` stand places among the values of the
 * source, which says whether it is markup.
 */
export type Unit = string | { readonly strings: TemplateStringsArray; readonly values: readonly number[] };

/** What a date in words is made of, from CLDR by `scripts/cldr.ts`. */
export interface DateWords {
  /** As they stand in a date: `november`, `skábmamánu`. January first. */
  readonly months: readonly string[];
  /** As they stand in a short date: `nov.`. January first. */
  readonly shortMonths: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** Monday first. */
  readonly shortWeekdays: readonly string[];
  /** Yesterday, today, tomorrow. */
  readonly days: readonly [string, string, string];
  /** A day of a month in order, `D` the day and `M` the month: `D. M`. */
  readonly dayAndMonth: string;
  /** What stands between thousands, and before a fraction. */
  readonly group: string;
  readonly decimal: string;
}

/** All that is said in one language; only what is translated stands in `units`. */
export interface Catalogue {
  readonly lang: Language;
  readonly units: Readonly<Record<string, Unit>>;
  readonly dates: DateWords;
}

/**
 * Texts of a page's own by language and id. `{0}`, `{1}` … stand for the values of the text that is
 * replaced; markup is shown as it is written.
 */
export type TextOverrides = Partial<Record<Language, Readonly<Record<string, string>>>>;

/** Bokmål, the language of the source: its texts stand where they are used. */
export const sourceCatalogue: Catalogue = { lang: 'nb', units: {}, dates };

const loaders: Record<Exclude<Language, 'nb'>, () => Promise<{ catalogue: Catalogue }>> = {
  nn: () => import('./languages/nn.js'),
  en: () => import('./languages/en.js'),
  se: () => import('./languages/se.js'),
};

const loaded = new Map<Language, Catalogue>([['nb', sourceCatalogue]]);
const loading = new Map<Language, Promise<Catalogue>>();

/** The catalogue of `lang` if it is here already: always so for `nb`. */
export const loadedCatalogue = (lang: Language): Catalogue | undefined => loaded.get(lang);

/**
 * The catalogue of `lang`, asked for once however many want it. Rejects with what `import()` rejects
 * with; the next call tries again, although Firefox remembers an answer such as 503 until the page is
 * loaded anew (https://github.com/whatwg/html/issues/6768, seen in Firefox 153, November 2026).
 */
export function loadCatalogue(lang: Language): Promise<Catalogue> {
  let promise = loading.get(lang);
  if (!promise) {
    promise =
      lang === 'nb'
        ? Promise.resolve(sourceCatalogue)
        : loaders[lang]().then(
            ({ catalogue }) => {
              loaded.set(lang, catalogue);
              return catalogue;
            },
            (error: unknown) => {
              loading.delete(lang);
              throw error;
            },
          );
    loading.set(lang, promise);
  }
  return promise;
}

/** `catalogue` with the page's own texts of its language in place of the library's. */
export const withTexts = (catalogue: Catalogue, texts?: TextOverrides): Catalogue =>
  texts?.[catalogue.lang]
    ? { ...catalogue, units: { ...catalogue.units, ...texts[catalogue.lang] } }
    : catalogue;

let current = sourceCatalogue;

/**
 * Runs `fn` in the language of `catalogue`: what it says by `msg` and the functions of dates and words
 * comes from there. Holds until `fn` returns or throws, so what it awaits comes after.
 */
export function withCatalogue<T>(catalogue: Catalogue, fn: () => T): T {
  const outer = current;
  current = catalogue;
  try {
    return fn();
  } finally {
    current = outer;
  }
}

/** The catalogue of the widget that is being rendered. */
export const currentCatalogue = (): Catalogue => current;

/** The language of the widget that is being rendered. */
export const currentLanguage = (): Language => current.lang;

/** The language of ours that a `lang` attribute means: `no` and what we do not have is Bokmål. */
export function resolveLanguage(tag: string | null | undefined): Language {
  const language = tag?.toLowerCase().split('-')[0];
  return language === 'nn' || language === 'en' || language === 'se' ? language : 'nb';
}
