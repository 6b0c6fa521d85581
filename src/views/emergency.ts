import { html, type TemplateResult } from 'lit/html.js';
import { msg } from '../i18n/index.js';

/**
 * 113 and 116117, for where somebody writes. It goes beside, never inside, what has a part or a slot;
 * the numbers are no texts, so that no override replaces them.
 */
export const emergencyBox = (lang: string): TemplateResult =>
  html`<div class="emergency" role="note" lang=${lang}>
    <span
      >${msg('Akutt fare for liv? Ring', { id: 'emergency.acute', desc: 'Followed by the number 113' })}
      <a href="tel:113">113</a></span
    >
    <span
      >${msg('Haster det, men ikke livet? Legevakt', {
        id: 'emergency.urgent',
        desc: 'Followed by the number 116 117 of the out-of-hours clinic',
      })} <a href="tel:116117">116 117</a></span
    >
  </div>`;
