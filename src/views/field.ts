import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatNumber, msg, plain, str } from '../i18n/index.js';

export interface FieldOptions {
  id: string;
  label: unknown;
  hint?: unknown;
  error?: unknown;
  optional?: boolean;
  /** How much may be written, in code points, and how much is. */
  counter?: { used: number; most: number };
  /** The control, given what its `aria-describedby` and `aria-invalid` come to. */
  control: (described: string | typeof nothing, invalid: 'true' | typeof nothing) => TemplateResult;
}

/** A text's length as people count it: an emoji or a letter with accent is one (Unicode code points). */
export const lengthOf = (text: string): number => Array.from(text).length;

/** What is left of a text's room, or how much is too much. */
export function counterWords(used: number, most: number): string {
  const left = most - used;
  return left < 0
    ? msg(str`${formatNumber(-left)} tegn for mye`, { id: 'field.tooMuch' })
    : msg(str`${formatNumber(left)} tegn igjen`, { id: 'field.left' });
}

/** A field: label, hint, error and control in one tree, so that each is read with it. */
export function field({ id, label, hint, error, optional, counter, control }: FieldOptions): TemplateResult {
  const described = [hint && `${id}-hint`, error && `${id}-error`, counter && `${id}-counter`];
  const ids = described.filter(Boolean).join(' ');
  return html`<div part="field" class="field">
    <label part="label" class="label" for=${id}
      >${label}${
        optional
          ? // A space between the two would not come into the name that Chromium gives the field.
            html`<span class="muted"
              >${` (${plain(msg('Valgfritt', { id: 'common.optional' })).toLowerCase()})`}</span
            >`
          : nothing
      }</label
    >
    ${hint ? html`<span part="hint" class="muted small" id="${id}-hint">${hint}</span>` : nothing}${control(
      ids || nothing,
      error ? 'true' : nothing,
    )}${error ? html`<span part="field-error" class="error" id="${id}-error">${error}</span>` : nothing}${
      counter
        ? html`<span class="small ${counter.used > counter.most ? 'error' : 'muted'}" id="${id}-counter"
            >${counterWords(counter.used, counter.most)}</span
          >`
        : nothing
    }
  </div>`;
}

/** What must be mended before it can be sent, each a way to its field. */
export const errorSummary = (
  title: unknown,
  errors: readonly (readonly [id: string, text: unknown])[],
): TemplateResult =>
  html`<div part="notice notice-danger" class="notice bad stack" id="errors" tabindex="-1">
    <strong>${title}</strong>
    <ul class="points" role="list">
      ${errors.map(
        ([id, text]) =>
          html`<li><a part="link" href="#${id}" data-do="to-field" data-id=${id}>${text}</a></li>`,
      )}
    </ul>
  </div>`;
