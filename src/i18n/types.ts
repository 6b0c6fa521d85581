import type { Language } from '../backend/types.js';

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
