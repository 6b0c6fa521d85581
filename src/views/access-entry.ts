import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AccessLogEntry } from '../backend/types.js';
import { clockTime, formatDayAndTime, msg, str } from '../i18n/index.js';

/** An entry of the access log: who, in which role, on whose behalf, and what. Below a day its time is enough. */
export function accessEntry(
  { at, who, role, what, onBehalfOf }: AccessLogEntry,
  when: 'time' | 'day',
): TemplateResult {
  const ms = Date.parse(at);
  return html`<li>
    <strong>${role ? `${who}, ${role.toLowerCase()}` : who}</strong>
    ${onBehalfOf ? msg(str`på vegne av ${onBehalfOf}`, { id: 'inbox.seenFor' }) : nothing}<br />
    <span class="small">${what} · ${when === 'time' ? clockTime(ms) : formatDayAndTime(ms, 'long')}</span>
  </li>`;
}
