import { html, type TemplateResult } from 'lit/html.js';
import { langOf } from '../../views/lang-of.js';

/** Something short to know of a service; `part` beside `badge`, and class names for its looks. */
export const chip = (text: string, part = '', kind = ''): TemplateResult =>
  html`<li part="badge ${part}" class="chip ${kind}" lang=${langOf(text)} .textContent=${text}></li>`;
