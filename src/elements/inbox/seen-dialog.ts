import { html, type TemplateResult } from 'lit/html.js';
import type { AccessLogEntry, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import { formatDayAndTime, msg, str } from '../../i18n/index.js';
import { button } from '../../views/button.js';
import { dialog } from '../../views/dialog.js';
import { errorWords } from '../../views/error-words.js';
import { closeLabel } from '../../views/labels.js';
import { seenLabel } from './inbox-labels.js';

const entry = ({ at, who, role, what, onBehalfOf }: AccessLogEntry): TemplateResult =>
  html`<li>
    <strong>${role ? `${who}, ${role.toLowerCase()}` : who}</strong>
    ${onBehalfOf ? msg(str`på vegne av ${onBehalfOf}`, { id: 'inbox.seenFor' }) : ''}<br />
    <span class="small">${what} · ${formatDayAndTime(Date.parse(at), 'long')}</span>
  </li>`;

/** Hvem har sett: from the access log. */
export const seenDialog = (
  { data, error }: Query<Page<AccessLogEntry>>['snapshot'],
  level: number,
): TemplateResult =>
  dialog({
    closed: 'seen-closed',
    level,
    title: seenLabel(),
    body: data
      ? data.items.length
        ? html`<ul class="log stack" role="list">
            ${data.items.map(entry)}
          </ul>`
        : html`<p>${msg('Ingen andre har åpnet samtalen ennå.', { id: 'inbox.seenByNobody' })}</p>`
      : error
        ? html`<p>${errorWords(error)}</p>`
        : html`<div class="skeleton" aria-busy="true"></div>`,
    actions: button('close', closeLabel()),
  });
