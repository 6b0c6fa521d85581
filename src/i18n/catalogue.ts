import type { Language } from '../backend/types.js';
import { dates } from './generated/dates.nb.js';
import type { Catalogue, TextOverrides } from './types.js';

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

/** By the page's own texts, so that the same give the same: what is drawn by them is not drawn anew. */
const merged = new WeakMap<object, Catalogue>();

/** `catalogue` with the page's own texts of its language in place of the library's. */
export function withTexts(catalogue: Catalogue, texts?: TextOverrides): Catalogue {
  const own = texts?.[catalogue.lang];
  if (!own) return catalogue;
  const known = merged.get(own) ?? { ...catalogue, units: { ...catalogue.units, ...own } };
  merged.set(own, known);
  return known;
}

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

/** The language of ours that a `lang` attribute means: `no` and what we do not have is Bokmål. */
export function resolveLanguage(tag: string | null | undefined): Language {
  const language = tag?.toLowerCase().split('-')[0];
  return language === 'nn' || language === 'en' || language === 'se' ? language : 'nb';
}
