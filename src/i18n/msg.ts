import { html, type TemplateResult } from 'lit/html.js';
import type { msg as litMsg, StrResult } from '@lit/localize';
import { currentCatalogue } from './catalogue.js';

// The tag alone: the package's entry brings its whole engine along.
export { str } from '@lit/localize/internal/str-tag.js';

type Source = string | StrResult | TemplateResult;

const isTemplate = (source: Source): source is TemplateResult =>
  typeof source !== 'string' && '_$litType$' in source;

/** A template that is `text` in an attribute and where strings are put together. */
const withText = (template: TemplateResult, text: string): TemplateResult =>
  Object.assign(template, { toString: () => text });

/**
 * Texts one after the other, as `+` would put them together if it kept the mark of one that is not
 * translated.
 */
export function together(...parts: readonly unknown[]): string {
  const text = parts.join('');
  const isMarked = parts.some((part) => typeof part === 'object');
  // Typed as `msg` types it: a template that is its text wherever a string is wanted.
  return isMarked ? (withText(html`${parts}`, text) as unknown as string) : text;
}

const rendered = (source: Source): string | TemplateResult =>
  typeof source === 'string' || isTemplate(source)
    ? source
    : together(...source.strings.flatMap((text, i) => (i ? [source.values[i - 1], text] : [text])));

function say(source: Source, options?: { id?: string; desc?: string }): string | TemplateResult {
  const { lang, units } = currentCatalogue();
  const unit = units[options?.id ?? ''];
  if (unit === undefined) {
    const content = rendered(source);
    // In an attribute nothing can be marked: there it is the text itself.
    return lang === 'nb' ? content : withText(html`<span lang="nb">${content}</span>`, plain(content));
  }
  const values: readonly unknown[] = typeof source === 'string' ? [] : source.values;
  if (typeof unit === 'string') {
    // A page's own text has `{0}`, `{1}` … for the values of the one that it replaces.
    const text = together(...unit.split(/\{(\d)\}/).map((part, i) => (i % 2 ? values[Number(part)] : part)));
    return isTemplate(source) ? html`${text}` : text;
  }
  // Translations may put the values in another order: theirs are the places in the source's.
  return rendered({
    ...(source as StrResult | TemplateResult),
    strings: unit.strings,
    values: unit.values.map((place) => values[place]),
  });
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
export const plain = (text: string | TemplateResult): string => [text as string].join();
