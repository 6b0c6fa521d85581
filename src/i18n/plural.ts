import { currentCatalogue } from './catalogue.js';

/** The forms of a text by number, each with a unit of its own: `x.one`, `x.two` (for `se`), `x.other`. */
export interface PluralForms<T> {
  one: T;
  two?: T;
  other: T;
}

const rules = new Map<string, Intl.PluralRules>();

/** The form that goes with `n` in the language of the widget that is being rendered. */
export function plural<T>(n: number, forms: PluralForms<T>): T {
  const { lang } = currentCatalogue();
  let rule = rules.get(lang);
  if (!rule) rules.set(lang, (rule = new Intl.PluralRules(lang)));
  return forms[rule.select(n) as keyof PluralForms<T>] ?? forms.other;
}
