import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AccessLogEntry } from '../backend/types.js';
import { clockTime, formatDayAndTime, msg, str } from '../i18n/index.js';

/** The id of the entry in place `n`, which focus goes to when it is the first that comes. */
export const entryId = (n: number): string => `entry-${n}`;

/**
 * The access log's entry in place `n`: who, in which role, on whose behalf, and what. Below a day its time is enough.
 */
export function accessEntry(
  { at, who, role, what, onBehalfOf }: AccessLogEntry,
  n: number,
  when: 'time' | 'day',
): TemplateResult {
  const ms = Date.parse(at);
  return html`<li id=${entryId(n)} tabindex="-1">
    <strong>${role ? `${who}, ${role.toLowerCase()}` : who}</strong>
    ${onBehalfOf ? msg(str`på vegne av ${onBehalfOf}`, { id: 'inbox.seenFor' }) : nothing}<br />
    <span class="small">${what} · ${when === 'time' ? clockTime(ms) : formatDayAndTime(ms, 'long')}</span>
  </li>`;
}
