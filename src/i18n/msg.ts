import { html, type TemplateResult } from 'lit';
import type { msg as litMsg, StrResult } from '@lit/localize';
// The tag alone: the package's entry brings its whole engine along.
import { joinStringsAndValues } from '@lit/localize/internal/str-tag.js';
import { currentCatalogue, type Unit } from './catalogue.js';

export { str } from '@lit/localize/internal/str-tag.js';

const isTemplate = (unit: Unit): unit is TemplateResult => typeof unit !== 'string' && '_$litType$' in unit;

const valuesOf = (unit: Unit): readonly unknown[] => (typeof unit === 'string' ? [] : unit.values);

const asText = (unit: string | StrResult): string =>
  typeof unit === 'string' ? unit : joinStringsAndValues(unit.strings, unit.values);

/** A page's own text, with the values of the text that it replaces where it has `{0}`, `{1}` … */
const fillIn = (text: string, values: readonly unknown[]): unknown[] =>
  text.split(/\{(\d)\}/).map((part, i) => (i % 2 ? values[Number(part)] : part));

/**
 * A text of the source within other words, marked as Bokmål. In an attribute, where nothing can be
 * marked, and in a string it is the text itself.
 */
function untranslated(source: Unit): TemplateResult {
  const content = isTemplate(source) ? source : asText(source);
  return Object.assign(html`<span lang="nb">${content}</span>`, { toString: () => content });
}

function say(source: Unit, options?: { id?: string; desc?: string }): string | TemplateResult {
  const { lang, units } = currentCatalogue();
  const unit = units[options?.id ?? ''];
  if (unit === undefined) {
    if (lang !== 'nb') return untranslated(source);
    return isTemplate(source) ? source : asText(source);
  }
  const values = valuesOf(source);
  if (typeof unit === 'string') {
    const parts = fillIn(unit, values);
    return isTemplate(source) ? html`${parts}` : parts.join('');
  }
  // Translations may put the values in another order: theirs are the places in the source's.
  const ordered = { ...unit, values: unit.values.map((place) => values[place as number]) };
  return isTemplate(ordered) ? ordered : asText(ordered);
}

/**
 * `text` in the language of the widget that is being rendered, as `@lit/localize`'s function of the
 * same type does for a page: `msg('Helsekontakter', { id: 'contacts.title' })`, `` msg(str`…`) `` or
 * `` msg(html`…`) ``. The id is `<widget>.<name>`, or `common.<name>` for what several say; each text
 * stands once. Where a language lacks the text it is the source's in an element with `lang="nb"`;
 * use `plain` where nothing but a string will do.
 */
export const msg = say as typeof litMsg;

/** A text for what takes strings alone, such as `toLowerCase`; one that is not translated is not marked. */
export const plain = (text: string): string => [text].join();

/** The forms of a text by number, each with a unit of its own: `x.one`, `x.two` (for `se`), `x.other`. */
export interface PluralForms<T> {
  one: T;
  two?: T;
  other: T;
}

/** The form that goes with `n` in the language of the widget that is being rendered. */
export const plural = <T>(n: number, forms: PluralForms<T>): T =>
  forms[new Intl.PluralRules(currentCatalogue().lang).select(n) as keyof PluralForms<T>] ?? forms.other;
