import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Phone } from '../backend/types.js';

/** Groups a Norwegian number as it is read: `23 43 85 00`, `800 43 573`. Others stay as they are. */
export function readablePhone(number: string): string {
  const digits = number.replace(/\s|^(\+|00)47/g, '');
  if (!/^\d{8}$/.test(digits)) return number;
  return /^[489]/.test(digits)
    ? digits.replace(/(...)(..)(...)/, '$1 $2 $3')
    : digits.replace(/(..)(?=.)/g, '$1 ');
}

/** A link that rings; `before` is for screen readers alone, `label` stands for the number. */
export const phoneLink = (
  number: Phone['number'],
  { label, before, kind = '' }: { label?: string | null; before?: string; kind?: string } = {},
): TemplateResult => {
  const shown = label ?? readablePhone(number);
  return html`<a
    part="link phone"
    class=${kind}
    href="tel:${number.replace(/\s/g, '')}"
    aria-label=${before ? `${before} ${shown}` : nothing}
    .textContent=${shown}
  ></a>`;
};
